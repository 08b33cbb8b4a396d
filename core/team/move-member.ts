import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { GroupId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import { absencesOf } from "./member-status.ts";
import { membershipsOf } from "./memberships.ts";
import type { Absence, Member, Membership } from "./records.ts";
import { deleteRecords, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** A place in the team from a day on. Title and grade stay as they were unless told. */
export interface Move {
  readonly memberId: MemberId;
  readonly groupId: GroupId;
  readonly title?: string;
  readonly grade?: Membership["grade"];
  readonly from: Day;
}

/** Moves a member to a group, title or grade from a day on, until their next membership or for good. What was before stays.
 * A membership that began on that very day is replaced. Moving to where they are already changes nothing.
 * @example moveMember(smallTeam(), { memberId: "王芳", groupId: "维护", from: "2026-08-01" }).value[0].records[0].id // => "王芳:2026-08-01"
 */
export function moveMember(rows: TeamRows, move: Move): Result<readonly Change[]> {
  const member = rows.members.get(move.memberId);
  const problem = member ? placeProblem(rows, move) : memberGone();
  if (problem) return fail([problem]);
  const list = membershipsOf(rows.memberships, move.memberId);
  const before = list.findLast((one) => one.from <= move.from);
  const next: Membership = {
    id: before?.from === move.from ? before.id : `${move.memberId}:${move.from}`,
    memberId: move.memberId,
    groupId: move.groupId,
    title: (move.title ?? before?.title ?? "").trim(),
    grade: move.grade ?? before?.grade ?? "regular",
    from: move.from,
  };
  if (before && isSame({ ...before, id: "", from: "" }, { ...next, id: "", from: "" })) return ok([]);
  return ok(writeRecords("memberships", [next]));
}

/** Corrects a membership that was entered wrongly: group, title, grade or first day. Refused when another begins that day.
 * @example editMembership(smallTeam(), "王芳:2020-01-01", { title: "销售" }).value // => []
 */
export function editMembership(
  rows: TeamRows,
  id: string,
  fields: Partial<Omit<Move, "memberId">>,
): Result<readonly Change[]> {
  const before = rows.memberships.get(id);
  if (!before) return fail([{ field: "membership", message: message("team.problem.membership-gone") }]);
  const next: Membership = { ...before, ...fields, title: (fields.title ?? before.title).trim() };
  const problem = next.groupId === before.groupId ? null : placeProblem(rows, next);
  if (problem) return fail([problem]);
  const clash = membershipsOf(rows.memberships, before.memberId).some(
    (one) => one.id !== id && one.from === next.from,
  );
  if (clash) {
    const params = { day: { day: next.from } };
    return fail([{ field: "from", message: message("team.problem.membership-day", params) }]);
  }
  return ok(isSame(before, next) ? [] : writeRecords("memberships", [next]));
}

/** Takes out a membership that was entered wrongly; the one before it then holds on.
 * @example removeMembership(smallTeam(), "王芳:2020-01-01").value // => [{ op: "remove", table: "memberships", ids: ["王芳:2020-01-01"] }]
 */
export function removeMembership(rows: TeamRows, id: string): Result<readonly Change[]> {
  return ok(rows.memberships.has(id) ? deleteRecords("memberships", [id]) : []);
}

/** Notes that a member leaves: `on` is the first day on which they are no longer on the team. Nothing is deleted.
 * @example leaveTeam(smallTeam(), { memberId: "王芳", on: "2026-10-01" }).value // => [{ op: "set", table: "members", id: "王芳", fields: { leftOn: "2026-10-01" } }]
 */
export function leaveTeam(
  rows: TeamRows,
  input: { readonly memberId: MemberId; readonly on: Day },
): Result<readonly Change[]> {
  const member = rows.members.get(input.memberId);
  if (!member) return fail([memberGone()]);
  if (member.hiredOn !== undefined && input.on <= member.hiredOn) {
    const params = { hired: { day: member.hiredOn }, left: { day: input.on } };
    return fail([{ field: "leftOn", message: message("team.problem.hired-after-left", params) }]);
  }
  return ok([setFields<Member>("members", member.id, { leftOn: input.on })]);
}

/** Takes a member who left back from a day on. The time away is kept as an absence, so that it counts for no capacity.
 * Returning on or before the day of leaving takes the leaving back.
 * @example returnToTeam(smallTeam(), { memberId: "王芳", on: "2026-10-01" }).error[0].message.key // => "team.problem.not-left"
 */
export function returnToTeam(
  rows: TeamRows,
  input: { readonly memberId: MemberId; readonly on: Day },
): Result<readonly Change[]> {
  const member = rows.members.get(input.memberId);
  if (!member) return fail([memberGone()]);
  if (member.leftOn === undefined) {
    return fail([{ field: "leftOn", message: message("team.problem.not-left", { name: member.name }) }]);
  }
  return ok([
    setFields<Member>("members", member.id, { leftOn: undefined }),
    ...writeRecords("absences", timeAway(rows, { ...input, leftOn: member.leftOn })),
  ]);
}

function timeAway(
  rows: TeamRows,
  input: { readonly memberId: MemberId; readonly leftOn: Day; readonly on: Day },
): readonly Absence[] {
  const away: Absence[] = [];
  let from = input.leftOn;
  const add = (until: Day) => {
    const id = `${input.memberId}:${from}`;
    if (from < until) away.push({ id, memberId: input.memberId, kind: "other", from, until, note: "" });
  };
  for (const absence of absencesOf(rows.absences, input.memberId)) {
    if (absence.until <= from || absence.from >= input.on) continue;
    add(absence.from);
    from = absence.until;
  }
  add(input.on);
  return away;
}

function placeProblem(rows: TeamRows, move: Pick<Move, "groupId">): Problem | null {
  const group = rows.groups.get(move.groupId);
  return group && !group.archived ? null : { field: "group", message: message("team.problem.group-gone") };
}

function memberGone(): Problem {
  return { field: "member", message: message("team.problem.member-gone") };
}
