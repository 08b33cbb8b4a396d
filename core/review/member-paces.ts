import type { KpiId } from "../base/id.ts";
import type { Quantity } from "../base/message.ts";
import { quantityOf } from "../kpi/kpi-value.ts";
import type { NeedSources } from "../meeting/needs-attention.ts";
import { isOnTeam } from "../team/memberships.ts";
import { standingAt } from "./pack-sources.ts";
import type { StandingBook } from "./pack-sources.ts";

/** A member who is behind, and with which KPI. */
export type MemberPace = NeedSources["paces"][number] & { readonly kpiId: KpiId };

/** The members of the team who are behind their sales target of the period, or at risk of missing it: by how much, and what each
 * working day left must bring.
 * @example memberPaces(sampleBook()).every((one) => one.state !== "ahead") // => true
 */
export function memberPaces(book: StandingBook): readonly MemberPace[] {
  const { tree } = book;
  const period = tree?.periods.findIndex((one) => one.id === book.period.id) ?? -1;
  if (!tree || period < 0) return [];
  const seen = new Set<string>();
  return tree.rows.toReversed().flatMap((row): readonly MemberPace[] => {
    if (row.subject.kind !== "member" || seen.has(row.subject.id)) return [];
    seen.add(row.subject.id);
    const member = book.context.rows.members.get(row.subject.id);
    if (!member || !isOnTeam(member, book.today)) return [];
    const standing = standingAt(book, tree, { row: row.index, period });
    const { state, pace } = standing;
    if ((state !== "behind" && state !== "at-risk") || pace.quantity.value === null) return [];
    const due = standing.dueByNow.quantity.value ?? 0;
    const made = standing.actual.quantity.value ?? 0;
    const gap: Quantity = quantityOf(tree.kpi.unit, Math.max(0, due - made));
    const { id: memberId, name } = member;
    const known = { memberId, name, state, pace: pace.quantity.value, gap, kpiId: tree.kpi.id };
    const required = standing.requiredPerDay.quantity;
    if (required.value === null || standing.days.elapsed === 0) return [known];
    const soFar = quantityOf(tree.kpi.unit, Math.round(made / standing.days.elapsed));
    return [{ ...known, rate: { required, soFar } }];
  });
}
