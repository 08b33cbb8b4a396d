import type { Day } from "../../base/day.ts";
import type { DutyId, MemberId, TaskId } from "../../base/id.ts";
import { absencesOf, capacityBasis } from "../member-status.ts";
import { isOnTeam } from "../memberships.ts";
import type { Member } from "../records.ts";
import { experienceOf, roleAbility, roleInterest } from "../role-profile.ts";
import { abilityOn } from "../skill-levels.ts";
import { taskLoad } from "./task-load.ts";
import type { LoadSources, TaskLoad } from "./task-load.ts";

/** What counts for a factor that nobody noted: the middle of 1–5. */
export const LEVEL_UNKNOWN = 3;

/** From so many years on experience counts as level 2, 3, 4, 5; below as 1. */
const YEARS_BY_STEP = [1, 3, 5, 10] as const;

/** Somebody who could take a task, with what speaks for them. */
export interface TaskCandidate {
  readonly memberId: MemberId;
  readonly name: string;
  /** Mean level in the skills that the duty needs; without a duty, in those of their role. `null` when not rated. */
  readonly ability: number | null;
  /** Interest in the duty, 1–5; without a duty, the mean over those of their role. `null` when not stated. */
  readonly interest: number | null;
  readonly years: number | null;
  /** The years as a level 1–5. */
  readonly experience: number;
  readonly carries: TaskLoad;
  /** Ability × interest × experience ÷ load. */
  readonly score: number;
}

/** The task that needs an owner, as far as it is known. */
export interface TaskNeed {
  readonly taskId?: TaskId;
  readonly dutyId?: DutyId | undefined;
  readonly dueOn?: Day | undefined;
  readonly except?: readonly MemberId[];
}

/** Who should take a task, the best first: ability × interest × experience ÷ present load. Ability and interest are on 1–5, so
 * is experience by years (under 1 year 1, then 2, from 3 years 3, from 5 years 4, from 10 years 5); unknown counts as 3.
 * Equal products: the lesser load, then the manager's order, then the id. Nobody who is not there today, leaves by the due
 * day, is absent on it, or has no working day until then. Products are compared exactly, in whole numbers.
 * @example proposeTaskOwners(loadSources(), { dueOn: "2026-09-10" }).map((one) => one.name) // => ["王芳", "赵磊", "李敏"]
 */
export function proposeTaskOwners(from: LoadSources, need: TaskNeed): readonly TaskCandidate[] {
  return [...from.rows.members.values()]
    .filter((member) => canTake(from, member, need) && !(need.except ?? []).includes(member.id))
    .map((member) => ({ member, candidate: candidateOf(from, member, need) }))
    .toSorted(
      (a, b) =>
        compareScores(b.candidate, a.candidate) ||
        a.candidate.carries.load - b.candidate.carries.load ||
        a.member.order - b.member.order ||
        (a.member.id < b.member.id ? -1 : 1),
    )
    .map(({ candidate }) => candidate);
}

/** Years of experience as a level of 1–5; unknown counts as 3.
 * @example experienceLevel(4) // => 3
 * @example experienceLevel(0.5) // => 1
 */
export function experienceLevel(years: number | null): number {
  if (years === null) return LEVEL_UNKNOWN;
  return 1 + YEARS_BY_STEP.filter((from) => years >= from).length;
}

function canTake({ rows, today, horizon }: LoadSources, member: Member, { dueOn }: TaskNeed): boolean {
  const last = dueOn !== undefined && dueOn > today ? dueOn : today;
  if (!isOnTeam(member, today) || (dueOn !== undefined && !isOnTeam(member, last))) return false;
  if (absencesOf(rows.absences, member.id).some((one) => one.from <= last && last < one.until)) return false;
  const span = dueOn === undefined ? horizon : horizon.filter((on) => on <= last);
  return span.length === 0 || capacityBasis(rows, member.id, span).availableDays > 0;
}

function candidateOf(from: LoadSources, member: Member, { dutyId, taskId }: TaskNeed): TaskCandidate {
  const { rows, today } = from;
  const skillIds = rows.duties.get(dutyId ?? "")?.skillIds ?? [];
  const ability =
    skillIds.length > 0
      ? abilityOn(rows.skillRatings, { memberId: member.id, skillIds, on: today })
      : roleAbility(rows, member, today);
  const interest =
    dutyId === undefined ? roleInterest(rows, member, today) : (member.interests[dutyId] ?? null);
  const years = experienceOf(member);
  const experience = experienceLevel(years);
  const carries = taskLoad(from, member.id, taskId);
  const product = (ability ?? LEVEL_UNKNOWN) * (interest ?? LEVEL_UNKNOWN) * experience;
  const known = { memberId: member.id, name: member.name, ability, interest, years, experience, carries };
  return { ...known, score: product / carries.load };
}

/** Floating point could tell equals apart by its last digit, and the fixed order would not rule. */
function compareScores(a: TaskCandidate, b: TaskCandidate): number {
  const apart = productOf(a) * loadOf(b) - productOf(b) * loadOf(a);
  return apart > 0n ? 1 : apart < 0n ? -1 : 0;
}

function productOf({ ability, interest, experience }: TaskCandidate): bigint {
  return millionths(ability ?? LEVEL_UNKNOWN) * millionths(interest ?? LEVEL_UNKNOWN) * BigInt(experience);
}

function loadOf({ carries }: TaskCandidate): bigint {
  return millionths(carries.load);
}

function millionths(value: number): bigint {
  return BigInt(Math.round(value * 1_000_000));
}
