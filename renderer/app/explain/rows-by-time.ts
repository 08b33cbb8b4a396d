import { addDays, daysBetween, parseDay, weekdayOf } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import type { ExplainedRow } from "../../../core/base/explain.ts";

/** What dated rows added, week by week or month by month. */
export interface RowsByTime {
  readonly step: "week" | "month";
  /** The first day of each step, without gaps. */
  readonly starts: readonly Day[];
  readonly sums: readonly number[];
}

/** Below this a picture says no more than the table. */
const FEWEST_ROWS = 8;
const LONGEST_IN_WEEKS = 130;

/** The rows' amounts by time: by weeks up to about a quarter, else by months. `null` when they are few, undated, or have no
 * amounts that add up. */
export function rowsByTime(rows: readonly ExplainedRow[]): RowsByTime | null {
  if (rows.length < FEWEST_ROWS || rows.some((row) => row.amount.unit !== "money")) return null;
  const dated = rows.flatMap((row) => {
    const day = parseDay(row.day ?? "");
    return day === null ? [] : [{ day, value: row.amount.value ?? 0 }];
  });
  if (dated.length < rows.length) return null;
  const days = dated.map((one) => one.day).toSorted();
  const [first, last] = [days[0]!, days.at(-1)!];
  const step = daysBetween(first, last) <= LONGEST_IN_WEEKS ? "week" : "month";
  const sumByStart = new Map<Day, number>();
  for (let at = startOf(first, step); at <= last; at = next(at, step)) sumByStart.set(at, 0);
  for (const { day, value } of dated) {
    const start = startOf(day, step);
    sumByStart.set(start, (sumByStart.get(start) ?? 0) + value);
  }
  return { step, starts: [...sumByStart.keys()], sums: [...sumByStart.values()] };
}

function startOf(day: Day, step: RowsByTime["step"]): Day {
  return step === "week" ? addDays(day, 1 - weekdayOf(day)) : (`${day.slice(0, 7)}-01` as Day);
}

function next(start: Day, step: RowsByTime["step"]): Day {
  return step === "week" ? addDays(start, 7) : startOf(addDays(start, 31), "month");
}
