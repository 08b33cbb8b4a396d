import type { Change } from "../../base/change.ts";
import { message } from "../../base/message.ts";
import type { Problem } from "../../base/result.ts";
import type { PayAdjustment } from "../records.ts";
import type { PayRows } from "./pay-context.ts";
import { statementId } from "./statement-id.ts";

const GUARDED: ReadonlySet<Change["table"]> = new Set(["statements", "payAdjustments", "settings"]);

/** Why a commit is refused that edits what has been approved: a statement is written once and stays, and so do the adjustments
 * that it holds; where quarters are approved the fiscal year keeps its first month. What every commit is checked by, so that no screen, import or undo can go round an approval.
 * @example sealedProblems({ statements: new Map(), payAdjustments: new Map() }, [{ op: "remove", table: "statements", ids: ["m1|2026-Q1"] }]) // => []
 */
export function sealedProblems(
  rows: Pick<PayRows, "statements" | "payAdjustments">,
  changes: readonly Change[],
): readonly Problem[] {
  if (!changes.some(({ table }) => GUARDED.has(table))) return [];
  const isEdited = changes.some((change) => {
    if (change.table === "statements") return idsOf(change).some((id) => rows.statements.has(id));
    if (change.table !== "payAdjustments") return false;
    const before = idsOf(change).flatMap((id) => rows.payAdjustments.get(id) ?? []);
    return [...before, ...adjustmentsAfter(change, before)].some((one) =>
      rows.statements.has(statementId(one.memberId, one.periodId)),
    );
  });
  return [
    ...(isEdited ? [{ message: message("incentive.problem.sealed") }] : []),
    ...(changes.some((change) => movesQuarters(rows, change))
      ? [{ message: message("incentive.problem.sealed-year") }]
      : []),
  ];
}

/** An approved quarter would be other months than those that were paid. */
function movesQuarters({ statements }: Pick<PayRows, "statements">, change: Change): boolean {
  const isMoved = change.op === "set" && change.table === "settings" && "fiscalStart" in change.fields;
  return isMoved && [...statements.values()].some((one) => one.periodId.includes("-Q"));
}

function idsOf(change: Change): readonly string[] {
  if (change.op === "set") return [change.id];
  return change.op === "remove" ? change.ids : change.records.map(({ id }) => id);
}

function adjustmentsAfter(change: Change, before: readonly PayAdjustment[]): readonly PayAdjustment[] {
  if (change.op === "put") return change.records as readonly PayAdjustment[];
  // A period or person that is set may be one that is approved.
  return change.op === "set" ? before.map((one) => ({ ...one, ...change.fields })) : [];
}
