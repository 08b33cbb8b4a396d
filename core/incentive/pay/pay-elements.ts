import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { sumMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { StatementLine } from "../records.ts";
import { explainLine, lineTitle } from "./explain-pay.ts";
import type { MemberStatement } from "./statement-of.ts";

/** What payroll tells apart. */
export const PAY_ELEMENTS = ["commission", "bonus", "change", "adjustment", "draw"] as const;
export type PayElement = (typeof PAY_ELEMENTS)[number];

const ELEMENT_BY_KIND: Readonly<Record<StatementLine["kind"], PayElement>> = {
  commission: "commission",
  special: "commission",
  override: "commission",
  "kpi-bonus": "bonus",
  "coefficient-bonus": "bonus",
  "team-bonus": "bonus",
  change: "change",
  adjustment: "adjustment",
  draw: "draw",
  recovery: "draw",
};

/** Which element of pay a line belongs to.
 * @example elementOf({ kind: "special" }) // => "commission"
 */
export function elementOf(line: Pick<StatementLine, "kind">): PayElement {
  return ELEMENT_BY_KIND[line.kind];
}

/** What lines of one element come to.
 * @example elementTotal([{ kind: "special", amount: 5 }, { kind: "draw", amount: 7 }], "commission") // => 5
 */
export function elementTotal(lines: readonly StatementLine[], element: PayElement): Money {
  return sumMoney(lines.filter((line) => elementOf(line) === element).map((line) => line.amount));
}

/** How an element of a statement came about: its lines.
 * @example explainElement({ period: { id: "2026-Q1" }, lines: [] }, "bonus", "王芳").value // => { unit: "money", value: 0 }
 */
export function explainElement(
  statement: Pick<MemberStatement, "period" | "lines">,
  element: PayElement,
  name: string,
): Explanation {
  const lines = statement.lines.filter((line) => elementOf(line) === element);
  return {
    title: message("incentive.explain.line", {
      line: message(`incentive.element.${element}`),
      name,
      period: { period: statement.period.id },
    }),
    value: { unit: "money", value: elementTotal(lines, element) },
    formula: message("incentive.formula.element"),
    ruleVersion: 1,
    inputs: lines.map((line): ExplainedInput => ({
      label: lineTitle(line),
      value: { unit: "money", value: line.amount },
      explain: () => explainLine(statement, line, name),
    })),
    rows: [],
    notes: [],
  };
}

/** How a sum over people came about: each person's own figure.
 * @example explainSum({ key: "t" }, []).value // => { unit: "money", value: 0 }
 */
export function explainSum(
  title: Message,
  parts: readonly { readonly name: string; readonly amount: Money; explain?(): Explanation }[],
): Explanation {
  return {
    title,
    value: { unit: "money", value: sumMoney(parts.map((part) => part.amount)) },
    formula: message("incentive.formula.sum"),
    ruleVersion: 1,
    inputs: parts.map((part): ExplainedInput => ({
      label: message("incentive.line.named", { name: part.name }),
      value: { unit: "money", value: part.amount },
      ...(part.explain ? { explain: () => part.explain!() } : {}),
    })),
    rows: [],
    notes: [],
  };
}
