import type { GroupId, KpiId, MemberId, Subject } from "../../base/id.ts";
import { money, WHOLE_PPM, ZERO } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import { countingDay } from "../../kpi/counting-day.ts";
import { kpiUnit, kpiValue } from "../../kpi/kpi-value.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { metricOf } from "../../kpi/metric-of.ts";
import { scorecard } from "../../kpi/scorecard.ts";
import { scoreLineOf } from "../../kpi/score-line.ts";
import { attainment } from "../../target/measures.ts";
import { groupIdOn, membersOn } from "../../team/memberships.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { PayBasis, PayFact, PayResult } from "../records.ts";
import { planOf } from "../plan/plan-of.ts";
import { commission, needsTarget } from "./commission.ts";
import type { RuleInput } from "./line-outcome.ts";
import { payFacts, specialFacts } from "./pay-facts.ts";
import type { PayContext } from "./pay-context.ts";
import { statementId } from "./statement-id.ts";
import type { LineRule } from "./work-rule.ts";

const BASIS_BY_METRIC: Readonly<Record<string, PayBasis>> = {
  "won-amount": "won",
  "order-amount": "ordered",
  "paid-amount": "paid",
};

/** Whose pay, and for when. */
export interface PayPlace {
  readonly memberId: MemberId;
  readonly period: Period;
}

/** What a rule is worked from, as the book and the targets say it today.
 * @example ruleInput({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, { kind: "commission", basis: "ordered", shape: "flat", by: "amount", holdUntilPaid: false }, { memberId: "m1", period: period("2026-Q1", 1) }) // => { facts: [] }
 */
export function ruleInput(context: PayContext, rule: LineRule, of: PayPlace): RuleInput {
  const member: Subject = { kind: "member", id: of.memberId };
  switch (rule.kind) {
    case "commission": {
      const facts = payFacts(context.kpi, { ...of, basis: rule.basis, waits: rule.holdUntilPaid });
      if (!needsTarget(rule) || rule.kpiId === undefined) return { facts };
      return {
        facts,
        result: resultOf(context, rule.kpiId, { subject: member, period: of.period, basis: rule.basis }),
      };
    }
    case "special":
      return { facts: specialFacts(context.kpi, rule, of) };
    case "override":
      return { facts: memberCommissions(context, rule.groupId, of) };
    case "kpi-bonus":
      return { facts: [], result: resultOf(context, rule.kpiId, { subject: member, period: of.period }) };
    case "coefficient-bonus": {
      const actual = totalScoreOf(context, of);
      return { facts: [], result: { actual, target: null, ppm: null, isOwn: false } };
    }
    case "team-bonus": {
      const groupId = rule.among === "group" ? groupOf(context, of) : undefined;
      if (rule.among === "group" && groupId === undefined) return { facts: [] };
      const subject: Subject = groupId === undefined ? { kind: "team" } : { kind: "group", id: groupId };
      const facts = teamFacts(context, { kpiId: rule.kpiId, groupId, period: of.period });
      return { facts, result: resultOf(context, rule.kpiId, { subject, period: of.period }) };
    }
  }
}

/** What a KPI says of a subject in a period: actual, target (the subject's own, else the KPI's) and attainment in whole ppm,
 * cut. Where the KPI counts what the rule counts, the rule's own base is the actual: it is net of refunds, and the target is whole
 * minor units.
 * @example resultOf({ kpi: kpiWorld({ kpis: [aKpi("k1", { target: 10 })] }), wantedOf: () => ({}) }, "k1", { subject: { kind: "team" }, period: period("2026-03", 1) }) // => { kpiId: "k1", actual: null, target: 10, ppm: null, isOwn: false }
 */
export function resultOf(
  context: Pick<PayContext, "kpi" | "wantedOf">,
  kpiId: KpiId,
  of: { readonly subject: Subject; readonly period: Period; readonly basis?: PayBasis },
): PayResult {
  const kpi = context.kpi.rows.kpis.get(kpiId);
  if (!kpi) return { kpiId, actual: null, target: null, ppm: null, isOwn: false };
  const wanted = context.wantedOf(kpiId, of.subject, of.period);
  const target = scoreLineOf(kpi, { period: of.period, wanted })?.target ?? null;
  const metric = metricOf(kpi, context.kpi.settings);
  if (of.basis !== undefined && metric !== null && BASIS_BY_METRIC[metric] === of.basis) {
    // A month's part of a quarter's target may not be a whole one.
    const whole = target === null ? null : Math.round(target);
    return { kpiId, actual: null, target: whole, ppm: null, isOwn: true };
  }
  const actual = kpiValue(context.kpi, kpiId, of).value.value;
  const days = { total: 0, elapsed: 0, left: 0 };
  const reached = attainment({ kpi, target, actual, days }).value;
  // A quotient of floats may lie a hair below the whole ppm that it means.
  const ppm = reached === null ? null : Math.floor(Number((reached * WHOLE_PPM).toPrecision(15)));
  return { kpiId, actual, target, ppm, isOwn: false };
}

