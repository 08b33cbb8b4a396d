import { message } from "../../base/message.ts";
import type { Case } from "../../customer/records.ts";
import { customersSold } from "../customer-numbers.ts";
import { entriesOf } from "../entries.ts";
import type { Entry } from "../entries.ts";
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

/** `satisfaction` (CSAT): answers of 4–5 of 5 ÷ answers, of cases opened in the period. Answers above 5 stem from another
 * scale: they are left out and noted. n is the number of answers. */
export const SATISFACTION: MetricRule = {
  unit: "percent",
  kind: "ratio",
  version: 1,
  measure(context, subject, period) {
    const silent = silence(context, CASES, period);
    if (silent) return noMeasure(silent);
    const given = entriesOf(context, CASES, { subject, span: period }).filter(hasAnswer);
    const answers = given.filter((entry) => entry.fact.satisfaction! <= 5);
    const content = answers.filter((entry) => entry.fact.satisfaction! >= 4);
    const value = ratioOf(countShares(content), countShares(answers));
    if (value === null) return noMeasure(message("kpi.none.answers"));
    const foreign = given.length - answers.length;
    return {
      value,
      n: answers.length,
      notes: foreign === 0 ? [] : [message("kpi.note.other-scale", { count: foreign })],
      inputs: () => [
        countInput("kpi.input.content", countShares(content)),
        countInput("kpi.input.answers", countShares(answers)),
      ],
      rows: () =>
        entryRows(CASES, answers, (entry) => ({ unit: "score", value: entry.fact.satisfaction ?? null })),
    };
  },
};

/** Whether a case's kind names a complaint.
 * @example isComplaint("客户投诉") // => true
 * @example isComplaint("咨询") // => false
 */
export function isComplaint(kind: string): boolean {
  return /投诉|客诉|complain/i.test(kind);
}

function hasAnswer(entry: Entry<Case>): boolean {
  return entry.fact.satisfaction !== undefined && entry.fact.satisfaction >= 1;
}
