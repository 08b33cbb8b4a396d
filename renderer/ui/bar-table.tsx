import { useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Words } from "../../core/words/words.ts";
import { Button } from "./button.tsx";
import { DataTable } from "./data-table.tsx";
import type { DataColumn } from "./data-table.tsx";
import { ExplainedFigure } from "./explained-figure.tsx";
import type { ExplainedValue } from "./explained-figure.tsx";
import { plainNumber } from "./plain-number.ts";
import { useWords } from "./words-context.tsx";
import "./chart.css";
import "./bar-table.css";

/** A column of figures, or of words. */
export interface BarColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: number;
  figure?(row: Row): ExplainedValue;
  text?(row: Row): string;
}

export interface BarTableProps<Row> {
  /** The one question that it answers. */
  readonly title: string;
  readonly rows: readonly Row[];
  rowKey(row: Row): string;
  readonly label: { readonly title: string; text(row: Row): string };
  /** The first column has the bars. */
  readonly columns: readonly BarColumn<Row>[];
  /** What a full bar stands for; absent: the largest value. */
  readonly top?: number;
  /** Too little behind it to be compared: a pale bar. */
  isPale?(row: Row): boolean;
  /** The last line: what all rows come to, or what they are compared with. */
  readonly total?: Row;
  /** Choices that rule this picture alone. */
  readonly tools?: ReactNode;
  /** Figures of their own above the bars. */
  readonly head?: ReactNode;
  /** What the reader must know. */
  readonly note?: string | undefined;
  /** Said in place of the bars when there are no rows. */
  readonly none: string;
}

const SHOWN = 12;

/** Bars with their figures beside them, zero baseline, each figure explained; the same as a table at a press. */
export function BarTable<Row>(props: BarTableProps<Row>) {
  const words = useWords();
  const [asTable, setAsTable] = useState(false);
  const { rows, total } = props;
  const hidden = rows.length - SHOWN;
  return (
    <figure className="chart bar-chart">
      <figcaption>
        <h3>{props.title}</h3>
        {props.tools}
        {rows.length > 0 && (
          <Button kind="link" onClick={() => setAsTable(!asTable)}>
            {words.text(asTable ? "base.chart.picture" : "base.chart.table")}
          </Button>
        )}
      </figcaption>
      {props.head}
      {rows.length === 0 ? (
        <p className="quiet">{props.none}</p>
      ) : asTable ? (
        <FiguresTable {...props} rows={total === undefined ? rows : [...rows, total]} />
      ) : (
        <Bars {...props} rows={rows.slice(0, SHOWN)} />
      )}
      {!asTable && hidden > 0 && (
        <Button kind="link" onClick={() => setAsTable(true)}>
          {words.text("base.rows", { count: rows.length })}
        </Button>
      )}
      {rows.length > 0 && props.note !== undefined && <p className="quiet bar-note">{props.note}</p>}
    </figure>
  );
}

function Bars<Row>(props: BarTableProps<Row>) {
  const { rows, label, columns, total } = props;
  const [first] = columns;
  const valueOf = (row: Row) => first?.figure?.(row).value.value ?? 0;
  const top = props.top ?? Math.max(0, ...rows.map(valueOf));
  const line = (row: Row, isTotal: boolean) => (
    <tr key={isTotal ? "" : props.rowKey(row)} className={isTotal ? "bar-total" : undefined}>
      <th scope="row">{label.text(row)}</th>
      {columns.map((column, at) => (
        <td key={column.key} className={column.figure ? "bar-figure" : undefined}>
          {at === 0 && !isTotal && (
            <i
              aria-hidden
              className={props.isPale?.(row) ? "bar pale" : "bar"}
              style={{ width: barWidth(valueOf(row), top) }}
            />
          )}
          {column.figure ? <ExplainedFigure of={column.figure(row)} /> : column.text?.(row)}
        </td>
      ))}
    </tr>
  );
  return (
    <div className="bar-scroller">
      <table className={columns.length > 4 ? "bar-table wide" : "bar-table"}>
        <thead>
          <tr>
            <th scope="col">{label.title}</th>
            {columns.map((column, at) => (
              <th
                key={column.key}
                scope="col"
                className={column.figure && "bar-figure"}
                style={at === 0 ? undefined : { width: column.width ?? 90 }}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => line(row, false))}
          {total !== undefined && line(total, true)}
        </tbody>
      </table>
    </div>
  );
}

function FiguresTable<Row>(props: BarTableProps<Row>) {
  const words = useWords();
  const { label, columns, rows } = props;
  const shown = useMemo(
    (): readonly DataColumn<Row>[] => [
      { key: "label", title: label.title, width: 170, text: label.text },
      ...columns.map((column) => figureColumn(words, column)),
    ],
    [words, label, columns],
  );
  return (
    <DataTable
      label={props.title}
      rows={rows}
      rowKey={(row) => (row === props.total ? "=" : props.rowKey(row))}
      columns={shown}
      exportName={props.title}
      height={480}
    />
  );
}

function figureColumn<Row>(
  words: Words,
  { key, title, width = 110, ...of }: BarColumn<Row>,
): DataColumn<Row> {
  const { figure } = of;
  if (!figure) return { key, title, width, text: (row) => of.text?.(row) ?? "" };
  return {
    key,
    title,
    width,
    align: "end",
    text: (row) => words.quantity(figure(row).value),
    render: (row) => <ExplainedFigure of={figure(row)} />,
    sortValue: (row) => figure(row).value.value ?? Number.NEGATIVE_INFINITY,
    exportValue: (row) => plainNumber(words, figure(row).value),
  };
}

function barWidth(value: number, top: number): string {
  return `calc((100% - 84px) * ${top <= 0 ? 0 : Math.max(0, Math.min(1, value / top))})`;
}
