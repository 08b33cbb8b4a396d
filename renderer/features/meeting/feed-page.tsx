import { useMemo, useState } from "react";
import { CURRENT_DAYS, feedOf } from "../../../core/meeting/feed/feed.ts";
import type { Feed, FeedDay, FeedEntry } from "../../../core/meeting/feed/feed.ts";
import type { FeedForm } from "../../../core/meeting/feed/feed-text.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { AnnouncementDrawer } from "./announcement-drawer.tsx";
import { copyEntries } from "./copy-entries.ts";
import { FeedItem } from "./feed-item.tsx";
import { meetingTabs } from "./meeting-tabs.ts";
import { closePlace, usePlaceQuery } from "./place-query.ts";
import "./feed.css";

type Kind = FeedEntry["kind"] | "all";
type Shown = "current" | "earlier";

/** 公告: what the whole team should know and what members were recognised for, by day. */
export function FeedPage() {
  const words = useWords();
  const { announcements, recognitions } = useWorkspace().rows;
  const { today } = useView();
  const feed = useMemo(
    () => feedOf({ announcements, recognitions }, today),
    [announcements, recognitions, today],
  );
  const [kind, setKind] = useState<Kind>("all");
  const [shown, setShown] = useState<Shown>("current");
  const isEmpty = announcements.size + recognitions.size === 0;
  const parts = partsOf(feed, shown, kind);
  const add = () => goTo(placeHref("meeting", "feed", { new: "1" }));
  return (
    <>
      <Page
        tabs={meetingTabs(words)}
        activeTab="feed"
        {...(isEmpty
          ? {}
          : {
              hint: words.text("meeting.feed.hint", { count: CURRENT_DAYS }),
              tools: (
                <>
                  <FeedChoices shown={shown} kind={kind} onShow={setShown} onKind={setKind} />
                  <Button kind="primary" onClick={add}>
                    {words.text("meeting.feed.add")}
                  </Button>
                  <CopyButtons entries={parts.flatMap((part) => part.entries)} />
                </>
              ),
            })}
      >
        {isEmpty ? (
          <EmptyState
            title={words.text("meeting.feed.empty.title")}
            text={words.text("meeting.feed.empty.text")}
            actions={[{ label: words.text("meeting.feed.add"), onClick: add }]}
          />
        ) : (
          <FeedParts parts={parts} />
        )}
      </Page>
      <Opened />
    </>
  );
}

interface FeedPart {
  readonly key: string;
  /** A day, or what stands apart from the days. */
  readonly head: FeedDay["on"] | "pinned" | "coming";
  readonly entries: readonly FeedEntry[];
}

function partsOf(feed: Feed, shown: Shown, kind: Kind): readonly FeedPart[] {
  const ofDays = (days: readonly FeedDay[]): readonly FeedPart[] =>
    days.map(({ on, entries }) => ({ key: on, head: on, entries }));
  const parts: readonly FeedPart[] =
    shown === "earlier"
      ? ofDays(feed.earlier)
      : [
          { key: "pinned", head: "pinned", entries: feed.pinned },
          { key: "coming", head: "coming", entries: feed.coming },
          ...ofDays(feed.current),
        ];
  return parts
    .map((part) => ({
      ...part,
      entries: part.entries.filter((entry) => kind === "all" || entry.kind === kind),
    }))
    .filter((part) => part.entries.length > 0);
}

function FeedParts({ parts }: { readonly parts: readonly FeedPart[] }) {
  const words = useWords();
  if (parts.length === 0) return <p className="quiet">{words.text("meeting.feed.none")}</p>;
  return (
    <div className="feed">
      {parts.map(({ key, head, entries }) => (
        <section key={key} className="feed-day" aria-labelledby={`feed-${key}`}>
          <h2 id={`feed-${key}`}>
            {head === "pinned" || head === "coming" ? words.text(`meeting.feed.${head}`) : words.day(head)}
          </h2>
          <ul>
            {entries.map((entry) => (
              <FeedItem
                key={`${entry.kind}/${entry.id}`}
                entry={entry}
                withDay={head === "pinned" || head === "coming"}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function FeedChoices(props: {
  readonly shown: Shown;
  readonly kind: Kind;
  onShow(shown: Shown): void;
  onKind(kind: Kind): void;
}) {
  const words = useWords();
  return (
    <>
      <Choice<Shown>
        label={words.text("meeting.feed.shown")}
        quiet
        value={props.shown}
        options={(["current", "earlier"] as const).map((value) => ({
          value,
          label: words.text(`meeting.feed.${value}`),
        }))}
        onChange={props.onShow}
      />
      <Choice<Kind>
        label={words.text("meeting.feed.kind")}
        value={props.kind}
        options={(["all", "announcement", "recognition"] as const).map((value) => ({
          value,
          label: words.text(`meeting.feed.kind.${value}`),
        }))}
        onChange={props.onKind}
      />
    </>
  );
}

function CopyButtons({ entries }: { readonly entries: readonly FeedEntry[] }) {
  const words = useWords();
  const { members } = useWorkspace().rows;
  if (entries.length === 0) return null;
  const copy = (form: FeedForm) => void copyEntries(words, members, { entries, form });
  return (
    <>
      <Button onClick={() => copy("plain")}>{words.text("meeting.feed.copy.plain")}</Button>
      <Button onClick={() => copy("markdown")}>{words.text("meeting.feed.copy.markdown")}</Button>
    </>
  );
}

/** The announcement that the address opens (`id`), or a new one (`new`). */
function Opened() {
  const { announcements } = useWorkspace().rows;
  const query = usePlaceQuery();
  const opened = announcements.get(query["id"] ?? "");
  const close = () => closePlace("feed", query);
  if (opened) return <AnnouncementDrawer key={opened.id} announcement={opened} onClose={close} />;
  return query["new"] === undefined ? null : <AnnouncementDrawer announcement={null} onClose={close} />;
}
