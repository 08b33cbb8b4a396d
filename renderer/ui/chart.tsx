import { lazy, Suspense, useState } from "react";
import { Button } from "./button.tsx";
import { DataTable } from "./data-table.tsx";
import type { DataColumn } from "./data-table.tsx";
import { useWords } from "./words-context.tsx";
import type { Quantity } from "../../core/base/message.ts";
import type { Tone } from "./figure.tsx";
import "./chart.css";

export interface ChartSeries {
  readonly label: string;
  /** One for each label; `null` leaves a gap. In the unit of `quantity`. */
  readonly values: readonly (number | null)[];
  readonly tone?: Tone;
  /** Dashed: a target or a plan. */
  readonly dashed?: boolean;
}

export interface ChartProps {
  /** The one question that the chart answers. */
  readonly title: string;
  readonly kind: "line" | "bar";
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** How a value is printed, on the axis, at the marks and in the table. */
  quantity(value: number | null): Quantity;
  /** How many records the chart rests on. */
  readonly n?: number;
  readonly height?: number;
  /** Name of the PNG and of the table's file. */
  readonly exportName?: string;
}

const ChartCanvas = lazy(async () => ({ default: (await import("./chart-canvas.tsx")).ChartCanvas }));

/** A chart: direct labels, zero baseline, targets dashed, n shown; the same numbers as a table at a press. */
export function Chart(props: ChartProps) {
  const words = useWords();
  const [asTable, setAsTable] = useState(false);
  const { title, n, height = 240 } = props;
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        {n !== undefined && <span className="chart-n">n = {n}</span>}
        <Button kind="link" onClick={() => setAsTable(!asTable)}>
          {words.text(asTable ? "base.chart.picture" : "base.chart.table")}
        </Button>
      </figcaption>
      {asTable ? (
        <ChartTable {...props} />
      ) : (
        <Suspense fallback={<div style={{ height }} />}>
          <ChartCanvas {...props} height={height} />
        </Suspense>
      )}
    </figure>
  );
}

function ChartTable(props: ChartProps) {
  const words = useWords();
  const { labels, series } = props;
  const columns: readonly DataColumn<number>[] = [
    { key: "label", title: "", text: (index) => labels[index] ?? "", sortValue: (index) => index },
    ...series.map((one): DataColumn<number> => ({
      key: one.label,
      title: one.label,
      align: "end",
      text: (index) => words.quantity(props.quantity(one.values[index] ?? null)),
      sortValue: (index) => one.values[index] ?? Number.NEGATIVE_INFINITY,
      exportValue: (index) => one.values[index] ?? null,
    })),
  ];
  return (
    <DataTable
      label={props.title}
      rows={labels.map((_, index) => index)}
      rowKey={String}
      columns={columns}
      {...(props.exportName === undefined ? {} : { exportName: props.exportName })}
    />
  );
}
