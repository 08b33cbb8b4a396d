import { message } from "../../base/message.ts";
import { money, multiplyMoney, sumMoney, ZERO } from "../../base/money.ts";
import { inPeriod } from "../../base/period.ts";
import { DUE_AGES, dueAge } from "../../customer/receivable.ts";
import type { DueAge } from "../../customer/receivable.ts";
import type { KpiContext } from "../context.ts";
import { ORDERS } from "../fact-source.ts";
import type { KpiValue } from "../kpi-value.ts";
import { countShares, entryRows, moneyInput, noMeasure, ratioOf, sumAmounts } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { analysisFigure } from "./analysis-figure.ts";
import { filteredLines } from "./analysis-filter.ts";
import type { AnalysisFilter } from "./analysis-filter.ts";
import { orderLines, wholeEntries } from "./analysis-lines.ts";
import type { OrderLine } from "./analysis-lines.ts";

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
  const lines = wholeEntries(filteredLines(orderLines(context), filter));
  const known = lines.filter((line) => line.besides !== null);
  const unknown = lines.length - known.length;
  const owed = known.filter((line) => line.besides! > 0);
  const byAge = new Map<DueAge, OrderLine[]>(DUE_AGES.map((age) => [age, []]));
  for (const line of owed) byAge.get(dueAge(line.fact.dueOn, context.today))!.push(line);
  const silent = silenceOf(context, known);
  const figure = (key: "outstanding" | "outstanding-count", of: readonly OrderLine[], age?: DueAge) =>
    analysisFigure(context, {
      filter,
      figure: key,
      measure: silent ?? outstanding(of, { unknown, isCount: key === "outstanding-count" }),
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

function silenceOf({ facts }: KpiContext, known: readonly OrderLine[]): Measure | null {
  if (facts.orders.every((chunk) => chunk.length === 0)) return noMeasure(message("kpi.none.orders"));
  return known.length === 0 ? noMeasure(message("kpi.none.payments")) : null;
}

function outstanding(
  of: readonly OrderLine[],
  { unknown, isCount }: { readonly unknown: number; readonly isCount: boolean },
): Measure {
  let sum = 0;
  for (const line of of) sum += line.besides!;
  return {
    value: isCount ? countShares(of) : money(sum),
    n: of.length,
    notes: unknown === 0 ? [] : [message("customer.analysis.note.unknown-paid", { count: unknown })],
    inputs: () => [],
    rows: () =>
      entryRows(
        ORDERS,
        of.map((line) => ({ ...line, amount: line.besides, day: line.fact.dueOn ?? line.day })),
      ),
  };
}

/** Paid ÷ due, of orders that fell due in the period; what was refunded is not due any more. Orders without a due day count
 * on their own. */
function collectionRate(known: readonly OrderLine[], { period }: AnalysisFilter): Measure {
  const due = known
    .filter((line) => inPeriod(line.fact.dueOn ?? line.day, period))
    .map((line) => {
      const { refunded, dueOn } = line.fact;
      const back = refunded === undefined ? ZERO : multiplyMoney(refunded, line.share);
      const amount = money(line.amount! - back);
      return { ...line, amount, paid: money(amount - line.besides!), day: dueOn ?? line.day };
    });
  const whole = sumAmounts(due);
  const paid = sumMoney(due.map((line) => line.paid));
  const value = ratioOf(paid, whole);
  if (value === null) return noMeasure(message("customer.analysis.none.due"));
  return {
    value,
    n: due.length,
    notes: [],
    inputs: () => [
      moneyInput("customer.analysis.input.collected", paid),
      moneyInput("customer.analysis.input.due", whole),
    ],
    rows: () => due.flatMap((line) => entryRows(ORDERS, [line], () => ({ unit: "money", value: line.paid }))),
  };
}
