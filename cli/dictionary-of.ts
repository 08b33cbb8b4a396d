import type { Dictionary, Locale } from "../core/words/dictionary.ts";
import { en } from "../core/words/en.ts";
import { zhCn } from "../core/words/zh-cn.ts";

/** All words of a language. */
export function dictionaryOf(locale: Locale): Dictionary {
  return locale === "en" ? en : zhCn;
}
