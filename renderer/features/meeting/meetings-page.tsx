import { useState } from "react";
import { addDays } from "../../../core/base/day.ts";
import type { SeriesId } from "../../../core/base/id.ts";
import type { Meeting } from "../../../core/meeting/records.ts";
import { meetingsIn } from "../../../core/meeting/schedule/meeting-list.ts";
import { goTo } from "../../platform/place.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FindingLine } from "../../ui/finding-line.tsx";
import { Page } from "../../ui/page.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { MeetingDrawer, newMeeting } from "./meeting-drawer.tsx";
import { useMeetingData } from "./meeting-data.ts";
import type { MeetingData } from "./meeting-data.ts";
import { HeldMeetings, UpcomingMeetings } from "./meeting-lists.tsx";
import { meetingHref } from "./meeting-place.ts";
import { meetingTabs } from "./meeting-tabs.ts";
import { NotesDrawer } from "./notes-drawer.tsx";
import { saveCalendar } from "./save-calendar.ts";
import { SeriesDrawer } from "./series-drawer.tsx";
import { SeriesList } from "./series-list.tsx";
import "./meeting.css";

type Opened =
  | { readonly kind: "series"; readonly id: SeriesId | null }
  | { readonly kind: "meeting" }
  | { readonly kind: "notes" }
  | null;

/** How far ahead meetings are listed. */
const AHEAD_DAYS = 56;

/** 会议: what comes, what was held, and the series that bring it. */
export function MeetingsPage() {
  const words = useWords();
  const data = useMeetingData();
  const [opened, open] = useState<Opened>(null);
  const { rows, calendar, today } = data;
  const coming = meetingsIn(rows, calendar, { start: today, end: addDays(today, AHEAD_DAYS) }).filter(
    ({ state }) => state === "planned" || state === "cancelled",
  );
  const running = [...rows.meetings.values()].filter(({ state }) => state === "running");
  const missed = [...rows.meetings.values()].filter(({ state, on }) => state === "planned" && on < today);
  const isEmpty = rows.meetingSeries.size === 0 && rows.meetings.size === 0;
  return (
    <Page tabs={meetingTabs(words)} activeTab="meetings" tools={<Tools data={data} onOpen={open} />}>
      {running.map((meeting) => (
        <FindingLine
          key={meeting.id}
          tone="behind"
          text={words.text("meeting.list.running", { name: meeting.name })}
          actions={[{ label: words.text("meeting.list.back"), onClick: () => goTo(meetingHref(meeting.id)) }]}
        />
      ))}
      {isEmpty ? (
        <EmptyState
          title={words.text("meeting.list.empty.title")}
          text={words.text("meeting.list.empty.text")}
          actions={[
            { label: words.text("meeting.series.new"), onClick: () => open({ kind: "series", id: null }) },
          ]}
        />
      ) : (
        <MeetingLists data={data} coming={[...missed, ...coming]} onOpen={open} />
      )}
      <OpenedDrawer data={data} opened={opened} onClose={() => open(null)} />
    </Page>
  );
}

interface PartProps {
  readonly data: MeetingData;
  onOpen(opened: Opened): void;
}

function Tools({ data, onOpen }: PartProps) {
  const words = useWords();
  return (
    <>
      <Button kind="primary" onClick={() => onOpen({ kind: "series", id: null })}>
        {words.text("meeting.series.new")}
      </Button>
      <Button onClick={() => onOpen({ kind: "meeting" })}>{words.text("meeting.list.one")}</Button>
      <Button onClick={() => onOpen({ kind: "notes" })}>{words.text("meeting.list.notes")}</Button>
      {data.rows.meetingSeries.size + data.rows.meetings.size > 0 && (
        <Button onClick={() => void saveCalendar(words, data)}>{words.text("meeting.list.calendar")}</Button>
      )}
    </>
  );
}

function MeetingLists({ data, coming, onOpen }: PartProps & { readonly coming: readonly Meeting[] }) {
  return (
    <div className="meeting-columns">
      <div className="meeting-main">
        <UpcomingMeetings data={data} meetings={coming} />
        <HeldMeetings data={data} />
      </div>
      <SeriesList data={data} onEdit={(id) => onOpen({ kind: "series", id })} />
    </div>
  );
}

function OpenedDrawer(props: { readonly data: MeetingData; readonly opened: Opened; onClose(): void }) {
  const { data, opened, onClose } = props;
  if (opened?.kind === "series") {
    const series = opened.id === null ? null : (data.rows.meetingSeries.get(opened.id) ?? null);
    return <SeriesDrawer data={data} series={series} onClose={onClose} />;
  }
  if (opened?.kind === "notes") return <NotesDrawer data={data} onClose={onClose} />;
  if (opened === null) return null;
  return <MeetingDrawer data={data} meeting={newMeeting(data)} isNew onClose={onClose} />;
}
