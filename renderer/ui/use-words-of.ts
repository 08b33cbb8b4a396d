import { useEffect, useState } from "react";
import type { Dictionary, Locale } from "../../core/words/dictionary.ts";
import { createWords } from "../../core/words/words.ts";
import type { Words } from "../../core/words/words.ts";
import { useWords } from "./words-context.tsx";

/** The words of a document's language: the screen's, or another's when it has been fetched; `null` until then. */
export function useWordsOf(locale: Locale): Words | null {
  const words = useWords();
  const [other, setOther] = useState<Words | null>(null);
  const { currency } = words;
  const isOwn = locale === words.locale;
  useEffect(() => {
    if (isOwn) return;
    let isWanted = true;
    void dictionaryOf(locale).then((dictionary) => {
      if (isWanted) setOther(createWords(locale, dictionary, currency));
    });
    return () => {
      isWanted = false;
    };
  }, [isOwn, locale, currency]);
  if (isOwn) return words;
  return other?.locale === locale ? other : null;
}

async function dictionaryOf(locale: Locale): Promise<Dictionary> {
  return locale === "en"
    ? (await import("../../core/words/en.ts")).en
    : (await import("../../core/words/zh-cn.ts")).zhCn;
}
