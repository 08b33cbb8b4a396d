import type { Day } from "../../../core/base/day.ts";
import type { Locale } from "../../../core/words/dictionary.ts";

/** A day of this year as people say it: "9 月 14 日", "14 Sept". */
export function monthDay(locale: Locale, day: Day): string {
  const date = new Date(`${day}T00:00:00Z`);
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    month: locale === "en" ? "short" : "long",
    day: "numeric",
    timeZone: "UTC",
  });
  // Chinese figures are set apart from the characters, as everywhere in the app.
  return format.format(date).replaceAll(/(\d)(?=\p{Script=Han})|(\p{Script=Han})(?=\d)/gu, "$1$2 ");
}
