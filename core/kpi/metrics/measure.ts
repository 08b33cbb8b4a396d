import type { Day } from "../../base/day.ts";
import type { ExplainedInput, ExplainedRow } from "../../base/explain.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity, Unit } from "../../base/message.ts";
import { money, WHOLE_PPM } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../context.ts";
import type { Entry } from "../entries.ts";
import { LOST_DEALS, WON_DEALS } from "../fact-source.ts";
import type { CountedFact, FactSource } from "../fact-source.ts";
import { bookStart } from "../month-facts.ts";

/** What measuring gives, before it has a name. Inputs and rows are made only when somebody asks. */
export interface Measure {
  readonly value: number | null;
  /** How many facts the value rests on. */
  readonly n: number;
  /** Why there is no value. */
  readonly note?: Message;
  /** What the reader must know beside the value. */
  readonly notes: readonly Message[];
  inputs(): readonly ExplainedInput[];
  rows(): readonly ExplainedRow[];
}

/** How one metric of the book is computed. */
export interface MetricRule {
  readonly unit: Exclude<Unit, "hours" | "years" | "points">;
  /** Flows add up over time and people; a level is a state at the end; a ratio is computed from its parts everywhere. */
  readonly kind: "flow" | "level" | "ratio";
  /** Raised when the result can change for the same data. */
  readonly version: number;
  measure(context: KpiContext, subject: Subject, period: Period): Measure;
}

const NOTHING = () => [];

/** There is no value, and why.
 * @example noMeasure({ key: "kpi.none.deals" }).value // => null
 */
export function noMeasure(note: Message, n = 0): Measure {
  return { value: null, n, note, notes: [], inputs: NOTHING, rows: NOTHING };
}

/** Why a source can say nothing about a period: the book holds none of its facts, or begins later; `null` when it can.
 * @example silence(kpiWorld({}), WON_DEALS, period("2026-03", 1)) // => { key: "kpi.none.deals" }
 */
export function silence<F extends CountedFact>(
  context: KpiContext,
  source: FactSource<F>,
  period: Period,
): Message | null {
  if (source.chunks(context).every((chunk) => chunk.length === 0)) return message(`kpi.none.${source.table}`);
  const start = source.table === "deals" ? dealsStart(context) : bookStart(context, source);
  if (start === null || period.end > start) return null;
  return message("kpi.none.before-book", { day: { day: start } });
}

/** Sums shares exactly: 1 000 000 parts are one fact.
 * @example countShares([{ share: 600000 }, { share: 400000 }]) // => 1
 */
export function countShares(entries: readonly Pick<Entry, "share">[]): number {
  let parts = 0;
  for (const entry of entries) parts += entry.share;
  return parts / WHOLE_PPM;
}

/** Sums amounts; entries without one add nothing.
 * @example sumAmounts([{ amount: 250 }, { amount: null }]) // => 250
 */
export function sumAmounts(entries: readonly Pick<Entry, "amount">[]): Money {
  let sum = 0;
  for (const entry of entries) sum += entry.amount ?? 0;
  return money(sum);
}

/** One part by another, or `null` when there is nothing to divide by.
 * @example ratioOf(1, 4) // => 0.25
 * @example ratioOf(0, 0) // => null
 */
export function ratioOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** A note that some facts have no amount, or none.
 * @example missingAmounts({ n: 2, priced: 1 }) // => [{ key: "kpi.note.without-amount", params: { count: 1 } }]
 */
export function missingAmounts(of: { readonly n: number; readonly priced: number }): readonly Message[] {
  const count = of.n - of.priced;
  return count === 0 ? [] : [message("kpi.note.without-amount", { count })];
}

/** The rows behind entries: each fact with what it added.
 * @example entryRows(WON_DEALS, [{ fact: aDeal("d1"), day: "2026-03-01", share: 1000000, amount: 5 }])[0].ref // => { table: "deals", id: "d1" }
 */
export function entryRows<F extends CountedFact>(
  source: FactSource<F>,
  entries: readonly Entry<F>[],
  amountOf: (entry: Entry<F>) => Quantity = amountQuantity,
): readonly ExplainedRow[] {
  return entries.map((entry) => ({
    ref: { table: source.table, id: entry.fact.id },
    label: source.label(entry.fact),
    day: entry.day,
    amount: amountOf(entry),
  }));
}

/** What an entry adds to an amount.
 * @example amountQuantity({ fact: aDeal("d1"), day: "2026-03-01", share: 1000000, amount: 5 }) // => { unit: "money", value: 5 }
 */
export function amountQuantity(entry: Entry): Quantity {
  return { unit: "money", value: entry.amount };
}

/** What an entry adds to a count.
 * @example shareQuantity({ fact: aDeal("d1"), day: "2026-03-01", share: 600000, amount: 5 }) // => { unit: "count", value: 0.6 }
 */
export function shareQuantity(entry: Entry): Quantity {
  return { unit: "count", value: entry.share / WHOLE_PPM };
}

/** A named quantity among the inputs of an explanation.
 * @example countInput("kpi.input.won", 3) // => { label: { key: "kpi.input.won" }, value: { unit: "count", value: 3 } }
 */
export function countInput(key: string, value: number): ExplainedInput {
  return { label: message(key), value: { unit: "count", value } };
}

/** A named amount among the inputs of an explanation.
 * @example moneyInput("kpi.input.won-amount", 5) // => { label: { key: "kpi.input.won-amount" }, value: { unit: "money", value: 5 } }
 */
export function moneyInput(key: string, value: Money): ExplainedInput {
  return { label: message(key), value: { unit: "money", value } };
}

function dealsStart(context: KpiContext): Day | null {
  const won = bookStart(context, WON_DEALS);
  const lost = bookStart(context, LOST_DEALS);
  return won === null || (lost !== null && lost < won) ? lost : won;
}
