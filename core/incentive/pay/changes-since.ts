import { money, ZERO } from "../../base/money.ts";
import { period as periodFrom } from "../../base/period.ts";
import type { PayFact, PayResult, PayRule, Statement, StatementLine } from "../records.ts";
import type { PayContext } from "./pay-context.ts";
import { inputAsApproved } from "./rule-input.ts";
import type { RuleInput } from "./line-outcome.ts";
import type { PayPlace } from "./rule-input.ts";
import type { LineRule } from "./work-rule.ts";
import { workRule } from "./work-rule.ts";

/** What has changed about a member's approved statements since they were approved, as lines for the period that is open: each
 * changed fact by itself, in the order of their names, worked one after the other under the plan as it was approved. Together
 * they are exactly the difference between what was paid and what would be paid today; so a sale and its refund leave nothing.
 * Changes that leave the amount as it is are lines too: the next difference builds on them. Earliest period first.
 * @example changesSince({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, []) // => []
 */
export function changesSince(context: PayContext, approved: readonly Statement[]): readonly StatementLine[] {
  return approved.flatMap((statement, at) =>
    (statement.plan?.rules ?? []).flatMap((rule) =>
      rule.kind === "draw" ? [] : ruleChanges(context, { statement, rule, later: approved.slice(at + 1) }),
    ),
  );
}

function ruleChanges(
  context: PayContext,
  of: { readonly statement: Statement; readonly rule: LineRule; readonly later: readonly Statement[] },
): readonly StatementLine[] {
  const { statement, rule, later } = of;
  const { memberId } = statement;
  const known = knownInput(statement, rule, later);
  const period = periodFrom(statement.periodId, context.kpi.settings.fiscalStart);
  const now = inputNow(context, rule, { place: { memberId, period }, known });
  const facts = new Map(known.facts.map((fact) => [fact.ref, fact]));
  const nowByRef = new Map(now.facts.map((fact) => [fact.ref, fact]));
  const changed = [...new Set([...facts.keys(), ...nowByRef.keys()])]
    .toSorted()
    .filter((ref) => !isSameFact(facts.get(ref), nowByRef.get(ref)));
  const lines: StatementLine[] = [];
  let result = known.result;
  let before = workRule(rule, { facts: [...facts.values()], result, memberId });
  const note = (
    line: Omit<StatementLine, "kind" | "ruleId" | "ruleKind" | "earned" | "amount" | "steps">,
  ) => {
    const after = workRule(rule, { facts: [...facts.values()], result, memberId });
    lines.push({
      ...line,
      kind: "change",
      ruleId: rule.id,
      ruleKind: rule.kind,
      earned: money(after.earned - before.earned),
      amount: money(after.amount - before.amount),
      steps: [
        { key: "before", unit: "money", value: before.amount },
        { key: "after", unit: "money", value: after.amount },
      ],
    });
    before = after;
  };
  for (const ref of changed) {
    const [then, present] = [facts.get(ref), nowByRef.get(ref)];
    const fact = present ?? { ...then!, amount: ZERO, paid: ZERO };
    facts.set(ref, fact);
    note({
      key: `change:${statement.periodId}:${rule.id}:${ref}`,
      label: fact.label,
      change: { periodId: statement.periodId, cause: causeOf(then, present) },
      facts: [fact],
    });
  }
  if (!isSameResult(known.result, now.result)) {
    result = now.result;
    note({
      key: `change:${statement.periodId}:${rule.id}:result`,
      label: rule.name,
      change: { periodId: statement.periodId, cause: "result" },
      facts: [],
      ...(result ? { result } : {}),
    });
  }
  return lines;
}

/** A score is judged once, when it is approved. */
function inputNow(
  context: PayContext,
  rule: LineRule,
  of: { readonly place: PayPlace; readonly known: RuleInput },
): RuleInput {
  return rule.kind === "coefficient-bonus"
    ? of.known
    : inputAsApproved(context, rule, { ...of.place, result: of.known.result });
}

/** What a rule was last worked from: as approved, with what later statements said of it. */
function knownInput(statement: Statement, rule: PayRule, later: readonly Statement[]): RuleInput {
  const line = statement.lines.find((one) => one.ruleId === rule.id && one.kind === rule.kind);
  const facts = new Map((line?.facts ?? []).map((fact) => [fact.ref, fact]));
  let result = line?.result;
  for (const one of later.flatMap(({ lines }) => lines)) {
    if (one.change?.periodId !== statement.periodId || one.ruleId !== rule.id) continue;
    for (const fact of one.facts) facts.set(fact.ref, fact);
    result = one.result ?? result;
  }
  return { facts: [...facts.values()], result };
}

function causeOf(
  then: PayFact | undefined,
  now: PayFact | undefined,
): NonNullable<StatementLine["change"]>["cause"] {
  // A member who counts is neither refunded nor void.
  if ((now ?? then)?.ref.startsWith("members/")) return "result";
  if (!now) return "void";
  if (!then) return "new";
  if (now.amount === then.amount) return "paid";
  return now.amount < then.amount ? "refund" : "raised";
}

/** A fact that is gone is the same as one of nothing. */
function isSameFact(a: PayFact | undefined, b: PayFact | undefined): boolean {
  const [one, other] = [a ?? b!, b ?? a!];
  const amountOf = (fact: PayFact | undefined) => fact?.amount ?? ZERO;
  if (a === undefined || b === undefined) return amountOf(a) === amountOf(b);
  return one.amount === other.amount && one.paid === other.paid && one.share === other.share;
}

function isSameResult(a: PayResult | undefined, b: PayResult | undefined): boolean {
  return a?.actual === b?.actual && a?.target === b?.target && a?.ppm === b?.ppm;
}
