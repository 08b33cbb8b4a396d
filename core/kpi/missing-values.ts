import type { MemberId, Subject } from "../base/id.ts";
import { childPeriods, parentPeriod } from "../base/period.ts";
import type { Period, PeriodId } from "../base/period.ts";
import { groupIdOn, isOnTeam } from "../team/memberships.ts";
import type { Member } from "../team/records.ts";
import { inOrder } from "../team/team-rows.ts";
import type { KpiContext } from "./context.ts";
import { countingDay } from "./counting-day.ts";
import { effectiveSet } from "./effective-set.ts";
import { measurementAt, measurementId } from "./measurement-id.ts";
import type { Kpi } from "./records.ts";

/** A value that should have been typed and was not. */
export interface MissingValue {
  readonly memberId: MemberId;
  readonly kpi: Kpi;
  readonly periodId: PeriodId;
}

/** The typed values of a period that are due and not there, by member in the manager's order and then by KPI: of every KPI in
 * the member's set, for each of its own periods that has ended by today. A value typed for a longer period, or for the
 * member's group or the team as a whole, does not stand in for another's.
 * @example missingValues(kpiWorld({ members: [aMember("m1")], memberships: [aMembership("m1", "g1", "2026-01-01")], kpis: [aKpi("visits")], kpiSets: [aSet("g1", "2026-01-01", { visits: 100 })] }), period("2026-Q1", 1)).map((one) => one.periodId) // => ["2026-01", "2026-02", "2026-03"]
 */
export function missingValues(context: KpiContext, period: Period): readonly MissingValue[] {
  const kpis = inOrder(context.rows.kpis).filter((kpi) => kpi.source === "typed" && !kpi.archived);
  return inOrder(context.rows.members).flatMap((member) =>
    kpis.flatMap((kpi) => missingParts(context, kpi, { subject: { kind: "member", id: member.id }, period })),
  );
}

/** The missing values of one KPI: of a member, or of a group's or the team's members.
 * @example missingParts(kpiWorld({ members: [aMember("m1")], memberships: [aMembership("m1", "g1", "2026-01-01")], kpis: [aKpi("visits")], kpiSets: [aSet("g1", "2026-01-01", { visits: 100 })] }), aKpi("visits"), { subject: { kind: "group", id: "g2" }, period: period("2026-03", 1) }) // => []
 */
export function missingParts(
  context: KpiContext,
  kpi: Kpi,
  of: { readonly subject: Subject; readonly period: Period },
): readonly MissingValue[] {
  const due = duePeriods(context, kpi, of.period);
  return membersAskedOf(context, of.subject).flatMap((member) =>
    due
      .filter((period) => isDue(context, kpi, { subject: of.subject, member, period }))
      .filter((period) => !isTyped(context, kpi, { memberId: member.id, period }))
      .map((period) => ({ memberId: member.id, kpi, periodId: period.id })),
  );
}

function membersAskedOf(context: KpiContext, subject: Subject): readonly Member[] {
  if (subject.kind === "unassigned") return [];
  if (subject.kind !== "member") return inOrder(context.rows.members);
  const member = context.rows.members.get(subject.id);
  return member ? [member] : [];
}

/** Whether the member was there at the end of the period, for the group when one is asked about, with the KPI in their set. */
function isDue(
  context: KpiContext,
  kpi: Kpi,
  of: { subject: Subject; member: Member; period: Period },
): boolean {
  const on = countingDay(of.member, of.period);
  if (on < of.period.start || !isOnTeam(of.member, on)) return false;
  if (of.subject.kind === "group" && groupIdOn(context.rows, of.member.id, on) !== of.subject.id)
    return false;
  const set = effectiveSet(context, of.member.id, on);
  return set?.weights.some((one) => one.kpiId === kpi.id && one.weight > 0) ?? false;
}

/** The KPI's own periods inside a period that have ended by today. */
function duePeriods(context: KpiContext, kpi: Kpi, period: Period): readonly Period[] {
  if (period.kind === kpi.frequency) return period.end <= context.today ? [period] : [];
  return childPeriods(period, context.settings.fiscalStart).flatMap((child) =>
    duePeriods(context, kpi, child),
  );
}

/** Typed for the period itself, for one that holds it, or for all of its parts. */
function isTyped(context: KpiContext, kpi: Kpi, of: { memberId: MemberId; period: Period }): boolean {
  const { fiscalStart } = context.settings;
  for (let holding: Period | null = of.period; holding; holding = parentPeriod(holding, fiscalStart)) {
    if (hasValue(context, kpi, { memberId: of.memberId, period: holding })) return true;
  }
  return hasAllParts(context, kpi, of);
}

function hasAllParts(context: KpiContext, kpi: Kpi, of: { memberId: MemberId; period: Period }): boolean {
  const parts = childPeriods(of.period, context.settings.fiscalStart).map((period) => ({ ...of, period }));
  return (
    parts.length > 0 && parts.every((part) => hasValue(context, kpi, part) || hasAllParts(context, kpi, part))
  );
}

function hasValue(context: KpiContext, kpi: Kpi, of: { memberId: MemberId; period: Period }): boolean {
  const subject: Subject = { kind: "member", id: of.memberId };
  return measurementAt(context, measurementId(kpi.id, subject, of.period.id)) !== undefined;
}

/** What one person still has to give, KPI by KPI. */
export interface MissingOfMember {
  readonly memberId: MemberId;
  readonly count: number;
  readonly kpis: readonly { readonly kpi: Kpi; readonly periodIds: readonly PeriodId[] }[];
}

/** Missing values by person and KPI, in the order in which they come.
 * @example missingByMember([]) // => []
 */
export function missingByMember(missing: readonly MissingValue[]): readonly MissingOfMember[] {
  const byMember = new Map<MemberId, Map<Kpi, PeriodId[]>>();
  for (const { memberId, kpi, periodId } of missing) {
    const byKpi = byMember.get(memberId) ?? new Map<Kpi, PeriodId[]>();
    byMember.set(memberId, byKpi);
    byKpi.set(kpi, [...(byKpi.get(kpi) ?? []), periodId]);
  }
  return [...byMember].map(([memberId, byKpi]) => ({
    memberId,
    count: [...byKpi.values()].reduce((sum, periodIds) => sum + periodIds.length, 0),
    kpis: [...byKpi].map(([kpi, periodIds]) => ({ kpi, periodIds })),
  }));
}
