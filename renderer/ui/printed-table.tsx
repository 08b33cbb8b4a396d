import type { ReactNode } from "react";
import type { Tone } from "./figure.tsx";
import type { TableColumn } from "./table-column.ts";
import { SIGN_BY_TONE } from "./tone-sign.ts";
import { usePrinting } from "./use-printing.ts";
import { useWords } from "./words-context.tsx";
import "./printed-table.css";

/** What of a column counts on paper. */
interface PrintedColumn<Row> extends TableColumn<Row> {
  readonly subtitle?: string;
  tone?(row: Row): Tone | undefined;
}

export interface PrintedTableProps<Row> {
  readonly label: string;
  /** As they are filtered and sorted on screen. */
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly columns: readonly PrintedColumn<Row>[];
  rowDepth?(row: Row): number;
  rowKind?(row: Row): "total" | "group" | undefined;
}

/** Ten sheets or so: more is a file's work, and the caption says it. */
const MOST_ROWS = 300;
/** With more columns the type is smaller. */
const WIDE = 10;

/** A table as it is printed: a table of the page's own, for only its head stands on every sheet. On screen it is not there. */
export function PrintedTable<Row>(props: PrintedTableProps<Row>) {
  return usePrinting() ? <Sheet {...props} /> : null;
}

function Sheet<Row>({ label, rows, rowKey, columns, rowDepth, rowKind }: PrintedTableProps<Row>) {
  const words = useWords();
  const count = rows.length;
  return (
    <table className={columns.length > WIDE ? "printed-table wide" : "printed-table"}>
      <caption>
        {label}{" "}
        <span>
          {count > MOST_ROWS
            ? words.text("base.print.part", { count, shown: MOST_ROWS })
            : words.text("base.rows", { count })}
        </span>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.align}>
              {column.title}
              {column.subtitle !== undefined && <small>{column.subtitle}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, MOST_ROWS).map((row) => (
          <tr key={rowKey(row)} className={rowKind?.(row)}>
            {columns.map((column, at) => (
              <td
                key={column.key}
                className={column.align}
                style={at === 0 && rowDepth ? { paddingInlineStart: 4 + 12 * rowDepth(row) } : undefined}
              >
                {cellOf(column, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The text with its sign; where a cell has none, what is shown in its place. */
function cellOf<Row>(column: PrintedColumn<Row>, row: Row): ReactNode {
  const text = column.text(row);
  if (text === "") return column.render?.(row);
  return `${text} ${SIGN_BY_TONE[column.tone?.(row) ?? "on-pace"]}`.trimEnd();
}
