import type { PaperChart } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { escapeHtml } from "../html/escape-html.ts";

const WIDTH = 680;
const HEIGHT = 210;
const LEFT = 8;
const RIGHT = 84;
const TOP = 22;
const BOTTOM = 30;
/** How much a value needs above its bar. */
const LABEL_ROOM = 18;
const FONT = 10.5;
/** Smaller than this nobody reads a value: the table beside the chart has it. */
const SMALLEST_FONT = 7;
const PLOT_WIDTH = WIDTH - LEFT - RIGHT;
const PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
/** Legible in black and white: series differ in shade and dash, not only in hue. */
const INK = "#1F2328";
const QUIET = "#5B6068";
const HAIRLINE = "#D8D2C6";
const ACCENT = "#B83A2B";
const SHADES = ["#6B7179", "#A9ADB3", "#3F444B"] as const;

/** Draws a chart of a document as SVG: zero baseline, direct labels, the target as a dashed line or mark.
 * Sizes are fixed, so the same data gives the same bytes. */
export function chartSvg(chart: PaperChart, words: Words): string {
  const values = [...chart.series.flatMap((series) => series.values), ...(chart.target ?? [])];
  const numbers = values.filter((value): value is number => value !== null);
  const top = Math.max(...numbers, 0);
  const bottom = Math.min(...numbers, 0);
  const scale = new Scale(chart.labels.length, bottom, top === bottom ? bottom + 1 : top);
  const marks = chart.shape === "bars" ? bars(chart, words, scale) : lines(chart, words, scale);
  const title = escapeHtml(words.say(chart.title));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}" ` +
    `font-family="system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" font-size="${FONT}">${axis(chart, words, scale)}${marks}</svg>`
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface TextStyle {
  readonly anchor: "start" | "middle";
  readonly color: string;
  readonly size?: number;
}

class Scale {
  readonly step: number;
  readonly #bottom: number;
  readonly #span: number;

  constructor(count: number, bottom: number, top: number) {
    this.step = PLOT_WIDTH / Math.max(1, count);
    this.#bottom = bottom;
    this.#span = top - bottom;
  }

  x(index: number): number {
    return LEFT + this.step * (index + 0.5);
  }

