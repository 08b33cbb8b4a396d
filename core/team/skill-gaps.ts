import type { Day } from "../base/day.ts";
import type { Explanation } from "../base/explain.ts";
import type { GroupId, SkillId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Bilingual } from "../base/schema.ts";
import { nameMessage } from "./name-key.ts";
import { membershipOn, membersOn } from "./memberships.ts";
import type { Member, Membership, Skill } from "./records.ts";
import { ratingOn } from "./skill-levels.ts";
import { living } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** What is expected of a member in a skill, and what is there. Not rated is not zero: then there is no gap, only a question. */
export interface SkillCell {
  readonly member: Member;
  readonly skill: Skill;
  /** The level that the member's group expects of their grade; `null` when it expects none. */
  readonly expected: number | null;
  /** The level seen last; `null` when the member was never rated. */
  readonly present: number | null;
  /** Expected − present: positive is missing, negative is above. `null` when either is unknown. */
  readonly gap: number | null;
}

/** How far a team meets what is expected of it in a skill. */
export interface SkillCoverage {
  readonly skill: Skill;
  /** Members of whom a level is expected. */
  readonly expected: number;
  /** Of these, those who were rated. */
  readonly rated: number;
  /** Of these, those who reach the level. */
  readonly met: number;
  /** Met ÷ rated; `null` when nobody is rated. */
  readonly share: number | null;
}

/** The skill matrix of the members on the team on a day (of one group, or of all): a cell for every member and living skill,
 * in the manager's order of both.
 * @example skillCells(smallTeam({ skills: [aSkill("s1")] }), "2026-09-01").map((cell) => cell.gap) // => [null, null, null]
 */
export function skillCells(rows: TeamRows, on: Day, groupId?: GroupId): readonly SkillCell[] {
  const skills = living(rows.skills);
  return membersOn(rows, on, groupId).flatMap((member) => {
    const membership = membershipOn(rows, member.id, on);
    return skills.map((skill) => {
      const expected = membership ? expectedLevel(rows, membership, skill.id) : null;
      const present =
        ratingOn(rows.skillRatings, { memberId: member.id, skillId: skill.id, on })?.level ?? null;
      const gap = expected === null || present === null ? null : expected - present;
      return { member, skill, expected, present, gap };
    });
  });
}

/** The cells where a level is missing, widest gap first; equal gaps in the order of members and skills.
 * @example skillGaps([]) // => []
 */
export function skillGaps(cells: readonly SkillCell[]): readonly SkillCell[] {
  return cells.filter((cell) => (cell.gap ?? 0) > 0).toSorted((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
}

/** How far the members of the cells meet what is expected, skill by skill, in the order of the cells.
 * @example skillCoverage(skillCells(smallTeam({ skills: [aSkill("s1")] }), "2026-09-01"))[0].share // => null
 */
export function skillCoverage(cells: readonly SkillCell[]): readonly SkillCoverage[] {
  const bySkill = new Map<SkillId, SkillCell[]>();
  for (const cell of cells) bySkill.set(cell.skill.id, [...(bySkill.get(cell.skill.id) ?? []), cell]);
  return [...bySkill.values()].map((list) => {
    const expected = list.filter((cell) => cell.expected !== null);
    const rated = expected.filter((cell) => cell.present !== null);
    const met = rated.filter((cell) => (cell.gap ?? 0) <= 0).length;
    return {
      skill: list[0]!.skill,
      expected: expected.length,
      rated: rated.length,
      met,
      share: rated.length === 0 ? null : met / rated.length,
    };
  });
}

/** The level that a group expects of a grade in a skill, or `null`.
 * @example expectedLevel(teamOf({ skillExpectations: [anExpectation("g1", "s1", 4)] }), { groupId: "g1", grade: "regular" }, "s1") // => 4
 */
export function expectedLevel(
  rows: Pick<TeamRows, "skillExpectations">,
  membership: Pick<Membership, "groupId" | "grade">,
  skillId: SkillId,
): number | null {
  return rows.skillExpectations.get(`${membership.groupId}:${membership.grade}:${skillId}`)?.level ?? null;
}

/** How a skill's share came about: the members of whom a level is expected, what each has, and who was not rated.
 * @example explainCoverage({ skill: aSkill("s1"), expected: 0, rated: 0, met: 0, share: null }, { cells: [], nameOf: (name) => name.zh }).rows // => []
 */
export function explainCoverage(
  coverage: SkillCoverage,
  of: { readonly cells: readonly SkillCell[]; nameOf(name: Bilingual): string },
): Explanation {
  const cells = of.cells.filter((cell) => cell.skill.id === coverage.skill.id && cell.expected !== null);
  const count = (value: number) => ({ unit: "count", value }) as const;
  const unrated = coverage.expected - coverage.rated;
  return {
    title: message("team.explain.coverage", { skill: nameMessage(coverage.skill.name) }),
    value: { unit: "percent", value: coverage.share },
    formula: message("team.explain.coverage-formula"),
    ruleVersion: 1,
    inputs: [
      { label: message("team.explain.expected"), value: count(coverage.expected) },
      { label: message("team.explain.rated"), value: count(coverage.rated) },
      { label: message("team.explain.met"), value: count(coverage.met) },
    ],
    rows: cells.map((cell) => ({
      ref: { table: "members", id: cell.member.id },
      label: `${cell.member.name} · ${cell.present ?? "–"} / ${cell.expected}`,
      amount: count(cell.gap !== null && cell.gap <= 0 ? 1 : 0),
    })),
    notes: unrated > 0 ? [message("team.explain.unrated-note", { count: unrated })] : [],
  };
}
