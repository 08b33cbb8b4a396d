import type { Quantity } from "../../../core/base/message.ts";
import type { NumberShape } from "../../../core/target/target-text.ts";
import type { Words } from "../../../core/words/words.ts";

/** The multiples of money that a reader of a language thinks in, as powers of ten. */
const POWERS_BY_LOCALE: Readonly<Record<string, readonly number[]>> = { "zh-CN": [0, 4, 6], en: [0, 3, 6] };

/** The units in which a money KPI can be shown, by name. */
export function moneyUnits(words: Words): readonly { readonly value: string; readonly label: string }[] {
  return (POWERS_BY_LOCALE[words.locale] ?? [0]).map((power) => ({
    value: String(power),
    label: unitName(words, power),
  }));
}

/** The name of a money unit: 万元, thousand CNY. */
export function unitName(words: Words, power: number): string {
  const { currency } = words;
  if (power === 3) return words.text("target.unit.thousand", { currency });
  if (power === 6) return words.text("target.unit.million", { currency });
  if (currency !== "CNY")
    return words.text(power === 4 ? "target.unit.wan-of" : "target.unit.main", { currency });
  return words.text(power === 4 ? "target.unit.wan" : "target.unit.yuan");
}

/** A value in the shown unit, without its name: 486.2. Targets keep two decimals, results one where they are large. */
export function shownNumber(words: Words, value: number | null, shape: NumberShape, decimals = 2): string {
  if (value === null) return "";
  if (shape.unit === "percent" || (shape.unit !== "money" && shape.kind !== "flow")) {
    return words.quantity({ unit: shape.unit, value } as Quantity);
  }
  const scaled = value / 10 ** (shape.digits + shape.shownPower);
  const digits = shape.unit === "money" ? (Math.abs(scaled) < 10 ? 2 : decimals) : 1;
  return numberFormat(words.locale, digits).format(scaled);
}

/** A value as a sentence names it: exact, with its unit. */
export function saidAmount(words: Words, value: number, shape: NumberShape): string {
  if (shape.unit !== "money") return shownNumber(words, value, shape);
  const number = numberFormat(words.locale, shape.digits + shape.shownPower).format(
    value / 10 ** (shape.digits + shape.shownPower),
  );
  return words.text("target.amount", { number, unit: unitName(words, shape.shownPower) });
}

const formatByKey = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${locale}:${maximumFractionDigits}`;
  const known = formatByKey.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits });
  formatByKey.set(key, known);
  return known;
}
