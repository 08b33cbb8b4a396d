import { setFields } from "../../base/change.ts";
import { addDays } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { isOwner } from "../letters.ts";
import { nameMessage } from "../name-key.ts";
import type { Absence, Assignment, Duty } from "../records.ts";
import { cell, handOverDuty, writeCells } from "../set-letters.ts";
import type { FindingCode, FindingContext, Repair, TeamFinding } from "./finding.ts";
import { isHere, isThere, memberName } from "./finding.ts";
import { candidateReason, proposeOwners } from "./propose-owners.ts";
import type { Candidate } from "./propose-owners.ts";

/** How many days ahead a known leaving is a finding. */
export const LEAVING_AHEAD_DAYS = 30;

/** Owners (R or A) who have left, leave soon or are on leave, and duties whose only R has no stand-in.
 * @example ownerFindings(findingContext(smallTeam({ duties: [aDuty("d1", "开发")], assignments: [anAssignment("d1", "王芳", "R")] }), SETTINGS, TODAY)).map((finding) => finding.code) // => ["duty-no-stand-in"]
 */
export function ownerFindings(context: FindingContext): readonly TeamFinding[] {
  return context.book.duties.flatMap((duty) => {
    const owners = (context.book.assignmentsByDuty.get(duty.id) ?? []).filter((one) => isOwner(one.letters));
    const findings = owners.flatMap((owner) => ownerFinding(context, duty, { owner, owners }) ?? []);
    const alone = noStandIn(context, duty, owners);
    return alone ? [...findings, alone] : findings;
  });
}

interface OwnerCase {
  readonly owner: Assignment;
  readonly owners: readonly Assignment[];
}

function ownerFinding(context: FindingContext, duty: Duty, of: OwnerCase): TeamFinding | null {
  const { memberId } = of.owner;
  const status = context.statusByMember.get(memberId);
  const leftOn = context.rows.members.get(memberId)?.leftOn;
  if (status?.kind === "left") return leftFinding(context, duty, of.owner);
  if (status?.kind === "leave" && !isCovered(context, duty, of)) {
    return leaveFinding(context, duty, { owner: of.owner, absence: status.absence });
  }
  if (leftOn !== undefined && leftOn <= addDays(context.today, LEAVING_AHEAD_DAYS)) {
    return leavingFinding(context, duty, of.owner);
  }
  return null;
}

function leftFinding(context: FindingContext, duty: Duty, owner: Assignment): TeamFinding {
  const params = {
    ...said(context, duty, owner),
    day: { day: context.rows.members.get(owner.memberId)!.leftOn! },
  };
  const takeOff: Repair = {
    label: message("team.repair.take-off"),
    record: message("team.record.take-off", said(context, duty, owner)),
    changes: writeCells(context.rows, [cell(duty.id, owner.memberId, owner.letters.replace(/[RA]/g, ""))]),
  };
  return {
    ...base("owner-left", duty, owner),
    severity: "risk",
    message: message("team.finding.owner-left", params),
    reason: message("team.reason.owner-left"),
    repairs: [...handOvers(context, duty, owner).slice(0, 3), takeOff],
  };
}

function leavingFinding(context: FindingContext, duty: Duty, owner: Assignment): TeamFinding {
  const params = {
    ...said(context, duty, owner),
    day: { day: context.rows.members.get(owner.memberId)!.leftOn! },
  };
  return {
    ...base("owner-leaving", duty, owner),
    severity: "warning",
    message: message("team.finding.owner-leaving", params),
    reason: message("team.reason.owner-leaving"),
    repairs: handOvers(context, duty, owner).slice(0, 3),
  };
}

function leaveFinding(
  context: FindingContext,
  duty: Duty,
  { owner, absence }: { readonly owner: Assignment; readonly absence: Absence },
): TeamFinding {
  const days = { from: { day: absence.from }, until: { day: absence.until } };
  const standIns = proposeOwners(context, duty.id, { except: [owner.memberId] }).slice(0, 2);
  return {
    ...base("owner-on-leave", duty, owner),
    severity: "warning",
    message: message("team.finding.owner-on-leave", { ...said(context, duty, owner), ...days }),
    reason: message("team.reason.owner-on-leave"),
    repairs: [
      ...standIns.map((candidate) => standInRepair(duty, candidate)),
      ...handOvers(context, duty, owner).slice(0, 1),
    ],
  };
}

function noStandIn(context: FindingContext, duty: Duty, owners: readonly Assignment[]): TeamFinding | null {
  const responsible = owners.filter((one) => one.letters.includes("R") && isHere(context, one.memberId));
  const only = responsible[0];
  if (responsible.length !== 1 || !only) return null;
  if (duty.standInId !== only.memberId && isHere(context, duty.standInId)) return null;
  const gone = duty.standInId !== undefined && duty.standInId !== only.memberId;
  const params = {
    ...said(context, duty, only),
    standIn: gone && duty.standInId !== undefined ? memberName(context, duty.standInId) : "",
  };
  return {
    ...base("duty-no-stand-in", duty, only),
    id: `duty-no-stand-in:${duty.id}`,
    severity: "hint",
    message: message(gone ? "team.finding.stand-in-left" : "team.finding.duty-no-stand-in", params),
    reason: message("team.reason.duty-no-stand-in"),
    repairs: proposeOwners(context, duty.id, { except: [only.memberId] })
      .slice(0, 3)
      .map((candidate) => standInRepair(duty, candidate)),
  };
}

/** On leave, but somebody does the work: the stand-in is there, or another R is, when the owner has only R. */
function isCovered(context: FindingContext, duty: Duty, { owner, owners }: OwnerCase): boolean {
  if (duty.standInId !== owner.memberId && isThere(context, duty.standInId)) return true;
  if (owner.letters.includes("A")) return false;
  return owners.some((one) => one !== owner && one.letters.includes("R") && isThere(context, one.memberId));
}

function standInRepair(duty: Duty, candidate: Candidate): Repair {
  return {
    label: message("team.repair.stand-in", { member: candidate.name }),
    record: message("team.record.stand-in", { member: candidate.name, duty: nameMessage(duty.name) }),
    reason: candidateReason(candidate),
    changes: [setFields<Duty>("duties", duty.id, { standInId: candidate.memberId })],
  };
}

function handOvers(context: FindingContext, duty: Duty, owner: Assignment): readonly Repair[] {
  return proposeOwners(context, duty.id, { except: [owner.memberId, ...leaving(context)] }).map(
    (candidate) => ({
      label: message("team.repair.hand-over", { member: candidate.name }),
      record: message("team.record.hand-over", {
        ...said(context, duty, owner),
        to: candidate.name,
      }),
      reason: candidateReason(candidate),
      changes: handOverDuty(context.rows, {
        dutyId: duty.id,
        fromId: owner.memberId,
        toId: candidate.memberId,
      }),
    }),
  );
}

function leaving(context: FindingContext) {
  return [...context.rows.members.values()]
    .filter((member) => member.leftOn !== undefined)
    .map((member) => member.id);
}

function base(code: FindingCode, duty: Duty, owner: Assignment) {
  return {
    id: `${code}:${duty.id}:${owner.memberId}`,
    code,
    subjects: [
      { table: "duties", id: duty.id },
      { table: "members", id: owner.memberId },
    ] as const,
  };
}

function said(
  context: FindingContext,
  duty: Duty,
  owner: Assignment,
): { readonly duty: Message; readonly member: string } {
  return { duty: nameMessage(duty.name), member: memberName(context, owner.memberId) };
}