  y(value: number): number {
    return TOP + PLOT_HEIGHT * (1 - (value - this.#bottom) / this.#span);
  }
}

function axis(chart: PaperChart, words: Words, scale: Scale): string {
  const zero = round(scale.y(0));
  const labels = chart.labels.map((label, index) => {
    const text = shorten(words.say(label), Math.floor(scale.step / 7));
    return `<text x="${round(scale.x(index))}" y="${HEIGHT - 12}" text-anchor="middle" fill="${QUIET}">${escapeHtml(text)}</text>`;
  });
  return `<line x1="${LEFT}" x2="${LEFT + PLOT_WIDTH}" y1="${zero}" y2="${zero}" stroke="${INK}" stroke-width="0.8"/>${labels.join("")}`;
}

function bars(chart: PaperChart, words: Words, scale: Scale): string {
  const series = chart.series;
  const width = Math.min(34, (scale.step * 0.7) / Math.max(1, series.length));
  const parts: string[] = [];
  const size = valueFont(chart, words, scale.step);
  for (const [place, one] of series.entries()) {
    for (const [index, value] of one.values.entries()) {
      if (value === null) continue;
      const left = scale.x(index) + (place - series.length / 2) * width;
      const [upper, lower] = value >= 0 ? [scale.y(value), scale.y(0)] : [scale.y(0), scale.y(value)];
      parts.push(
        `<rect x="${round(left)}" y="${round(upper)}" width="${round(width - 2)}" height="${round(lower - upper)}" fill="${shade(place)}"/>`,
      );
      const target = chart.target?.[index] ?? null;
      const mark = target === null ? upper : scale.y(target);
      if (series.length === 1 && size >= SMALLEST_FONT) {
        parts.push(
          label({ x: scale.x(index), y: labelBase(upper, mark) }, words.quantity(quantity(chart, value)), {
            anchor: "middle",
            color: INK,
            size,
          }),
        );
      }
    }
  }
  for (const [index, value] of (chart.target ?? []).entries()) {
    if (value === null) continue;
    const y = round(scale.y(value));
    const half = round((width * series.length) / 2 + 4);
    const x = round(scale.x(index));
    // With a white rim: on a bar of the same grey it would be lost in black and white.
    for (const mark of ['stroke="#fff" stroke-width="5"', `stroke="${ACCENT}" stroke-width="2"`]) {
      parts.push(`<line x1="${round(x - half)}" x2="${round(x + half)}" y1="${y}" y2="${y}" ${mark}/>`);
    }
  }
  return parts.join("") + legend(chart, words);
}

/** As large as lets no value run into the one beside it. */
function valueFont(chart: PaperChart, words: Words, step: number): number {
  const values = chart.series[0]?.values.filter((value) => value !== null) ?? [];
  const widths = values.map((value) => widthOf(words.quantity(quantity(chart, value))));
  return Math.min(FONT, round((FONT * (step - 4)) / Math.max(1, ...widths)));
}

/** About: a wide sign takes an em, others 0.6 of it. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + FONT * (sign.charCodeAt(0) > 0x2e7f ? 1 : 0.6), 0);
}

/** The value stands on its bar; above the target's mark only where the two would overlap. */
function labelBase(upper: number, mark: number): number {
  const isInTheWay = mark < upper + 2 && upper - mark < LABEL_ROOM;
  return (isInTheWay ? Math.min(upper, mark) : upper) - 5;
}

function lines(chart: PaperChart, words: Words, scale: Scale): string {
  const parts: string[] = [];
  if (chart.target) {
    parts.push(path(chart.target, scale, `stroke="${QUIET}" stroke-width="1.2" stroke-dasharray="4 3"`));
    const text = chart.targetName ? words.say(chart.targetName) : "";
    parts.push(endLabel(chart.target, scale, { text, color: QUIET }));
  }
  for (const [place, one] of chart.series.entries()) {
    parts.push(path(one.values, scale, `stroke="${shade(place)}" stroke-width="2"`));
    const last = one.values.findLast((value) => value !== null);
    const text = last === undefined || last === null ? "" : words.quantity(quantity(chart, last));
    parts.push(endLabel(one.values, scale, { text: `${words.say(one.name)} ${text}`, color: shade(place) }));
  }
  return parts.join("");
}

function legend(chart: PaperChart, words: Words): string {
  const names = chart.series.map((series) => words.say(series.name));
  const entries = names.map((name, place) => ({ name, mark: `fill="${shade(place)}"`, height: 8 }));
  if (chart.targetName)
    entries.push({ name: words.say(chart.targetName), mark: `fill="${ACCENT}"`, height: 2 });
  return entries
    .map(({ name, mark, height }, index) => {
      const y = TOP + index * 16;
      const x = LEFT + PLOT_WIDTH + 8;
      return `<rect x="${x}" y="${y - height / 2}" width="10" height="${height}" ${mark}/>${label({ x: x + 14, y: y + 4 }, name, { anchor: "start", color: QUIET })}`;
    })
    .join("");
}

function path(values: readonly (number | null)[], scale: Scale, style: string): string {
  let pen = "M";
  const steps: string[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = "M";
      continue;
    }
    steps.push(`${pen}${round(scale.x(index))} ${round(scale.y(value))}`);
    pen = "L";
  }
  return `<path d="${steps.join("")}" fill="none" stroke-linejoin="round" ${style}/>`;
}

function endLabel(
  values: readonly (number | null)[],
  scale: Scale,
  end: { readonly text: string; readonly color: string },
): string {
  const index = values.findLastIndex((value) => value !== null);
  const value = index < 0 ? null : (values[index] ?? null);
  if (value === null || end.text.trim() === "") return "";
  return label({ x: scale.x(index) + 6, y: scale.y(value) + 4 }, end.text.trim(), {
    anchor: "start",
    color: end.color,
  });
}

function label(at: Point, text: string, style: TextStyle): string {
  const size = style.size === undefined || style.size === FONT ? "" : ` font-size="${style.size}"`;
  return `<text x="${round(at.x)}" y="${round(at.y)}" text-anchor="${style.anchor}"${size} fill="${style.color}" stroke="#fff" stroke-width="2.5" paint-order="stroke">${escapeHtml(text)}</text>`;
}

function quantity(chart: PaperChart, value: number) {
  return { unit: chart.unit, value } as Parameters<Words["quantity"]>[0];
}

function shade(place: number): string {
  return SHADES[place % SHADES.length] ?? HAIRLINE;
}

function shorten(text: string, most: number): string {
  return text.length <= Math.max(4, most) ? text : `${text.slice(0, Math.max(3, most - 1))}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