/** Once for many plans: a scorecard asks for all of a member's KPIs. */
function totalScoreOf({ kpi, wantedOf, scoreOf }: PayContext, { memberId, period }: PayPlace): number | null {
  if (scoreOf) return scoreOf(memberId, period);
  return memoBy(
    [kpi, wantedOf],
    `pay-score:${memberId}|${period.id}`,
    () => scorecard(kpi, memberId, { period, wantedOf }).total.value.value,
  );
}

function groupOf({ kpi }: PayContext, of: PayPlace): GroupId | undefined {
  return groupIdOn(kpi.rows, of.memberId, countingDay(kpi.rows.members.get(of.memberId) ?? {}, of.period));
}

/** Who shares a team's bonus, each with their own result as weight. */
function teamFacts(
  context: PayContext,
  of: { readonly kpiId: KpiId; readonly groupId: GroupId | undefined; readonly period: Period },
): readonly PayFact[] {
  const last = countingDay({}, of.period);
  const kpi = context.kpi.rows.kpis.get(of.kpiId);
  const unit = kpi ? kpiUnit(context.kpi, kpi) : "money";
  return membersOn(context.kpi.rows, last, of.groupId).map((member) => {
    const subject: Subject = { kind: "member", id: member.id };
    const value = kpi ? kpiValue(context.kpi, kpi.id, { subject, period: of.period }).value.value : null;
    if (unit === "money") return memberFact(member, Math.round(value ?? 0));
    // Beyond what a whole number can hold, results weigh the same.
    const most = Number.MAX_SAFE_INTEGER;
    const millionths = Math.round((value ?? 0) * WHOLE_PPM);
    return { ...memberFact(member, Math.min(most, Math.max(-most, millionths))), unit };
  });
}

/** The commission of a group's members after their cap; by the plan that was approved where there is one. Who left the team
 * during the period counts for the group of their last day. A leader has no override on what they earn themselves. */
function memberCommissions(context: PayContext, groupId: GroupId, of: PayPlace): readonly PayFact[] {
  const { rows } = context.kpi;
  return inOrder(rows.members)
    .filter((member) => {
      const on = countingDay(member, of.period);
      return on >= of.period.start && groupIdOn(rows, member.id, on) === groupId;
    })
    .filter((member) => member.id !== of.memberId)
    .map((member) => {
      const place = { memberId: member.id, period: of.period };
      const approved = context.rows.statements.get(statementId(member.id, of.period.id));
      const plan = approved ? approved.plan : planOf(context.kpi, context.rows.payPlans, place);
      const parts = (plan?.rules ?? []).flatMap((rule) => {
        if (rule.kind !== "commission") return [];
        const line = approved?.lines.find((one) => one.ruleId === rule.id && one.kind === rule.kind);
        return [commission(rule, inputAsApproved(context, rule, { ...place, result: line?.result })).capped];
      });
      return memberFact(
        member,
        parts.reduce<number>((sum, part) => sum + part, ZERO),
      );
    });
}

/** What a rule is worked from today where its result was approved: the target is the one that was approved, and what was measured
 * by the rule's own base still is, whatever the KPI counts by now.
 * @example inputAsApproved({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, { kind: "commission", basis: "ordered", shape: "flat", by: "amount", holdUntilPaid: false }, { memberId: "m1", period: period("2026-Q1", 1), result: undefined }) // => { facts: [] }
 */
export function inputAsApproved(
  context: PayContext,
  rule: LineRule,
  of: PayPlace & { readonly result: PayResult | undefined },
): RuleInput {
  const { result } = of;
  const target = result?.target ?? null;
  if (target === null) return ruleInput(context, rule, of);
  const wantedThen: PayContext["wantedOf"] = (...asked) => ({ ...context.wantedOf(...asked), target });
  const input = ruleInput({ ...context, wantedOf: wantedThen }, rule, of);
  return result?.isOwn ? { ...input, result } : input;
}

function memberFact(member: { readonly id: string; readonly name: string }, amount: number): PayFact {
  const value = money(amount);
  return { ref: `members/${member.id}`, label: member.name, share: WHOLE_PPM, amount: value, paid: value };
}
