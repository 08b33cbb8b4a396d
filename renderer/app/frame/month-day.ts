import type { Day } from "../../../core/base/day.ts";
import type { Locale } from "../../../core/words/dictionary.ts";

/** A month's name: "3 月", "March". */
export function monthName(locale: Locale, month: number): string {
  const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return spaced(format.format(new Date(Date.UTC(2000, month - 1, 1))));
}

/** A day of this year as people say it: "9 月 14 日", "Sep 14". */
export function monthDay(locale: Locale, day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  const format = new Intl.DateTimeFormat(locale, {
    month: locale === "en" ? "short" : "long",
    day: "numeric",
    timeZone: "UTC",
  });
  return spaced(format.format(date));
}

/** Figures stand apart from Chinese characters, as everywhere in the app. */
function spaced(text: string): string {
  return text.replaceAll(/(\d)(?=\p{Script=Han})|(\p{Script=Han})(?=\d)/gu, "$1$2 ");
}
