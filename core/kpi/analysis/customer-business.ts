import type { ExplainedRow } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import { inPeriod, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import type { Deal, Order } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import { customerKeyOf } from "../customer-key.ts";
import { ORDERS, WON_DEALS } from "../fact-source.ts";
import type { FactSource } from "../fact-source.ts";
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
import { lineTest } from "./analysis-filter.ts";
import type { AnalysedDeals, AnalysisFilter } from "./analysis-filter.ts";
import { dealLines, orderLines, wholeEntries } from "./analysis-lines.ts";
import type { DealLine, Line } from "./analysis-lines.ts";

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
  const before = customersOf(context, {
    ...filter,
    period: shiftPeriod(filter.period, -1, context.settings.fiscalStart),
  });
  const now = customersOf(context, filter);
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

/** The customers to whom the filter's owners sold in its period, each with one sale. */
function customersOf(context: KpiContext, filter: AnalysisFilter): ReadonlyMap<string, SaleRow> {
  const saleByKey = new Map<string, SaleRow>();
  const isIn = lineTest(filter);
  const add = <F extends Deal | Order>(line: Line<F>, source: FactSource<F>) => {
    const key = line.customerKey;
    if (key === null || !inPeriod(line.day, filter.period) || saleByKey.has(key) || !isIn(line)) return;
    saleByKey.set(key, (adds) => entryRows(source, [line], () => adds)[0]!);
  };
  for (const chunk of dealLines(context)) {
    for (const line of chunk) if (line.fact.category === "won" && line.isDated) add(line, WON_DEALS);
  }
  for (const chunk of orderLines(context)) for (const line of chunk) add(line, ORDERS);
  return saleByKey;
}
