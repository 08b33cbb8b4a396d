import { putRecords, removeRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { parseDay } from "../base/day.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { CalendarDay } from "./records.ts";
import type { TargetRows } from "./target-rows.ts";

/** Makes a day a holiday or a working day, whatever the holiday table says. Every figure by working days follows.
 * Refused: a day that does not exist, a name longer than a line.
 * @example setCalendarDay({ day: "2026-02-30", kind: "holiday", name: "" }).ok // => false
 */
export function setCalendarDay(input: {
  readonly day: string;
  readonly kind: CalendarDay["kind"];
  readonly name: string;
}): Result<readonly Change[]> {
  const parsed = parseDay(input.day);
  const name = input.name.trim();
  if (parsed === null)
    return fail([{ field: "day", message: message("target.problem.day", { text: input.day }) }]);
  if (name.length > 200) return fail([{ field: "name", message: message("target.problem.day-name") }]);
  return ok([putRecords<CalendarDay>("calendarDays", [{ id: parsed, kind: input.kind, name }])]);
}

/** Takes the manager's word on a day back: the holiday table holds again. Nothing happens where there is none.
 * @example clearCalendarDay({ calendarDays: new Map() }, "2026-11-23") // => { ok: true, value: [] }
 */
export function clearCalendarDay(
  rows: Pick<TargetRows, "calendarDays">,
  day: string,
): Result<readonly Change[]> {
  return ok(rows.calendarDays.has(day) ? [removeRecords("calendarDays", [day])] : []);
}
