import { daysBetween } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Deal } from "../../customer/records.ts";
import { entriesOf } from "../entries.ts";
import type { Entry } from "../entries.ts";
import { WON_DEALS } from "../fact-source.ts";
import { entryRows, noMeasure, silence } from "./measure.ts";
import type { Measure, MetricRule } from "./measure.ts";
import { tallyOf } from "./tally.ts";
import type { Tally } from "./tally.ts";

/** `cycle-mean-days` and `cycle-median-days`: days from created to won, of deals won in the period that know both days. A
 * deal won before it was created is left out and noted.
 * @example cycleRule(meanOf).measure(kpiWorld({ deals: [aDeal("d1", { category: "won", createdOn: "2026-03-01", closedOn: "2026-03-31" })] }), { kind: "team" }, period("2026-03", 1)).value // => 30
 */
export function cycleRule(average: (days: readonly number[]) => number): MetricRule {
  return {
    unit: "days",
    kind: "ratio",
    version: 1,
    measure(context, subject, period) {
      const silent = silence(context, WON_DEALS, period);
      if (silent) return noMeasure(silent);
      return cycleOf(dealTally(entriesOf(context, WON_DEALS, { subject, span: period })), average);
    },
  };
}

/** A tally of deals, with the days that they took: of each that knows them the right way round. */
export interface DealTally extends Tally<Deal> {
  cycles(): readonly number[];
}

/** What entries of deals come to.
 * @example dealTally([]).cycles() // => []
 */
export function dealTally(entries: readonly Entry<Deal>[]): DealTally {
  const cycles = () => entries.map(cycleDays).filter((days): days is number => days !== null && days >= 0);
  return { ...tallyOf(entries), cycles };
}

/** The average days from created to won of won deals that know both days.
 * @example cycleOf(dealTally([]), meanOf).note // => { key: "kpi.none.cycles" }
 */
export function cycleOf(won: DealTally, average: (days: readonly number[]) => number): Measure {
  const days = won.cycles();
  if (days.length === 0) return noMeasure(message("kpi.none.cycles"));
  const left = won.n - days.length;
  return {
    value: average(days),
    n: days.length,
    notes: left === 0 ? [] : [message("kpi.note.without-cycle", { count: left })],
    inputs: () => [],
    rows: () => {
      const known = won.entries().filter((entry) => (cycleDays(entry) ?? -1) >= 0);
      return entryRows(WON_DEALS, known, (entry) => ({ unit: "days", value: cycleDays(entry) }));
    },
  };
}

/** The arithmetic mean. Throws when there is nothing to average.
 * @example meanOf([1, 2, 6]) // => 3
 */
export function meanOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("the mean of nothing");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value; of an even number the mean of the two in the middle. Throws when there is none.
 * @example medianOf([5, 1, 3]) // => 3
 * @example medianOf([4, 1, 3, 2]) // => 2.5
 */
export function medianOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("the median of nothing");
  const sorted = Float64Array.from(values).toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Days from created to won; negative when the days are the wrong way round, `null` when the first is not known.
 * @example cycleDays({ fact: aDeal("d1", { createdOn: "2026-03-01" }), day: "2026-03-31", share: 1000000, amount: null }) // => 30
 */
export function cycleDays(entry: Entry<Deal>): number | null {
  return entry.fact.createdOn === undefined ? null : daysBetween(entry.fact.createdOn, entry.day);
}
