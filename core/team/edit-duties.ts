import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { DutyId, GroupId, MemberId, SkillId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import type { Bilingual } from "../base/schema.ts";
import { reorder } from "./edit-groups.ts";
import { nameKey, nameMessage } from "./name-key.ts";
import type { Duty } from "./records.ts";
import { living, nextOrder, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** What can be edited of a duty. */
export interface DutyFields {
  readonly name?: Bilingual;
  readonly description?: string;
  readonly groupId?: GroupId;
  readonly standInId?: MemberId | undefined;
  readonly skillIds?: readonly SkillId[];
}

/** Adds a duty at the end of a group's catalogue. Refused without a name, in an archived group, or when the group has one of
 * that name; the same name in another group is allowed and becomes a finding.
 * @example addDuty(smallTeam(), { id: "d1", groupId: "开发", name: { zh: "", en: " " } }).error[0].field // => "name"
 */
export function addDuty(
  rows: TeamRows,
  input: { readonly id: DutyId; readonly groupId: GroupId; readonly name: Bilingual },
): Result<readonly Change[]> {
  const duty: Duty = {
    id: input.id,
    groupId: input.groupId,
    name: trimName(input.name),
    description: "",
    order: nextOrder(rows.duties),
    archived: false,
  };
  const problem = dutyProblem(rows, duty);
  return problem ? fail([problem]) : ok(writeRecords("duties", [duty]));
}

/** Changes a duty's name, description, group, stand-in or the skills it needs; `undefined` takes the stand-in away.
 * @example editDuty(smallTeam(), "d1", { description: "" }).ok // => false
 */
export function editDuty(rows: TeamRows, id: DutyId, fields: DutyFields): Result<readonly Change[]> {
  const before = rows.duties.get(id);
  if (!before) return fail([{ field: "duty", message: message("team.problem.duty-gone") }]);
  const after = { ...before, ...fields, name: trimName(fields.name ?? before.name) } as Duty;
  const named = fields.name !== undefined || fields.groupId !== undefined;
  const problem = named ? dutyProblem(rows, after) : null;
  if (problem) return fail([problem]);
  if (fields.standInId !== undefined && !rows.members.has(fields.standInId)) {
    return fail([{ field: "standInId", message: message("team.problem.member-gone") }]);
  }
  const { skillIds, ...plain } = fields;
  return ok([
    setFields<Duty>("duties", id, {
      ...plain,
      ...(fields.name === undefined ? {} : { name: after.name }),
      ...(skillIds === undefined ? {} : { skillIds: [...skillIds] }),
    }),
  ]);
}

/** Archives a duty: it leaves the matrix, its letters are kept for history.
 * @example archiveDuty(smallTeam({ duties: [aDuty("d1", "开发")] }), "d1").value[0].fields // => { archived: true }
 */
export function archiveDuty(rows: TeamRows, id: DutyId): Result<readonly Change[]> {
  if (!rows.duties.has(id)) return fail([{ field: "duty", message: message("team.problem.duty-gone") }]);
  return ok([setFields<Duty>("duties", id, { archived: true })]);
}

/** Takes a duty out of the archive. Refused when its group is archived or has a duty of that name by now.
 * @example restoreDuty(smallTeam({ duties: [aDuty("d1", "开发", { archived: true })] }), "d1").value[0].fields // => { archived: false }
 */
export function restoreDuty(rows: TeamRows, id: DutyId): Result<readonly Change[]> {
  const duty = rows.duties.get(id);
  if (!duty) return fail([{ field: "duty", message: message("team.problem.duty-gone") }]);
  const problem = dutyProblem(rows, duty);
  return problem ? fail([problem]) : ok([setFields<Duty>("duties", id, { archived: false })]);
}

/** Puts the duties in the order of the ids; the rest keep their places after them.
 * @example reorderDuties(smallTeam({ duties: [aDuty("d1", "开发")] }), ["d1"]).value // => []
 */
export function reorderDuties(rows: TeamRows, ids: readonly DutyId[]): Result<readonly Change[]> {
  return ok(reorder(rows.duties, ids).map(({ id, order }) => setFields<Duty>("duties", id, { order })));
}

/** What duties are compared by: their Chinese name, or the English one where that is empty.
 * @example dutyKey({ zh: "", en: "Sales  analysis" }) // => "sales analysis"
 */
export function dutyKey(name: Bilingual): string {
  return nameKey(name.zh || name.en);
}

function dutyProblem(rows: TeamRows, duty: Duty): Problem | null {
  if (duty.name.zh === "" && duty.name.en === "") {
    return { field: "name", message: message("team.problem.duty-name") };
  }
  const group = rows.groups.get(duty.groupId);
  if (!group || group.archived) return { field: "group", message: message("team.problem.group-gone") };
  const key = dutyKey(duty.name);
  const clash = living(rows.duties).some(
    (other) => other.id !== duty.id && other.groupId === duty.groupId && dutyKey(other.name) === key,
  );
  if (!clash) return null;
  const params = { duty: nameMessage(duty.name), group: nameMessage(group.name) };
  return { field: "name", message: message("team.problem.duty-taken", params) };
}

function trimName(name: Bilingual): Bilingual {
  return { zh: name.zh.trim(), en: name.en.trim() };
}
