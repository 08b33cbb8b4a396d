import type { Change } from "../base/change.ts";
import type { DutyId, GroupId, SkillId } from "../base/id.ts";
import { SEED_DUTIES } from "./locales/seed-duties.ts";
import { SEED_GROUPS } from "./locales/seed-groups.ts";
import type { SeedGroupKey } from "./locales/seed-groups.ts";
import { SEED_SKILLS } from "./locales/seed-skills.ts";
import type { SeedSkillKey } from "./locales/seed-skills.ts";
import type { Duty, Group, Skill, SkillExpectation } from "./records.ts";
import { writeRecords } from "./team-rows.ts";

const GRADES = ["junior", "regular", "senior"] as const;

/** What a new workspace starts with: three groups, their duties, the skills and the levels expected. Names are in both
 * languages; purposes and descriptions, which have one text, in `language`. Nobody is on the team yet.
 * @example seedTeam(() => "id").map((change) => change.table) // => ["groups", "duties", "skills", "skillExpectations"]
 */
export function seedTeam(newId: () => string, language: "zh" | "en" = "zh"): readonly Change[] {
  const groupIds = Object.fromEntries(SEED_GROUPS.map(({ key }) => [key, newId()])) as Record<
    SeedGroupKey,
    GroupId
  >;
  const skillIds = Object.fromEntries(SEED_SKILLS.map(({ key }) => [key, newId()])) as Record<
    SeedSkillKey,
    SkillId
  >;
  const groups = SEED_GROUPS.map(({ key, name, purpose, color }, index): Group => ({
    id: groupIds[key],
    name: { ...name },
    purpose: purpose[language],
    color,
    order: index + 1,
    archived: false,
  }));
  const duties = SEED_DUTIES.map(({ group, name, description, skills }, index): Duty => ({
    id: newId() as DutyId,
    groupId: groupIds[group],
    name: { ...name },
    description: description[language],
    skillIds: skills.map((key) => skillIds[key]),
    order: index + 1,
    archived: false,
  }));
  const skills = SEED_SKILLS.map(({ key, name }, index): Skill => ({
    id: skillIds[key],
    name: { ...name },
    order: index + 1,
    archived: false,
  }));
  return [
    ...writeRecords("groups", groups),
    ...writeRecords("duties", duties),
    ...writeRecords("skills", skills),
    ...writeRecords("skillExpectations", seedExpectations(groupIds, skillIds)),
  ];
}

function seedExpectations(
  groupIds: Readonly<Record<SeedGroupKey, GroupId>>,
  skillIds: Readonly<Record<SeedSkillKey, SkillId>>,
): readonly SkillExpectation[] {
  return SEED_SKILLS.flatMap((skill) =>
    SEED_GROUPS.flatMap((group) =>
      GRADES.flatMap((grade, index) => {
        const groupId = groupIds[group.key];
        const skillId = skillIds[skill.key];
        const level = skill.levels[group.key][index] ?? 0;
        return level === 0 ? [] : [{ id: `${groupId}:${grade}:${skillId}`, groupId, grade, skillId, level }];
      }),
    ),
  );
}
