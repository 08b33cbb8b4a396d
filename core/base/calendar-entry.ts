import type { Day } from "./day.ts";

/** Something with a date that leaves for a calendar program: a training session, a meeting. Texts are in the reader's language already. */
export interface CalendarEntry {
  /** The same at every export, so that a calendar replaces what it has instead of showing it twice. */
  readonly uid: string;
  readonly title: string;
  readonly on: Day;
  /** "09:30" on the clock of the place; absent for whole days. */
  readonly startsAt?: string;
  /** Length where it starts at a time. */
  readonly minutes?: number;
  /** Length where it takes whole days; one when absent. */
  readonly days?: number;
  /** May be empty. */
  readonly place: string;
  /** May be empty; line breaks stand. */
  readonly description: string;
  readonly status: "confirmed" | "tentative" | "cancelled";
}
