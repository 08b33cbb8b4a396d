import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { CourseId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { nameKey } from "../../team/name-key.ts";
import { living, nextOrder, writeRecords } from "../../team/team-rows.ts";
import { trainingChanges } from "../results/training-changes.ts";
import type { Course } from "../records.ts";
import type { TrainingRows } from "../training-rows.ts";

/** What can be edited of a course; `undefined` takes an optional field away. */
export type CourseFields = {
  readonly [F in Exclude<keyof Course, "id" | "order" | "archived">]?: Course[F] | undefined;
};

/** Adds a course at the end. Refused as a whole, field by field: no name or that of a living course; a skill or level without
 * the other; a skill, KPI or group that is not there; a certificate's months without a certificate.
 * @example addCourse(trainingRows(), { id: "c1", fields: { name: { zh: " ", en: "" } }, today: TODAY }).error[0].field // => "name"
 */
export function addCourse(
  rows: TrainingRows,
  input: { readonly id: CourseId; readonly fields: CourseFields; readonly today: Day },
): Result<readonly Change[]> {
  const course = withFields(blankCourse(rows, input.id), input.fields, input.today);
  const problems = courseProblems(rows, course);
  return problems.length > 0 ? fail(problems) : ok(writeRecords("courses", [course]));
}

/** Changes a course; checked as when adding. Where it teaches something else or passes otherwise now, the skills of all who
 * took it follow in the same commit.
 * @example editCourse(trainingRows(), { id: "c9", fields: {}, today: TODAY }).error[0].message.key // => "training.problem.gone"
 */
export function editCourse(
  rows: TrainingRows,
  input: { readonly id: CourseId; readonly fields: CourseFields; readonly today: Day },
): Result<readonly Change[]> {
  const before = rows.courses.get(input.id);
  if (!before) return fail([{ message: message("training.problem.gone") }]);
  const course = withFields(before, input.fields, input.today);
  const problems = courseProblems(rows, course);
  if (problems.length > 0) return fail(problems);
  return ok(isSame(before, course) ? [] : trainingChanges(rows, { courses: [course] }));
}

/** Archives a course, or takes it back: its sessions and what was learnt stay.
 * @example archiveCourse(trainingRows(), { id: "c9", archived: true }).value // => []
 */
export function archiveCourse(
  rows: TrainingRows,
  { id, archived }: { readonly id: CourseId; readonly archived: boolean },
): Result<readonly Change[]> {
  const course = rows.courses.get(id);
  return ok(course && course.archived !== archived ? writeRecords("courses", [{ ...course, archived }]) : []);
}

/** A course of which nothing is known yet: sales skills, two hours, for nobody mandatory.
 * @example blankCourse(trainingRows(), "c1").hours // => 2
 */
export function blankCourse(rows: Pick<TrainingRows, "courses">, id: CourseId): Course {
  return {
    id,
    name: { zh: "", en: "" },
    topic: "sales-skills",
    kpiIds: [],
    hours: 2,
    hasCertificate: false,
    mandatoryFor: [],
    links: [],
    description: "",
    order: nextOrder(rows.courses),
    archived: false,
  };
}

/** Whether a course is mandatory for anybody.
 * @example isMandatory({ mandatoryFor: [] }) // => false
 */
export function isMandatory({ mandatoryFor }: Pick<Course, "mandatoryFor">): boolean {
  return mandatoryFor === "all" || mandatoryFor.length > 0;
}

/** Fields of what is no longer there go with it: the months with the certificate, day and days with the duty. */
function withFields(course: Course, fields: CourseFields, today: Day): Course {
  const merged = { ...course, ...fields };
  const name = { zh: merged.name.zh.trim(), en: merged.name.en.trim() };
  const must = isMandatory(merged);
  const whole = {
    ...merged,
    name,
    links: merged.links.map((link) => link.trim()).filter((link) => link !== ""),
    description: merged.description.trim(),
    certificateMonths: merged.hasCertificate ? merged.certificateMonths : undefined,
    mandatoryFrom: must ? (merged.mandatoryFrom ?? today) : undefined,
    dueDays: must ? merged.dueDays : undefined,
  };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Course;
}

function courseProblems(rows: TrainingRows, course: Course): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: keyof Course, key: string, params?: Parameters<typeof message>[1]) =>
    problems.push({ field, message: message(`training.problem.${key}`, params) });
  const { zh, en } = course.name;
  const key = nameKey(zh || en);
  if (key === "") wrong("name", "course-name");
  const clash = living(rows.courses).find(
    (one) => one.id !== course.id && nameKey(one.name.zh || one.name.en) === key,
  );
  if (clash && key !== "") wrong("name", "course-taken", { name: zh || en });
  if ((course.skillId === undefined) !== (course.level === undefined)) wrong("level", "skill-level");
  if (course.skillId !== undefined && !rows.skills.has(course.skillId)) wrong("skillId", "skill");
  if (course.kpiIds.some((id) => !rows.kpis.has(id))) wrong("kpiIds", "kpi");
  if (course.mandatoryFor !== "all" && course.mandatoryFor.some((id) => !rows.groups.has(id))) {
    wrong("mandatoryFor", "group");
  }
  if (course.links.some((link) => link.length > 200)) wrong("links", "link");
  return problems;
}
