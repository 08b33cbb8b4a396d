import type { Message } from "../base/message.ts";
import { message } from "../base/message.ts";
import type { Subject } from "../base/id.ts";
import { subjectKey } from "../base/id.ts";
import type { Period } from "../base/period.ts";
import { inOrder } from "../team/team-rows.ts";
import type { Answer, Case } from "../customer/records.ts";
import { WHOLE_PPM } from "../base/money.ts";
import type { Chunks, KpiContext } from "./context.ts";
import { CASES, CSAT_ANSWERS, NPS_ANSWERS } from "./fact-source.ts";
import type { FactSource } from "./fact-source.ts";
import { kpiValue, quantityOf } from "./kpi-value.ts";
import type { KpiValue } from "./kpi-value.ts";
import { memoBy } from "./memo-by.ts";
import type { Measure } from "./metrics/measure.ts";
import { METRIC_RULES } from "./metrics/metric-rules.ts";
import { csatAnswers, givenAnswer, measureCsat, measureNps, npsAnswers } from "./metrics/satisfaction.ts";
import type { GivenAnswer } from "./metrics/satisfaction.ts";
import { subjectLabel } from "./subject-label.ts";

/** By whom satisfaction is told apart. */
export const SATISFACTION_BY = ["customer", "member", "group"] as const;
export type SatisfactionBy = (typeof SATISFACTION_BY)[number];

/** How satisfied one customer, or the customers of one member or group, are. */
export interface SatisfactionRow {
  readonly key: string;
  readonly name: string | Message;
  readonly csat: KpiValue;
  readonly nps: KpiValue;
}

const TEAM: Subject = { kind: "team" };

/** CSAT and NPS of a period: the whole team first, then each customer, member or group with answers. Customers with the
 * most answers come first, members and groups in their own order. The same list for the same context.
 * @example satisfactionBy(kpiWorld({ cases: [aCase("k1", "2026-03-02", { satisfaction: 4, customerName: "A" })] }), "customer", period("2026-03", 1)).map((row) => [row.name, row.csat.value.value]) // => [[{ key: "base.team" }, 1], ["A", 1]]
 */
export function satisfactionBy(
  context: KpiContext,
  by: SatisfactionBy,
  period: Period,
): readonly SatisfactionRow[] {
  return memoBy([context], `satisfaction-by:${by}|${period.id}`, () => [
    subjectRow(context, TEAM, period),
    ...(by === "customer"
      ? customerRows(context, period)
      : subjectsOf(context, by)
          .map((subject) => subjectRow(context, subject, period))
          .filter(({ csat, nps }) => csat.n + nps.n > 0)),
  ]);
}

/** CSAT and NPS of one customer over all time.
 * @example customerSatisfaction(kpiWorld({ cases: [aCase("k1", "2026-03-02", { satisfaction: 4, customerId: "c1" })] }), "c1").csat.value // => { unit: "percent", value: 1 }
 */
export function customerSatisfaction(
  context: KpiContext,
  customerId: string,
): Pick<SatisfactionRow, "csat" | "nps"> {
  const { cases, answers } = context.facts;
  const csat = [
    ...answersOf(CASES, cases, { customerId, score: (one) => one.satisfaction }),
    ...answersOf(CSAT_ANSWERS, answers, { customerId, score: (one) => one.score }),
  ].filter(({ score }) => score >= 1);
  const within = csat.filter(({ score }) => score <= 5);
  const nps = answersOf(NPS_ANSWERS, answers, { customerId, score: (one) => one.score });
  return {
    csat: valueOf("satisfaction", measureCsat(within, csat.length - within.length), null),
    nps: valueOf("nps", measureNps(nps), null),
  };
}

function answersOf<F extends Case | Answer>(
  source: FactSource<F>,
  chunks: Chunks<F>,
  of: { readonly customerId: string; score(fact: F): number | undefined },
): readonly GivenAnswer[] {
  return chunks.flatMap((chunk) =>
    chunk.flatMap((fact) => {
      const day = source.day(fact);
      const score = of.score(fact);
      if (fact.customerId !== of.customerId || score === undefined || day === null) return [];
      return [givenAnswer(source, { fact, day, share: WHOLE_PPM, amount: null }, score)];
    }),
  );
}

function subjectsOf(context: KpiContext, by: "member" | "group"): readonly Subject[] {
  const { members, groups } = context.rows;
  const own: readonly Subject[] =
    by === "member"
      ? inOrder(members).map(({ id }) => ({ kind: "member", id }))
      : inOrder(groups).map(({ id }) => ({ kind: "group", id }));
  return [...own, { kind: "unassigned" }];
}

function subjectRow(context: KpiContext, subject: Subject, period: Period): SatisfactionRow {
  return {
    key: subjectKey(subject),
    name: subjectLabel(context, subject),
    csat: kpiValue(context, "satisfaction", { subject, period }),
    nps: kpiValue(context, "nps", { subject, period }),
  };
}

function customerRows(context: KpiContext, period: Period): readonly SatisfactionRow[] {
  const csat = byCustomer(csatAnswers(context, TEAM, period));
  const nps = byCustomer(npsAnswers(context, TEAM, period));
  const keys = [...new Set([...csat.keys(), ...nps.keys()])];
  const rows = keys.map((key): SatisfactionRow => {
    const answers = csat.get(key) ?? [];
    const within = answers.filter(({ score }) => score <= 5);
    const recommending = nps.get(key) ?? [];
    const named = (answers[0] ?? recommending[0])?.customerName;
    const name = named ?? message("customer.answer.nobody");
    const of = { name, period };
    return {
      key: `customer:${key}`,
      name,
      csat: valueOf("satisfaction", measureCsat(within, answers.length - within.length), of),
      nps: valueOf("nps", measureNps(recommending), of),
    };
  });
  return rows.toSorted((a, b) => b.csat.n + b.nps.n - (a.csat.n + a.nps.n));
}

function byCustomer(answers: readonly GivenAnswer[]): ReadonlyMap<string, readonly GivenAnswer[]> {
  const byKey = new Map<string, GivenAnswer[]>();
  for (const answer of answers) {
    const key = answer.customerId ?? answer.customerName ?? "";
    const known = byKey.get(key);
    if (known) known.push(answer);
    else byKey.set(key, [answer]);
  }
  return byKey;
}

function valueOf(
  metric: "satisfaction" | "nps",
  measure: Measure,
  of: { readonly name: string | Message; readonly period: Period } | null,
): KpiValue {
  const value = quantityOf(METRIC_RULES[metric].unit, measure.value);
  const notes = measure.note ? [measure.note, ...measure.notes] : measure.notes;
  const kpi = message(`kpi.metric.${metric}`);
  const title =
    of === null
      ? kpi
      : message("kpi.explain.title", { kpi, subject: of.name, period: { period: of.period.id } });
  return {
    value,
    n: measure.n,
    ...(notes[0] ? { note: notes[0] } : {}),
    explain: () => ({
      title,
      value,
      formula: message(`kpi.formula.${metric}`),
      ruleVersion: METRIC_RULES[metric].version,
      inputs: measure.inputs(),
      rows: measure.rows(),
      notes,
    }),
  };
}
