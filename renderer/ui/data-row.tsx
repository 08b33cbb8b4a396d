import { memo } from "react";
import type { CSSProperties, KeyboardEvent } from "react";
import type { DataColumn } from "./data-table.tsx";

export const COLUMN_WIDTH = 140;

/** What a row tells its table. Stays the same object while the table is there, so that rows that stay are not drawn again. */
export interface RowListener<Row> {
  focus(index: number): void;
  press(event: KeyboardEvent, row: Row): void;
  open(row: Row): void;
}

interface DataRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly DataColumn<Row>[];
  readonly rowHeight: number;
  readonly isActive: boolean;
  readonly opens: boolean;
  readonly listener: RowListener<Row>;
}

/** One row of a table; scrolling draws those that come, not those that stay. */
export const DataRow = memo(function DataRow<Row>(props: DataRowProps<Row>) {
  const { row, index, columns, rowHeight, listener } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      tabIndex={props.isActive ? 0 : -1}
      className={props.opens ? "data-row opens" : "data-row"}
      style={{ top: index * rowHeight, height: rowHeight }}
      onFocus={() => listener.focus(index)}
      onKeyDown={(event) => listener.press(event, row)}
      onClick={props.opens ? () => listener.open(row) : undefined}
    >
      {columns.map((column) => (
        <div key={column.key} role="gridcell" className={cellClass(column)} style={cellStyle(column)}>
          {column.render?.(row) ?? column.text(row)}
        </div>
      ))}
    </div>
  );
}) as <Row>(props: DataRowProps<Row>) => React.JSX.Element;

export function cellClass<Row>(column: DataColumn<Row>): string {
  return `data-cell align-${column.align ?? "start"}`;
}

export function cellStyle<Row>(column: DataColumn<Row>): CSSProperties {
  const width = column.width ?? COLUMN_WIDTH;
  return { flex: `${width} 0 ${width}px` };
}
