import { setFields } from "../../base/change.ts";
import type { GroupId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { dutyKey } from "../edit-duties.ts";
import { mergeDuties } from "../merge-duties.ts";
import { groupIdOn, membershipOn, membershipsOf } from "../memberships.ts";
import { listMessage, nameMessage } from "../name-key.ts";
import type { Duty, Group, Member } from "../records.ts";
import { inOrder, writeRecords } from "../team-rows.ts";
import type { FindingContext, Repair, TeamFinding } from "./finding.ts";
import { groupsByHeads } from "./propose-owners.ts";

/** The same duty owned twice, archived groups with living duties, and members without a group.
 * @example structureFindings(findingContext(smallTeam({ memberships: [] }), SETTINGS, TODAY)).map((finding) => finding.code) // => ["member-no-group", "member-no-group", "member-no-group"]
 */
export function structureFindings(context: FindingContext): readonly TeamFinding[] {
  return [...dutiesTwice(context), ...archivedGroups(context), ...groupless(context)];
}

function dutiesTwice(context: FindingContext): readonly TeamFinding[] {
  const byKey = new Map<string, Duty[]>();
  for (const duty of context.book.duties) {
    const key = dutyKey(duty.name);
    byKey.set(key, [...(byKey.get(key) ?? []), duty]);
  }
  return [...byKey].flatMap(([key, duties]) => (duties.length > 1 ? [dutyTwice(context, key, duties)] : []));
}

function dutyTwice(context: FindingContext, key: string, duties: readonly Duty[]): TeamFinding {
  const name = nameMessage(duties[0]!.name);
  const groupIds = [...new Set(duties.map((duty) => duty.groupId))];
  const groups = listMessage(groupIds.map((id) => groupName(context, id)));
  const kept = groupIds.map((id) => duties.find((duty) => duty.groupId === id)!);
  const code = groupIds.length > 1 ? "team.finding.duty-twice" : "team.finding.duty-twice-in-group";
  return {
    id: `duty-twice:${key}`,
    code: "duty-twice",
    severity: "risk",
    subjects: duties.map((duty) => ({ table: "duties", id: duty.id })),
    message: message(code, { duty: name, groups, count: duties.length }),
    reason: message("team.reason.duty-twice"),
    repairs: kept.map((keep): Repair => ({
      label: message("team.repair.keep-in-group", { group: groupName(context, keep.groupId) }),
      record: message("team.record.merge-duty", { duty: name, group: groupName(context, keep.groupId) }),
      changes: mergeDuties(context.rows, {
        keepId: keep.id,
        dropIds: duties.filter((duty) => duty !== keep).map((duty) => duty.id),
      }),
    })),
  };
}

function archivedGroups(context: FindingContext): readonly TeamFinding[] {
  const targets = groupsByHeads(context).slice(0, 3);
  return inOrder(context.rows.groups).flatMap((group) => {
    const duties = context.book.duties.filter((duty) => duty.groupId === group.id);
    return group.archived && duties.length > 0 ? [archivedGroup(context, group, { duties, targets })] : [];
  });
}

function archivedGroup(
  context: FindingContext,
  group: Group,
  of: { readonly duties: readonly Duty[]; readonly targets: readonly GroupId[] },
): TeamFinding {
  const params = { group: nameMessage(group.name), count: of.duties.length };
  const moves = of.targets.map((id): Repair => {
    const to = groupName(context, id);
    return {
      label: message("team.repair.move-duties", { to }),
      record: message("team.record.move-duties", { ...params, to }),
      changes: of.duties.map((duty) => setFields<Duty>("duties", duty.id, { groupId: id })),
    };
  });
  const archive: Repair = {
    label: message("team.repair.archive-duties"),
    record: message("team.record.archive-duties", params),
    changes: of.duties.map((duty) => setFields<Duty>("duties", duty.id, { archived: true })),
  };
  return {
    id: `group-archived:${group.id}`,
    code: "group-archived",
    severity: "warning",
    subjects: [
      { table: "groups", id: group.id },
      ...of.duties.map((duty) => ({ table: "duties", id: duty.id }) as const),
    ],
    message: message("team.finding.group-archived", params),
    reason: message("team.reason.group-archived"),
    repairs: [...moves, archive],
  };
}

function groupless(context: FindingContext): readonly TeamFinding[] {
  const targets = groupsByHeads(context).slice(0, 3);
  return inOrder(context.rows.members).flatMap((member) => {
    const status = context.statusByMember.get(member.id)?.kind;
    if (status === "left" || status === "upcoming") return [];
    const group = context.rows.groups.get(groupIdOn(context.rows, member.id, context.today) ?? "");
    return group && !group.archived ? [] : [memberNoGroup(context, member, targets)];
  });
}

function memberNoGroup(context: FindingContext, member: Member, targets: readonly GroupId[]): TeamFinding {
  const { rows, today } = context;
  const last = membershipOn(rows, member.id, today);
  const sameDay = membershipsOf(rows.memberships, member.id).find((one) => one.from === today);
  return {
    id: `member-no-group:${member.id}`,
    code: "member-no-group",
    severity: "warning",
    subjects: [{ table: "members", id: member.id }],
    message: message("team.finding.member-no-group", { member: member.name }),
    reason: message("team.reason.member-no-group"),
    repairs: targets.map((groupId): Repair => {
      const params = { member: member.name, group: groupName(context, groupId) };
      const membership = {
        id: sameDay?.id ?? `${member.id}:${today}`,
        memberId: member.id,
        groupId,
        title: last?.title ?? "",
        grade: last?.grade ?? ("regular" as const),
        from: today,
      };
      return {
        label: message("team.repair.join-group", params),
        record: message("team.record.join-group", params),
        changes: writeRecords("memberships", [membership]),
      };
    }),
  };
}

function groupName(context: FindingContext, id: GroupId) {
  const group = context.rows.groups.get(id);
  return group ? nameMessage(group.name) : message("team.no-group");
}
