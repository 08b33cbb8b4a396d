import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { MeetingId, MemberId, SeriesId } from "../../base/id.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import { parseDay } from "../../base/day.ts";
import { isOnTeam } from "../../team/memberships.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { Meeting, MeetingSeries } from "../records.ts";
import { seriesDays } from "./series-days.ts";
import type { MeetingDay } from "./series-days.ts";

type ListRows = Pick<MeetingRows, "members" | "absences" | "meetingSeries" | "meetings">;

/** The id of a meeting of a series.
 * @example seriesMeetingId("s1", "2026-03-02") // => "s1|2026-03-02"
 */
export function seriesMeetingId(seriesId: SeriesId, ruleDay: Day): MeetingId {
  return `${seriesId}|${ruleDay}` as MeetingId;
}

/** All meetings held or to be held within [start, end), earliest first: those that are kept, and those that series bring of
 * which nothing is written yet. What is kept stands in place of what the series says.
 * @example meetingsIn({ members: new Map(), absences: new Map(), meetingSeries: new Map(), meetings: new Map() }, workingCalendar([]), { start: "2026-03-01", end: "2026-04-01" }) // => []
 */
export function meetingsIn(
  rows: ListRows,
  calendar: WorkingCalendar,
  range: { readonly start: Day; readonly end: Day },
): readonly Meeting[] {
  const kept = [...rows.meetings.values()].filter(({ on }) => on >= range.start && on < range.end);
  const coming = [...rows.meetingSeries.values()]
    .filter((series) => !series.archived)
    .flatMap((series) =>
      seriesDays(series, calendar, range)
        .filter(({ ruleDay }) => !rows.meetings.has(seriesMeetingId(series.id, ruleDay)))
        .map((day) => comingMeeting(rows, series, day)),
    );
  return [...kept, ...coming].toSorted(
    (a, b) => compare(a.on, b.on) || compare(a.startsAt, b.startsAt) || compare(a.id, b.id),
  );
}

/** A meeting by its id, kept or still to be written; `null` when there is none.
 * @example meetingById({ members: new Map(), absences: new Map(), meetingSeries: new Map(), meetings: new Map() }, workingCalendar([]), "s1|2026-03-02") // => null
 */
export function meetingById(rows: ListRows, calendar: WorkingCalendar, id: string): Meeting | null {
  const kept = rows.meetings.get(id);
  if (kept) return kept;
  const bar = id.lastIndexOf("|");
  const series = rows.meetingSeries.get(id.slice(0, bar));
  const ruleDay = parseDay(id.slice(bar + 1));
  if (!series || series.archived || ruleDay === null) return null;
  const around = { start: addDays(ruleDay, -40), end: addDays(ruleDay, 40) };
  const day = seriesDays(series, calendar, around).find((one) => one.ruleDay === ruleDay);
  return day ? comingMeeting(rows, series, day) : null;
}

/** The meeting of the same series that was held last before a day; of a meeting by itself the last one that belonged to no
 * series and was of its kind. Before a one-to-one only one with the same member: what was said to one is not told to another.
 * `null`: none.
 * @example meetingBefore({ meetings: new Map() }, { id: "m1", kind: "weekly", on: "2026-03-02", attendance: [] }) // => null
 */
export function meetingBefore(
  rows: Pick<MeetingRows, "meetings">,
  of: Pick<Meeting, "id" | "seriesId" | "kind" | "on" | "attendance">,
): Meeting | null {
  const before = [...rows.meetings.values()].filter(
    (one) =>
      one.state === "held" &&
      one.id !== of.id &&
      one.on <= of.on &&
      one.seriesId === of.seriesId &&
      (of.seriesId !== undefined || one.kind === of.kind) &&
      (of.kind !== "one-to-one" || one.attendance[0]?.memberId === of.attendance[0]?.memberId),
  );
  return before.toSorted((a, b) => compare(b.on, a.on) || compare(b.startsAt, a.startsAt))[0] ?? null;
}

/** A meeting of a series of which nothing is written yet: who is on leave that day is excused from the start. */
function comingMeeting(rows: ListRows, series: MeetingSeries, { ruleDay, on }: MeetingDay): Meeting {
  return {
    id: seriesMeetingId(series.id, ruleDay),
    seriesId: series.id,
    kind: series.kind,
    name: series.name,
    on,
    startsAt: series.startsAt,
    minutes: series.minutes,
    place: series.place,
    state: "planned",
    attendance: attendanceOf(rows, series.memberIds, on),
    items: [],
    hiddenKeys: [],
    orderKeys: [],
    progress: "",
    problems: "",
  };
}

/** Who is expected on a day: those on the team, excused who is away.
 * @example attendanceOf({ members: new Map(), absences: new Map() }, ["m1"], "2026-03-02") // => []
 */
export function attendanceOf(
  rows: Pick<MeetingRows, "members" | "absences">,
  memberIds: readonly MemberId[],
  on: Day,
): Meeting["attendance"] {
  const away = new Set(
    [...rows.absences.values()]
      .filter(({ from, until }) => from <= on && on < until)
      .map((one) => one.memberId),
  );
  return memberIds.flatMap((memberId) => {
    const member = rows.members.get(memberId);
    if (!member || !isOnTeam(member, on)) return [];
    return [{ memberId, state: away.has(memberId) ? ("excused" as const) : ("expected" as const) }];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
