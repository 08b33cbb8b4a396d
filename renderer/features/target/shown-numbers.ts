import type { Quantity } from "../../../core/base/message.ts";
import type { NumberShape } from "../../../core/target/target-text.ts";
import type { Words } from "../../../core/words/words.ts";

/** The multiples of money that a reader of a language thinks in, as powers of ten. */
const POWERS_BY_LOCALE: Readonly<Record<string, readonly number[]>> = { "zh-CN": [0, 4], en: [0, 3, 6] };

/** The units in which a money KPI can be shown, by name; with one that is there already, whatever the language. */
export function moneyUnits(
  words: Words,
  present = 0,
): readonly { readonly value: string; readonly label: string }[] {
  const powers = new Set([...(POWERS_BY_LOCALE[words.locale] ?? [0]), present]);
  return [...powers].map((power) => ({
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

/** A value in the shown unit, without its name: 486.2. A column gives every number the same decimals. */
export function shownNumber(
  words: Words,
  value: number | null,
  as: { readonly shape: NumberShape; readonly decimals?: number },
): string {
  const { shape, decimals = 0 } = as;
  if (value === null) return "";
  if (isShare(shape)) return words.quantity({ unit: shape.unit, value } as Quantity);
  return numberFormat(words.locale, decimals, decimals).format(
    value / 10 ** (shape.digits + shape.shownPower),
  );
}

/** How many decimals show these values as they are, two at most; one where there are thousands, which take the room. */
export function decimalsFor(values: readonly (number | null)[], shape: NumberShape): number {
  if (isShare(shape)) return 0;
  const size = 10 ** (shape.digits + shape.shownPower);
  const most = values.some((value) => Math.abs(value ?? 0) >= 1000 * size) ? 1 : 2;
  let decimals = 0;
  for (const value of values) {
    if (value === null || value % size === 0) continue;
    if (Math.round((value * 10) / size) !== (value * 10) / size) return most;
    decimals = 1;
  }
  return decimals;
}

/** A share with one decimal, so that a column's points stand under each other: 98.0 %. */
export function shownPercent(words: Words, value: number | null): string {
  if (value === null) return words.text("base.none");
  return `${numberFormat(words.locale, 1, 1).format(value * 100)} %`;
}

function isShare(shape: NumberShape): boolean {
  return shape.unit === "percent" || (shape.unit !== "money" && shape.kind !== "flow");
}

/** A value as a sentence beside the table names it: exact, in the table's unit. */
export function exactNumber(words: Words, value: number, shape: NumberShape): string {
  if (isShare(shape)) return shownNumber(words, value, { shape });
  const places = shape.digits + shape.shownPower;
  return numberFormat(words.locale, 0, places).format(value / 10 ** places);
}

/** A value as a sentence elsewhere names it: exact, with its unit. */
export function saidAmount(words: Words, value: number, shape: NumberShape): string {
  const number = exactNumber(words, value, shape);
  return shape.unit === "money"
    ? words.text("target.amount", { number, unit: unitName(words, shape.shownPower) })
    : number;
}

/** The same to two decimals of the unit at most, where the exact value stands elsewhere. */
export function roughAmount(words: Words, value: number, shape: NumberShape): string {
  const number = shownNumber(words, value, { shape, decimals: decimalsFor([value], shape) });
  return shape.unit === "money"
    ? words.text("target.amount", { number, unit: unitName(words, shape.shownPower) })
    : number;
}

const formatByKey = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${locale}:${minimum}:${maximum}`;
  const known =
    formatByKey.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
  formatByKey.set(key, known);
  return known;
}
