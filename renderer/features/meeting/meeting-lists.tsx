import { parseDay } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import { actionsOf, decisionsOf } from "../../../core/meeting/minutes/minutes.ts";
import type { Meeting } from "../../../core/meeting/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo } from "../../platform/place.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { dayMessage, weekdayMessage } from "./meeting-data.ts";
import type { MeetingData } from "./meeting-data.ts";
import { meetingHref } from "./meeting-place.ts";

interface ListProps {
  readonly data: MeetingData;
  readonly meetings: readonly Meeting[];
}

/** What comes in the next weeks. */
export function UpcomingMeetings({ meetings }: ListProps) {
  const words = useWords();
  const title = words.text("meeting.list.upcoming");
  return (
    <section aria-label={title}>
      <h2 className="meeting-title">{title}</h2>
      {meetings.length === 0 ? (
        <p className="quiet">{words.text("meeting.list.no-upcoming")}</p>
      ) : (
        <DataTable
          label={title}
          rows={meetings}
          rowKey={({ id }) => id}
          columns={upcomingColumns(words)}
          onOpen={({ id }) => goTo(meetingHref(id))}
          exportName={title}
          height={Math.min(360, 82 + meetings.length * 37)}
        />
      )}
    </section>
  );
}

/** What was held, the latest first. */
export function HeldMeetings({ data }: Pick<ListProps, "data">) {
  const words = useWords();
  const title = words.text("meeting.list.held");
  const held = [...data.rows.meetings.values()]
    .filter(({ state }) => state === "held")
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return (
    <section aria-label={title}>
      <h2 className="meeting-title">{title}</h2>
      {held.length === 0 ? (
        <p className="quiet">{words.text("meeting.list.no-held")}</p>
      ) : (
        <DataTable
          label={title}
          rows={held}
          rowKey={({ id }) => id}
          columns={heldColumns(words, data)}
          onOpen={({ id }) => goTo(meetingHref(id))}
          exportName={title}
          height={Math.min(420, 82 + held.length * 37)}
        />
      )}
    </section>
  );
}

function upcomingColumns(words: Words): readonly DataColumn<Meeting>[] {
  return [
    ...sharedColumns(words),
    {
      key: "people",
      title: words.text("meeting.column.people"),
      width: 76,
      align: "end",
      text: ({ attendance }) => String(attendance.length),
      exportValue: ({ attendance }) => attendance.length,
    },
    { key: "place", title: words.text("meeting.column.place"), width: 112, text: ({ place }) => place },
  ];
}

function heldColumns(words: Words, { rows }: MeetingData): readonly DataColumn<Meeting>[] {
  const there = ({ attendance }: Meeting) =>
    attendance.filter(({ state }) => state === "present" || state === "late").length;
  const done = (meeting: Meeting) => {
    const actions = actionsOf(rows, meeting);
    return { some: actions.filter(({ state }) => state !== "open").length, all: actions.length };
  };
  const count = (key: "present" | "decisions" | "actions" | "ran", text: (meeting: Meeting) => string) =>
    ({
      key,
      title: words.text(`meeting.column.${key}`),
      width: 88,
      align: "end",
      text,
    }) satisfies DataColumn<Meeting>;
  return [
    ...sharedColumns(words).filter(({ key }) => key !== "kind" && key !== "time"),
    count("present", (one) => words.text("meeting.of", { some: there(one), all: one.attendance.length })),
    count("decisions", (one) => String(decisionsOf(rows, one).length)),
    count("actions", (one) => words.text("meeting.of", done(one))),
    count("ran", ({ ranSeconds }) =>
      ranSeconds === undefined ? "" : words.text("meeting.ran", { count: Math.round(ranSeconds / 60) }),
    ),
  ];
}

function sharedColumns(words: Words): readonly DataColumn<Meeting>[] {
  return [
    {
      key: "day",
      title: words.text("meeting.column.day"),
      width: words.locale === "en" ? 252 : 240,
      text: (meeting) => dayText(words, meeting),
      sortValue: ({ on }) => on,
      exportValue: ({ on }) => on,
    },
    { key: "time", title: words.text("meeting.column.time"), width: 64, text: ({ startsAt }) => startsAt },
    {
      key: "name",
      title: words.text("meeting.column.name"),
      width: 146,
      text: ({ name }) => name,
      render: (meeting) => (
        <a href={meetingHref(meeting.id)} title={meeting.name}>
          {meeting.state === "cancelled" ? <s>{meeting.name}</s> : meeting.name}
        </a>
      ),
    },
    {
      key: "kind",
      title: words.text("meeting.column.kind"),
      width: 88,
      text: ({ kind, state }) =>
        state === "cancelled" ? words.text("meeting.state.cancelled") : words.text(`meeting.kind.${kind}`),
    },
  ];
}

/** The day, and the one that it was moved from because of a holiday. */
function dayText(words: Words, { id, seriesId, on }: Meeting): string {
  const ruleDay = seriesId === undefined ? null : parseDay(id.slice(id.lastIndexOf("|") + 1));
  if (ruleDay === null || ruleDay === on) return words.say(dayMessage(on));
  return words.text("meeting.day.moved", {
    day: { day: on },
    weekday: weekdayMessage(on),
    from: shortDay(words, ruleDay),
  });
}

function shortDay(words: Words, day: Day): string {
  return words.say(weekdayMessage(day));
}
