import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import { money, sumMoney, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { period as periodFrom, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import type { PayAdjustment, PayPlan, PayRuleOf, Statement, StatementLine } from "../records.ts";
import { planOf } from "../plan/plan-of.ts";
import { changesSince } from "./changes-since.ts";
import { drawLines } from "./draw.ts";
import type { PayContext } from "./pay-context.ts";
import { payPeriods } from "./pay-periods.ts";
import { ruleInput } from "./rule-input.ts";
import type { PayPlace } from "./rule-input.ts";
import { statementId } from "./statement-id.ts";
import type { LineRule } from "./work-rule.ts";
import { workRule } from "./work-rule.ts";

/** A member's statement of a period: as it was approved, or as it stands today. */
export interface MemberStatement {
  readonly id: string;
  readonly memberId: MemberId;
  readonly period: Period;
  readonly plan: PayPlan | null;
  readonly lines: readonly StatementLine[];
  readonly total: Money;
  /** What has been earned and waits for payments. */
  readonly held: Money;
  readonly drawDebt: Money;
  /** The day of its approval; absent while it is provisional. */
  readonly approvedOn?: Day;
}

/** The order in which rules are worked and lines stand. */
const ORDER = ["commission", "special", "override", "kpi-bonus", "coefficient-bonus", "team-bonus"] as const;

/** What draws are advances against. */
const COMMISSIONS: ReadonlySet<StatementLine["kind"]> = new Set(["commission", "special", "override"]);

/** A member's statement of a period. An approved one is what was approved, for ever. Else: the rules of the plan that holds, in
 * the order of the formulas, what has changed about approved periods since (in the period that follows the last approved one),
 * adjustments, and the draw last. `null` where there is neither a plan nor anything else to pay.
 * @example statementOf({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, { memberId: "m1", period: period("2026-Q1", 1) }) // => null
 */
export function statementOf(context: PayContext, of: PayPlace): MemberStatement | null {
  return memoBy([context], `statement:${statementId(of.memberId, of.period.id)}`, () =>
    makeStatement(context, of),
  );
}

function makeStatement(context: PayContext, of: PayPlace): MemberStatement | null {
  const id = statementId(of.memberId, of.period.id);
  const approved = context.rows.statements.get(id);
  if (approved) return asApproved(approved, of.period);
  const plan = planOf(context.kpi, context.rows.payPlans, of);
  const earlier = approvedBefore(context, of);
  const own = ruleLines(context, plan, of);
  const changes = isOpenPeriod(context, of) ? changesSince(context, earlier) : [];
  const adjustments = adjustmentsOf(context, of).map(adjustmentLine);
  if (plan === null && changes.length === 0 && adjustments.length === 0) return null;
  const worked = [...own, ...changes];
  const { lines: draws, debt } = drawLines(
    (plan?.rules ?? []).filter((rule): rule is PayRuleOf<"draw"> => rule.kind === "draw"),
    sumMoney(worked.filter(isCommission).map((line) => line.amount)),
    earlier.at(-1)?.drawDebt ?? ZERO,
  );
  const lines = [...worked, ...adjustments, ...draws];
  return { id, ...of, plan, lines, ...totals(lines), drawDebt: debt };
}

/** The lines that a plan's rules give a member in a period, in the order of the formulas.
 * @example ruleLines({ kpi: kpiWorld({}) }, null, { memberId: "m1", period: period("2026-Q1", 1) }) // => []
 */
export function ruleLines(context: PayContext, plan: PayPlan | null, of: PayPlace): readonly StatementLine[] {
  return ORDER.flatMap((kind) =>
    (plan?.rules ?? [])
      .filter((rule): rule is LineRule => rule.kind === kind)
      .map((rule) => ruleLine(context, rule, of)),
  );
}

/** A member's approved statements that end before a period, earliest first.
 * @example approvedBefore({ rows: { statements: new Map() } }, { memberId: "m1", period: period("2026-Q1", 1) }) // => []
 */
export function approvedBefore(
  context: Pick<PayContext, "rows" | "kpi">,
  of: PayPlace,
): readonly Statement[] {
  return approvedOf(context, of.memberId).filter((one) => startOf(context, one) < of.period.start);
}

/** The adjustments that a person has added to a member's period, as they were added.
 * @example adjustmentsOf({ rows: { payAdjustments: new Map() } }, { memberId: "m1", period: period("2026-Q1", 1) }) // => []
 */
export function adjustmentsOf({ rows }: Pick<PayContext, "rows">, of: PayPlace): readonly PayAdjustment[] {
  return [...rows.payAdjustments.values()].filter(
    (one) => one.memberId === of.memberId && one.periodId === of.period.id,
  );
}

/** A member's approved statements, earliest first.
 * @example approvedOf({ rows: { statements: new Map() } }, "m1") // => []
 */
export function approvedOf(
  context: Pick<PayContext, "rows" | "kpi">,
  memberId: MemberId,
): readonly Statement[] {
  return [...context.rows.statements.values()]
    .filter((one) => one.memberId === memberId)
    .toSorted((a, b) => (startOf(context, a) < startOf(context, b) ? -1 : 1));
}

function startOf({ kpi }: Pick<PayContext, "kpi">, statement: Statement): Day {
  return periodFrom(statement.periodId, kpi.settings.fiscalStart).start;
}

/** Changes stand in one period only: the first with a plan that has not been approved after those that have. */
function isOpenPeriod(context: PayContext, { memberId, period }: PayPlace): boolean {
  const { fiscalStart } = context.kpi.settings;
  const last = approvedOf(context, memberId).at(-1);
  if (!last) return false;
  const { end } = periodFrom(last.periodId, fiscalStart);
  const hasPlan = (one: Period) =>
    planOf(context.kpi, context.rows.payPlans, { memberId, period: one }) !== null;
  if (!hasPlan(period)) {
    // Who has no plan any more is paid in periods of the same kind; where another kind has one, in those.
    if (period.kind !== periodFrom(last.periodId, fiscalStart).kind) return false;
    if (payPeriods(period, fiscalStart).some(hasPlan)) return false;
  }
  for (let one = period; one.start > end;) {
    one = shiftPeriod(one, -1, fiscalStart);
    if (hasPlan(one)) return false;
  }
  return period.start >= end;
}

function ruleLine(context: PayContext, rule: LineRule, of: PayPlace): StatementLine {
  const input = ruleInput(context, rule, of);
  const { earned, amount, steps } = workRule(rule, { ...input, memberId: of.memberId });
  return {
    key: `rule:${rule.id}`,
    kind: rule.kind,
    ruleId: rule.id,
    label: rule.name,
    facts: [...input.facts],
    ...(input.result ? { result: input.result } : {}),
    earned,
    amount,
    steps: [...steps],
  };
}

function adjustmentLine(one: PayAdjustment): StatementLine {
  return {
    key: `adjustment:${one.id}`,
    kind: "adjustment",
    adjustment: one.kind,
    label: one.reason.slice(0, 200),
    facts: [],
    earned: one.amount,
    amount: one.amount,
    steps: [],
  };
}

function isCommission(line: StatementLine): boolean {
  return COMMISSIONS.has(line.ruleKind ?? line.kind);
}

function totals(lines: readonly StatementLine[]): { readonly total: Money; readonly held: Money } {
  const total = sumMoney(lines.map((line) => line.amount));
  return { total, held: money(sumMoney(lines.map((line) => line.earned)) - total) };
}

function asApproved(one: Statement, period: Period): MemberStatement {
  const { id, memberId, plan, lines, drawDebt, approvedOn } = one;
  return { id, memberId, period, plan, lines, ...totals(lines), drawDebt, approvedOn };
}
