import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import { sumMoney, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { inPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { Recognition, RewardBudget, RewardEvent, StatementLine } from "../records.ts";
import type { PayContext } from "./pay-context.ts";
import { explainSum } from "./pay-elements.ts";
import { payList } from "./pay-list.ts";
import type { PayListRow } from "./pay-list.ts";

export const BUDGET_KINDS = ["commission", "bonus", "recognition", "travel", "team-building"] as const;
export type BudgetKind = (typeof BUDGET_KINDS)[number];

/** The tables that spending is read from, beside statements. */
export interface BudgetRows {
  readonly rewardBudgets: ReadonlyMap<string, RewardBudget>;
  readonly recognitions: ReadonlyMap<string, Recognition>;
  readonly rewardEvents: ReadonlyMap<string, RewardEvent>;
}

/** One kind of reward in a period: what may be spent and what has been. */
export interface BudgetLine {
  readonly kind: BudgetKind;
  readonly budget: Money | null;
  /** Of approved statements, and of rewards that were given. */
  readonly spent: Money;
  /** Of statements that are still provisional. */
  readonly coming: Money;
  /** Budget less both; `null` without a budget. */
  readonly left: Money | null;
  explain(): Explanation;
}

/** Budget and spending of a period by kind. Commission: commission, specials, overrides, their later changes and draws; bonus:
 * bonuses and adjustments that are no travel or team-building; recognition: the cost of recognitions; travel and team-building:
 * what events have cost, and adjustments of that kind.
 * @example budgetLines({ kpi: kpiWorld({}), rows: { payPlans: new Map(), statements: new Map(), payAdjustments: new Map() }, wantedOf: () => ({}) }, { rewardBudgets: new Map(), recognitions: new Map(), rewardEvents: new Map() }, period("2026-Q1", 1)).map((line) => line.budget) // => [null, null, null, null, null]
 */
export function budgetLines(context: PayContext, rows: BudgetRows, period: Period): readonly BudgetLine[] {
  const inside = payList(context, period).filter(
    ({ statement }) => statement.period.start >= period.start && statement.period.end <= period.end,
  );
  return BUDGET_KINDS.map((kind) => {
    const given = givenIn(rows, kind, period);
    const approved = partsOf(
      inside.filter((row) => row.state === "approved"),
      kind,
    );
    const provisional = partsOf(
      inside.filter((row) => row.state !== "approved"),
      kind,
    );
    const spent = sumMoney([...given, ...approved].map((part) => part.amount));
    const coming = sumMoney(provisional.map((part) => part.amount));
    const budget = rows.rewardBudgets.get(budgetId(period, kind))?.amount ?? null;
    const left = budget === null ? null : ((budget - spent - coming) as Money);
    const title = message("incentive.explain.budget", {
      kind: message(`incentive.budget.${kind}`),
      period: { period: period.id },
    });
    return {
      kind,
      budget,
      spent,
      coming,
      left,
      explain: () => explainSum(title, [...given, ...approved, ...provisional]),
    };
  });
}

/** Sets what may be spent on a kind in a period; `null` takes the budget away. Refused: less than nothing.
 * @example setBudget({ id: "2026-Q1" }, "bonus", -1).error[0].message.key // => "incentive.problem.negative"
 */
export function setBudget(
  period: Pick<Period, "id">,
  kind: BudgetKind,
  amount: Money | null,
): Result<readonly Change[]> {
  const id = budgetId(period, kind);
  if (amount === null) return ok([removeRecords("rewardBudgets", [id])]);
  if (amount < 0) return fail([{ field: kind, message: message("incentive.problem.negative") }]);
  return ok([putRecords<RewardBudget>("rewardBudgets", [{ id, periodId: period.id, kind, amount }])]);
}

function budgetId(period: Pick<Period, "id">, kind: BudgetKind): string {
  return `${period.id}|${kind}`;
}

interface Part {
  readonly name: string;
  readonly amount: Money;
}

function partsOf(rows: readonly PayListRow[], kind: BudgetKind): readonly Part[] {
  return rows.flatMap(({ member, statement }) => {
    const lines = statement.lines.filter((line) => budgetKindOf(line) === kind);
    const amount = sumMoney(lines.map((line) => line.amount));
    return amount === 0 ? [] : [{ name: member.name, amount }];
  });
}

function givenIn(rows: BudgetRows, kind: BudgetKind, period: Period): readonly Part[] {
  if (kind === "recognition") {
    return [...rows.recognitions.values()]
      .filter((one) => one.cost !== undefined && inPeriod(one.on, period))
      .map((one) => ({ name: one.title, amount: one.cost ?? ZERO }));
  }
  return [...rows.rewardEvents.values()]
    .filter((one) => one.kind === kind && one.spent !== undefined && inPeriod(one.on, period))
    .map((one) => ({ name: one.name, amount: one.spent ?? ZERO }));
}

function budgetKindOf(line: StatementLine): BudgetKind {
  const kind = line.ruleKind ?? line.kind;
  if (kind === "adjustment") {
    return line.adjustment === "travel" || line.adjustment === "team-building" ? line.adjustment : "bonus";
  }
  return kind.endsWith("-bonus") ? "bonus" : "commission";
}
