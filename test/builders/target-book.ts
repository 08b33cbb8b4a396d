import { day } from "../../core/base/day.ts";
import type { Change } from "../../core/base/change.ts";
import type { GroupId, KpiId, MemberId } from "../../core/base/id.ts";
import { parseSubjectKey } from "../../core/base/id.ts";
import type { PeriodId } from "../../core/base/period.ts";
import type { Result } from "../../core/base/result.ts";
import type { Settings } from "../../core/base/settings.ts";
import type { Kpi } from "../../core/kpi/records.ts";
import type { Absence, Group, Member, Membership } from "../../core/team/records.ts";
import type { Target, TargetLock } from "../../core/target/records.ts";
import type { LockRows } from "../../core/target/target-lock.ts";
import { targetTree } from "../../core/target/target-tree.ts";
import type { TargetTree } from "../../core/target/target-tree.ts";
import { targetId } from "../../core/target/target-rows.ts";
import type { TargetRows } from "../../core/target/target-rows.ts";

/* A small team for the tests of this room: two groups, g1 with a and b, g2 with c. All there since 2020, full time. */

export const settings: Settings = {
  id: "workspace",
  name: "华东销售部",
  currency: "CNY",
  fiscalStart: 1,
  salesBasis: "won",
  newCustomerBy: "deal",
  dutyLimit: 6,
};

export const sales: Kpi = {
  id: "sales" as KpiId,
  name: { zh: "销售额", en: "Sales" },
  definition: { zh: "", en: "" },
  unit: "money",
  direction: "higher",
  source: "typed",
  kind: "flow",
  frequency: "month",
  scoreFloor: 60,
  scoreCap: 120,
  order: 1,
  archived: false,
};
export const visits: Kpi = {
  ...sales,
  id: "visits" as KpiId,
  unit: "count",
  name: { zh: "拜访量", en: "Visits" },
};
export const satisfaction: Kpi = { ...sales, id: "csat" as KpiId, unit: "percent", kind: "ratio" };

export function group(id: string, order: number): Group {
  return { id: id as GroupId, name: { zh: id, en: id }, purpose: "", color: "teal", order, archived: false };
}

export function member(id: string, order: number, more: Partial<Member> = {}): Member {
  const base = {
    id: id as MemberId,
    name: id,
    ftePercent: 100,
    aliases: [],
    interests: {},
    notes: "",
    order,
  };
  return { ...base, ...more };
}

export function seat(memberId: string, groupId: string, from = "2020-01-01"): Membership {
  return {
    id: `${memberId}:${from}`,
    memberId: memberId as MemberId,
    groupId: groupId as GroupId,
    title: "",
    grade: "regular",
    from: day(from),
  };
}

export interface BookParts {
  readonly groups?: readonly Group[];
  readonly members?: readonly Member[];
  readonly memberships?: readonly Membership[];
  readonly absences?: readonly Absence[];
  readonly targets?: Readonly<Record<string, number>>;
  readonly locks?: readonly TargetLock[];
}

/** Targets are written as `"<subject key> <period>": value`, of the visits KPI on the first line. */
export function book(parts: BookParts = {}): TargetRows & LockRows {
  const byId = <R extends { readonly id: string }>(list: readonly R[]) =>
    new Map(list.map((one) => [one.id as string, one]));
  return {
    settings: new Map([["workspace", settings]]),
    kpis: byId([sales, visits, satisfaction]),
    groups: byId(parts.groups ?? [group("g1", 1), group("g2", 2)]),
    members: byId(parts.members ?? [member("a", 1), member("b", 2), member("c", 3)]),
    memberships: byId(parts.memberships ?? [seat("a", "g1"), seat("b", "g1"), seat("c", "g2")]),
    absences: byId(parts.absences ?? []),
    targets: byId(Object.entries(parts.targets ?? {}).map(([place, value]) => visitTarget(place, value))),
    calendarDays: new Map(),
    targetLocks: byId(parts.locks ?? []),
  };
}

export function visitTarget(place: string, value: number): Target {
  const [subject = "", periodId = ""] = place.split(" ");
  const kpiId = visits.id;
  const id = targetId({
    kpiId,
    subject: parseSubjectKey(subject),
    periodId: periodId as PeriodId,
    line: "target",
  });
  return { id, kpiId, subject, periodId: periodId as PeriodId, line: "target", value };
}

export function treeOf(rows: TargetRows, kpiId: string = visits.id): TargetTree {
  return targetTree(rows, { kpiId: kpiId as KpiId, line: "target", year: 2026 })!;
}

export function rowIndex(tree: TargetTree, subject: string): number {
  return tree.rows.findIndex((row) => row.key === subject || row.key.startsWith(`${subject}@`));
}

export function periodIndex(tree: TargetTree, id: string): number {
  return tree.periods.findIndex((period) => period.id === id);
}

export function cellAt(tree: TargetTree, subject: string, periodId: string) {
  return tree.cells[rowIndex(tree, subject)]![periodIndex(tree, periodId)]!;
}

/** The book after a command; throws when it was refused. */
export function after<Rows extends TargetRows>(rows: Rows, result: Result<readonly Change[]>): Rows {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const next = { ...rows } as unknown as Record<string, unknown>;
  for (const change of result.value) {
    const records = new Map(next[change.table] as ReadonlyMap<string, object>);
    next[change.table] = records;
    if (change.op === "put") for (const record of change.records) records.set(record.id, record);
    else if (change.op === "remove") for (const id of change.ids) records.delete(id);
    else records.set(change.id, { ...records.get(change.id)!, ...change.fields });
  }
  return next as unknown as Rows;
}

/** The stored values as `"<subject key> <period>": value`, in the order of writing. */
export function valuesOf(rows: TargetRows): Record<string, number> {
  return Object.fromEntries(
    [...rows.targets.values()].map((one) => [`${one.subject} ${one.periodId}`, one.value]),
  );
}

/** Of 21 visits in August, a leaves on the 15th after ten of 21 working days; b, who stays, has 42. */
export function leavingTree(): TargetTree {
  const members = [member("a", 1, { leftOn: day("2026-08-15") }), member("b", 2), member("c", 3)];
  return treeOf(book({ members, targets: { "member:a 2026-08": 21, "member:b 2026-08": 42 } }));
}

/** The same a whose August was cut to ten of 21 days, 10 visits, and who now leaves on the 25th only, after sixteen. */
export function stayingTree(leftOn = "2026-08-25"): TargetTree {
  const members = [member("a", 1, { leftOn: day(leftOn) }), member("b", 2), member("c", 3)];
  const rows = book({ members, targets: { "member:a 2026-08": 10, "member:b 2026-08": 53 } });
  const august = rows.targets.get("visits|member:a|2026-08|target")!;
  const targets = new Map(rows.targets).set(august.id, { ...august, meantDays: 10 });
  return treeOf({ ...rows, targets });
}
