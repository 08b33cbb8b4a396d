import { dayNumber } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { money, multiplyMoney, WHOLE_PPM, ZERO } from "../../base/money.ts";
import type { Ppm } from "../../base/money.ts";
import { DUE_AGES, dueAge } from "../../customer/receivable.ts";
import type { DueAge } from "../../customer/receivable.ts";
import type { Order } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import { ORDERS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { entryRows, moneyInput, noMeasure, ratioOf } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { analysisFigure } from "./analysis-figure.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { orderLines } from "./analysis-lines.ts";
import { eachFact, lineEntries, NONE } from "./line-book.ts";
import type { Lines } from "./line-book.ts";
import { lineTally } from "./line-tally.ts";

/** What customers still have to pay. */
export interface Receivables {
  readonly total: KpiValue;
  readonly ages: readonly { readonly age: DueAge; readonly amount: KpiValue; readonly count: KpiValue }[];
  /** Paid ÷ due, of orders due in the period. */
  readonly collectionRate: KpiValue;
}

/** Receivables as of today by how long they have been due: amount − paid − refunded of each order, never below nothing. Orders
 * of which nobody knows what was paid are left out and counted in a note.
 * @example receivables(kpiWorld({ orders: [anOrder("o1", "2026-03-01", 500, { paid: 200 })] }), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }).total.value // => { unit: "money", value: 300 }
 */
export function receivables(context: KpiContext, filter: AnalysisFilter): Receivables {
  const { known, unknown, owed, byAge } = sortOrders(context, filter);
  const silent = silenceOf(context, known.at.length);
  const figure = (key: "outstanding" | "outstanding-count", at: readonly number[], age?: DueAge) =>
    analysisFigure(context, {
      filter,
      figure: key,
      measure:
        silent ?? outstanding({ book: known.book, at }, { unknown, isCount: key === "outstanding-count" }),
      ...(age === undefined ? {} : { part: message(`customer.analysis.due.${age}`) }),
    });
  return {
    total: figure("outstanding", owed),
    ages: DUE_AGES.map((age) => ({
      age,
      amount: figure("outstanding", byAge.get(age)!, age),
      count: figure("outstanding-count", byAge.get(age)!, age),
    })),
    collectionRate: analysisFigure(context, {
      filter,
      figure: "collection-rate",
      measure: silent ?? collectionRate(known, filter),
    }),
  };
}

/** The orders of a filter: those that know what was paid, and of these the ones with something left, by how long it is due. */
function sortOrders(context: KpiContext, filter: AnalysisFilter) {
  const book = orderLines(context);
  const isIn = lineTest(book, filter);
  const all: number[] = [];
  for (let line = 0; line < book.day.length; line += 1) if (isIn(line)) all.push(line);
  const known: number[] = [];
  const owed: number[] = [];
  const byAge = new Map<DueAge, number[]>(DUE_AGES.map((age) => [age, []]));
  let unknown = 0;
  eachFact({ book, at: all }, (line, { place, until, besides }) => {
    if (Number.isNaN(besides)) {
      unknown += 1;
      return;
    }
    const age = besides > 0 ? byAge.get(dueAge(book.facts[line]!.dueOn, context.today))! : null;
    for (const one of all.slice(place, until)) {
      known.push(one);
      if (age === null) continue;
      owed.push(one);
      age.push(one);
    }
  });
  return { known: { book, at: known }, unknown, owed, byAge };
}

function silenceOf({ facts }: KpiContext, known: number): Measure | null {
  if (facts.orders.every((chunk) => chunk.length === 0)) return noMeasure(message("kpi.none.orders"));
  return known === 0 ? noMeasure(message("kpi.none.payments")) : null;
}

function outstanding(
  lines: Lines<Order>,
  { unknown, isCount }: { readonly unknown: number; readonly isCount: boolean },
): Measure {
  const tally = lineTally(lines);
  return {
    value: isCount ? tally.parts / WHOLE_PPM : tally.besides,
    n: tally.n,
    notes: unknown === 0 ? [] : [message("customer.analysis.note.unknown-paid", { count: unknown })],
    inputs: () => [],
    rows: () =>
      entryRows(
        ORDERS,
        tally
          .entries()
          .map((entry) => ({ ...entry, amount: entry.besides, day: entry.fact.dueOn ?? entry.day })),
      ),
  };
}

/** Paid ÷ due, of orders that fell due in the period; what was refunded is not due any more. Orders without a due day count
 * on their own. */
function collectionRate({ book, at }: Lines<Order>, { period }: AnalysisFilter): Measure {
  const [start, end] = [dayNumber(period.start), dayNumber(period.end)];
  const dueOf = (line: number) => (book.detail[line] === NONE ? book.day[line]! : book.detail[line]!);
  const lines = { book, at: at.filter((line) => dueOf(line) >= start && dueOf(line) < end) };
  let [n, whole, paid] = [0, 0, 0];
  eachFact(lines, (line, { share, amount, besides }) => {
    const due = amount - refundedOf(book.facts[line]!, share);
    n += 1;
    whole += due;
    paid += due - besides;
  });
  const value = ratioOf(paid, whole);
  if (value === null) return noMeasure(message("customer.analysis.none.due"));
  return {
    value,
    n,
    notes: [],
    inputs: () => [
      moneyInput("customer.analysis.input.collected", money(paid)),
      moneyInput("customer.analysis.input.due", money(whole)),
    ],
    rows: () =>
      lineEntries(lines).flatMap((entry) => {
        const due = entry.amount! - refundedOf(entry.fact, entry.share);
        const row = { ...entry, day: entry.fact.dueOn ?? entry.day };
        return entryRows(ORDERS, [row], () => ({ unit: "money", value: money(due - entry.besides!) }));
      }),
  };
}

function refundedOf({ refunded }: Order, share: number): number {
  return refunded === undefined ? ZERO : multiplyMoney(refunded, share as Ppm);
}
