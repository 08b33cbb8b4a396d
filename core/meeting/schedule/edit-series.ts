import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { Meeting, MeetingSeries } from "../records.ts";
import { attendanceOf } from "./meeting-list.ts";
import { readRule } from "./series-rule.ts";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_NAME = 200;
/** What a meeting has from its series until it is changed for that one. */
const FOLLOWED = ["name", "startsAt", "minutes", "place"] as const;
/** What the series itself says of somebody. */
const INVITED: ReadonlySet<Meeting["attendance"][number]["state"]> = new Set(["expected", "excused"]);

/** Writes a series, new or changed. Meetings of it that are kept and not begun follow in name, time, length and place, where they
 * were as the series said, and in who is invited: who joins the series is expected (or excused, if away) and who leaves it is not,
 * but for those of whom something else is noted already; guests stay. Refused as a whole, field by field: without a name, with a rule that no choice makes,
 * without a time or a length between 5 minutes and a day, ending before it begins, with somebody who is not there; a
 * one-to-one with more or fewer than one.
 * @example putSeries(meetingRows(), aSeries("s1", { name: " " })).error[0].field // => "name"
 */
export function putSeries(
  rows: Pick<MeetingRows, "members" | "absences" | "meetingSeries" | "meetings">,
  series: MeetingSeries,
): Result<readonly Change[]> {
  const written = { ...series, name: series.name.trim(), place: series.place.trim() };
  const problems = seriesProblems(rows, written);
  if (problems.length > 0) return fail(problems);
  const before = rows.meetingSeries.get(series.id);
  if (isSame(before, written)) return ok([]);
  const meetings = before ? followers(rows, before, written) : [];
  return ok([
    putRecords("meetingSeries", [written]),
    ...(meetings.length > 0 ? [putRecords("meetings", meetings)] : []),
  ]);
}

/** A meeting is kept as soon as its agenda is touched; that says nothing of its time or its people. */
function followers(
  rows: Pick<MeetingRows, "members" | "absences" | "meetings">,
  before: MeetingSeries,
  after: MeetingSeries,
): readonly Meeting[] {
  return [...rows.meetings.values()]
    .filter(({ seriesId, state }) => seriesId === after.id && state === "planned")
    .flatMap((meeting) => {
      const fields = FOLLOWED.filter((field) => meeting[field] === before[field]);
      const moved: Meeting = {
        ...meeting,
        ...Object.fromEntries(fields.map((field) => [field, after[field]])),
        attendance: invited(rows, meeting, { before, after }),
      };
      return isSame(meeting, moved) ? [] : [moved];
    });
}

function invited(
  rows: Pick<MeetingRows, "members" | "absences">,
  { attendance, on }: Meeting,
  { before, after }: { readonly before: MeetingSeries; readonly after: MeetingSeries },
): Meeting["attendance"] {
  const hasLeft = ({ memberId, state }: Meeting["attendance"][number]) =>
    INVITED.has(state) && before.memberIds.includes(memberId) && !after.memberIds.includes(memberId);
  const joined = after.memberIds.filter(
    (id) => !before.memberIds.includes(id) && attendance.every(({ memberId }) => memberId !== id),
  );
  return [...attendance.filter((one) => !hasLeft(one)), ...attendanceOf(rows, joined, on)];
}

function seriesProblems(rows: Pick<MeetingRows, "members">, series: MeetingSeries): readonly Problem[] {
  const problems: Problem[] = timedProblems(series);
  const wrong = (field: keyof MeetingSeries, key: string) =>
    problems.push({ field, message: message(`meeting.problem.${key}`) });
  if (readRule(series.rule) === null) wrong("rule", "rule");
  if (series.until !== undefined && series.until <= series.from) wrong("until", "until");
  if (series.memberIds.some((id) => !rows.members.has(id))) wrong("memberIds", "member");
  if (series.kind === "one-to-one" && series.memberIds.length !== 1) wrong("memberIds", "one-member");
  return problems;
}

/** What is wrong with the name, time and length of a meeting or series.
 * @example timedProblems({ name: "", startsAt: "9:30", minutes: 60 }).map((one) => one.field) // => ["name", "startsAt"]
 */
export function timedProblems(of: Pick<MeetingSeries, "name" | "startsAt" | "minutes">): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: string, key: string) =>
    problems.push({ field, message: message(`meeting.problem.${key}`) });
  if (of.name === "") wrong("name", "name");
  if (of.name.length > MOST_NAME) wrong("name", "name-long");
  if (!TIME.test(of.startsAt)) wrong("startsAt", "time");
  if (!Number.isInteger(of.minutes) || of.minutes < 5 || of.minutes > 1440) wrong("minutes", "minutes");
  return problems;
}
