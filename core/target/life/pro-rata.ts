import { apportion } from "../apportion.ts";

/** A month's target beside the working days it was meant for and those the member is in the role. */
export interface MonthInRole {
  readonly value: number;
  /** The working days the value was meant for: those of the month, unless it was said otherwise. */
  readonly meant: number;
  /** The member's working days in the role. */
  readonly days: number;
}

/** Pro rata: a month's target × the member's working days in the role ÷ the working days it was meant for, rounded half
 * away from zero to the smallest unit, and what is left of the target. The two parts always add up to it. A member who is
 * there for all the days it was meant for, or for more, keeps the whole. For typed targets: an allocated share already
 * counts capacity. Longer periods are the sum of their months (`proRataOver`).
 * @example proRata({ value: 100_000, meant: 21, days: 10 }) // => { kept: 47619, rest: 52381 }
 * @example proRata({ value: 3, meant: 2, days: 1 }) // => { kept: 2, rest: 1 }
 */
export function proRata({ value, meant, days }: MonthInRole): {
  readonly kept: number;
  readonly rest: number;
} {
  if (days >= meant) return { kept: value, rest: 0 };
  const [kept, rest] = apportion(value, [days, meant - days], 1);
  return { kept: kept!, rest: rest! };
}

/** Pro rata of a longer period: its months added.
 * @example proRataOver([{ value: 10, meant: 20, days: 20 }, { value: 10, meant: 20, days: 5 }]) // => { kept: 13, rest: 7 }
 */
export function proRataOver(months: readonly MonthInRole[]): {
  readonly kept: number;
  readonly rest: number;
} {
  return months
    .map(proRata)
    .reduce((sum, month) => ({ kept: sum.kept + month.kept, rest: sum.rest + month.rest }), {
      kept: 0,
      rest: 0,
    });
}
