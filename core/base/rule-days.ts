import * as rruleModule from "rrule";
import { dayFromNumber, dayNumber } from "./day.ts";
import type { Day } from "./day.ts";

/* Node takes the library as CommonJS, under `default`; the bundler as a module with names. */
const library = rruleModule as typeof rruleModule & { readonly default?: typeof rruleModule };
const { RRule } = library.RRule === undefined ? library.default! : library;

const MS_PER_DAY = 86_400_000;

/** The days of a recurrence rule (RFC 5545 without DTSTART) that begins on `from`, within [start, end), earliest first; no
 * word is said about holidays. What is no rule of days has none: a file may hold anything, and a rule of seconds would never end.
 * @example ruleDays("FREQ=WEEKLY;BYDAY=MO", "2026-03-01", { start: "2026-03-01", end: "2026-03-15" }) // => ["2026-03-02", "2026-03-09"]
 * @example ruleDays("FREQ=WEEKLY;BYDAY=MO<b>", "2026-03-01", { start: "2026-03-01", end: "2026-03-15" }) // => []
 * @example ruleDays("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-01", { start: "2026-02-01", end: "2026-03-01" }) // => ["2026-02-28"]
 */
export function ruleDays(
  rule: string,
  from: Day,
  range: { readonly start: Day; readonly end: Day },
): readonly Day[] {
  if (range.end <= range.start || range.end <= from) return [];
  const parsed = parsedRule(rule);
  if (!parsed) return [];
  const options = { ...parsed, dtstart: momentOf(dayNumber(from)) };
  const last = momentOf(dayNumber(range.end) - 1);
  return new RRule(options)
    .between(momentOf(dayNumber(range.start)), last, true)
    .map((at) => dayFromNumber(Math.floor(at.getTime() / MS_PER_DAY)));
}

/** Only what repeats by days and counts in numbers: the library loops for ever over an interval that is none. */
const RULE_OF_DAYS =
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,3}|BYMONTHDAY=(-1|[1-9]|[12]\d|3[01])|BYDAY=(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*|WKST=(MO|SU)))*$/;

function parsedRule(rule: string): ReturnType<typeof RRule.parseString> | null {
  return rule.length <= 200 && RULE_OF_DAYS.test(rule) ? RRule.parseString(rule) : null;
}

/** The library counts in moments: a day stands for its midnight in UTC. */
function momentOf(number: number): Date {
  return new Date(number * MS_PER_DAY);
}
