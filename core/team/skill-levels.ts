import type { Day } from "../base/day.ts";
import type { MemberId, SkillId } from "../base/id.ts";
import type { SkillRating } from "./records.ts";
import type { TeamRows } from "./team-rows.ts";

/** The rating that holds on a day: the latest on or before it. `undefined` when the member was not rated by then.
 * @example ratingOn(new Map([["r", aRating("m1", "s1", 3, "2026-03-01")]]), { memberId: "m1", skillId: "s1", on: "2026-03-01" })?.level // => 3
 */
export function ratingOn(
  ratings: TeamRows["skillRatings"],
  of: { readonly memberId: MemberId; readonly skillId: SkillId; readonly on: Day },
): SkillRating | undefined {
  return ratingsOf(ratings, of.memberId, of.skillId).findLast((rating) => rating.on <= of.on);
}

/** All ratings of a member in a skill, earliest first.
 * @example ratingsOf(new Map(), "m1", "s1") // => []
 */
export function ratingsOf(
  ratings: TeamRows["skillRatings"],
  memberId: MemberId,
  skillId: SkillId,
): readonly SkillRating[] {
  return ratingIndex(ratings).get(`${memberId}:${skillId}`) ?? [];
}

/** A member's ability for some skills on a day: the mean of the levels they are rated at; `null` when rated at none.
 * @example abilityOn(new Map(), { memberId: "m1", skillIds: ["s1"], on: "2026-03-01" }) // => null
 */
export function abilityOn(
  ratings: TeamRows["skillRatings"],
  of: { readonly memberId: MemberId; readonly skillIds: readonly SkillId[]; readonly on: Day },
): number | null {
  const levels = of.skillIds.flatMap((skillId) => ratingOn(ratings, { ...of, skillId })?.level ?? []);
  return levels.length === 0 ? null : levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

const indexByTable = new WeakMap<object, ReadonlyMap<string, readonly SkillRating[]>>();

function ratingIndex(table: TeamRows["skillRatings"]): ReadonlyMap<string, readonly SkillRating[]> {
  const known = indexByTable.get(table);
  if (known) return known;
  const index = new Map<string, SkillRating[]>();
  for (const rating of table.values()) {
    const key = `${rating.memberId}:${rating.skillId}`;
    const list = index.get(key);
    if (list) list.push(rating);
    else index.set(key, [rating]);
  }
  for (const list of index.values()) list.sort((a, b) => (a.on < b.on ? -1 : 1));
  indexByTable.set(table, index);
  return index;
}
