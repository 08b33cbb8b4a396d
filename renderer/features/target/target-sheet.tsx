import { useMemo, useState } from "react";
import { changeWhole, openedBy } from "../../../core/target/change-whole.ts";
import type { NewValue } from "../../../core/target/change-whole.ts";
import { message } from "../../../core/base/message.ts";
import type { SumFinding } from "../../../core/target/reconcile.ts";
import { setTargets } from "../../../core/target/set-targets.ts";
import { parseTargetText } from "../../../core/target/target-text.ts";
import type { Words } from "../../../core/words/words.ts";
import { Grid } from "../../ui/grid.tsx";
import type { GridEdit, GridProblem } from "../../ui/grid.tsx";
import { WaysMenu } from "../../ui/ways-menu.tsx";
import type { Way, WaysMenuProps } from "../../ui/ways-menu.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { applyEdits } from "./apply-edits.ts";
import { findingText, subjectName } from "./finding-text.ts";
import { openAssistant } from "./open-assistant.ts";
import { runTargetCommand } from "./run-target-command.ts";
import { exactNumber } from "./shown-numbers.ts";
import { sumRepairs } from "./sum-repairs.ts";
import { OPENING_COLUMN, periodOfColumn, targetColumns } from "./target-columns.tsx";
import type { TableRow, TargetTable } from "./use-target-table.ts";

type Menu = Pick<WaysMenuProps, "title" | "ways" | "near" | "onClose">;

/** The target tree as a sheet. A whole that is given another value asks in place what its parts shall do; a cell that does
 * not add up offers its repairs. */
export function TargetSheet({ table, label }: { readonly table: TargetTable; readonly label: string }) {
  const words = useWords();
  const [menu, setMenu] = useState<Menu | null>(null);
  const columns = useMemo(() => targetColumns(table, words), [table, words]);
  const edit = (edits: readonly GridEdit[]): Promise<readonly GridProblem[]> => {
    const change = wholeChange(table, edits);
    if (!change) return applyEdits(table, edits);
    const { left, bottom } = cellRect(table, columns, edits[0]!);
    return new Promise((resolve) => {
      const close = () => {
        setMenu(null);
        resolve([]);
      };
      setMenu({
        title: words.text("target.change.title", titleOf(table, change, words)),
        near: { left, bottom },
        onClose: close,
        ways: waysOn(table, change, words).map((way) => ({
          ...way,
          onPick() {
            close();
            way.onPick();
          },
        })),
      });
    });
  };
  const openMenu = (row: TableRow, columnKey: string, near: DOMRect): boolean => {
    const finding = findingOf(table, row, columnKey);
    if (!finding) return false;
    const { first, more, whole } = sumRepairs(table, finding, words);
    setMenu({
      title: findingText(table, finding, words),
      near,
      onClose: () => setMenu(null),
      ways: [...first, ...more, ...whole].map(({ label: said, onClick }) => ({
        label: said,
        onPick() {
          setMenu(null);
          onClick();
        },
      })),
    });
    return true;
  };
  return (
    <>
      <Grid
        label={label}
        rows={table.rows}
        rowKey={(row) => row.key}
        columns={columns}
        rowDepth={(row) => row.row?.depth ?? 0}
        rowKind={(row) =>
          row.row?.subject.kind === "team" ? "total" : row.row?.subject.kind === "group" ? "group" : undefined
        }
        onEdit={edit}
        onMenu={openMenu}
        exportName={label}
      />
      {menu && <WaysMenu {...menu} foot={words.text("target.change.keys")} />}
    </>
  );
}

interface WholeChange extends NewValue {
  readonly opened: readonly SumFinding[];
}

/** The one edited cell, when something hangs below it that would no longer add up. */
function wholeChange(table: TargetTable, edits: readonly GridEdit[]): WholeChange | null {
  const [edit] = edits;
  if (!edit || edits.length > 1 || edit.columnKey === OPENING_COLUMN) return null;
  const { tree, shape } = table;
  const period = periodOfColumn(edit.columnKey);
  const row = tree.rows.findIndex((one) => one.key === edit.rowKey);
  const parsed = parseTargetText(edit.text, shape);
  const place = { rowKey: edit.rowKey, periodId: tree.periods[period]!.id, text: edit.text };
  if (row < 0 || !parsed.ok || parsed.value === null || !setTargets(tree, [place], shape).ok) return null;
  const to = { row, period, value: parsed.value };
  if (tree.cells[row]![period]!.value === to.value) return null;
  const opened = openedBy(tree, to);
  return opened.length === 0 ? null : { ...to, opened };
}

function titleOf(table: TargetTable, change: WholeChange, words: Words) {
  return {
    subject: subjectName(table.tree.rows[change.row]!, words),
    period: words.period(table.tree.periods[change.period]!.id, "short"),
    value: exactNumber(words, change.value, table.shape),
    sum: exactNumber(words, change.opened[0]!.sum, table.shape),
  };
}

/** Spread by shares, with the assistant, or left: each is one step to undo. */
function waysOn(table: TargetTable, change: WholeChange, words: Words): readonly Way[] {
  const { tree } = table;
  const way = (name: string, hint: string, onPick: () => void): Way => ({
    label: words.text(`target.change.${name}`),
    hint,
    onPick,
  });
  const write = (by: "shares" | "leave") => () =>
    void runTargetCommand(message("target.command.edit"), {
      command: changeWhole(tree, change, by),
      seen: table.workspace,
    });
  const { difference } = change.opened[0]!;
  const assistant = way("assistant", words.text("target.change.assistant.hint"), () =>
    openAssistant({
      rowKey: tree.rows[change.row]!.key,
      periodId: tree.periods[change.period]!.id,
      total: change.value,
    }),
  );
  return [
    way("shares", words.text("target.change.shares.hint"), write("shares")),
    ...(tree.rows[change.row]!.seat ? [] : [assistant]),
    way(
      difference > 0 ? "leave" : "leave-over",
      words.text("target.change.leave.hint", {
        difference: exactNumber(words, Math.abs(difference), table.shape),
      }),
      write("leave"),
    ),
  ];
}

function findingOf(table: TargetTable, row: TableRow, columnKey: string): SumFinding | undefined {
  if (!row.row || !columnKey.startsWith("target:")) return undefined;
  const { index } = row.row;
  return table.findings.find((one) => one.row === index && one.period === periodOfColumn(columnKey));
}

/** Where the edited cell stands on the screen. */
function cellRect(
  table: TargetTable,
  columns: readonly { readonly key: string }[],
  edit: GridEdit,
): Pick<DOMRect, "left" | "bottom"> {
  const row = table.rows.findIndex((one) => one.key === edit.rowKey);
  const column = columns.findIndex((one) => one.key === edit.columnKey);
  const cell = document.querySelector(`[role=grid] [data-cell="${row}:${column}"]`);
  return cell?.getBoundingClientRect() ?? { left: 8, bottom: 8 };
}
