import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { listMessage } from "../../team/name-key.ts";

/** How often meetings come again, as a manager says it. */
export interface RuleChoice {
  readonly unit: "week" | "month" | "quarter";
  /** Every so many weeks or months; a quarter is always every one. */
  readonly every: number;
  /** 1 = Monday … 5 = Friday; one or more for weeks, one for months and quarters. */
  readonly weekdays: readonly number[];
  /** Which of the weekday in the month, −1 the last; absent for weeks, and where a day of the month is named. */
  readonly nth?: number;
  /** The day of the month, −1 the last; absent where a weekday is named. */
  readonly monthDay?: number;
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** What months offer: the first to the fourth of a weekday, or the last. */
export const NTH_CHOICES = [1, 2, 3, 4, -1] as const;

/** Days that every month has, and the last. */
export const MONTH_DAY_CHOICES: readonly number[] = [...Array.from({ length: 28 }, (_, at) => at + 1), -1];

/** A choice as a recurrence rule (RFC 5545, without DTSTART).
 * @example ruleOf({ unit: "week", every: 2, weekdays: [1, 4] }) // => "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"
 * @example ruleOf({ unit: "quarter", every: 1, weekdays: [1], nth: 1 }) // => "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO"
 */
export function ruleOf(choice: RuleChoice): string {
  const { unit, every, weekdays, nth, monthDay } = choice;
  const days = weekdays.toSorted((a, b) => a - b).map((weekday) => CODES[weekday - 1]!);
  if (unit === "week") return `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days.join(",")}`;
  const interval = unit === "quarter" ? 3 : every;
  const on = monthDay === undefined ? `BYDAY=${nth ?? 1}${days[0] ?? "MO"}` : `BYMONTHDAY=${monthDay}`;
  return `FREQ=MONTHLY;INTERVAL=${interval};${on}`;
}

/** A rule as the choice that it was made by; `null` for one that no choice makes.
 * @example readRule("FREQ=WEEKLY;BYDAY=MO") // => { unit: "week", every: 1, weekdays: [1] }
 * @example readRule("FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1") // => { unit: "month", every: 1, weekdays: [], monthDay: -1 }
 * @example readRule("FREQ=DAILY") // => null
 */
export function readRule(rule: string): RuleChoice | null {
  const parts = new Map(rule.split(";").map((part) => part.split("=", 2) as [string, string]));
  const interval = Number(parts.get("INTERVAL") ?? "1");
  if (!Number.isInteger(interval) || interval < 1 || interval > 52) return null;
  const byDay = parts.get("BYDAY");
  if (parts.get("FREQ") === "WEEKLY") {
    const weekdays = (byDay ?? "").split(",").map((code) => CODES.findIndex((one) => one === code) + 1);
    return weekdays.includes(0) ? null : { unit: "week", every: interval, weekdays };
  }
  if (parts.get("FREQ") !== "MONTHLY") return null;
  const often =
    interval === 3 ? ({ unit: "quarter", every: 1 } as const) : { unit: "month" as const, every: interval };
  const nthDay = /^(-?\d)([A-Z]{2})$/.exec(byDay ?? "");
  if (nthDay) {
    const weekday = CODES.findIndex((one) => one === nthDay[2]) + 1;
    const nth = NTH_CHOICES.find((one) => one === Number(nthDay[1]));
    return weekday === 0 || nth === undefined ? null : { ...often, weekdays: [weekday], nth };
  }
  const monthDay = Number(parts.get("BYMONTHDAY"));
  return MONTH_DAY_CHOICES.includes(monthDay) ? { ...often, weekdays: [], monthDay } : null;
}

/** A rule as a sentence: "每周周一". A rule that no choice makes is said as it stands.
 * @example ruleMessage("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO").key // => "meeting.rule.weeks"
 * @example ruleMessage("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO").key // => "meeting.rule.quarter"
 */
export function ruleMessage(rule: string): Message {
  const choice = readRule(rule);
  if (!choice) return message("meeting.rule.other", { rule });
  const { unit, every, weekdays } = choice;
  if (unit === "week") {
    const days = listMessage(weekdays.map((weekday) => message(`meeting.weekday.${weekday}`)));
    return every === 1
      ? message("meeting.rule.week", { days })
      : message("meeting.rule.weeks", { every, days });
  }
  const day = monthDayMessage(choice);
  if (unit === "quarter") return message("meeting.rule.quarter", { day });
  return every === 1
    ? message("meeting.rule.month", { day })
    : message("meeting.rule.months", { every, day });
}

function monthDayMessage({ monthDay, nth = 1, weekdays }: RuleChoice): Message {
  if (monthDay === -1) return message("meeting.rule.last-day");
  if (monthDay !== undefined) return message("meeting.rule.day", { day: monthDay });
  const weekday = message(`meeting.weekday.${weekdays[0] ?? 1}`);
  return nth === -1
    ? message("meeting.rule.last-weekday", { weekday })
    : message(`meeting.rule.nth.${nth}`, { weekday });
}
