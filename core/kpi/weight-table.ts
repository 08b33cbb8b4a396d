import { lastDayOf } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import type { KpiContext } from "./context.ts";
import { countingDay } from "./counting-day.ts";
import { effectiveSet, setOn, weightSum } from "./effective-set.ts";
import type { KpiSet } from "./records.ts";
import { subjectRows } from "./value-table.ts";
import type { SubjectRow } from "./value-table.ts";

/** A row of the weight grid: a group, or a member with the weights that hold for them. */
export interface WeightRow extends Pick<SubjectRow, "key" | "subject" | "label"> {
  readonly depth: 0 | 1;
  readonly weights: KpiSet["weights"];
  readonly sum: number;
  /** Since when the set holds; absent without one. */
  readonly set?: KpiSet;
  /** Whether a member has weights of their own. */
  readonly isOwn: boolean;
}

/** Groups, each with its members, and the weights that hold at the end of a period. Members without a group stand at the end.
 * @example weightRows(kpiWorld({ groups: [aGroup("g1")] }), period("2026-03", 1)).map((row) => row.sum) // => [0]
 */
export function weightRows(context: KpiContext, period: Period): readonly WeightRow[] {
  return subjectRows(context, period).flatMap((row): readonly WeightRow[] => {
    const { subject } = row;
    if (subject.kind !== "group" && subject.kind !== "member") return [];
    const member = subject.kind === "member" ? context.rows.members.get(subject.id) : undefined;
    const on = member ? countingDay(member, period) : lastDayOf(period);
    const set = member ? effectiveSet(context, member.id, on) : setOn(context, subject, on);
    const weights = set?.weights ?? [];
    return [
      {
        key: row.key,
        subject,
        label: row.label,
        depth: row.depth === 2 ? 1 : 0,
        weights,
        sum: weightSum(weights),
        ...(set ? { set } : {}),
        isOwn: member !== undefined && set?.subject === row.key,
      },
    ];
  });
}
