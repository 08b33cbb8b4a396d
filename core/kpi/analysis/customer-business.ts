import { dayNumber } from "../../base/day.ts";
import type { ExplainedRow } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import { customerKeyOf } from "../customer-key.ts";
import { ORDERS, WON_DEALS } from "../fact-source.ts";
import type { CountedFact } from "../fact-source.ts";
import { firstsBetween } from "../first-purchases.ts";
import type { KpiValue } from "../kpi-value.ts";
import { retentionOf } from "../metrics/customer-sets.ts";
import { countInput, entryRows, noMeasure, silence } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { amountOf, countOf } from "../metrics/sums.ts";
import { bookStart } from "../month-facts.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysisFigure } from "./analysis-figure.ts";
import { lineTest } from "./analysis-filter.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { dealLines, orderLines } from "./analysis-lines.ts";
import { lineEntries, STATE } from "./line-book.ts";
import type { Codes, LineBook, Lines } from "./line-book.ts";
import { lineTally } from "./line-tally.ts";
import type { LineTally } from "./line-tally.ts";

/** Whose business it is: a customer's who is new in the period, who was there before, or nobody's in particular. */
export const BUSINESS_PARTS = ["new", "existing", "no-customer"] as const;
export type BusinessPart = (typeof BUSINESS_PARTS)[number];

/** Where the won amounts of a period come from, and whether customers stay. */
export interface CustomerBusiness {
  readonly parts: readonly {
    readonly part: BusinessPart;
    readonly amount: KpiValue;
    readonly count: KpiValue;
  }[];
  readonly retention: KpiValue;
  readonly churn: KpiValue;
}

/** New and existing business: amounts won in the period from customers whose first won deal or first order (a setting) of
 * the whole book falls in it, from all others, and of deals that name no customer; these three add up to what was won.
 * Retention and churn are of the same filter, as sets.
 * @example customerBusiness(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, analysedDeals(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) })).churn.note // => { key: "kpi.none.sales" }
 */
export function customerBusiness(
  context: KpiContext,
  filter: AnalysisFilter,
  deals: AnalysedDeals,
): CustomerBusiness {
  const byPart = partsOfWon(context, filter, deals.won);
  const silent = newBusinessSilence(context, filter.period);
  const start = isByOrder(context) ? bookStart(context, ORDERS) : bookStart(context, WON_DEALS);
  const notes = start === null ? [] : [message("kpi.note.book-start", { day: { day: start } })];
  const retention = retentionMeasure(context, filter);
  const figure = (key: AnalysisFigure, measure: Measure) =>
    analysisFigure(context, { filter, figure: key, measure });
  return {
    parts: BUSINESS_PARTS.map((part) => {
      const label = message(`customer.analysis.business.${part}`);
      const measureAs = (key: "business-amount" | "won-count", measure: Measure) =>
        analysisFigure(context, {
          filter,
          figure: key,
          part: label,
          measure: silent ? noMeasure(silent) : { ...measure, notes: [...measure.notes, ...notes] },
        });
      return {
        part,
        amount: measureAs("business-amount", amountOf(WON_DEALS, byPart[part])),
        count: measureAs("won-count", countOf(WON_DEALS, byPart[part])),
      };
    }),
    retention: figure("retention", retention.kept),
    churn: figure("churn", retention.lost),
  };
}

function partsOfWon(
  context: KpiContext,
  { period }: AnalysisFilter,
  { book, at }: Lines<Deal>,
): Readonly<Record<BusinessPart, LineTally<Deal>>> {
  const byPart: Record<BusinessPart, number[]> = { new: [], existing: [], "no-customer": [] };
  const isNew = newCustomers(context, period, book.codes);
  for (const line of at) {
    const customer = book.customer[line]!;
    byPart[customer === 0 ? "no-customer" : isNew.has(customer) ? "new" : "existing"].push(line);
  }
  const tally = (part: BusinessPart) => lineTally({ book, at: byPart[part] });
  return { new: tally("new"), existing: tally("existing"), "no-customer": tally("no-customer") };
}

