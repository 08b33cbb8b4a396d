import { createInstance } from "i18next";
import type { Day } from "../base/day.ts";
import { monthOf, yearOf } from "../base/day.ts";
import type { Message, MessageParam, Quantity } from "../base/message.ts";
import { parsePeriod } from "../base/period.ts";
import type { Dictionary, Locale } from "./dictionary.ts";
import type { MoneyForm } from "./format.ts";
import { formatMoney, formatNumber, formatPercent } from "./format.ts";

/** Says messages and figures in one language. Made once for a language and currency; immutable. */
export interface Words {
  readonly locale: Locale;
  readonly currency: string;
  /** The sentence of a key; throws in no case: an unknown key is said as the key itself, which a check finds. */
  text(key: string, params?: Message["params"]): string;
  say(message: Message): string;
  /** `short` money uses 万 and 亿 in Chinese, k and M in English; `full` has every digit. "—" for no value. */
  quantity(quantity: Quantity, form?: MoneyForm): string;
  day(day: Day): string;
  /** "2026 年第三季度", "Q3 2026"; `short` leaves the year out. */
  period(id: string, form?: "long" | "short"): string;
  /** The name in this language, the other one's where it is empty. */
  name(name: { readonly zh: string; readonly en: string }): string;
}

/** Makes the words of a language from its dictionary.
 * Quantities, days and messages among the parameters are formatted before they are put in.
 * @example createWords("en", { "a.people": "{{count}} people" }, "CNY").text("a.people", { count: 9 }) // => "9 people"
 */
export function createWords(locale: Locale, dictionary: Dictionary, currency: string): Words {
  const i18n = createInstance();
  void i18n.init({
    lng: locale,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { [locale]: { translation: dictionary } },
    interpolation: { escapeValue: false },
  });
  // Made once: a formatter costs a thousand times what it formats.
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const monthFormat = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const words: Words = {
    locale,
    currency,
    text(key, params) {
      return i18n.t(key, formatParams(words, params));
    },
    say(message) {
      return words.text(message.key, message.params);
    },
    quantity(quantity, form = "short") {
      if (quantity.value === null) return words.text("base.none");
      if (quantity.unit === "money") {
        return formatMoney(locale, { minor: quantity.value, currency }, form);
      }
      if (quantity.unit === "percent") return formatPercent(locale, quantity.value, form);
      if (quantity.unit === "points") {
        return words.text("base.points", { value: formatNumber(locale, quantity.value * 100, "points") });
      }
      return formatNumber(locale, quantity.value, quantity.unit);
    },
    day(day) {
      return dayFormat.format(new Date(`${day}T00:00:00Z`));
    },
    period(id, form = "long") {
      const parsed = parsePeriod(id, 1);
      if (!parsed) return id;
      const year = yearOf(parsed.start);
      const month = monthOf(parsed.start);
      const monthName = monthFormat.format(new Date(Date.UTC(year, month - 1, 1)));
      const digit = Number(id.slice(-1));
      const quarter = locale === "zh-CN" ? "一二三四"[digit - 1] : digit;
      const suffix = form === "short" && parsed.kind !== "year" ? ".short" : "";
      return words.text(`base.${parsed.kind}${suffix}`, {
        year: String(year),
        month,
        monthName,
        quarter: quarter ?? "",
      });
    },
    name(name) {
      return locale === "en" ? name.en || name.zh : name.zh || name.en;
    },
  };
  return words;
}

function formatParams(words: Words, params: Message["params"]): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, param]) => [name, formatParam(words, param)]),
  );
}

function formatParam(words: Words, param: MessageParam): string | number {
  if (typeof param !== "object") return param;
  if ("day" in param) return words.day(param.day);
  if ("period" in param) return words.period(param.period, param.form);
  if ("key" in param) return words.say(param);
  return words.quantity(param, "sentence");
}
