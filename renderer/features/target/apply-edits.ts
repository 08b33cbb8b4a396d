import type { Change } from "../../../core/base/change.ts";
import { message } from "../../../core/base/message.ts";
import { fail, ok } from "../../../core/base/result.ts";
import type { Result } from "../../../core/base/result.ts";
import { setOpenings, setTargets } from "../../../core/target/set-targets.ts";
import type { TargetEdit } from "../../../core/target/set-targets.ts";
import type { GridEdit, GridProblem } from "../../ui/grid.tsx";
import { runTargetCommand } from "./run-target-command.ts";
import { OPENING_COLUMN, periodColumn, periodOfColumn } from "./target-columns.tsx";
import type { TargetTable } from "./use-target-table.ts";

/** All edits of a gesture as one command; problems go back to their cells and nothing is written. */
export async function applyEdits(
  table: TargetTable,
  edits: readonly GridEdit[],
): Promise<readonly GridProblem[]> {
  const period = table.tree.periods;
  const opening = edits.filter((edit) => edit.columnKey === OPENING_COLUMN);
  const typed = edits.filter((edit) => edit.columnKey !== OPENING_COLUMN);
  const asTarget = (edit: GridEdit, index: number): TargetEdit => ({
    rowKey: edit.rowKey,
    periodId: period[index]!.id,
    text: edit.text,
  });
  const result = both(
    setTargets(
      table.tree,
      typed.map((edit) => asTarget(edit, periodOfColumn(edit.columnKey))),
      table.shape,
    ),
    setOpenings(
      table.tree,
      opening.map((edit) => asTarget(edit, table.at)),
      table.shape,
    ),
  );
  if (result.ok) {
    await runTargetCommand(message(typed.length > 0 ? "target.command.edit" : "target.command.opening"), {
      command: result,
      seen: table.workspace,
    });
    return [];
  }
  return result.error.map((problem) => {
    const [rowKey = "", periodId = ""] = (problem.field ?? "").split("|");
    const isOpening = typed.length === 0;
    const index = period.findIndex((one) => one.id === periodId);
    return { rowKey, columnKey: isOpening ? OPENING_COLUMN : periodColumn(index), message: problem.message };
  });
}

function both(a: Result<readonly Change[]>, b: Result<readonly Change[]>): Result<readonly Change[]> {
  if (a.ok && b.ok) return ok([...a.value, ...b.value]);
  return fail([...(a.ok ? [] : a.error), ...(b.ok ? [] : b.error)]);
}
