import type { Day } from "../base/day.ts";
import { subjectKey } from "../base/id.ts";
import type { MemberId, Subject } from "../base/id.ts";
import { WHOLE_PPM } from "../base/money.ts";
import { groupIdOn } from "../team/memberships.ts";
import type { KpiContext } from "./context.ts";
import { memoBy } from "./memo-by.ts";
import type { KpiSet } from "./records.ts";

/** The KPIs and weights that hold for a member on a day: their own set when one with weights holds, else that of the group
 * they are in on that day, else none.
 * @example effectiveSet(kpiWorld({ members: [aMember("m1")], memberships: [aMembership("m1", "g1", "2026-01-01")], kpiSets: [aSet("g1", "2026-01-01", { visits: 100 })] }), "m1", "2026-03-31").weights // => [{ kpiId: "visits", weight: 1000000 }]
 */
export function effectiveSet(
  context: Pick<KpiContext, "rows">,
  memberId: MemberId,
  on: Day,
): KpiSet | undefined {
  const own = setOn(context, { kind: "member", id: memberId }, on);
  if (own && own.weights.length > 0) return own;
  const groupId = groupIdOn(context.rows, memberId, on);
  return groupId === undefined ? undefined : setOn(context, { kind: "group", id: groupId }, on);
}

/** A subject's own set that holds on a day: the latest that began on or before it.
 * @example setOn(kpiWorld({ kpiSets: [aSet("g1", "2026-01-01", { visits: 100 })] }), { kind: "group", id: "g1" }, "2025-12-31") // => undefined
 */
export function setOn(context: Pick<KpiContext, "rows">, subject: Subject, on: Day): KpiSet | undefined {
  return setsBySubject(context.rows.kpiSets)
    .get(subjectKey(subject))
    ?.findLast((set) => set.from <= on);
}

/** The sum of a set's weights; 1 000 000 when it is whole.
 * @example weightSum([{ kpiId: "a", weight: 600000 }, { kpiId: "b", weight: 300000 }]) // => 900000
 */
export function weightSum(weights: KpiSet["weights"]): number {
  return weights.reduce((sum, one) => sum + one.weight, 0);
}

/** Whether a set's weights total 100 %; an empty set needs none.
 * @example isWhole([{ kpiId: "a", weight: 1000000 }]) // => true
 */
export function isWhole(weights: KpiSet["weights"]): boolean {
  return weights.length === 0 || weightSum(weights) === WHOLE_PPM;
}

function setsBySubject(table: KpiContext["rows"]["kpiSets"]): ReadonlyMap<string, readonly KpiSet[]> {
  return memoBy([table], "by-subject", () => {
    const bySubject = new Map<string, KpiSet[]>();
    for (const set of table.values())
      bySubject.set(set.subject, [...(bySubject.get(set.subject) ?? []), set]);
    for (const sets of bySubject.values())
      sets.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    return bySubject;
  });
}
