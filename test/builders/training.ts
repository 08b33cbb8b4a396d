import { day } from "../../core/base/day.ts";
import type { CourseId, MemberId, SessionId, SkillId } from "../../core/base/id.ts";
import { ZERO } from "../../core/base/money.ts";
import type { Course, Enrolment, TrainingSession } from "../../core/training/records.ts";
import { emptyTrainingRows } from "../../core/training/training-rows.ts";
import type { TrainingRows } from "../../core/training/training-rows.ts";
import { aMember, aMembership, aGroup, aSkill, TODAY } from "./team.ts";

export { aKpi, aMarchValue, kpiWorld } from "./kpi-context.ts";
export { TODAY };

export function aCourse(id: string, fields: Partial<Course> = {}): Course {
  return {
    id: id as CourseId,
    name: { zh: id, en: "" },
    topic: "sales-skills",
    kpiIds: [],
    hours: 4,
    hasCertificate: false,
    mandatoryFor: [],
    links: [],
    description: "",
    order: 1,
    archived: false,
    ...fields,
  };
}

/** A course that teaches the skill `s1` to level 3 for a score of 60. */
export function aTeachingCourse(id: string, fields: Partial<Course> = {}): Course {
  return aCourse(id, { skillId: "s1" as SkillId, level: 3, passMark: 60, ...fields });
}

export function aSession(
  id: string,
  courseId: string,
  fields: Partial<TrainingSession> = {},
): TrainingSession {
  return {
    id: id as SessionId,
    courseId: courseId as CourseId,
    on: day("2026-08-10"),
    hours: 4,
    trainer: "",
    place: "",
    cost: ZERO,
    status: "held",
    note: "",
    ...fields,
  };
}

export function anEnrolment(sessionId: string, memberId: string, fields: Partial<Enrolment> = {}): Enrolment {
  return {
    id: `${sessionId}|${memberId}`,
    sessionId: sessionId as SessionId,
    memberId: memberId as MemberId,
    kind: "open",
    feedback: "",
    ...fields,
  };
}

/** Training tables from lists of records, over two members of one group who have one skill, `s1`. */
export function trainingRows(
  lists: {
    readonly [T in keyof TrainingRows]?: TrainingRows[T] extends ReadonlyMap<string, infer R>
      ? readonly R[]
      : never;
  } = {},
): TrainingRows {
  const all = {
    groups: [aGroup("g1")],
    members: [aMember("m1"), aMember("m2", { order: 2 })],
    memberships: [aMembership("m1", "g1"), aMembership("m2", "g1")],
    skills: [aSkill("s1")],
    ...lists,
  };
  const tables = Object.entries(all).map(([table, records]) => [
    table,
    new Map(records.map((record: { readonly id: string }) => [record.id, record])),
  ]);
  return { ...emptyTrainingRows(), ...Object.fromEntries(tables) } as TrainingRows;
}
