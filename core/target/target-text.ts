import { message } from "../base/message.ts";
import type { Message, Unit } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { readTypedNumber, typedNumberSteps, typedNumberValue } from "../base/typed-number.ts";
import type { TypedNumber } from "../base/typed-number.ts";

/** How a KPI's numbers are typed and shown: its unit, and for money the digits of the currency and the shown multiple. */
export interface NumberShape {
  readonly unit: Unit;
  readonly kind: "flow" | "level" | "ratio";
  /** Digits of the smallest unit: 2 for CNY. 0 for what is no money. */
  readonly digits: number;
  /** What 1 means when a bare number is typed, in main units, as a power of ten: 4 for 万, 3 for thousands, 0 for yuan. */
  readonly shownPower: number;
}

/** Reads what a person typed into a target cell, exactly: full-width and half-width, thousands marks, ¥, 元, 万, 亿, k, M, %.
 * A bare number is in the shown multiple. `null`: the cell was emptied. Refused: what is no number, a negative flow, more
 * digits than the smallest unit has (nothing is rounded in silence), more than a safe integer holds.
 * @example parseTargetText("3.5万", { unit: "money", kind: "flow", digits: 2, shownPower: 0 }) // => { ok: true, value: 3500000 }
 * @example parseTargetText("１，２００", { unit: "count", kind: "flow", digits: 0, shownPower: 0 }) // => { ok: true, value: 1200 }
 * @example parseTargetText("95%", { unit: "percent", kind: "ratio", digits: 0, shownPower: 0 }) // => { ok: true, value: 0.95 }
 */
export function parseTargetText(text: string, shape: NumberShape): Result<number | null, Message> {
  const read = readTypedNumber(text);
  if (!read.ok) {
    return fail(
      read.error.kind === "suffix"
        ? message("target.problem.suffix", { text, suffix: read.error.suffix })
        : message("target.problem.number", { text }),
    );
  }
  const typed = read.value;
  if (typed === null) return ok(null);
  if (typed.digits < 0n && shape.kind === "flow") return fail(message("target.problem.negative", { text }));
  if (isFraction(shape)) return readFraction(typed, shape, text);
  if (typed.percent) return fail(message("target.problem.suffix", { text, suffix: "%" }));
  return inSteps({ ...typed, power: typed.power ?? shape.shownPower }, shape, text);
}

/** Prints a value exactly as it can be typed back, in the shown multiple, without thousands marks.
 * @example printTargetText(30123456, { unit: "money", kind: "flow", digits: 2, shownPower: 4 }) // => "30.123456"
 * @example printTargetText(0.95, { unit: "percent", kind: "ratio", digits: 0, shownPower: 0 }) // => "95%"
 */
export function printTargetText(value: number, shape: NumberShape): string {
  if (isFraction(shape)) {
    return shape.unit === "percent" ? `${trimmed((value * 100).toFixed(10))}%` : String(value);
  }
  if (!Number.isInteger(value)) return String(value);
  const places = shape.digits + shape.shownPower;
  const digits = Math.abs(value)
    .toString()
    .padStart(places + 1, "0");
  const cut = digits.length - places;
  const text = places === 0 ? digits : trimmed(`${digits.slice(0, cut)}.${digits.slice(cut)}`);
  return value < 0 ? `-${text}` : text;
}

/** The smallest step in which a KPI's targets are divided: one main unit of money, one of anything else.
 * @example divisionUnit({ unit: "money", kind: "flow", digits: 2, shownPower: 4 }) // => 100
 */
export function divisionUnit(shape: Pick<NumberShape, "unit" | "digits">): number {
  return shape.unit === "money" ? 10 ** shape.digits : 1;
}

function isFraction(shape: NumberShape): boolean {
  return shape.unit === "percent" || (shape.unit !== "money" && shape.kind !== "flow");
}

function readFraction(typed: TypedNumber, shape: NumberShape, text: string): Result<number, Message> {
  if (typed.power !== null) return fail(message("target.problem.number", { text }));
  return ok(typedNumberValue({ ...typed, percent: shape.unit === "percent" || typed.percent }));
}

function inSteps(typed: TypedNumber, shape: NumberShape, text: string): Result<number, Message> {
  const steps = typedNumberSteps(typed, shape.digits);
  if (steps === null) {
    const key = shape.unit === "money" ? "target.problem.too-fine" : "target.problem.whole";
    return fail(message(key, { text, digits: shape.digits }));
  }
  const value = Number(steps);
  return Number.isSafeInteger(value) ? ok(value) : fail(message("target.problem.too-large", { text }));
}

function trimmed(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
