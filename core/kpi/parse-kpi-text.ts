import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { currencyDigits } from "../base/money.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
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

interface Decimal {
  /** With sign, without point. */
  readonly digits: bigint;
  readonly places: number;
  readonly percent: boolean;
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
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  if (plain === "") return ok(null);
  if (plain.includes("/")) return parseParts(plain, shape, text);
  const decimal = parseDecimal(plain);
  if (decimal === null) return fail(message("kpi.problem.number", { text }));
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

function parseParts(plain: string, shape: KpiNumberShape, text: string): Result<TypedValue, Message> {
  if (shape.unit !== "percent" && shape.unit !== "ratio") return fail(message("kpi.problem.parts", { text }));
  const [up = "", down = "", ...rest] = plain.split("/");
  const parts = [parseDecimal(up), parseDecimal(down)];
  const [numerator, denominator] = parts.map((part) => (part && !part.percent ? asNumber(part) : Number.NaN));
  if (rest.length > 0 || !Number.isFinite(numerator) || !Number.isFinite(denominator)) {
    return fail(message("kpi.problem.number", { text }));
  }
  if (denominator! <= 0) return fail(message("kpi.problem.denominator", { text }));
  return ok({ value: numerator! / denominator!, numerator: numerator!, denominator: denominator! });
}

function inUnit(decimal: Decimal, shape: KpiNumberShape, text: string): Result<number, Message> {
  const negative = decimal.digits < 0n;
  if (negative && (shape.unit === "count" || shape.unit === "days")) {
    return fail(message("kpi.problem.negative", { text }));
  }
  if (shape.unit === "percent") {
    const bare = asNumber(decimal);
    if (!decimal.percent && bare !== 0 && Math.abs(bare) <= 1)
      return fail(message("kpi.problem.percent", { text }));
    return ok(asNumber({ ...decimal, places: decimal.places + 2 }));
  }
  if (decimal.percent) return ok(asNumber({ ...decimal, places: decimal.places + 2 }));
  if (shape.unit !== "money" && shape.unit !== "count") return ok(asNumber(decimal));
  return asWhole(decimal, shape.unit === "money" ? currencyDigits(shape.currency) : 0, text);
}

function asWhole(decimal: Decimal, shift: number, text: string): Result<number, Message> {
  const places = decimal.places - shift;
  const scale = 10n ** BigInt(Math.abs(places));
  if (places > 0 && decimal.digits % scale !== 0n) {
    return fail(message(shift > 0 ? "kpi.problem.too-fine" : "kpi.problem.whole", { text }));
  }
  const whole = places > 0 ? decimal.digits / scale : decimal.digits * scale;
  const value = Number(whole);
  return Number.isSafeInteger(value) ? ok(value) : fail(message("kpi.problem.too-large", { text }));
}

/** Places added by 千 and k, 万 and w, 百万 and m, 亿; `null` for anything else. */
function powerOf(suffix: string): number | null {
  if (/^[元块]?$/.test(suffix)) return 0;
  if (/^(千元?|k)$/.test(suffix)) return 3;
  if (/^(万元?|w)$/.test(suffix)) return 4;
  if (/^(百万元?|m)$/.test(suffix)) return 6;
  return /^亿元?$/.test(suffix) ? 8 : null;
}

function parseDecimal(plain: string): Decimal | null {
  const bracketed = /^\((.*)\)$/.exec(plain);
  const match = /^([+-]?)[¥$€£]?([+-]?)(\d[\d,']{0,20}|)(?:\.(\d{0,12}))?([^\d.,-]{0,3})(-?)$/.exec(
    (bracketed?.[1] ?? plain).toLowerCase(),
  );
  if (!match) return null;
  const whole = (match[3] ?? "").replace(/[,']/g, "");
  const fraction = match[4] ?? "";
  if (whole + fraction === "" || !areThousands(match[3] ?? "")) return null;
  const percent = match[5] === "%";
  const power = percent ? 0 : powerOf(match[5] ?? "");
  const minuses = [match[1], match[2], match[6]].filter((sign) => sign === "-").length + (bracketed ? 1 : 0);
  if (power === null || minuses > 1) return null;
  const digits = BigInt(whole + fraction) * (minuses === 1 ? -1n : 1n);
  return {
    digits: power > fraction.length ? digits * 10n ** BigInt(power - fraction.length) : digits,
    places: Math.max(0, fraction.length - power),
    percent,
  };
}

/** Marks stand before groups of three, or of four as in 1,0000; anything else may be a decimal comma and is refused. */
function areThousands(whole: string): boolean {
  return !/[,']/.test(whole) || /^\d{1,3}([,']\d{3})+$/.test(whole) || /^\d{1,4}(,\d{4})+$/.test(whole);
}

function asNumber(decimal: Pick<Decimal, "digits" | "places">): number {
  return Number(`${decimal.digits}e-${decimal.places}`) + 0;
}
