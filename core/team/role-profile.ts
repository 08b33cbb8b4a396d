import type { Day } from "../base/day.ts";
import { membershipOn } from "./memberships.ts";
import type { Member } from "./records.ts";
import { abilityOn } from "./skill-levels.ts";
import { living } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** A member's ability in their role on a day: the mean level in the skills that their group expects of their grade, in all
 * skills where it expects none; `null` when not rated in any.
 * @example roleAbility(smallTeam(), aMember("王芳"), TODAY) // => null
 */
export function roleAbility(team: TeamRows, member: Member, on: Day): number | null {
  const membership = membershipOn(team, member.id, on);
  const all = living(team.skills).map((skill) => skill.id);
  const expected = membership
    ? all.filter((id) => team.skillExpectations.has(`${membership.groupId}:${membership.grade}:${id}`))
    : [];
  const skillIds = expected.length > 0 ? expected : all;
  return abilityOn(team.skillRatings, { memberId: member.id, skillIds, on });
}

/** A member's interest in the work of their role on a day: the mean over their group's duties, over all duties without a
 * group; `null` when they stated none.
 * @example roleInterest(smallTeam({ duties: [aDuty("d1", "开发")] }), aMember("王芳", { interests: { d1: 4 } }), TODAY) // => 4
 */
export function roleInterest(team: TeamRows, member: Member, on: Day): number | null {
  const groupId = membershipOn(team, member.id, on)?.groupId;
  const marks = living(team.duties)
    .filter((duty) => groupId === undefined || duty.groupId === groupId)
    .flatMap((duty) => member.interests[duty.id] ?? []);
  return marks.length === 0 ? null : marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
}

/** A member's years of experience: in all, else in the role; `null` when neither is known.
 * @example experienceOf(aMember("王芳", { roleYears: 2 })) // => 2
 */
export function experienceOf(member: Pick<Member, "experienceYears" | "roleYears">): number | null {
  return member.experienceYears ?? member.roleYears ?? null;
}
