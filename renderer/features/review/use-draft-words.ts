import { useState } from "react";
import type { Locale } from "../../../core/words/dictionary.ts";
import { createWords } from "../../../core/words/words.ts";
import type { Words } from "../../../core/words/words.ts";
import { useWords } from "../../ui/words-context.tsx";

export const DRAFT_LOCALES: readonly Locale[] = ["zh-CN", "en"];

/** The words in which a draft is written: the screen's, until another language is chosen, which is fetched then. */
export function useDraftWords(): readonly [Words, (locale: Locale) => Promise<void>] {
  const words = useWords();
  const [chosen, choose] = useState<Words | null>(null);
  const speak = async (locale: Locale) => {
    if (locale === words.locale) return choose(null);
    const dictionary =
      locale === "en"
        ? (await import("../../../core/words/en.ts")).en
        : (await import("../../../core/words/zh-cn.ts")).zhCn;
    choose(createWords(locale, dictionary, words.currency));
  };
  return [chosen ?? words, speak];
}
