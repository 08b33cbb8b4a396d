import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from "chart.js";
import type { ChartConfiguration, Plugin } from "chart.js";
import { useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import type { ChartProps, ChartSeries } from "./chart.tsx";
import { useTakePicture } from "./export-context.tsx";
import { useWords } from "./words-context.tsx";
import type { Words } from "../../core/words/words.ts";

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
);

const VARIABLE_BY_TONE = {
  ahead: "--ahead",
  "on-pace": "--ink2",
  behind: "--behind",
  "at-risk": "--risk",
  muted: "--line",
} as const;

/** The picture of a chart; colours are read from the theme when it is drawn. What changes is drawn on the same canvas. */
export function ChartCanvas(props: ChartProps & { readonly height: number }) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<ChartJs<"line" | "bar"> | null>(null);
  const latest = useRef({ props, words });
  const { kind, exportName, title } = props;
  const take = useTakePicture();
  const hand = async (to: "file" | "clipboard") => {
    const blob = canvas.current && (await pictureOf(canvas.current));
    if (blob) take?.({ name: exportName ?? title, blob }, to);
  };
  useEffect(() => {
    latest.current = { props, words };
    if (drawn.current) redraw(drawn.current, configOf(props, words));
  }, [props, words]);
  useEffect(() => {
    if (!canvas.current) return undefined;
    ChartJs.defaults.font.family = colorOf("--font");
    const config = () => configOf({ ...latest.current.props, kind }, latest.current.words);
    const chart = new ChartJs(canvas.current, config());
    drawn.current = chart;
    const themed = new MutationObserver(() => redraw(chart, config()));
    themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      themed.disconnect();
      chart.destroy();
      drawn.current = null;
    };
  }, [kind]);
  return (
    <>
      <div style={{ height: props.height, position: "relative" }}>
        <canvas ref={canvas} role="img" aria-label={props.title} />
      </div>
      <div className="chart-foot">
        {take &&
          (["file", "clipboard"] as const).map((to) => (
            <Button key={to} kind="link" onClick={() => void hand(to)}>
              {words.text(to === "file" ? "base.chart.png" : "base.chart.copy")}
            </Button>
          ))}
      </div>
    </>
  );
}

function redraw(chart: ChartJs<"line" | "bar">, { data, options }: ReturnType<typeof configOf>): void {
  chart.data = data;
  chart.options = options!;
  chart.update("none");
}

function configOf(props: ChartProps, words: Words): ChartConfiguration<"line" | "bar"> {
  const say = (value: number | string) => words.quantity(props.quantity(Number(value)));
  return {
    type: props.kind,
    data: {
      // A label may have two lines: names that are too long for their place would stand aslant.
      labels: props.labels.map((label) => (label.includes("\n") ? label.split("\n") : label)),
      datasets: props.series.map((one, index) => datasetOf(one, index, props.kind)),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { right: isLabelled(props) ? 96 : 4, top: 12 } },
      font: { family: colorOf("--font"), size: 12 },
      scales: {
        x: {
          grid: { display: false },
          // A line's labels are a scale: some of them are enough.
          ticks: {
            color: colorOf("--ink2"),
            ...(isTwoLined(props)
              ? { maxRotation: 0, autoSkip: false }
              : props.kind === "line"
                ? { maxRotation: 0, autoSkipPadding: 16 }
                : {}),
          },
          border: { color: colorOf("--line") },
        },
        y: {
          beginAtZero: true,
          grid: { color: colorOf("--line2") },
          border: { display: false },
          ticks: { color: colorOf("--ink2"), maxTicksLimit: 5, callback: say },
        },
      },
    },
    plugins: [directLabels],
  };
}

/** Labels that were given two lines stand straight, all of them. */
function isTwoLined({ labels }: Pick<ChartProps, "labels">): boolean {
  return labels.some((label) => label.includes("\n"));
}

function datasetOf(one: ChartSeries, index: number, kind: ChartProps["kind"]) {
  const color = colorOf(
    one.tone ? VARIABLE_BY_TONE[one.tone] : index === 0 && kind === "line" ? "--accent" : "--ink2",
  );
  return {
    label: one.label,
    data: [...one.values],
    borderColor: color,
    backgroundColor: kind === "bar" ? color : "transparent",
    borderWidth: kind === "bar" ? 0 : 2,
    // What is wanted is drawn over the bars, whatever their height.
    ...(one.dashed ? { type: "line" as const, borderDash: [4, 4], borderWidth: 1.5, order: -1 } : {}),
    pointRadius: 0,
    spanGaps: false,
  };
}

/** One row of bars needs no name beside it: the title is its name. */
function isLabelled({ kind, series }: ChartProps): boolean {
  return kind === "line" || series.length > 1;
}

/** The name of each line at its end, in its colour: no legend to look up. */
const directLabels: Plugin<"line" | "bar"> = {
  id: "direct-labels",
  afterDatasetsDraw(chart) {
    const { ctx, data, config } = chart;
    // The last point of bars lies in the middle of the last bar: names stand beside the bars, not on them.
    const isBars = "type" in config && config.type === "bar";
    const ends = data.datasets.flatMap((dataset, index) => {
      const points = chart.getDatasetMeta(index).data;
      const at = points[dataset.data.findLastIndex((value) => value !== null)];
      if (!at || (data.datasets.length === 1 && dataset.type !== "line")) return [];
      return [{ dataset, x: isBars ? chart.chartArea.right : at.x, y: at.y }];
    });
    let free = Number.NEGATIVE_INFINITY;
    // Lines that end side by side: the lower name makes room.
    for (const { dataset, x, y } of ends.toSorted((a, b) => a.y - b.y)) {
      const baseline = Math.max(y, free);
      free = baseline + 15;
      ctx.save();
      ctx.fillStyle = String(dataset.borderColor);
      ctx.font = `12px ${colorOf("--font")}`;
      ctx.textBaseline = "middle";
      ctx.fillText(dataset.label ?? "", x + 8, baseline);
      ctx.restore();
    }
  },
};

function colorOf(variable: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}

/** The picture as PNG, on the ground it stands on. */
async function pictureOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const ctx = copy.getContext("2d");
  if (!ctx) return null;
  ctx.fillStyle = colorOf("--raised");
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  return new Promise((resolve) => copy.toBlob(resolve, "image/png"));
}