/** The customers whose first won deal or first order, whichever the setting says, falls in the period. */
function newCustomers(context: KpiContext, period: Period, codes: Codes): ReadonlySet<number> {
  const firsts = isByOrder(context)
    ? firstsBetween(context, ORDERS, period)
    : firstsBetween(context, WON_DEALS, period);
  return new Set(firsts.map((fact) => codes.codeOf(customerKeyOf(context, fact))));
}

function isByOrder({ settings }: KpiContext): boolean {
  return settings.newCustomerBy === "order";
}

function newBusinessSilence(context: KpiContext, period: Period) {
  return (
    silence(context, WON_DEALS, period) ?? (isByOrder(context) ? silence(context, ORDERS, period) : null)
  );
}

/** Who stayed and who did not, of the customers of the previous period of the same length. */
function retentionMeasure(
  context: KpiContext,
  filter: AnalysisFilter,
): { readonly kept: Measure; readonly lost: Measure } {
  const orders = silence(context, ORDERS, filter.period);
  const deals = silence(context, WON_DEALS, filter.period);
  if (orders && deals) {
    const none = noMeasure(orders.key === deals.key ? orders : message("kpi.none.sales"));
    return { kept: none, lost: none };
  }
  const before = customersOf(context, {
    ...filter,
    period: shiftPeriod(filter.period, -1, context.settings.fiscalStart),
  });
  const now = customersOf(context, filter);
  let stayed = 0;
  for (const customer of before.keys()) if (now.has(customer)) stayed += 1;
  const kept = retentionOf({
    before: before.size,
    kept: stayed,
    isRunning: filter.period.end > context.today,
    rows: () => [...before].map(([key, sale]) => saleRow(context, sale, now.has(key) ? 1 : 0)),
  });
  if (kept.value === null) return { kept, lost: kept };
  const gone = before.size - stayed;
  return {
    kept,
    lost: {
      ...kept,
      value: gone / before.size,
      inputs: () => [
        countInput("kpi.input.previous-customers", before.size),
        countInput("customer.analysis.input.gone-customers", gone),
      ],
      rows: () => [...before].filter(([key]) => !now.has(key)).map(([, sale]) => saleRow(context, sale, 1)),
    },
  };
}

/** The first sale that put a customer into a set: the line of a won deal, or of an order. */
interface Sale {
  readonly of: "deal" | "order";
  readonly line: number;
}

function saleRow(context: KpiContext, { of, line }: Sale, value: number): ExplainedRow {
  const adds = () => ({ unit: "count", value }) as const;
  const rows =
    of === "deal"
      ? entryRows(WON_DEALS, lineEntries({ book: dealLines(context), at: [line] }), adds)
      : entryRows(ORDERS, lineEntries({ book: orderLines(context), at: [line] }), adds);
  return rows[0]!;
}

/** The customers to whom the filter's owners sold in its period, each with one sale. */
function customersOf(context: KpiContext, filter: AnalysisFilter): ReadonlyMap<number, Sale> {
  const sales = new Map<number, Sale>();
  const [start, end] = [dayNumber(filter.period.start), dayNumber(filter.period.end)];
  const add = <F extends CountedFact>(of: Sale["of"], book: LineBook<F>, wanted: number) => {
    const { day, state, customer } = book;
    const isIn = lineTest(book, filter);
    for (let line = 0; line < day.length; line += 1) {
      if (state[line] !== wanted || day[line]! < start || day[line]! >= end) continue;
      const key = customer[line]!;
      if (key !== 0 && isIn(line) && !sales.has(key)) sales.set(key, { of, line });
    }
  };
  add("deal", dealLines(context), STATE.won);
  add("order", orderLines(context), STATE.open);
  return sales;
}
