import { Paragraph, TextRun } from "docx";
import type { FileChild } from "docx";
import { ChartRun } from "docx/charts";
import type { ChartSeries } from "docx/charts";
import type { Quantity } from "../../core/base/message.ts";
import type { PaperChart } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { ACCENT, INK, QUIET } from "./docx-look.ts";

/** Shades that differ in black and white too, as in the drawn charts. */
const SHADES = ["6B7179", "A9ADB3", "3F444B"] as const;
/** The whole width of the text, in pixels of a 96th of an inch. */
export const CHART_SIZE = { width: 668, height: 206 } as const;
/** How much of the height a figure takes. */
const LABEL_ROOM = 0.1;
const FONT = { name: "Microsoft YaHei" } as const;

/** A chart of the word processor's own under its title, where nobody paints pictures: sharp at any size, in the document's words, its figures inside. */
export function chartDocx(chart: PaperChart, words: Words): readonly FileChild[] {
  const title = words.say(chart.title);
  const isBars = chart.shape === "bars";
  const series = chart.series.map((one, at): ChartSeries => {
    const shade = SHADES[at % SHADES.length]!;
    const isOnly = chart.series.length === 1;
    return {
      name: words.say(one.name),
      values: one.values,
      color: shade,
      ...(isBars ? {} : { line: { color: shade, width: 2 } }),
      ...(isBars && isOnly ? { pointLabels: one.values.map((_, at) => barLabel(chart, at, words)) } : {}),
    };
  });
  const run = new ChartRun({
    type: isBars ? "column" : "line",
    categories: chart.labels.map((label) => words.say(label)),
    series: chart.target ? [...series, targetSeries(chart, chart.target, words)] : series,
    ...(isBars ? { gapWidth: 90 } : {}),
    legend: { position: "right", font: { size: 8, color: QUIET } },
    font: FONT,
    chartArea: { fill: "none", border: "none" },
    categoryAxis: { font: { size: 8, color: QUIET } },
    valueAxis: { visible: false, gridlines: false, ...(isFromZero(chart) ? { minimum: 0 } : {}) },
    transformation: CHART_SIZE,
    altText: { name: title, title, description: chartText(chart, words) },
  });
  return [
    new Paragraph({ heading: "Heading2", children: [new TextRun(title)] }),
    new Paragraph({ spacing: { after: 80, line: 240, lineRule: "auto" }, children: [run] }),
  ];
}

/** What the reader sees on the bar: the short figure with its unit, not the number of minor units. */
function barLabel(chart: PaperChart, at: number, words: Words) {
  return isUnderMark(chart, at) ? false : label(chart, at, { position: "outsideEnd", words });
}

function label(
  chart: PaperChart,
  at: number,
  of: { readonly position: "outsideEnd" | "above"; readonly words: Words },
) {
  const value = chart.series[0]?.values[at] ?? null;
  if (value === null) return false;
  const text = of.words.quantity({ unit: chart.unit, value } as Quantity);
  return { text, position: of.position, font: { size: 8, color: INK } };
}

/** Whether the target's mark lies where the bar's figure would stand: then the figure stands above the mark. */
function isUnderMark(chart: PaperChart, at: number): boolean {
  const value = chart.series[0]?.values[at] ?? null;
  const target = chart.target?.[at] ?? null;
  if (value === null || target === null) return false;
  const top = Math.max(...[...chart.series[0]!.values, ...chart.target!].map((one) => one ?? 0));
  return target >= value && target - value < top * LABEL_ROOM;
}

/** The target: a mark on each bar, a dashed line beside lines. */
function targetSeries(
  chart: PaperChart,
  values: NonNullable<PaperChart["target"]>,
  words: Words,
): ChartSeries {
  const name = chart.targetName ? words.say(chart.targetName) : "";
  if (chart.shape === "line") {
    return { name, values, color: QUIET, line: { color: QUIET, width: 1.25, dash: "dash" } };
  }
  return {
    name,
    values,
    type: "line",
    color: ACCENT,
    // A line of no width is taken out when the bytes are steadied: marks only.
    line: { color: ACCENT, width: 0 },
    markers: { shape: "dash", size: 16 },
    ...(chart.series.length === 1
      ? {
          pointLabels: values.map((_, at) =>
            isUnderMark(chart, at) ? label(chart, at, { position: "above", words }) : false,
          ),
        }
      : {}),
  };
}

function isFromZero(chart: PaperChart): boolean {
  return [...chart.series.flatMap((one) => one.values), ...(chart.target ?? [])].every(
    (value) => value === null || value >= 0,
  );
}

/** What the chart says, for those who cannot see it. */
export function chartText(chart: PaperChart, words: Words): string {
  return chart.series
    .flatMap((series) =>
      series.values.map((value, at) => {
        const label = chart.labels[at] ? words.say(chart.labels[at]) : "";
        return `${label} ${words.quantity({ unit: chart.unit, value } as Quantity)}`;
      }),
    )
    .join(", ");
}
