import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { CourseId } from "../../base/id.ts";
import { ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { seedKpiId } from "../../kpi/seed-kpis.ts";
import { SEED_SKILLS } from "../../team/locales/seed-skills.ts";
import { nameKey } from "../../team/name-key.ts";
import { living, nextOrder, writeRecords } from "../../team/team-rows.ts";
import { SEED_COURSES } from "../locales/seed-courses.ts";
import type { SeedCourse } from "../locales/seed-courses.ts";
import type { Course } from "../records.ts";
import type { TrainingRows } from "../training-rows.ts";

/** The courses that most teams need, after those that are there; one whose name is taken is passed over. Each teaches the
 * skill of the workspace that bears the seeded name and is linked to the seeded KPIs, where they are still there.
 * @example seedCourses(trainingRows(), { today: TODAY, newId: () => "c1" }).value[0].records.length // => 9
 */
export function seedCourses(
  rows: TrainingRows,
  of: { readonly today: Day; newId(): string },
): Result<readonly Change[]> {
  const taken = new Set(living(rows.courses).map((one) => nameKey(one.name.zh || one.name.en)));
  const first = nextOrder(rows.courses);
  const fresh = SEED_COURSES.filter((seed) => !taken.has(nameKey(seed.name.zh)));
  const courses = fresh.map((seed, at) => ({
    ...courseOf(rows, seed, of.today),
    id: of.newId() as CourseId,
    order: first + at,
  }));
  return ok(writeRecords("courses", courses));
}

function courseOf(rows: TrainingRows, seed: SeedCourse, today: Day): Omit<Course, "id" | "order"> {
  const name = SEED_SKILLS.find((skill) => skill.key === seed.skill)?.name.zh;
  const skill = name === undefined ? undefined : living(rows.skills).find((one) => one.name.zh === name);
  return {
    name: seed.name,
    topic: seed.topic,
    ...(skill && seed.level !== undefined ? { skillId: skill.id, level: seed.level } : {}),
    kpiIds: seed.kpis.map(seedKpiId).filter((id) => rows.kpis.get(id)?.archived === false),
    hours: seed.hours,
    ...(seed.passMark === undefined ? {} : { passMark: seed.passMark }),
    ...(seed.certificateMonths === undefined ? {} : { certificateMonths: seed.certificateMonths }),
    hasCertificate: seed.certificateMonths !== undefined,
    mandatoryFor: seed.dueDays === undefined ? [] : "all",
    ...(seed.dueDays === undefined ? {} : { mandatoryFrom: today, dueDays: seed.dueDays }),
    links: [],
    description: "",
    archived: false,
  };
}
