import type { Day } from "../../core/base/day.ts";

/** The day of the figures: the app in the browser has the machine's clock, and its book must end today. */
export const TODAY = new Date().toISOString().slice(0, 10) as Day;
