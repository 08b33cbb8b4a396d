import type { Settings } from "../base/settings.ts";
import type { BookMetric, Kpi, KpiMetric } from "./records.ts";

/** The metric that a KPI from the book is measured by, the settings' meaning of 销售额 and 新客户 put in; `null` for a typed
 * KPI.
 * @example metricOf({ source: "typed", metric: "retention" }, { salesBasis: "won" }) // => null
 */
export function metricOf(kpi: Pick<Kpi, "source" | "metric">, settings: Settings): BookMetric | null {
  return kpi.source === "book" && kpi.metric !== undefined ? bookMetric(kpi.metric, settings) : null;
}

/** The metric behind a plain word: amounts won, ordered or paid; new by first deal or first order.
 * @example bookMetric("sales-amount", { salesBasis: "order" }) // => "order-amount"
 * @example bookMetric("new-customers", { newCustomerBy: "deal" }) // => "new-customers-by-deal"
 */
export function bookMetric(
  metric: KpiMetric,
  settings: Pick<Settings, "salesBasis" | "newCustomerBy">,
): BookMetric {
  if (metric === "sales-amount") return `${settings.salesBasis}-amount`;
  if (metric === "new-customers") return `new-customers-by-${settings.newCustomerBy}`;
  return metric;
}
