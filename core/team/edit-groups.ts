import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { GroupId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import type { Bilingual } from "../base/schema.ts";
import { listMessage, nameKey, nameMessage } from "./name-key.ts";
import { isOnTeam, memberSpans } from "./memberships.ts";
import type { Group } from "./records.ts";
import { living, nextOrder, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** What can be edited of a group. */
export interface GroupFields {
  readonly name?: Bilingual;
  readonly purpose?: string;
  readonly leaderId?: MemberId | undefined;
  readonly color?: Group["color"];
}

const COLORS: readonly Group["color"][] = ["teal", "blue", "violet", "amber", "rose", "slate"];

/** Adds a group at the end, in the palette's next colour. Refused without a name, or with the name of a living group.
 * @example addGroup(smallTeam(), { id: "g3", name: { zh: "开发", en: "" } }).ok // => false
 */
export function addGroup(
  rows: TeamRows,
  input: { readonly id: GroupId; readonly name: Bilingual; readonly purpose?: string },
): Result<readonly Change[]> {
  const name = trimName(input.name);
  const problem = nameProblem(rows, input.id, name);
  if (problem) return fail([problem]);
  const group: Group = {
    id: input.id,
    name,
    purpose: input.purpose ?? "",
    color: COLORS[rows.groups.size % COLORS.length]!,
    order: nextOrder(rows.groups),
    archived: false,
  };
  return ok(writeRecords("groups", [group]));
}

/** Changes a group's name, purpose, leader or colour. The leader must be a member; `undefined` takes the leader away.
 * @example editGroup(smallTeam(), "开发", { color: "rose" }).value // => [{ op: "set", table: "groups", id: "开发", fields: { color: "rose" } }]
 */
export function editGroup(rows: TeamRows, id: GroupId, fields: GroupFields): Result<readonly Change[]> {
  const group = rows.groups.get(id);
  if (!group) return fail([{ field: "group", message: message("team.problem.group-gone") }]);
  const name = fields.name === undefined ? undefined : trimName(fields.name);
  const problem = name === undefined ? null : nameProblem(rows, id, name);
  if (problem) return fail([problem]);
  if (fields.leaderId !== undefined && !rows.members.has(fields.leaderId)) {
    return fail([{ field: "leaderId", message: message("team.problem.member-gone") }]);
  }
  return ok([setFields<Group>("groups", id, { ...fields, ...(name === undefined ? {} : { name }) })]);
}

/** Archives a group: it takes no new members or duties, its history stays. Refused while members are in it on the day or
 * will be later: they are named, and moving or merging is the remedy. Its living duties become a finding.
 * @example archiveGroup(smallTeam(), { id: "开发", on: "2026-09-01" }).error[0].message.key // => "team.problem.group-in-use"
 */
export function archiveGroup(
  rows: TeamRows,
  input: { readonly id: GroupId; readonly on: Day },
): Result<readonly Change[]> {
  const group = rows.groups.get(input.id);
  if (!group) return fail([{ field: "group", message: message("team.problem.group-gone") }]);
  const inside = [...rows.members.values()].filter((member) =>
    memberSpans(rows, member.id).some(
      (span) => span.membership.groupId === input.id && (span.until === null || span.until > input.on),
    ),
  );
  if (inside.length > 0) {
    const params = {
      group: nameMessage(group.name),
      count: inside.length,
      members: listMessage(inside.map((member) => member.name)),
    };
    return fail([{ field: "group", message: message("team.problem.group-in-use", params) }]);
  }
  return ok([setFields<Group>("groups", input.id, { archived: true })]);
}

/** Takes a group out of the archive. Refused when a living group has taken its name.
 * @example restoreGroup(smallTeam(), "开发").ok // => true
 */
export function restoreGroup(rows: TeamRows, id: GroupId): Result<readonly Change[]> {
  const group = rows.groups.get(id);
  if (!group) return fail([{ field: "group", message: message("team.problem.group-gone") }]);
  const problem = nameProblem(rows, id, group.name);
  return problem ? fail([problem]) : ok([setFields<Group>("groups", id, { archived: false })]);
}

/** Puts the groups in the order of the ids; groups that are not named keep their places after them.
 * @example reorderGroups(smallTeam(), ["维护"]).value.map((change) => change.id) // => ["维护", "开发"]
 */
export function reorderGroups(rows: TeamRows, ids: readonly GroupId[]): Result<readonly Change[]> {
  return ok(reorder(rows.groups, ids).map(({ id, order }) => setFields<Group>("groups", id, { order })));
}

/** The order numbers that put records in the order of the ids, the rest behind them as they stand; only those that change.
 * @example reorder(new Map([["a", { id: "a", order: 1 }], ["b", { id: "b", order: 2 }]]), ["b", "a"]) // => [{ id: "b", order: 1 }, { id: "a", order: 2 }]
 */
export function reorder<Id extends string>(
  table: ReadonlyMap<string, { readonly id: Id; readonly order: number }>,
  ids: readonly Id[],
): readonly { readonly id: Id; readonly order: number }[] {
  const first = ids.flatMap((id) => table.get(id) ?? []);
  const rest = [...table.values()]
    .filter((one) => !ids.includes(one.id))
    .toSorted((a, b) => a.order - b.order);
  return [...first, ...rest].flatMap((one, index) =>
    one.order === index + 1 ? [] : [{ id: one.id, order: index + 1 }],
  );
}

/** The leader of a group on a day, when there is one and they are on the team.
 * @example leaderOn(smallTeam(), "开发", "2026-09-01") // => "王芳"
 */
export function leaderOn(rows: TeamRows, groupId: GroupId, on: Day): MemberId | undefined {
  const leader = rows.members.get(rows.groups.get(groupId)?.leaderId ?? "");
  return leader && isOnTeam(leader, on) ? leader.id : undefined;
}

function trimName(name: Bilingual): Bilingual {
  return { zh: name.zh.trim(), en: name.en.trim() };
}

function nameProblem(rows: TeamRows, id: GroupId, name: Bilingual): Problem | null {
  if (name.zh === "" && name.en === "") {
    return { field: "name", message: message("team.problem.group-name") };
  }
  const keys = [name.zh, name.en].filter((part) => part !== "").map(nameKey);
  const clash = living(rows.groups).find(
    (group) => group.id !== id && [group.name.zh, group.name.en].some((part) => keys.includes(nameKey(part))),
  );
  if (!clash) return null;
  return { field: "name", message: message("team.problem.group-taken", { group: nameMessage(clash.name) }) };
}
