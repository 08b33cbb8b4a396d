import type { ExplainedInput, ExplainedRow, Explanation } from "../../base/explain.ts";
import type { FactRef } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, MessageParam, Quantity } from "../../base/message.ts";
import { money, WHOLE_PPM } from "../../base/money.ts";
import type { PayFact, PayStep, StatementLine } from "../records.ts";
import type { MemberStatement } from "./statement-of.ts";

/** Raised when a statement can come out otherwise for the same data. */
const RULE_VERSION = 2;

/** Steps whose `part` says how many, not how much. */
const COUNTED = new Set(["base", "members", "per-fact", "shared-equally", "shared-by-result"]);

/** How a statement's total came about: its lines, each of which explains itself.
 * @example explainStatement({ period: { id: "2026-Q1" }, lines: [], total: 0, held: 0, drawDebt: 0 }, "王芳").formula.key // => "incentive.formula.statement"
 */
export function explainStatement(statement: MemberStatement, name: string): Explanation {
  const { period, lines, held, drawDebt, approvedOn } = statement;
  return {
    title: message("incentive.explain.statement", { name, period: { period: period.id } }),
    value: { unit: "money", value: statement.total },
    formula: message("incentive.formula.statement"),
    ruleVersion: RULE_VERSION,
    inputs: lines.map((line) => ({
      label: lineTitle(line),
      value: { unit: "money", value: line.amount },
      explain: () => explainLine(statement, line, name),
    })),
    rows: [],
    notes: [
      approvedOn === undefined
        ? message("incentive.note.provisional")
        : message("incentive.note.approved", { day: { day: approvedOn } }),
      ...(held === 0 ? [] : [message("incentive.note.held", { held: { unit: "money", value: held } })]),
      ...(drawDebt === 0
        ? []
        : [message("incentive.note.debt", { debt: { unit: "money", value: drawDebt } })]),
    ],
  };
}

/** How a line's amount came about: the rule in words, each step, and the facts that it counts.
 * @example explainLine({ period: { id: "2026-Q1" } }, { kind: "commission", label: "提成", amount: 5, facts: [], steps: [] }, "王芳").formula.key // => "incentive.formula.commission"
 */
export function explainLine(
  statement: Pick<MemberStatement, "period">,
  line: StatementLine,
  name: string,
): Explanation {
  const { id } = statement.period;
  return {
    title: message("incentive.explain.line", { line: lineTitle(line), name, period: { period: id } }),
    value: { unit: "money", value: line.amount },
    formula: message(`incentive.formula.${line.kind}`),
    ruleVersion: RULE_VERSION,
    inputs: line.steps.map((step): ExplainedInput => ({ label: stepMessage(step), value: stepValue(step) })),
    rows: line.facts.map(factRow),
    notes: [],
  };
}

/** What a line is called: the rule's name, or what has changed about which period.
 * @example lineTitle({ kind: "change", label: "D1", change: { periodId: "2026-Q2", cause: "refund" } }).key // => "incentive.change.refund"
 */
export function lineTitle(line: Pick<StatementLine, "kind" | "label" | "change" | "adjustment">): Message {
  if (line.change) {
    const period = { period: line.change.periodId, form: "short" } as const;
    return message(`incentive.change.${line.change.cause}`, { what: line.label, period });
  }
  if (line.adjustment) {
    return message(`incentive.adjustment.${line.adjustment}`, { reason: line.label });
  }
  if (line.label === "") return message(`incentive.line.${line.kind}`);
  return message("incentive.line.named", { name: line.label });
}

/** A step as a sentence with its numbers.
 * @example stepMessage({ key: "flat", unit: "money", value: 5, rate: 50000, part: 100 }).params.rate // => "5 %"
 */
export function stepMessage(step: PayStep): Message {
  const params: Record<string, MessageParam> = {};
  if (step.rate !== undefined) {
    params["rate"] = step.key === "coefficient" ? String(step.rate / WHOLE_PPM) : ratePercent(step.rate);
  }
  if (step.part !== undefined) {
    params["part"] = COUNTED.has(step.key) ? step.part : asMoney(step.part);
    if (COUNTED.has(step.key)) params["count"] = step.part;
  }
  const isPercent = step.key.endsWith("attainment") || step.key.endsWith("reached");
  if (step.from !== undefined) params["from"] = isPercent ? ratePercent(step.from) : asMoney(step.from);
  if (step.to !== undefined) params["to"] = isPercent ? ratePercent(step.to) : asMoney(step.to);
  const isTier = step.from !== undefined && step.key.startsWith("slice");
  return message(`incentive.step.${isTier && step.to === undefined ? `${step.key}-open` : step.key}`, params);
}

/** A step's own number.
 * @example stepValue({ key: "attainment", unit: "percent", value: 0.95 }) // => { unit: "percent", value: 0.95 }
 */
export function stepValue({ unit, value }: PayStep): Quantity {
  return unit === "money" ? { unit, value: value === null ? null : money(value) } : { unit, value };
}

/** A rate as people write it, with all its digits.
 * @example ratePercent(52500) // => "5.25 %"
 */
export function ratePercent(ppm: number): string {
  return `${(ppm * 100) / WHOLE_PPM} %`;
}

/** What a fact counts: money, or a member's result in its own unit.
 * @example factQuantity({ amount: 4400000, unit: "score" }) // => { unit: "score", value: 4.4 }
 */
export function factQuantity({ amount, unit }: Pick<PayFact, "amount" | "unit">): Quantity {
  return unit === undefined ? { unit: "money", value: amount } : { unit, value: amount / WHOLE_PPM };
}

function asMoney(value: number): Quantity {
  return { unit: "money", value: money(value) };
}

function factRow(fact: StatementLine["facts"][number]): ExplainedRow {
  const slash = fact.ref.indexOf("/");
  const ref = { table: fact.ref.slice(0, slash), id: fact.ref.slice(slash + 1) } as FactRef;
  const on = fact.on === undefined ? {} : { day: fact.on };
  return { ref, label: fact.label, ...on, amount: factQuantity(fact) };
}
