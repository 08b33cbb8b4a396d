import type { ExplainedRow } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import { inPeriod, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { KpiContext } from "../context.ts";
import { customerKeyOf } from "../customer-key.ts";
import { ORDERS, WON_DEALS } from "../fact-source.ts";
import { firstsBetween } from "../first-purchases.ts";
import type { KpiValue } from "../kpi-value.ts";
import { memoBy } from "../memo-by.ts";
import { retentionOf } from "../metrics/customer-sets.ts";
import { countInput, entryRows, noMeasure, silence } from "../metrics/measure.ts";
import type { Measure } from "../metrics/measure.ts";
import { amountOf, countOf } from "../metrics/sums.ts";
import { bookStart } from "../month-facts.ts";
import { analysisFigure } from "./analysis-figure.ts";
import type { AnalysisFigure } from "./analysis-figure.ts";
import { filteredLines } from "./analysis-filter.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { dealLines, orderLines, wholeEntries } from "./analysis-lines.ts";
import type { DealLine, OrderLine } from "./analysis-lines.ts";

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
 * @example customerBusiness(kpiWorld({}), { subject: { kind: "team" }, source: null, period: period("2026-03", 1) }, { won: [], lost: [], open: [], undated: [] }).churn.note // => { key: "kpi.none.sales" }
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

function partsOfWon(context: KpiContext, { period }: AnalysisFilter, won: readonly DealLine[]) {
  const byPart: Record<BusinessPart, DealLine[]> = { new: [], existing: [], "no-customer": [] };
  const newKeys = newCustomerKeys(context, period);
  for (const line of wholeEntries(won)) {
    const isNew = line.customerKey !== null && newKeys.has(line.customerKey);
    byPart[line.customerKey === null ? "no-customer" : isNew ? "new" : "existing"].push(line);
  }
  return byPart;
}

/** The customers whose first won deal or first order, whichever the setting says, falls in the period. */
function newCustomerKeys(context: KpiContext, period: Period): ReadonlySet<string | null> {
  const firsts = isByOrder(context)
    ? firstsBetween(context, ORDERS, period)
    : firstsBetween(context, WON_DEALS, period);
  return memoBy(
    [firsts, context.facts.customers],
    "new-customer-keys",
    () => new Set(firsts.map((fact) => customerKeyOf(context, fact))),
  );
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
  const sold = soldLines(context, filter);
  const before = customersOf(sold, shiftPeriod(filter.period, -1, context.settings.fiscalStart));
  const now = customersOf(sold, filter.period);
  const stayed = [...before.keys()].filter((key) => now.has(key));
  const kept = retentionOf({
    before: before.size,
    kept: stayed.length,
    isRunning: filter.period.end > context.today,
    rows: () => [...before].map(([key, rowOf]) => rowOf({ unit: "count", value: now.has(key) ? 1 : 0 })),
  });
  if (kept.value === null) return { kept, lost: kept };
  const gone = [...before].filter(([key]) => !now.has(key));
  return {
    kept,
    lost: {
      ...kept,
      value: gone.length / before.size,
      inputs: () => [
        countInput("kpi.input.previous-customers", before.size),
        countInput("customer.analysis.input.gone-customers", gone.length),
      ],
      rows: () => gone.map(([, rowOf]) => rowOf({ unit: "count", value: 1 })),
    },
  };
}

/** The first sale that put a customer into a set, as a row with what it adds; made when somebody asks. */
type SaleRow = (adds: Quantity) => ExplainedRow;

interface SoldLines {
  readonly deals: readonly DealLine[];
  readonly orders: readonly OrderLine[];
}

function soldLines(context: KpiContext, filter: AnalysisFilter): SoldLines {
  const deals = filteredLines(dealLines(context), filter);
  return {
    deals: deals.filter((line) => line.fact.category === "won" && line.isDated),
    orders: filteredLines(orderLines(context), filter),
  };
}

function customersOf(sold: SoldLines, period: Period): ReadonlyMap<string, SaleRow> {
  const saleByKey = new Map<string, SaleRow>();
  for (const line of sold.deals) {
    if (line.customerKey === null || !inPeriod(line.day, period) || saleByKey.has(line.customerKey)) continue;
    saleByKey.set(line.customerKey, (adds) => entryRows(WON_DEALS, [line], () => adds)[0]!);
  }
  for (const line of sold.orders) {
    if (line.customerKey === null || !inPeriod(line.day, period) || saleByKey.has(line.customerKey)) continue;
    saleByKey.set(line.customerKey, (adds) => entryRows(ORDERS, [line], () => adds)[0]!);
  }
  return saleByKey;
}
