import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { GroupId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { addMember, blankMember, memberChanges, memberProblems, mergeFields } from "./edit-members.ts";
import type { MemberFields } from "./edit-members.ts";
import { editMembership, moveMember } from "./move-member.ts";
import { membershipsOf } from "./memberships.ts";
import { listMessage, nameKey, nameMessage } from "./name-key.ts";
import { readTypedDay, readTypedFte, readTypedNames } from "./read-typed.ts";
import type { Member, Membership } from "./records.ts";
import { living } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** The columns of the member table that are edited by typing. */
export const MEMBER_CELLS = [
  "name",
  "employeeNumber",
  "group",
  "title",
  "hiredOn",
  "probationUntil",
  "ftePercent",
  "email",
  "phone",
  "aliases",
] as const;
export type MemberCell = (typeof MEMBER_CELLS)[number];

/** One cell of the member table as it was typed or pasted. */
export interface MemberCellEdit {
  readonly memberId: MemberId;
  readonly cell: MemberCell;
  readonly text: string;
}

/** Writes cells of the member table, all or none. Group and title change from today on, so that the past stays; a title that
 * was empty is filled in for the whole membership. Problems have the field `<memberId>:<cell>`.
 * @example editMemberCells(smallTeam(), { edits: [{ memberId: "王芳", cell: "hiredOn", text: "2026/3/1" }], today: "2026-09-01" }).value[0].fields // => { hiredOn: "2026-03-01" }
 */
export function editMemberCells(
  rows: TeamRows,
  input: { readonly edits: readonly MemberCellEdit[]; readonly today: Day },
): Result<readonly Change[]> {
  const draft = new Map<string, Member>(rows.members);
  let places = rows.memberships;
  const problems: Problem[] = [];
  const changes: Change[] = [];
  for (const edit of input.edits) {
    const drafted = { ...rows, members: draft, memberships: places };
    const outcome = isPlaceCell(edit.cell)
      ? placeChanges(drafted, edit, input.today)
      : factChange(drafted, edit);
    if (!outcome.ok) {
      const field = `${edit.memberId}:${edit.cell}`;
      problems.push(...outcome.error.map((problem) => ({ field, message: problem.message })));
    } else if ("changes" in outcome.value) {
      changes.push(...outcome.value.changes);
      places = new Map([...places, ...outcome.value.places.map((place) => [place.id, place] as const)]);
    } else draft.set(edit.memberId, outcome.value.member);
  }
  if (problems.length > 0) return fail(problems);
  const facts = [...draft.values()].flatMap((member) => {
    const before = rows.members.get(member.id);
    return before && before !== member ? memberChanges(before, member) : [];
  });
  return ok([...facts, ...changes]);
}

/** Adds a member from the cells typed or pasted into the empty row at the end of the table; the name is needed. Checked as
 * when editing; problems have the field `<id>:<cell>`.
 * @example addMemberFromCells(smallTeam(), { id: "m4", cells: [{ cell: "title", text: "客服" }], today: "2026-09-01" }).error[0].field // => "m4:name"
 */
export function addMemberFromCells(
  rows: TeamRows,
  input: {
    readonly id: MemberId;
    readonly cells: readonly Pick<MemberCellEdit, "cell" | "text">[];
    readonly today: Day;
  },
): Result<readonly Change[]> {
  const { id, today } = input;
  const name = input.cells.find(({ cell }) => cell === "name")?.text ?? "";
  const added = addMember(rows, { id, name, today });
  if (!added.ok) {
    return fail(added.error.map((problem) => ({ ...problem, field: `${id}:${problem.field ?? "name"}` })));
  }
  const member = mergeFields(blankMember(rows, id), { name });
  const drafted = { ...rows, members: new Map(rows.members).set(id, member) };
  const edits = input.cells.filter(({ cell }) => cell !== "name").map((one) => ({ ...one, memberId: id }));
  const edited = editMemberCells(drafted, { edits, today });
  return edited.ok ? ok([...added.value, ...edited.value]) : edited;
}

type Outcome =
  | { readonly member: Member }
  | { readonly changes: readonly Change[]; readonly places: readonly Membership[] };

function isPlaceCell(cell: MemberCell): boolean {
  return cell === "group" || cell === "title";
}

function factChange(rows: TeamRows, edit: MemberCellEdit): Result<Outcome> {
  const before = rows.members.get(edit.memberId);
  if (!before) return fail([{ message: message("team.problem.member-gone") }]);
  const fields = readFact(edit);
  if (!fields.ok) return fail([{ message: fields.error }]);
  const member = mergeFields(before, fields.value);
  const problems = memberProblems(rows, member);
  return problems.length > 0 ? fail(problems) : ok({ member });
}

function readFact({ cell, text }: MemberCellEdit): Result<MemberFields, Message> {
  if (cell === "aliases") return ok({ aliases: [...readTypedNames(text)] });
  if (cell === "ftePercent") {
    const ftePercent = readTypedFte(text);
    return ftePercent === null ? fail(message("team.problem.fte")) : ok({ ftePercent });
  }
  if (cell === "hiredOn" || cell === "probationUntil") {
    if (text.trim() === "") return ok({ [cell]: undefined });
    const day = readTypedDay(text);
    return day === null ? fail(message("team.problem.day", { text: text.trim() })) : ok({ [cell]: day });
  }
  return ok({ [cell]: text });
}

function placeChanges(rows: TeamRows, edit: MemberCellEdit, today: Day): Result<Outcome> {
  const list = membershipsOf(rows.memberships, edit.memberId);
  const now = list.findLast((one) => one.from <= today) ?? list[0];
  const groupId = edit.cell === "group" ? groupIdByName(rows, edit.text) : ok(now?.groupId);
  if (!groupId.ok) return groupId;
  if (groupId.value === undefined) {
    return fail([{ message: message("team.problem.group-first") }]);
  }
  const correct = now !== undefined && (now.from > today || (edit.cell === "title" && now.title === ""));
  const fields = edit.cell === "title" ? { title: edit.text } : { groupId: groupId.value };
  const changes = correct
    ? editMembership(rows, now.id, fields)
    : moveMember(rows, { memberId: edit.memberId, groupId: groupId.value, from: today, ...fields });
  if (!changes.ok) return changes;
  const places = changes.value.flatMap((change) =>
    change.op === "put" ? (change.records as readonly Membership[]) : [],
  );
  return ok({ changes: changes.value, places });
}

function groupIdByName(rows: TeamRows, text: string): Result<GroupId> {
  const key = nameKey(text);
  const groups = living(rows.groups);
  const group = groups.find(
    (one) => key !== "" && [one.name.zh, one.name.en].some((name) => nameKey(name) === key),
  );
  if (group) return ok(group.id);
  const known =
    groups.length === 0 ? message("team.no-group") : listMessage(groups.map((one) => nameMessage(one.name)));
  return fail([{ message: message("team.problem.group-unknown", { text: text.trim(), groups: known }) }]);
}
