import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { currencyDigits } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { readTypedNumber, typedNumberSteps, typedNumberValue } from "../base/typed-number.ts";
import type { TypedNumber } from "../base/typed-number.ts";
import type { Kpi } from "./records.ts";

/** A typed value in the KPI's base unit; with its parts when it was typed as `17/20`. */
export interface TypedValue {
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
}

/** How a KPI's values are read. */
export interface KpiNumberShape {
  readonly unit: Kpi["unit"];
  /** Of the workspace: how many digits an amount may have. */
  readonly currency: string;
}

/** Reads what a person typed or pasted for a KPI: full-width digits, thousands marks, currency signs, 万 and 亿, k and M, %,
 * `(1,234)` and a trailing minus; `null` for an empty cell. Amounts come exactly to minor units. Percentages may be typed
 * with or without %, or as two parts (`17/20`); a bare number of at most 1 is refused, for it might mean either. Counts are
 * whole and, like days, not negative. Nothing is rounded in silence.
 * @example parseKpiText("１．２万", { unit: "money", currency: "CNY" }) // => { ok: true, value: { value: 1200000 } }
 * @example parseKpiText("17/20", { unit: "percent", currency: "CNY" }) // => { ok: true, value: { value: 0.85, numerator: 17, denominator: 20 } }
 * @example parseKpiText("85.3", { unit: "percent", currency: "CNY" }) // => { ok: true, value: { value: 0.853 } }
 */
export function parseKpiText(text: string, shape: KpiNumberShape): Result<TypedValue | null, Message> {
  if (text.normalize("NFKC").includes("/")) return parseParts(shape, text);
  const read = readTypedNumber(text);
  if (!read.ok) return fail(message("kpi.problem.number", { text }));
  const decimal = read.value;
  if (decimal === null) return ok(null);
  if (decimal.percent && shape.unit !== "percent" && shape.unit !== "ratio") {
    return fail(message("kpi.problem.not-percent", { text }));
  }
  const value = inUnit(decimal, shape, text);
  return value.ok ? ok({ value: value.value }) : value;
}

/** A value as it can be typed again: amounts in main units, percentages with %, parts as parts.
 * @example kpiEditText({ value: 0.853 }, { unit: "percent", currency: "CNY" }) // => "85.3%"
 * @example kpiEditText({ value: 120050 }, { unit: "money", currency: "CNY" }) // => "1200.5"
 */
export function kpiEditText(
  typed: {
    readonly value: number;
    readonly numerator?: number | undefined;
    readonly denominator?: number | undefined;
  },
  shape: KpiNumberShape,
): string {
  if (typed.numerator !== undefined && typed.denominator !== undefined) {
    return `${typed.numerator}/${typed.denominator}`;
  }
  if (shape.unit === "percent") return `${Number((typed.value * 100).toPrecision(14))}%`;
  if (shape.unit === "money") return String(typed.value / 10 ** currencyDigits(shape.currency));
  return String(typed.value);
}

function parseParts(shape: KpiNumberShape, text: string): Result<TypedValue, Message> {
  if (shape.unit !== "percent" && shape.unit !== "ratio") return fail(message("kpi.problem.parts", { text }));
  const parts = text.normalize("NFKC").split("/").map(readTypedNumber);
  const [numerator, denominator, ...rest] = parts.map((part) =>
    part.ok && part.value && !part.value.percent ? typedNumberValue(part.value) : Number.NaN,
  );
  if (rest.length > 0 || !Number.isFinite(numerator) || !Number.isFinite(denominator)) {
    return fail(message("kpi.problem.number", { text }));
  }
  if (denominator! <= 0) return fail(message("kpi.problem.denominator", { text }));
  return ok({ value: numerator! / denominator!, numerator: numerator!, denominator: denominator! });
}

function inUnit(decimal: TypedNumber, shape: KpiNumberShape, text: string): Result<number, Message> {
  if (decimal.digits < 0n && (shape.unit === "count" || shape.unit === "days")) {
    return fail(message("kpi.problem.negative", { text }));
  }
  if (shape.unit === "percent" && !decimal.percent) {
    const bare = typedNumberValue(decimal);
    if (bare !== 0 && Math.abs(bare) <= 1) return fail(message("kpi.problem.percent", { text }));
    return ok(typedNumberValue({ ...decimal, percent: true }));
  }
  if (shape.unit !== "money" && shape.unit !== "count") return ok(typedNumberValue(decimal));
  return asWhole(decimal, shape.unit === "money" ? currencyDigits(shape.currency) : 0, text);
}

function asWhole(decimal: TypedNumber, shift: number, text: string): Result<number, Message> {
  const whole = typedNumberSteps(decimal, shift);
  if (whole === null)
    return fail(message(shift > 0 ? "kpi.problem.too-fine" : "kpi.problem.whole", { text }));
  const value = Number(whole);
  return Number.isSafeInteger(value) ? ok(value) : fail(message("kpi.problem.too-large", { text }));
}
