import type { MemberId } from "../../base/id.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import { apportion } from "../apportion.ts";
import { FIRST_MONTH, monthsOfPeriod, partsOfPeriod, QUARTERS, YEAR } from "../fiscal-year.ts";
import type { Target } from "../records.ts";
import { targetId } from "../target-rows.ts";
import type { TargetTree } from "../target-tree.ts";

/** A member's target of one month, as typed or as its part of a longer typed period. */
export interface MemberMonth {
  readonly value: number;
  /** The typed record that it stands in or is part of. */
  readonly record: Target;
  /** The period of the record as an index of the tree. */
  readonly period: number;
}

/** The record of a member at a period of the tree, whether the member was there or not.
 * @example memberRecord(treeOf(book({ targets: { "member:a 2026-07": 5 } })), "a", 11).value // => 5
 */
export function memberRecord(tree: TargetTree, memberId: MemberId, period: number): Target | undefined {
  const { kpiId, line } = tree.scope;
  const place = { kpiId, line, periodId: tree.periods[period]!.id };
  return tree.book.targets.get(targetId({ ...place, subject: { kind: "member", id: memberId } }));
}

/** A member's twelve months: each month's own target, and of a quarter or year that was typed without any of its months the
 * part by working days, exact in the sum. `null` where there is nothing. Read from the records, so months in which the
 * member is not there have theirs too.
 * @example memberMonths(treeOf(book({ targets: { "member:a 2026-Q3": 66 } })), "a").slice(6, 9).map((month) => month.value) // => [23, 21, 22]
 */
export function memberMonths(tree: TargetTree, memberId: MemberId): readonly (MemberMonth | null)[] {
  const months: (MemberMonth | null)[] = monthsOfPeriod(YEAR).map((month) => {
    const record = memberRecord(tree, memberId, FIRST_MONTH + month);
    return record ? { value: record.value, record, period: FIRST_MONTH + month } : null;
  });
  for (const quarter of QUARTERS) fill(tree, memberId, { months, period: quarter });
  fill(tree, memberId, { months, period: YEAR });
  return months;
}

/** A typed whole of which nothing inside is typed is laid over its months. */
function fill(
  tree: TargetTree,
  memberId: MemberId,
  of: { readonly months: (MemberMonth | null)[]; readonly period: number },
): void {
  const inside = monthsOfPeriod(of.period);
  const record = memberRecord(tree, memberId, of.period);
  const isBegun = partsOfPeriod(of.period).some((part) => memberRecord(tree, memberId, part));
  if (!record || isBegun || inside.some((month) => of.months[month] !== null)) return;
  const days = inside.map((month) => workingDaysIn(tree.calendar, tree.periods[FIRST_MONTH + month]!));
  const parts = apportion(record.value, days, tree.unit);
  inside.forEach((month, at) => {
    of.months[month] = { value: parts[at]!, record, period: of.period };
  });
}
