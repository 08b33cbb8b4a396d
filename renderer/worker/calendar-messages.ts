import type { CalendarEntry } from "../../core/base/calendar-entry.ts";

/** What the worker of calendars is asked: entries as one `.ics` file. */
export interface CalendarAsk {
  readonly entries: readonly CalendarEntry[];
  readonly name: string;
  readonly writtenAtMs: number;
}

export type CalendarAnswer =
  { readonly answer: "text"; readonly text: string } | { readonly answer: "broken"; readonly reason: string };
