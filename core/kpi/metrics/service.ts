import { message } from "../../base/message.ts";
import { isComplaint } from "../../customer/case-chain.ts";
import { customersSold } from "../customer-numbers.ts";
import { entriesOf } from "../entries.ts";
import { CASES, ORDERS } from "../fact-source.ts";
import { countInput, countShares, entryRows, noMeasure, ratioOf, shareQuantity, silence } from "./measure.ts";
import type { MetricRule } from "./measure.ts";

/** `complaint-rate`: complaints opened in the period ÷ customers served (or orders, by a setting); the denominator is named
 * beside it. A case is a complaint when its kind says so (投诉, 客诉, complaint). n is the denominator. */
export const COMPLAINT_RATE: MetricRule = {
  unit: "percent",
  kind: "ratio",
  version: 1,
  measure(context, subject, period) {
    const silent = silence(context, CASES, period);
    if (silent) return noMeasure(silent);
    const complaints = entriesOf(context, CASES, { subject, span: period }).filter((entry) =>
      isComplaint(entry.fact.kind),
    );
    const perOrder = context.settings.complaintPer === "orders";
    const served = perOrder
      ? countShares(entriesOf(context, ORDERS, { subject, span: period }))
      : customersSold(context, subject, period).length;
    const value = ratioOf(countShares(complaints), served);
    if (value === null) return noMeasure(message(perOrder ? "kpi.none.orders-in" : "kpi.none.customers-in"));
    const denominator = perOrder ? "kpi.input.orders" : "kpi.input.customers";
    return {
      value,
      n: Math.round(served),
      notes: [message(perOrder ? "kpi.note.per-orders" : "kpi.note.per-customers", { count: served })],
      inputs: () => [
        countInput("kpi.input.complaints", countShares(complaints)),
        countInput(denominator, served),
      ],
      rows: () => entryRows(CASES, complaints, shareQuantity),
    };
  },
};
