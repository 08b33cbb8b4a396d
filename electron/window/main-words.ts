import { LOCALES } from "../../core/words/dictionary.ts";
import type { Locale } from "../../core/words/dictionary.ts";
import { en } from "../../core/words/en.ts";
import { createWords } from "../../core/words/words.ts";
import type { Words } from "../../core/words/words.ts";
import { zhCn } from "../../core/words/zh-cn.ts";

/** The main process says no money; the currency of its words is never used. */
const NO_CURRENCY = "CNY";

/** The language of menus and dialogs: the chosen one, else Chinese where the system speaks it, else English. */
export function chooseLocale(chosen: string | null, systemLocale: string): Locale {
  const known = LOCALES.find((locale) => locale === chosen);
  return known ?? (systemLocale.toLowerCase().startsWith("zh") ? "zh-CN" : "en");
}

/** The words of the main process in a language. */
export function createMainWords(locale: Locale): Words {
  return createWords(locale, locale === "en" ? en : zhCn, NO_CURRENCY);
}
