import { ImageRun, Paragraph, TextRun } from "docx";
import type { FileChild } from "docx";
import type { Paper, PaperChart } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { chartSvg } from "../svg/chart-svg.ts";
import { CHART_SIZE, chartText } from "./docx-chart.ts";

/** Paints drawings as PNG, for that needs fonts and a screen; `null` where there are none. */
export type PaintSvgs = (svgs: readonly string[]) => Promise<readonly Uint8Array[] | null>;

/** A chart as it is put into a document: the drawing, and its picture for programs that show no drawings. */
export interface DrawnChart {
  readonly svg: string;
  readonly png: Uint8Array;
}

/** Draws and paints every chart of a document; none where nobody paints. */
export async function drawCharts(
  paper: Paper,
  words: Words,
  paint: PaintSvgs,
): Promise<ReadonlyMap<PaperChart, DrawnChart>> {
  const charts = paper.sections
    .flatMap((section) => section.blocks)
    .filter((block): block is PaperChart => block.kind === "chart");
  if (charts.length === 0) return new Map();
  const svgs = charts.map((chart) => wordSvg(chartSvg(chart, words)));
  const pictures = await paint(svgs);
  if (pictures === null) return new Map();
  return new Map(charts.map((chart, at) => [chart, { svg: svgs[at]!, png: pictures[at]! }]));
}

/** A drawing under its title, with its picture as fallback and its figures for those who cannot see it. */
export function pictureDocx(chart: PaperChart, words: Words, drawn: DrawnChart): readonly FileChild[] {
  const title = words.say(chart.title);
  const run = new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(drawn.svg),
    fallback: { type: "png", data: drawn.png },
    transformation: CHART_SIZE,
    altText: { name: title, title, description: chartText(chart, words) },
  });
  return [
    new Paragraph({ heading: "Heading2", children: [new TextRun(title)] }),
    new Paragraph({ spacing: { after: 80, line: 240, lineRule: "auto" }, children: [run] }),
  ];
}

/** Word sizes a drawing by its own width and height, and knows no order of painting: its white rims would cover the figures. */
function wordSvg(svg: string): string {
  return svg
    .replace("<svg ", '<svg width="680" height="210" ')
    .replaceAll(' stroke="#fff" stroke-width="2.5" paint-order="stroke"', "");
}
