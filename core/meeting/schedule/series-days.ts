import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { ruleDays } from "../../base/rule-days.ts";
import { isWorkingDay } from "../../base/working-calendar.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import type { MeetingSeries } from "../records.ts";

/** One meeting of a series: the day that the rule names, and the one on which it is held. */
export interface MeetingDay {
  readonly ruleDay: Day;
  readonly on: Day;
}

/** No run of holidays is longer. */
const MOST_SHIFT = 31;

/** The meetings of a series held within [start, end), earliest first. A rule's day that is not worked goes to the next or the
 * previous working day, or falls out, as the series says. Never two on one day: what is moved gives way to a meeting whose own
 * day it is, and of two moved to one day the earlier stays.
 * @example seriesDays({ rule: "FREQ=WEEKLY;BYDAY=MO", from: "2026-01-01", onHoliday: "next" }, workingCalendar([]), { start: "2026-10-05", end: "2026-10-12" }) // => [{ ruleDay: "2026-10-05", on: "2026-10-08" }]
 * @example seriesDays({ rule: "FREQ=WEEKLY;BYDAY=MO", from: "2026-01-01", onHoliday: "skip" }, workingCalendar([]), { start: "2026-10-05", end: "2026-10-12" }) // => []
 */
export function seriesDays(
  series: Pick<MeetingSeries, "rule" | "from" | "until" | "onHoliday">,
  calendar: WorkingCalendar,
  range: { readonly start: Day; readonly end: Day },
): readonly MeetingDay[] {
  const wide = { start: addDays(range.start, -MOST_SHIFT), end: addDays(range.end, MOST_SHIFT) };
  const isIn = (on: Day) => on >= series.from && (series.until === undefined || on < series.until);
  const days = ruleDays(series.rule, series.from, wide).filter(isIn);
  const taken = new Set(days.filter((day) => isWorkingDay(calendar, day)));
  const held = days.flatMap((ruleDay): readonly MeetingDay[] => {
    if (isWorkingDay(calendar, ruleDay)) return [{ ruleDay, on: ruleDay }];
    const on = movedTo(calendar, ruleDay, series.onHoliday);
    if (on === null || taken.has(on) || !isIn(on)) return [];
    taken.add(on);
    return [{ ruleDay, on }];
  });
  return held
    .filter(({ on }) => on >= range.start && on < range.end)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

function movedTo(calendar: WorkingCalendar, from: Day, way: MeetingSeries["onHoliday"]): Day | null {
  if (way === "skip") return null;
  const step = way === "next" ? 1 : -1;
  for (let days = 1; days <= MOST_SHIFT; days += 1) {
    const on = addDays(from, days * step);
    if (isWorkingDay(calendar, on)) return on;
  }
  return null;
}
