import type { MemberId, Subject } from "../base/id.ts";
import { subjectKey } from "../base/id.ts";
import type { Message } from "../base/message.ts";
import type { Period } from "../base/period.ts";
import { groupIdOn, isOnTeam } from "../team/memberships.ts";
import type { Member } from "../team/records.ts";
import { inOrder, living } from "../team/team-rows.ts";
import type { KpiContext } from "./context.ts";
import { countingDay } from "./counting-day.ts";
import { effectiveSet } from "./effective-set.ts";
import { kpiValue } from "./kpi-value.ts";
import { memoBy } from "./memo-by.ts";
import type { Kpi } from "./records.ts";
import { subjectLabel } from "./subject-label.ts";

/** A row of the value grid: the team, its groups with their members, members without a group, and what nobody owns. */
export interface SubjectRow {
  readonly key: string;
  readonly subject: Subject;
  readonly label: string | Message;
  readonly depth: 0 | 1 | 2;
  /** The ids of the KPIs in the member's set; empty for everybody else. */
  readonly kpiIds: ReadonlySet<string>;
}

/** The rows of a period: members who were on the team in it, under the group they were in at its end (or on their last day).
 * `unassigned` stands at the end when orders or deals of the period have no owner. */
export function subjectRows(context: KpiContext, period: Period): readonly SubjectRow[] {
  return memoBy([context], `subject-rows:${period.start}/${period.end}`, () => {
    const members = inOrder(context.rows.members).filter((member) => wasThere(member, period));
    const groupOf = (member: Member) => groupIdOn(context.rows, member.id, countingDay(member, period));
    const under = (id: string | undefined, depth: 1 | 2) =>
      members
        .filter((member) => groupOf(member) === id)
        .map((member) => memberRow(context, member, { period, depth }));
    const groups = inOrder(context.rows.groups).flatMap((group) => {
      const rows = under(group.id, 2);
      return group.archived && rows.length === 0
        ? []
        : [row(context, { kind: "group", id: group.id }, 1), ...rows];
    });
    const stray = ["order-count", "won-count", "lost-count"].some(
      (metric) => kpiValue(context, metric, { kind: "unassigned" }, period).n > 0,
    );
    return [
      row(context, { kind: "team" }, 0),
      ...groups,
      ...under(undefined, 1),
      ...(stray ? [row(context, { kind: "unassigned" }, 1)] : []),
    ];
  });
}

/** The columns of the value grid: the KPIs in use that stand in the set of somebody in the rows, or all in use. */
export function kpisOf(
  context: KpiContext,
  rows: readonly SubjectRow[],
  scope: "used" | "all",
): readonly Kpi[] {
  const kpis = living(context.rows.kpis);
  if (scope === "all") return kpis;
  return kpis.filter((kpi) => rows.some((one) => one.kpiIds.has(kpi.id)));
}

function wasThere(member: Member, period: Period): boolean {
  const on = countingDay(member, period);
  return on >= period.start && isOnTeam(member, on);
}

function memberRow(context: KpiContext, member: Member, of: { period: Period; depth: 1 | 2 }): SubjectRow {
  const set = effectiveSet(context, member.id, countingDay(member, of.period));
  const subject: Subject = { kind: "member", id: member.id };
  const weights = set?.weights ?? [];
  return { ...row(context, subject, of.depth), kpiIds: new Set(weights.map((one) => one.kpiId as string)) };
}

function row(context: KpiContext, subject: Subject, depth: 0 | 1 | 2): SubjectRow {
  return {
    key: subjectKey(subject),
    subject,
    label: subjectLabel(context, subject),
    depth,
    kpiIds: new Set<string>(),
  };
}

/** The members of some rows.
 * @example memberIdsOf([]) // => []
 */
export function memberIdsOf(rows: readonly SubjectRow[]): readonly MemberId[] {
  return rows.flatMap(({ subject }) => (subject.kind === "member" ? [subject.id] : []));
}
