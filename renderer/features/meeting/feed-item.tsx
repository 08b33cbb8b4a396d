import { message } from "../../../core/base/message.ts";
import { editAnnouncement } from "../../../core/meeting/feed/edit-announcements.ts";
import type { FeedEntry } from "../../../core/meeting/feed/feed.ts";
import type { Announcement } from "../../../core/meeting/records.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { feedLine } from "./copy-entries.ts";

/** One announcement or recognition. The day is said where no head above says it. */
export function FeedItem({ entry, withDay }: { readonly entry: FeedEntry; readonly withDay: boolean }) {
  const words = useWords();
  const { members } = useWorkspace().rows;
  const { head, text, note } = feedLine(words, members, entry);
  const [, ...rest] = note.split(" · ");
  const shownNote = withDay ? note : rest.join(" · ");
  return (
    <li className={`feed-item ${entry.kind}`}>
      <div className="feed-said">
        <h3>
          {entry.kind === "recognition" ? (
            <>
              <span aria-hidden className="feed-sign">
                ★
              </span>
              <a href={placeHref("team", `members/${encodeURIComponent(entry.of.memberId)}`)}>{head}</a>
            </>
          ) : (
            head
          )}
        </h3>
        {text.trim() !== "" && <p className="feed-text">{text}</p>}
        {shownNote !== "" && <p className="quiet feed-note">{shownNote}</p>}
      </div>
      {entry.kind === "announcement" && <ItemButtons of={entry.of} />}
    </li>
  );
}

function ItemButtons({ of }: { readonly of: Announcement }) {
  const words = useWords();
  const pin = () => {
    void runCommand(message("meeting.feed.record.edit", { title: of.title }), ({ rows }) =>
      editAnnouncement(rows.announcements, { id: of.id, fields: { isPinned: !of.isPinned } }),
    );
  };
  return (
    <div className="feed-buttons">
      <Button kind="link" onClick={pin}>
        {words.text(of.isPinned ? "meeting.feed.unpin" : "meeting.feed.pin")}
      </Button>
      <Button kind="link" onClick={() => goTo(placeHref("meeting", "feed", { id: of.id }))}>
        {words.text("meeting.feed.edit")}
      </Button>
    </div>
  );
}
