import { addDays } from "../../../core/base/day.ts";
import { message } from "../../../core/base/message.ts";
import type { FeedEntry } from "../../../core/meeting/feed/feed.ts";
import { feedText } from "../../../core/meeting/feed/feed-text.ts";
import type { FeedForm, FeedLine } from "../../../core/meeting/feed/feed-text.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";

type Members = ReadonlyMap<string, { readonly name: string }>;

/** An entry of the feed in the reader's language. */
export function feedLine(words: Words, members: Members, entry: FeedEntry): FeedLine {
  if (entry.kind === "announcement") {
    const { title, text, until } = entry.of;
    const last =
      until === undefined ? "" : words.text("meeting.feed.until", { day: { day: addDays(until, -1) } });
    return { head: title, text, note: [words.day(entry.on), last].filter(Boolean).join(" · ") };
  }
  const { kind, memberId, title, reason } = entry.of;
  const head = words.text("meeting.feed.recognition.line", {
    kind: words.text(`meeting.feed.recognition.${kind}`),
    name: members.get(memberId)?.name ?? words.text("meeting.feed.nobody"),
    title,
  });
  return { head, text: reason, note: words.day(entry.on) };
}

/** Puts entries on the clipboard and says so. */
export async function copyEntries(
  words: Words,
  members: Members,
  of: { readonly entries: readonly FeedEntry[]; readonly form: FeedForm },
): Promise<void> {
  const lines = of.entries.map((entry) => feedLine(words, members, entry));
  const isCopied = await currentPlatform().copyText(feedText(lines, of.form));
  notify(
    isCopied
      ? { tone: "done", message: message("meeting.feed.copied", { count: lines.length }) }
      : { tone: "failure", message: message("meeting.feed.copy.failed") },
  );
}
