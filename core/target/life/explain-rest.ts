import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, MessageParam, Quantity } from "../../base/message.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import { nameMessage } from "../../team/name-key.ts";
import { FIRST_MONTH } from "../fiscal-year.ts";
import type { TargetTree } from "../target-tree.ts";
import type { LifeFinding, LifeMonth } from "./life-findings.ts";
import type { LongerFinding } from "./longer-findings.ts";
import { memberRecord } from "./member-months.ts";

/** The rule's version, raised when its result can change for the same data. */
const RULE_VERSION = 1;

/** A finding in words, with the days of the first month that is cut. The amount comes in as the screen says it.
 * @example lifeMessage(leavingTree(), lifeFindings(leavingTree(), "2026-08-01")[0], "11").key // => "target.life.left"
 */
export function lifeMessage(tree: TargetTree, finding: LifeFinding, amount: string): Message {
  const { member, cause, months } = finding;
  const cut = months.find((month) => month.days > 0) ?? months[0]!;
  const whole = months.every((month) => month.days === 0);
  const params: Record<string, MessageParam> = {
    member: member.name,
    amount,
    month: { period: tree.periods[FIRST_MONTH + cut.month]!.id, form: "short" },
    days: cut.days,
    meant: cut.meant,
  };
  if (cause.kind === "moved") {
    const group = tree.book.groups.get(cause.groupId);
    return message("target.life.moved", {
      ...params,
      day: { day: cause.on },
      group: group ? nameMessage(group.name) : cause.groupId,
    });
  }
  const when: Record<string, MessageParam> =
    cause.kind === "leave"
      ? { from: { day: cause.from }, until: { day: cause.until } }
      : { day: { day: cause.on } };
  return message(`target.life.${cause.kind}${whole ? ".whole" : ""}`, { ...params, ...when });
}

/** A finding of somebody who stays longer in words, with the days of the first month that is short. The amount comes in as the
 * screen says it.
 * @example longerMessage(stayingTree(), longerFindings(stayingTree(), "2026-08-01")[0], "6").params.days // => 16
 */
export function longerMessage(tree: TargetTree, finding: LongerFinding, amount: string): Message {
  const [first] = finding.months as [LongerFinding["months"][number]];
  return message("target.life.longer", {
    member: finding.member.name,
    amount,
    month: { period: tree.periods[FIRST_MONTH + first.month]!.id, form: "short" },
    days: first.days,
    meant: first.meant,
  });
}

/** How the part that is no longer the member's came about: month by month target, days in the role and the days it was
 * meant for, down to the typed target.
 * @example explainRest(leavingTree(), lifeFindings(leavingTree(), "2026-08-01")[0]).inputs.map((input) => input.value.value) // => [11]
 */
export function explainRest(tree: TargetTree, finding: LifeFinding): Explanation {
  return {
    title: message("target.life.explain", {
      member: finding.member.name,
      kpi: nameMessage(tree.kpi.name),
      line: message(`target.line.${tree.scope.line}`),
    }),
    value: quantityOf(tree.kpi.unit, finding.rest),
    formula: message(finding.cause.kind === "moved" ? "target.life.formula.moved" : "target.life.formula"),
    ruleVersion: RULE_VERSION,
    inputs: finding.months.map((month) => monthInput(tree, finding, month)),
    rows: [],
    notes: [message("target.life.note.past")],
  };
}

function monthInput(tree: TargetTree, finding: LifeFinding, month: LifeMonth): ExplainedInput {
  const period = { period: tree.periods[FIRST_MONTH + month.month]!.id };
  const value = quantityOf(tree.kpi.unit, month.rest);
  return {
    label: message("target.input.part", { part: period }),
    value,
    explain: () => ({
      ...explainRest(tree, finding),
      value,
      inputs: monthInputs(tree, finding, month),
      rows: targetRow(tree, finding, month),
    }),
  };
}

function monthInputs(tree: TargetTree, { cause }: LifeFinding, month: LifeMonth): readonly ExplainedInput[] {
  const target = { label: message("target.column.target"), value: quantityOf(tree.kpi.unit, month.value) };
  if (cause.kind === "moved") return [target];
  const days = (key: string, value: number): ExplainedInput => ({
    label: message(key),
    value: { unit: "days", value },
  });
  return [
    target,
    days("target.life.input.days", month.days),
    days("target.life.input.meant", month.meant),
    { label: message("target.life.input.kept"), value: quantityOf(tree.kpi.unit, month.kept) },
  ];
}

function targetRow(tree: TargetTree, finding: LifeFinding, { month }: LifeMonth): Explanation["rows"] {
  const record = memberRecord(tree, finding.member.id, FIRST_MONTH + month);
  if (!record) return [];
  const amount: Quantity = quantityOf(tree.kpi.unit, record.value);
  return [{ ref: { table: "targets", id: record.id }, label: record.periodId, amount }];
}
