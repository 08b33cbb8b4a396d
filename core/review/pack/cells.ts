import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { PaperCell, PaperColumn, PaperFigure, PaperRow } from "../../base/paper.ts";

/** A figure of any room: what it is, why it is missing, how it came about. */
interface AnyFigure {
  readonly value: Quantity;
  readonly note?: Message;
  explain(): Explanation;
}

/** A figure as a cell that can explain itself.
 * @example figureCell({ value: { unit: "count", value: 2 }, explain: () => ({}) }).quantity // => { unit: "count", value: 2 }
 */
export function figureCell(figure: AnyFigure): Extract<PaperCell, { quantity: unknown }> {
  return { quantity: figure.value, explain: () => figure.explain() };
}

/** A figure under its label; where it has no value, with the reason.
 * @example headline(message("a"), { value: { unit: "count", value: null }, note: message("b"), explain: () => ({}) }).note // => { key: "b" }
 */
export function headline(label: Message, figure: AnyFigure): PaperFigure {
  return {
    label,
    quantity: figure.value,
    ...(figure.value.value === null && figure.note ? { note: figure.note } : {}),
    explain: () => figure.explain(),
  };
}

/** A column of a pack's table, with its title from the pack's words.
 * @example column("due", "text").title // => { key: "review.pack.column.due" }
 */
export function column(key: string, unit: PaperColumn["unit"], more: Partial<PaperColumn> = {}): PaperColumn {
  return { key, title: message(`review.pack.column.${key}`), unit, ...more };
}

/** A row of a table without depth.
 * @example plainRow("a", [{ text: "x" }]).emphasis // => "none"
 */
export function plainRow(
  key: string,
  cells: readonly PaperCell[],
  more: Pick<Partial<PaperRow>, "emphasis" | "sumOf"> = {},
): PaperRow {
  return { key, depth: 0, emphasis: "none", ...more, cells };
}

/** A number of things as a cell.
 * @example countCell(3) // => { quantity: { unit: "count", value: 3 } }
 */
export function countCell(value: number): PaperCell {
  return { quantity: { unit: "count", value } };
}

/** A day as a cell, or an empty one.
 * @example dayCell(undefined) // => { text: "" }
 */
export function dayCell(day: Day | undefined): PaperCell {
  return day === undefined ? { text: "" } : { day };
}

/** A name as a cell, whether it has a language or not.
 * @example nameCell("王芳") // => { text: "王芳" }
 */
export function nameCell(name: string | Message): PaperCell {
  return typeof name === "string" ? { text: name } : { message: name };
}

/** A label as a message, whether it has a language or not.
 * @example asMessage("王芳") // => { key: "review.text", params: { text: "王芳" } }
 */
export function asMessage(label: string | Message): Message {
  return typeof label === "string" ? message("review.text", { text: label }) : label;
}
