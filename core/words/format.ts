import type { Unit } from "../base/message.ts";
import { currencyDigits, moneyToDecimal } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import type { Locale } from "./dictionary.ts";

/** Money as it is kept, with the workspace's currency. */
export interface MoneyToFormat {
  readonly minor: Money;
  readonly currency: string;
}

/** `short`: with 万, 亿, k, M · `column`: as short, with the same decimals all along · `full`: every digit · `sentence`: every digit that says something, no `.00`. */
export type MoneyForm = "short" | "column" | "full" | "sentence";

const STEPS = {
  "zh-CN": [
    { size: 1e8, name: " 亿" },
    { size: 1e4, name: " 万" },
    { size: 1, name: "" },
  ],
  en: [
    { size: 1e6, name: "M" },
    { size: 1e3, name: "k" },
    { size: 1, name: "" },
  ],
} as const;

/** Formats money of a currency by language. `short`: 万 from 10 000 and 亿 from 100 000 000 main units in Chinese, k and M
 * in English, with two decimals below ten, one below a thousand, none above, and no decimals without a unit; what rounds up to a unit takes it. `full`: every digit.
 * @example formatMoney("en", { minor: 123456, currency: "USD" }, "full") // => "$1,234.56"
 * @example formatMoney("en", { minor: 120000, currency: "USD" }, "sentence") // => "$1,200"
 * @example formatMoney("zh-CN", { minor: 1234567800, currency: "CNY" }, "short") // => "¥1,235 万"
 * @example formatMoney("en", { minor: 99999900, currency: "USD" }, "short") // => "$1M"
 * @example formatMoney("zh-CN", { minor: 236000000, currency: "CNY" }, "column") // => "¥236.0 万"
 */
export function formatMoney(locale: Locale, money: MoneyToFormat, form: MoneyForm): string {
  const { minor, currency } = money;
  const digits = currencyDigits(currency);
  const symbol = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  if (form === "full" || form === "sentence") {
    const shown = form === "sentence" && minor % 10 ** digits === 0 ? 0 : digits;
    const exact = { minimumFractionDigits: shown, maximumFractionDigits: shown };
    // As text, for a float of yuan would lose the last fen of large amounts.
    return numberFormat(locale, { ...symbol, ...exact }).format(
      moneyToDecimal(minor, currency) as `${number}`,
    );
  }
  const main = minor / 10 ** digits;
  const steps = STEPS[locale];
  const fitting = steps.findIndex(({ size }, index) => {
    const below = steps[index + 1];
    // 999 999 is "1M" and not "1,000k": the unit is chosen by what the smaller one would show.
    const shown = below ? roundTo(main / below.size, shortDecimals(main, below.size)) * below.size : main;
    return Math.abs(shown) >= size;
  });
  const step = steps[fitting] ?? { size: 1, name: "" };
  const most = shortDecimals(main, step.size);
  const decimals = { minimumFractionDigits: form === "column" ? most : 0, maximumFractionDigits: most };
  return numberFormat(locale, { ...symbol, ...decimals }).format(main / step.size) + step.name;
}

/** Formats a fraction as a percentage with one decimal, which `column` shows even where it is 0.
 * @example formatPercent("en", 0.784) // => "78.4 %"
 * @example formatPercent("en", 0.61, "column") // => "61.0 %"
 */
export function formatPercent(locale: Locale, fraction: number, form: MoneyForm = "short"): string {
  const decimals = { minimumFractionDigits: form === "column" ? 1 : 0, maximumFractionDigits: 1 };
  const text = numberFormat(locale, decimals).format(fraction * 100);
  return `${text} %`;
}

/** Formats a plain number by what it measures: ratios with two decimals at most, the rest with one.
 * @example formatNumber("en", 1234.56, "score") // => "1,234.6"
 */
export function formatNumber(locale: Locale, value: number, unit: Unit): string {
  const decimals = unit === "ratio" ? 2 : 1;
  return numberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: decimals }).format(value);
}

function shortDecimals(main: number, size: number): number {
  const scaled = Math.abs(main) / size;
  if (size === 1 || scaled >= 1000) return 0;
  return scaled >= 10 ? 1 : 2;
}

function roundTo(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/** Made once each: making one costs more than using it. "negative": what rounds to zero has no sign. */
const formatByKey = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known =
    formatByKey.get(key) ?? new Intl.NumberFormat(locale, { signDisplay: "negative", ...options });
  formatByKey.set(key, known);
  return known;
}
