import type { Day } from "../../base/day.ts";
import { multiplyMoney } from "../../base/money.ts";
import type { Deal, Order, Payment } from "../../customer/records.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { ORDERS, PAID_ORDERS, PAYMENTS, WON_DEALS } from "../../kpi/fact-source.ts";
import type { CountedFact, FactSource } from "../../kpi/fact-source.ts";
import type { BookMetric } from "../../kpi/records.ts";
import type { LateSource } from "./late-business.ts";

/** The metrics that can be forecast: flows of deals, orders and payments. */
export const FORECAST_METRICS = [
  "won-amount",
  "won-count",
  "order-amount",
  "order-count",
  "paid-amount",
] as const satisfies readonly BookMetric[];
export type ForecastMetric = (typeof FORECAST_METRICS)[number];

/** Whether a metric can be forecast.
 * @example isForecastMetric("won-amount") // => true
 * @example isForecastMetric("retention") // => false
 */
export function isForecastMetric(metric: BookMetric): metric is ForecastMetric {
  return (FORECAST_METRICS as readonly BookMetric[]).includes(metric);
}

/** Open deals, by the day on which they are expected to close. */
export const OPEN_DEALS: FactSource<Deal> = {
  ...WON_DEALS,
  key: "open-deals",
  day: (deal) => (deal.category === "open" ? (deal.expectedCloseOn ?? null) : null),
};

/** How late business of a metric is found: won deals that were created after the point, orders and payments that came after it.
 * @example lateSourceOf(kpiWorld({}), "won-count").counts // => "share"
 */
export function lateSourceOf(context: KpiContext, metric: ForecastMetric): LateSource<CountedFact> {
  const counts = metric.endsWith("-count") ? "share" : "amount";
  if (metric === "won-amount" || metric === "won-count") {
    return late(WON_DEALS, (deal) => deal.createdOn ?? null, counts);
  }
  if (metric !== "paid-amount") return late<Order>(ORDERS, (order) => order.on, counts);
  const hasPayments = context.facts.payments.some((chunk) => chunk.length > 0);
  return hasPayments
    ? late<Payment>(PAYMENTS, (payment) => payment.on, counts)
    : late<Order>(PAID_ORDERS, (order) => order.on, counts);
}

/** What an open deal is expected to add: amount × chance, rounded half away from zero; for counts its share × chance.
 * @example expectedOf({ amount: 1000, probability: 255000 }, "amount") // => 255
 */
export function expectedOf(
  deal: { readonly amount: number; readonly probability: number },
  counts: "amount" | "share",
): number {
  if (counts === "share") return (deal.amount * deal.probability) / 1_000_000;
  return multiplyMoney(
    deal.amount as Parameters<typeof multiplyMoney>[0],
    deal.probability as Parameters<typeof multiplyMoney>[1],
  );
}

/** The source of one kind of fact as that of any: it only ever meets the facts that it hands out itself. */
function late<F extends CountedFact>(
  source: FactSource<F>,
  knownOn: (fact: F) => Day | null,
  counts: "amount" | "share",
): LateSource<CountedFact> {
  return { source, knownOn, counts } as unknown as LateSource<CountedFact>;
}
