import { setFields } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Settings } from "../../base/settings.ts";
import { lettersOf } from "../duty-book.ts";
import { isOwner } from "../letters.ts";
import { listMessage, nameMessage } from "../name-key.ts";
import type { Duty, Member } from "../records.ts";
import { handOverDuty } from "../set-letters.ts";
import { inOrder } from "../team-rows.ts";
import type { FindingContext, Repair, TeamFinding } from "./finding.ts";
import { isHere } from "./finding.ts";
import { proposeOwners } from "./propose-owners.ts";

/** The most that the load limit can be raised to. */
const LIMIT_MAX = 99;

/** Members who own more duties than the load limit allows.
 * @example loadFindings(findingContext(smallTeam(), SETTINGS, TODAY)) // => []
 */
export function loadFindings(context: FindingContext): readonly TeamFinding[] {
  const limit = context.settings.dutyLimit;
  return inOrder(context.rows.members).flatMap((member) => {
    const load = context.book.loadByMember.get(member.id) ?? 0;
    if (load <= limit || !isHere(context, member.id)) return [];
    return [
      {
        id: `member-overloaded:${member.id}`,
        code: "member-overloaded" as const,
        severity: "warning" as const,
        subjects: [{ table: "members" as const, id: member.id }],
        message: message("team.finding.member-overloaded", { member: member.name, load, limit }),
        reason: message("team.reason.member-overloaded"),
        repairs: [...handOut(context, member, load - limit), ...raiseLimit(load)],
      },
    ];
  });
}

/** Hands out as many duties as are too many, those the member likes least first, to people who have room; none when not all
 * find somebody. */
function handOut(context: FindingContext, member: Member, excess: number): readonly Repair[] {
  const loads = new Map(context.book.loadByMember);
  const moves: { readonly duty: Duty; readonly toId: MemberId; readonly toName: string }[] = [];
  for (const duty of ownedDuties(context, member)) {
    if (moves.length === excess) break;
    const owners = (context.book.assignmentsByDuty.get(duty.id) ?? []).filter((one) => isOwner(one.letters));
    const except = owners.map((one) => one.memberId);
    const best = proposeOwners(context, duty.id, { except, loadByMember: loads })[0];
    if (!best?.hasRoom) continue;
    loads.set(best.memberId, (loads.get(best.memberId) ?? 0) + 1);
    moves.push({ duty, toId: best.memberId, toName: best.name });
  }
  if (moves.length < excess) return [];
  const changes = moves.flatMap((move): readonly Change[] =>
    handOverDuty(context.rows, { dutyId: move.duty.id, fromId: member.id, toId: move.toId }),
  );
  const lines: readonly Message[] = moves.map((move) =>
    message("team.why.goes-to", { duty: nameMessage(move.duty.name), member: move.toName }),
  );
  return [
    {
      label: message("team.repair.hand-out", { count: moves.length }),
      record: message("team.record.hand-out", { count: moves.length, member: member.name }),
      reason: message("team.why.hand-out", { moves: listMessage(lines) }),
      changes,
    },
  ];
}

function ownedDuties(context: FindingContext, member: Member): readonly Duty[] {
  return context.book.duties
    .filter((duty) => isOwner(lettersOf(context.rows.assignments, duty.id, member.id)))
    .toSorted((a, b) => (member.interests[a.id] ?? 3) - (member.interests[b.id] ?? 3));
}

function raiseLimit(load: number): readonly Repair[] {
  if (load > LIMIT_MAX) return [];
  return [
    {
      label: message("team.repair.raise-limit", { limit: load }),
      record: message("team.record.raise-limit", { limit: load }),
      changes: [setFields<Settings>("settings", "workspace", { dutyLimit: load })],
    },
  ];
}
