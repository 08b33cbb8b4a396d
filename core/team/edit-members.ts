import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { DutyId, GroupId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import { knownNameProblem, memberByNumber, usefulAliases } from "./known-names.ts";
import type { Member, Membership } from "./records.ts";
import { nextOrder, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** What can be edited of a member apart from group, title and absences, which are dated. `undefined` clears a field. */
export type MemberFields = {
  readonly [
    F in
      | "name"
      | "employeeNumber"
      | "email"
      | "phone"
      | "hiredOn"
      | "probationUntil"
      | "ftePercent"
      | "aliases"
      | "experienceYears"
      | "roleYears"
      | "notes"
  ]?: Member[F] | undefined;
};

/** What is known of a member when they are added. */
export interface NewMember extends MemberFields {
  readonly id: MemberId;
  readonly name: string;
  readonly groupId?: GroupId;
  readonly title?: string;
  readonly grade?: Membership["grade"];
  /** First day in the group: the day of hire unless told, else today. */
  readonly from?: Day;
  readonly today: Day;
}

/** Adds a member at the end of the list, with a first membership when a group is named.
 * Refused without a name, with a taken employee number, alias or e-mail address, and with days that contradict each other.
 * @example addMember(smallTeam(), { id: "m4", name: " ", today: "2026-09-01" }).error[0].field // => "name"
 */
export function addMember(rows: TeamRows, input: NewMember): Result<readonly Change[]> {
  const { id, groupId, title, grade, from, today, ...fields } = input;
  const member = mergeFields(blankMember(rows, id), fields);
  const problems = memberProblems(rows, member);
  const group = groupId === undefined ? undefined : rows.groups.get(groupId);
  if (groupId !== undefined && (!group || group.archived)) {
    problems.push({ field: "group", message: message("team.problem.group-gone") });
  }
  if (problems.length > 0) return fail(problems);
  const first = from ?? member.hiredOn ?? today;
  const membership: Membership | null = group
    ? {
        id: `${id}:${first}`,
        memberId: id,
        groupId: group.id,
        title: title?.trim() ?? "",
        grade: grade ?? "regular",
        from: first,
      }
    : null;
  return ok([
    ...writeRecords("members", [member]),
    ...writeRecords("memberships", membership ? [membership] : []),
  ]);
}

/** A member of whom nothing is known yet: full time, at the end of the list.
 * @example blankMember(smallTeam(), "m4").order // => 4
 */
export function blankMember(rows: Pick<TeamRows, "members">, id: MemberId): Member {
  return {
    id,
    name: "",
    ftePercent: 100,
    aliases: [],
    interests: {},
    notes: "",
    order: nextOrder(rows.members),
  };
}

/** Changes a member's facts; empty text clears what may be empty. Checked as when adding. Nothing changes: no change.
 * @example editMember(smallTeam(), "王芳", { phone: "138" }).value // => [{ op: "set", table: "members", id: "王芳", fields: { phone: "138" } }]
 */
export function editMember(rows: TeamRows, id: MemberId, fields: MemberFields): Result<readonly Change[]> {
  const before = rows.members.get(id);
  if (!before) return fail([{ field: "member", message: message("team.problem.member-gone") }]);
  const member = mergeFields(before, fields);
  const problems = memberProblems(rows, member);
  if (problems.length > 0) return fail(problems);
  return ok(memberChanges(before, member));
}

/** How much a member would like a duty, 1–5; `null` takes the statement back.
 * @example setInterest(smallTeam(), { memberId: "王芳", dutyId: "d1", level: 6 }).ok // => false
 */
export function setInterest(
  rows: TeamRows,
  input: { readonly memberId: MemberId; readonly dutyId: DutyId; readonly level: number | null },
): Result<readonly Change[]> {
  const member = rows.members.get(input.memberId);
  if (!member) return fail([{ field: "member", message: message("team.problem.member-gone") }]);
  if (input.level !== null && !(Number.isInteger(input.level) && input.level >= 1 && input.level <= 5)) {
    return fail([{ field: "interest", message: message("team.problem.interest") }]);
  }
  const interests = { ...member.interests };
  if (input.level === null) delete interests[input.dutyId];
  else interests[input.dutyId] = input.level;
  return ok(memberChanges(member, { ...member, interests }));
}

/** A member with some fields replaced: text trimmed, empty optional text dropped, aliases that say nothing new dropped.
 * @example mergeFields(aMember("王芳", { phone: "138" }), { phone: " " }).phone // => undefined
 */
export function mergeFields(before: Member, fields: MemberFields): Member {
  const next: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(fields)) {
    const clean = typeof value === "string" && field !== "notes" ? value.trim() : value;
    if (clean === undefined || (clean === "" && field !== "name" && field !== "notes")) delete next[field];
    else next[field] = clean;
  }
  const member = next as unknown as Member;
  return { ...member, aliases: usefulAliases(member) };
}

/** What is wrong with a member beside the others, all at once. Empty when nothing is.
 * @example memberProblems(smallTeam(), aMember("李雷", { ftePercent: 0 })).map((problem) => problem.field) // => ["ftePercent"]
 */
export function memberProblems(rows: Pick<TeamRows, "members">, member: Member): Problem[] {
  const problems: Problem[] = [];
  if (member.name === "") problems.push({ field: "name", message: message("team.problem.name") });
  if (member.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(member.email)) {
    problems.push({ field: "email", message: message("team.problem.email", { text: member.email }) });
  }
  const number = member.employeeNumber;
  const bearer = number === undefined ? undefined : memberByNumber(rows.members, number, member.id);
  if (bearer && number !== undefined) {
    const params = { number, other: bearer.name };
    problems.push({ field: "employeeNumber", message: message("team.problem.number-taken", params) });
  }
  if (!(Number.isInteger(member.ftePercent) && member.ftePercent >= 1 && member.ftePercent <= 100)) {
    problems.push({ field: "ftePercent", message: message("team.problem.fte") });
  }
  const known = knownNameProblem(rows.members, member);
  if (known) problems.push(known);
  return [...problems, ...dayProblems(member)];
}

/** The change from one state of a member to the next: only the fields that differ.
 * @example memberChanges(aMember("王芳"), aMember("王芳")) // => []
 */
export function memberChanges(before: Member, after: Member): readonly Change[] {
  const old = before as unknown as Record<string, unknown>;
  const now = after as unknown as Record<string, unknown>;
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => !isSame(old[field], now[field]),
  );
  if (changed.length === 0) return [];
  const fields = Object.fromEntries(changed.map((field) => [field, now[field]]));
  return [setFields<Member>("members", before.id, fields)];
}

function dayProblems(member: Member): Problem[] {
  const { hiredOn, leftOn, probationUntil } = member;
  const problems: Problem[] = [];
  if (hiredOn !== undefined && leftOn !== undefined && leftOn <= hiredOn) {
    const params = { hired: { day: hiredOn }, left: { day: leftOn } };
    problems.push({ field: "hiredOn", message: message("team.problem.hired-after-left", params) });
  }
  if (hiredOn !== undefined && probationUntil !== undefined && probationUntil < hiredOn) {
    const params = { hired: { day: hiredOn }, until: { day: probationUntil } };
    problems.push({
      field: "probationUntil",
      message: message("team.problem.probation-before-hire", params),
    });
  }
  return problems;
}
