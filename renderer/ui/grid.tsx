import type { ReactNode } from "react";
import type { Message } from "../../core/base/message.ts";
import type { Tone } from "./figure.tsx";

/** A column of the spreadsheet grid. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** A second, quieter line in the header. */
  readonly subtitle?: string;
  readonly width: number;
  readonly align?: "start" | "center" | "end";
  /** What is shown, copied and exported. */
  text(row: Row): string;
  /** Shown in place of the text. */
  render?(row: Row): ReactNode;
  /** The text to start editing with; `null`: the cell cannot be edited. Absent: the column is read-only. */
  editText?(row: Row): string | null;
  /** Turns one key press into the whole new text (letters R A C I in the matrix): applied at once. */
  quickKey?(row: Row, key: string): string | null;
  tone?(row: Row): Tone | undefined;
  /** A problem or hint of this cell; shown as a mark with a tooltip. */
  note?(row: Row): string | undefined;
}

/** One cell a person changed by typing, pasting, filling down or deleting (empty text). */
export interface GridEdit {
  readonly rowKey: string;
  readonly columnKey: string;
  readonly text: string;
}

export interface GridProblem extends Omit<GridEdit, "text"> {
  readonly message: Message;
}

export interface GridProps<Row> {
  /** Name for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly columns: readonly GridColumn<Row>[];
  /** How many columns stay in sight on the left; 1 unless told. */
  readonly stickyColumns?: number;
  rowDepth?(row: Row): number;
  rowKind?(row: Row): "total" | "group" | undefined;
  /** All edits of one gesture, as one. Problems: nothing was applied, the cells are marked, the text stays in the editor. */
  onEdit?(edits: readonly GridEdit[]): Promise<readonly GridProblem[]>;
  /** Enter or double click on a cell that cannot be edited. */
  onOpen?(row: Row, columnKey: string): void;
  /** File name for CSV and XLSX; absent: no export button. */
  readonly exportName?: string;
  readonly height?: number | string;
}

/** The spreadsheet: arrows, type to edit, Enter, Esc, Tab, Delete, copy and paste of blocks, fill down (Ctrl/⌘ D), sticky
 * header and first columns, virtual rows. Used by the matrix, the value grid, the target tree and every editable table. */
export function Grid<Row>(props: GridProps<Row>) {
  return (
    <table aria-label={props.label}>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)}>
            {props.columns.map((column) => (
              <td key={column.key}>{column.render?.(row) ?? column.text(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
