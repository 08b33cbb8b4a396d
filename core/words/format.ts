import type { Unit } from "../base/message.ts";
import type { Locale } from "./dictionary.ts";

/** Formats money of a currency by language. `short`: 万 from 10 000 and 亿 from 100 000 000 main units in Chinese, k and M
 * in English, with at most three significant decimals; `full`: every digit. */
export function formatMoney(
  locale: Locale,
  minor: number,
  currency: string,
  digits: number,
  form: "short" | "full",
): string {
  const main = minor / 10 ** digits;
  const symbolOptions = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  if (form === "full") return numberFormat(locale, symbolOptions).format(main);
  const steps =
    locale === "zh-CN"
      ? ([
          [1e8, " 亿"],
          [1e4, " 万"],
        ] as const)
      : ([
          [1e6, "M"],
          [1e3, "k"],
        ] as const);
  const step = steps.find(([size]) => Math.abs(main) >= size);
  if (!step) return numberFormat(locale, { ...symbolOptions, maximumFractionDigits: 0 }).format(main);
  const scaled = main / step[0];
  const decimals = Math.abs(scaled) >= 1000 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2;
  return (
    numberFormat(locale, {
      ...symbolOptions,
      minimumFractionDigits: 0,
      maximumFractionDigits: decimals,
    }).format(scaled) + step[1]
  );
}

/** Formats a fraction as a percentage with one decimal: 0.784 → "78.4 %". */
export function formatPercent(locale: Locale, fraction: number): string {
  const text = numberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(
    fraction * 100,
  );
  return `${text} %`;
}

/** Formats a plain number by what it measures: scores with one decimal, ratios with two, counts as they are. */
export function formatNumber(locale: Locale, value: number, unit: Unit): string {
  const decimals = unit === "score" ? 1 : unit === "ratio" ? 2 : 1;
  return numberFormat(locale, { minimumFractionDigits: 0, maximumFractionDigits: decimals }).format(value);
}

const formatByKey = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formatByKey.get(key) ?? new Intl.NumberFormat(locale, options);
  formatByKey.set(key, known);
  return known;
}
