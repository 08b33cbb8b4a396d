import { LOST_DEALS, ORDERS, WON_DEALS } from "../fact-source.ts";
import type { BookMetric } from "../records.ts";
import { ACTIVE_CUSTOMERS, newCustomersRule, RETENTION } from "./customer-sets.ts";
import type { MetricRule } from "./measure.ts";
import { OPEN_AMOUNT, WEIGHTED_OPEN_AMOUNT } from "./pipeline.ts";
import { cycleRule, meanOf, medianOf } from "./sales-cycle.ts";
import { NPS, SATISFACTION } from "./satisfaction.ts";
import { COMPLAINT_RATE } from "./service.ts";
import { amountRule, countRule, PAID_AMOUNT } from "./sums.ts";
import { WIN_RATE, WIN_RATE_VALUE } from "./win-rates.ts";

/** How each metric of the book is computed. A metric without a line here does not compile. */
export const METRIC_RULES: Readonly<Record<BookMetric, MetricRule>> = {
  "won-amount": amountRule(WON_DEALS),
  "won-count": countRule(WON_DEALS),
  "lost-count": countRule(LOST_DEALS),
  "win-rate": WIN_RATE,
  "win-rate-value": WIN_RATE_VALUE,
  "open-amount": OPEN_AMOUNT,
  "weighted-open-amount": WEIGHTED_OPEN_AMOUNT,
  "cycle-mean-days": cycleRule(meanOf),
  "cycle-median-days": cycleRule(medianOf),
  "order-amount": amountRule(ORDERS),
  "order-count": countRule(ORDERS),
  "paid-amount": PAID_AMOUNT,
  "new-customers-by-deal": newCustomersRule(WON_DEALS),
  "new-customers-by-order": newCustomersRule(ORDERS),
  retention: RETENTION,
  "active-customers": ACTIVE_CUSTOMERS,
  "complaint-rate": COMPLAINT_RATE,
  satisfaction: SATISFACTION,
  nps: NPS,
};
