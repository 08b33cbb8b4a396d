import type { Subject } from "../base/id.ts";
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
  /** The ids of the KPIs in the set of the member, or of any member of the group or team. */
  readonly kpiIds: ReadonlySet<string>;
}

/** The rows of a period: members who were on the team in it, under the group they were in at its end (or on their last day).
 * `unassigned` stands at the end when orders or deals of the period have no owner.
 * @example subjectRows(kpiWorld({ members: [aMember("m1")], memberships: [aMembership("m1", "g1", "2026-01-01")], kpiSets: [aSet("g1", "2026-01-01", { visits: 100 })] }), period("2026-03", 1)).map((row) => row.key) // => ["team", "member:m1"]
 */
export function subjectRows(context: KpiContext, period: Period): readonly SubjectRow[] {
  return memoBy([context], `subject-rows:${period.start}/${period.end}`, () => {
    const members = inOrder(context.rows.members).filter((member) => wasThere(member, period));
    const groupOf = (member: Member) => {
      const id = groupIdOn(context.rows, member.id, countingDay(member, period));
      return id !== undefined && context.rows.groups.has(id) ? id : undefined;
    };
    const under = (id: string | undefined, depth: 1 | 2) =>
      members
        .filter((member) => groupOf(member) === id)
        .map((member) => memberRow(context, member, { period, depth }));
    const groups = inOrder(context.rows.groups).flatMap((group) => {
      const rows = under(group.id, 2);
      if (group.archived && rows.length === 0) return [];
      return [row(context, { kind: "group", id: group.id }, { depth: 1, below: rows }), ...rows];
    });
    const ungrouped = under(undefined, 1);
    const stray = ["order-count", "won-count", "lost-count"].some(
      (metric) => kpiValue(context, metric, { subject: { kind: "unassigned" }, period }).n > 0,
    );
    return [
      row(context, { kind: "team" }, { depth: 0, below: [...groups, ...ungrouped] }),
      ...groups,
      ...ungrouped,
      ...(stray ? [row(context, { kind: "unassigned" }, { depth: 1, below: [] })] : []),
    ];
  });
}

/** The columns of the value grid: the KPIs in use that stand in the set of somebody in the rows, or all in use.
 * @example kpisOf(kpiWorld({ kpis: [aKpi("k1")] }), [], "all").map((kpi) => kpi.id) // => ["k1"]
 */
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
  const kpiIds = new Set(set?.weights.map((one) => one.kpiId as string));
  return { ...row(context, subject, { depth: of.depth, below: [] }), kpiIds };
}

function row(
  context: KpiContext,
  subject: Subject,
  of: { depth: 0 | 1 | 2; below: readonly SubjectRow[] },
): SubjectRow {
  return {
    key: subjectKey(subject),
    subject,
    label: subjectLabel(context, subject),
    depth: of.depth,
    kpiIds: new Set(of.below.flatMap((one) => [...one.kpiIds])),
  };
}

/** The rows of one group: its own and its members'; all rows for `null`.
 * @example rowsOfGroup([], "group:g1") // => []
 */
export function rowsOfGroup(rows: readonly SubjectRow[], groupKey: string | null): readonly SubjectRow[] {
  const start = rows.findIndex((one) => one.key === groupKey);
  if (start < 0) return rows;
  const next = rows.findIndex((one, at) => at > start && one.depth < 2);
  return rows.slice(start, next < 0 ? rows.length : next);
}
