import type { Change } from "../../core/base/change.ts";
import { day } from "../../core/base/day.ts";
import type { Day } from "../../core/base/day.ts";
import type { DutyId, GroupId, MemberId, SkillId } from "../../core/base/id.ts";
import type { Result } from "../../core/base/result.ts";
import type { Settings } from "../../core/base/settings.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import type { Absence, Assignment, Duty, Group, Member, Membership } from "../../core/team/records.ts";
import type { Skill, SkillExpectation, SkillRating } from "../../core/team/records.ts";
import { emptyTeamRows } from "../../core/team/team-rows.ts";
import type { TeamRows } from "../../core/team/team-rows.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { emptyWorkspace } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";

/** The day on which the tests of the team take place. */
export const TODAY: Day = day("2026-09-01");

export const SETTINGS: Settings = {
  id: "workspace",
  name: "华东销售部",
  currency: "CNY",
  fiscalStart: 1,
  salesBasis: "order",
  newCustomerBy: "order",
  dutyLimit: 3,
};

export function aGroup(id: string, fields: Partial<Group> = {}): Group {
  return {
    id: id as GroupId,
    name: { zh: id, en: "" },
    purpose: "",
    color: "teal",
    order: 1,
    archived: false,
    ...fields,
  };
}

export function aMember(id: string, fields: Partial<Member> = {}): Member {
  return {
    id: id as MemberId,
    name: id,
    ftePercent: 100,
    aliases: [],
    interests: {},
    notes: "",
    order: 1,
    ...fields,
  };
}

export function aMembership(memberId: string, groupId: string, from = "2020-01-01"): Membership {
  return {
    id: `${memberId}:${from}`,
    memberId: memberId as MemberId,
    groupId: groupId as GroupId,
    title: "销售",
    grade: "regular",
    from: day(from),
  };
}

export function anAbsence(memberId: string, from: string, until: string): Absence {
  return {
    id: `${memberId}:${from}`,
    memberId: memberId as MemberId,
    kind: "leave",
    from: day(from),
    until: day(until),
    note: "",
  };
}

export function aDuty(id: string, groupId: string, fields: Partial<Duty> = {}): Duty {
  return {
    id: id as DutyId,
    groupId: groupId as GroupId,
    name: { zh: id, en: "" },
    description: "",
    order: 1,
    archived: false,
    ...fields,
  };
}

export function anAssignment(dutyId: string, memberId: string, letters: string): Assignment {
  return {
    id: `${dutyId}:${memberId}`,
    dutyId: dutyId as DutyId,
    memberId: memberId as MemberId,
    letters,
  };
}

export function aSkill(id: string, fields: Partial<Skill> = {}): Skill {
  return { id: id as SkillId, name: { zh: id, en: "" }, order: 1, archived: false, ...fields };
}

export function aRating(memberId: string, skillId: string, level: number, on = "2026-01-01"): SkillRating {
  return {
    id: `${memberId}:${skillId}:${on}`,
    memberId: memberId as MemberId,
    skillId: skillId as SkillId,
    on: day(on),
    level,
    source: "manager",
    note: "",
  };
}

export function anExpectation(groupId: string, skillId: string, level: number): SkillExpectation {
  return {
    id: `${groupId}:regular:${skillId}`,
    groupId: groupId as GroupId,
    grade: "regular",
    skillId: skillId as SkillId,
    level,
  };
}

/** Team tables from lists of records. */
export function teamOf(lists: {
  readonly [T in keyof TeamRows]?: TeamRows[T] extends ReadonlyMap<string, infer R> ? readonly R[] : never;
}): TeamRows {
  const tables = Object.entries(lists).map(([table, records]) => [
    table,
    new Map(records.map((record: { readonly id: string }) => [record.id, record])),
  ]);
  return { ...emptyTeamRows(), ...Object.fromEntries(tables) } as TeamRows;
}

/** Three people in two groups with one duty each; 王芳 leads 开发. */
export function smallTeam(more: Parameters<typeof teamOf>[0] = {}): TeamRows {
  return teamOf({
    groups: [aGroup("开发", { leaderId: "王芳" as MemberId }), aGroup("维护", { order: 2 })],
    members: [aMember("王芳"), aMember("赵磊", { order: 2 }), aMember("李敏", { order: 3 })],
    memberships: [aMembership("王芳", "开发"), aMembership("赵磊", "开发"), aMembership("李敏", "维护")],
    ...more,
  });
}

/** A workspace with these team tables. */
export function workspaceOf(rows: TeamRows, settings: Settings = SETTINGS): Workspace {
  const empty = emptyWorkspace(settings);
  return { ...empty, rows: { ...empty.rows, ...rows } };
}

/** The workspace after changes that must pass the schemas. */
export function afterChanges(workspace: Workspace, changes: readonly Change[]): Workspace {
  const checked = checkChanges(workspace, changes);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return applyChanges(workspace, changes, "000000001-0000-d1" as Stamp);
}

/** The team after a command that must succeed. */
export function teamAfter(rows: TeamRows, command: Result<readonly Change[]>): TeamRows {
  if (!command.ok) throw new Error(JSON.stringify(command.error));
  return afterChanges(workspaceOf(rows), command.value).rows;
}

/** The message keys of a command that must fail. */
export function problemKeys(command: Result<unknown>): readonly string[] {
  if (command.ok) throw new Error("the command was expected to fail");
  return command.error.map((problem) => problem.message.key);
}
