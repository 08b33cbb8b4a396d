import { money, ZERO } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { PayRuleOf, StatementLine } from "../records.ts";

/** What draws do to what was earned in a period: below the draw an advance fills it up, which a recoverable draw carries on as a
 * debt; what is earned above the draw pays the debt back. `debt` is what is owed from before. Source: formulas, Commission.
 * @example drawLines([{ id: "d", name: "Draw", amount: 500, recoverable: true }], 300, 0) // => { lines: [{ key: "draw:d", kind: "draw", ruleId: "d", label: "Draw", facts: [], earned: 200, amount: 200, steps: [{ key: "draw", unit: "money", value: 500 }, { key: "earned", unit: "money", value: 300 }] }], debt: 200 }
 */
export function drawLines(
  rules: readonly PayRuleOf<"draw">[],
  earned: Money,
  debt: Money,
): { readonly lines: readonly StatementLine[]; readonly debt: Money } {
  const lines: StatementLine[] = [];
  let [owed, sum] = [debt, earned];
  for (const rule of rules) {
    if (sum >= rule.amount) continue;
    const advance = money(rule.amount - sum);
    lines.push({
      ...lineOf(rule, "draw", advance),
      steps: [
        { key: rule.recoverable ? "draw" : "draw-kept", unit: "money", value: rule.amount },
        { key: "earned", unit: "money", value: sum },
      ],
    });
    sum = rule.amount;
    if (rule.recoverable) owed = money(owed + advance);
  }
  const most = rules.reduce((top, rule) => Math.max(top, rule.amount), 0);
  const back = money(Math.min(debt, Math.max(0, earned - most)));
  if (back > 0) {
    const rule = rules[0] ?? { id: "recovery", name: "" };
    lines.push({
      ...lineOf(rule, "recovery", money(-back)),
      steps: [
        { key: "debt", unit: "money", value: debt },
        { key: "left-over", unit: "money", value: debt - back },
      ],
    });
    owed = money(owed - back);
  }
  return { lines, debt: owed };
}

function lineOf(
  rule: { readonly id: string; readonly name: string },
  kind: "draw" | "recovery",
  amount: Money,
): Omit<StatementLine, "steps"> {
  return {
    key: `${kind}:${rule.id}`,
    kind,
    ruleId: rule.id,
    label: rule.name,
    facts: [],
    earned: amount === 0 ? ZERO : amount,
    amount,
  };
}
