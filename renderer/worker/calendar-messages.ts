import type { CalendarEntry } from "../../core/base/calendar-entry.ts";

/** What the worker of calendar files is asked: entries as one file. */
export interface CalendarAsk {
  readonly name: string;
  readonly writtenAtMs: number;
  readonly entries: readonly CalendarEntry[];
}

export type CalendarAnswer =
  | { readonly answer: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly answer: "broken"; readonly reason: string };
