import type { Locale } from "../../../core/words/dictionary.ts";

/** A moment on the reader's clock, in their language. */
export function momentText(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}
