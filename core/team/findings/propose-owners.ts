import type { DutyId, GroupId, MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { isOwner } from "../letters.ts";
import { lettersOf } from "../duty-book.ts";
import { groupIdOn } from "../memberships.ts";
import { abilityOn } from "../skill-levels.ts";
import { inOrder } from "../team-rows.ts";
import type { FindingContext } from "./finding.ts";
import { isThere } from "./finding.ts";

/** Somebody who could take a duty, with what speaks for them. */
export interface Candidate {
  readonly memberId: MemberId;
  readonly name: string;
  /** Whether taking the duty keeps them within the load limit. */
  readonly hasRoom: boolean;
  readonly sameGroup: boolean;
  /** Duties they own now. */
  readonly load: number;
  /** Their interest in the duty, 1–5; `null` when not stated. */
  readonly interest: number | null;
  /** Mean level in the skills that the duty needs; `null` when not rated or none is named. */
  readonly ability: number | null;
}

/** Who should take a duty: members who are there today, first those with room under the load limit, then those of the duty's
 * group, then the least loaded, the most interested (not stated counts as 3), the ablest (not rated counts as 0), then the
 * manager's order. `loadByMember` takes the place of the book's loads while several duties are handed out at once.
 * @example proposeOwners(findingContext(smallTeam({ duties: [aDuty("d1", "维护")] }), SETTINGS, TODAY), "d1", { except: [] }).map((one) => one.name) // => ["李敏", "王芳", "赵磊"]
 */
export function proposeOwners(
  context: FindingContext,
  dutyId: DutyId,
  of: { readonly except: readonly MemberId[]; readonly loadByMember?: ReadonlyMap<MemberId, number> },
): readonly Candidate[] {
  const { rows, today } = context;
  const duty = rows.duties.get(dutyId);
  if (!duty) return [];
  const loads = of.loadByMember ?? context.book.loadByMember;
  const candidates = inOrder(rows.members)
    .filter((member) => isThere(context, member.id) && !of.except.includes(member.id))
    .map((member): Candidate => {
      const load = loads.get(member.id) ?? 0;
      const owns = isOwner(lettersOf(rows.assignments, dutyId, member.id));
      return {
        memberId: member.id,
        name: member.name,
        hasRoom: load + (owns ? 0 : 1) <= context.settings.dutyLimit,
        sameGroup: groupIdOn(rows, member.id, today) === duty.groupId,
        load,
        interest: member.interests[dutyId] ?? null,
        ability: abilityOn(rows.skillRatings, {
          memberId: member.id,
          skillIds: duty.skillIds ?? [],
          on: today,
        }),
      };
    });
  return candidates.toSorted(compareCandidates);
}

/** What speaks for a candidate, as a sentence.
 * @example candidateReason({ sameGroup: true, load: 2, interest: null, ability: null }).params.rest // => { key: "team.why.load", params: { count: 2 } }
 */
export function candidateReason(candidate: Candidate): Message {
  const parts: Message[] = [
    message(candidate.sameGroup ? "team.why.same-group" : "team.why.other-group"),
    message("team.why.load", { count: candidate.load }),
  ];
  if (candidate.interest !== null) parts.push(message("team.why.interest", { level: candidate.interest }));
  if (candidate.ability !== null) {
    const ability = { unit: "score", value: candidate.ability } as const;
    parts.push(message("team.why.ability", { level: ability }));
  }
  return parts.reduceRight((rest, first) => message("team.why.join", { first, rest }));
}

/** The groups that are not archived, those with the fewest heads first.
 * @example groupsByHeads(findingContext(smallTeam(), SETTINGS, TODAY)) // => ["维护", "开发"]
 */
export function groupsByHeads(context: FindingContext): readonly GroupId[] {
  const heads = new Map<GroupId, number>();
  for (const member of context.rows.members.values()) {
    const groupId = groupIdOn(context.rows, member.id, context.today);
    if (groupId !== undefined) heads.set(groupId, (heads.get(groupId) ?? 0) + 1);
  }
  return inOrder(context.rows.groups)
    .filter((group) => !group.archived)
    .toSorted((a, b) => (heads.get(a.id) ?? 0) - (heads.get(b.id) ?? 0))
    .map((group) => group.id);
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.hasRoom) - Number(a.hasRoom) ||
    Number(b.sameGroup) - Number(a.sameGroup) ||
    a.load - b.load ||
    (b.interest ?? 3) - (a.interest ?? 3) ||
    (b.ability ?? 0) - (a.ability ?? 0)
  );
}
