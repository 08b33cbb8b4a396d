import type { PaperChart } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { chartSvg } from "../../formats/svg/chart-svg.ts";

/** Draws a pack's chart for the screen: the same drawing as on paper. All text in it is escaped. */
export function drawChart(chart: PaperChart, words: Words): string {
  return chartSvg(chart, words);
}
