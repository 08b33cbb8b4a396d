import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { Day } from "../base/day.ts";
import type { GroupId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { mergeDuties } from "./merge-duties.ts";
import { memberSpans } from "./memberships.ts";
import { nameKey } from "./name-key.ts";
import type { Duty, Group, Membership, SkillExpectation } from "./records.ts";
import { living, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** Merges a group into another from a day on. Members of the first belong to the second from that day, with the same title
 * and grade; what was before the day stays. Living duties move over, and a duty that both groups have becomes one.
 * Skill levels that only the first group expects are taken along. The first group is archived.
 * @example mergeGroups(smallTeam(), { fromId: "维护", intoId: "开发", on: "2026-09-01" }).value.at(-1) // => { op: "set", table: "groups", id: "维护", fields: { archived: true } }
 */
export function mergeGroups(
  rows: TeamRows,
  input: { readonly fromId: GroupId; readonly intoId: GroupId; readonly on: Day },
): Result<readonly Change[]> {
  const from = rows.groups.get(input.fromId);
  const into = rows.groups.get(input.intoId);
  if (!from || !into || from.id === into.id || into.archived) {
    return fail([{ field: "group", message: message("team.problem.merge-target") }]);
  }
  return ok([
    ...writeRecords("memberships", movedMemberships(rows, input)),
    ...movedDuties(rows, input),
    ...writeRecords("skillExpectations", addedExpectations(rows, input)),
    setFields<Group>("groups", from.id, { archived: true }),
  ]);
}

function movedMemberships(
  rows: TeamRows,
  input: { readonly fromId: GroupId; readonly intoId: GroupId; readonly on: Day },
): readonly Membership[] {
  const moved: Membership[] = [];
  for (const member of rows.members.values()) {
    for (const { membership, from, until } of memberSpans(rows, member.id)) {
      if (membership.groupId !== input.fromId || (until !== null && until <= input.on)) continue;
      const later = membership.from >= input.on || from >= input.on;
      moved.push(
        later
          ? { ...membership, groupId: input.intoId }
          : { ...membership, id: `${member.id}:${input.on}`, groupId: input.intoId, from: input.on },
      );
    }
  }
  return moved;
}

function movedDuties(
  rows: TeamRows,
  input: { readonly fromId: GroupId; readonly intoId: GroupId },
): readonly Change[] {
  const duties = living(rows.duties);
  const kept = new Map(
    duties
      .filter((duty) => duty.groupId === input.intoId)
      .map((duty) => [nameKey(duty.name.zh || duty.name.en), duty]),
  );
  return duties
    .filter((duty) => duty.groupId === input.fromId)
    .flatMap((duty) => {
      const twin = kept.get(nameKey(duty.name.zh || duty.name.en));
      if (!twin) return [setFields<Duty>("duties", duty.id, { groupId: input.intoId })];
      return mergeDuties(rows, { keepId: twin.id, dropIds: [duty.id] });
    });
}

function addedExpectations(
  rows: TeamRows,
  input: { readonly fromId: GroupId; readonly intoId: GroupId },
): readonly SkillExpectation[] {
  return [...rows.skillExpectations.values()]
    .filter((one) => one.groupId === input.fromId)
    .map((one) => ({
      ...one,
      id: `${input.intoId}:${one.grade}:${one.skillId}`,
      groupId: input.intoId,
    }))
    .filter((one) => !rows.skillExpectations.has(one.id));
}
