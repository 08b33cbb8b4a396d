import type { Period } from "../../base/period.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import { absencesOf } from "../../team/member-status.ts";
import type { Absence, Member } from "../../team/records.ts";
import type { TargetRows } from "../target-rows.ts";
import { presentSpans } from "./present-spans.ts";

/** From how many working days on an absence takes a member out of the role: two weeks. A few days off are everybody's, and
 * a typed target allows for them. A decision of this project, not a norm. */
export const LONG_LEAVE_DAYS = 10;

/** Where a member's working days are looked for. */
export interface StayIn {
  readonly member: Member;
  readonly period: Pick<Period, "start" | "end">;
  readonly calendar: WorkingCalendar;
}

/** A member's working days in the role within a period: on the team and not on a long leave (`LONG_LEAVE_DAYS`). A probation
 * is time in the role. Whole days, whatever the FTE: a typed target was typed for the person.
 * @example daysInRole(book(), { member: { ...book().members.get("a"), leftOn: "2026-08-15" }, period: period("2026-08", 1), calendar: workingCalendar([]) }) // => 10
 */
export function daysInRole(rows: Pick<TargetRows, "absences">, stay: StayIn): number {
  const away = longLeaves(rows, stay.member, stay.calendar);
  return presentSpans(stay.member, stay.period, away).reduce(
    (sum, span) => sum + workingDaysIn(stay.calendar, { start: span.from, end: span.until! }),
    0,
  );
}

/** A member's absences that take at least `LONG_LEAVE_DAYS` working days, earliest first.
 * @example longLeaves(book(), { id: "a" }, workingCalendar([])) // => []
 */
export function longLeaves(
  rows: Pick<TargetRows, "absences">,
  member: Pick<Member, "id">,
  calendar: WorkingCalendar,
): readonly Absence[] {
  return absencesOf(rows.absences, member.id).filter(
    (absence) => workingDaysIn(calendar, { start: absence.from, end: absence.until }) >= LONG_LEAVE_DAYS,
  );
}
