import { message } from "../../base/message.ts";
import type { MemberId } from "../../base/id.ts";
import { lettersOf } from "../duty-book.ts";
import { leaderOn } from "../edit-groups.ts";
import { joinLetters } from "../letters.ts";
import { listMessage, nameMessage } from "../name-key.ts";
import type { Assignment, Duty } from "../records.ts";
import { cell, writeCells } from "../set-letters.ts";
import type { FindingContext, Repair, TeamFinding } from "./finding.ts";
import { isHere, isThere, memberName } from "./finding.ts";
import { candidateReason, proposeOwners } from "./propose-owners.ts";

/** How many people a finding proposes. */
const PROPOSALS = 3;

/** Duties without R, without A, or with two or more A.
 * @example letterFindings(findingContext(smallTeam({ duties: [aDuty("d1", "开发")] }), SETTINGS, TODAY)).map((finding) => finding.code) // => ["duty-no-responsible", "duty-no-accountable"]
 */
export function letterFindings(context: FindingContext): readonly TeamFinding[] {
  return context.book.duties.flatMap((duty) => {
    const assignments = context.book.assignmentsByDuty.get(duty.id) ?? [];
    const responsible = assignments.filter((one) => one.letters.includes("R"));
    const accountable = assignments.filter((one) => one.letters.includes("A"));
    const findings: TeamFinding[] = [];
    if (responsible.length === 0) findings.push(noResponsible(context, duty));
    if (accountable.length === 0) findings.push(noAccountable(context, duty, responsible));
    const here = accountable.filter((one) => isHere(context, one.memberId));
    if (here.length > 1) findings.push(twoAccountable(context, duty, here));
    return findings;
  });
}

function noResponsible(context: FindingContext, duty: Duty): TeamFinding {
  const candidates = proposeOwners(context, duty.id, { except: [] }).slice(0, PROPOSALS);
  return {
    id: `duty-no-responsible:${duty.id}`,
    code: "duty-no-responsible",
    severity: "risk",
    subjects: [{ table: "duties", id: duty.id }],
    message: message("team.finding.duty-no-responsible", { duty: nameMessage(duty.name) }),
    reason: message("team.reason.duty-no-responsible"),
    repairs: candidates.map((candidate) => ({
      label: message("team.repair.responsible", { member: candidate.name }),
      record: message("team.record.responsible", { member: candidate.name, duty: nameMessage(duty.name) }),
      reason: candidateReason(candidate),
      changes: giveLetter(context, { duty, memberId: candidate.memberId, letter: "R" }),
    })),
  };
}

function noAccountable(context: FindingContext, duty: Duty, responsible: readonly Assignment[]): TeamFinding {
  const leader = leaderOn(context.rows, duty.groupId, context.today);
  const candidates = proposeOwners(context, duty.id, { except: [] });
  const rank = (memberId: MemberId) =>
    memberId === leader ? 0 : responsible.some((one) => one.memberId === memberId) ? 1 : 2;
  const best = [...candidates].toSorted((a, b) => rank(a.memberId) - rank(b.memberId)).slice(0, PROPOSALS);
  return {
    id: `duty-no-accountable:${duty.id}`,
    code: "duty-no-accountable",
    severity: "risk",
    subjects: [{ table: "duties", id: duty.id }],
    message: message("team.finding.duty-no-accountable", { duty: nameMessage(duty.name) }),
    reason: message("team.reason.duty-no-accountable"),
    repairs: best.map((candidate) => ({
      label: message("team.repair.accountable", { member: candidate.name }),
      record: message("team.record.accountable", { member: candidate.name, duty: nameMessage(duty.name) }),
      reason: candidate.memberId === leader ? message("team.why.leader") : candidateReason(candidate),
      changes: giveLetter(context, { duty, memberId: candidate.memberId, letter: "A" }),
    })),
  };
}

function twoAccountable(
  context: FindingContext,
  duty: Duty,
  accountable: readonly Assignment[],
): TeamFinding {
  const leader = leaderOn(context.rows, duty.groupId, context.today);
  const rank = ({ memberId }: Assignment) =>
    (isThere(context, memberId) ? 0 : 2) + (memberId === leader ? 0 : 1);
  const inRank = [...accountable].toSorted((a, b) => rank(a) - rank(b));
  const names = accountable.map((one) => memberName(context, one.memberId));
  return {
    id: `duty-two-accountable:${duty.id}`,
    code: "duty-two-accountable",
    severity: "risk",
    subjects: [{ table: "duties", id: duty.id }, ...accountable.map(memberRef)],
    message: message("team.finding.duty-two-accountable", {
      duty: nameMessage(duty.name),
      count: accountable.length,
      members: listMessage(names),
    }),
    reason: message("team.reason.duty-two-accountable"),
    repairs: inRank.slice(0, PROPOSALS).map((kept): Repair => {
      const member = memberName(context, kept.memberId);
      return {
        label: message("team.repair.keep-accountable", { member }),
        record: message("team.record.accountable", { member, duty: nameMessage(duty.name) }),
        changes: writeCells(
          context.rows,
          accountable
            .filter((one) => one !== kept)
            .map((one) => cell(duty.id, one.memberId, one.letters.replace("A", ""))),
        ),
      };
    }),
  };
}

function giveLetter(
  context: FindingContext,
  to: { readonly duty: Duty; readonly memberId: MemberId; readonly letter: string },
) {
  const letters = joinLetters(lettersOf(context.rows.assignments, to.duty.id, to.memberId), to.letter);
  return writeCells(context.rows, [cell(to.duty.id, to.memberId, letters)]);
}

function memberRef(assignment: Assignment) {
  return { table: "members", id: assignment.memberId } as const;
}
