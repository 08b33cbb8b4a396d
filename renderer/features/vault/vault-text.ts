import type { Words } from "../../../core/words/words.ts";

/** A moment in the reader's language and time zone, to the minute. */
export function momentText(words: Words, ms: number): string {
  return new Intl.DateTimeFormat(words.locale, { dateStyle: "medium", timeStyle: "short" }).format(ms);
}

/** Bytes in the unit that keeps the number short. */
export function bytesText(words: Words, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)));
  const maximumFractionDigits = step < 2 ? 0 : 1;
  return new Intl.NumberFormat(words.locale, {
    style: "unit",
    unit: units[step]!,
    unitDisplay: "short",
    maximumFractionDigits,
  }).format(bytes / 1000 ** step);
}

/** A plain count in the reader's language. */
export function countText(words: Words, count: number): string {
  return words.quantity({ unit: "count", value: count });
}
