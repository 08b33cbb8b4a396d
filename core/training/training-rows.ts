import type { CourseId, MemberId, SessionId } from "../base/id.ts";
import type { Kpi } from "../kpi/records.ts";
import type { TeamRows } from "../team/team-rows.ts";
import { emptyTeamRows } from "../team/team-rows.ts";
import type { Course, Enrolment, TrainingBudget, TrainingSession } from "./records.ts";

/** The tables that training needs. A workspace's `rows` are these and more. */
export interface TrainingRows extends TeamRows {
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly courses: ReadonlyMap<string, Course>;
  readonly trainingSessions: ReadonlyMap<string, TrainingSession>;
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  readonly trainingBudgets: ReadonlyMap<string, TrainingBudget>;
}

const NONE: readonly never[] = [];

/** Training of which nothing is known yet.
 * @example emptyTrainingRows().courses.size // => 0
 */
export function emptyTrainingRows(): TrainingRows {
  return {
    ...emptyTeamRows(),
    kpis: new Map(),
    courses: new Map(),
    trainingSessions: new Map(),
    enrolments: new Map(),
    trainingBudgets: new Map(),
  };
}

/** The id of a member's enrolment in a session.
 * @example enrolmentId("s1", "m1") // => "s1|m1"
 */
export function enrolmentId(sessionId: SessionId, memberId: MemberId): string {
  return `${sessionId}|${memberId}`;
}

/** The enrolments of a session, in the order in which they were made.
 * @example enrolmentsOf(new Map(), "s1") // => []
 */
export function enrolmentsOf(
  enrolments: TrainingRows["enrolments"],
  sessionId: SessionId,
): readonly Enrolment[] {
  return indexOf(enrolments, "session", (one) => one.sessionId).get(sessionId) ?? NONE;
}

/** A member's enrolments, in the order in which they were made.
 * @example enrolmentsOfMember(new Map(), "m1") // => []
 */
export function enrolmentsOfMember(
  enrolments: TrainingRows["enrolments"],
  memberId: MemberId,
): readonly Enrolment[] {
  return indexOf(enrolments, "member", (one) => one.memberId).get(memberId) ?? NONE;
}

/** The sessions of a course, earliest first.
 * @example sessionsOf(new Map(), "c1") // => []
 */
export function sessionsOf(
  sessions: TrainingRows["trainingSessions"],
  courseId: CourseId,
): readonly TrainingSession[] {
  return (indexOf(sessions, "course", (one) => one.courseId).get(courseId) ?? NONE).toSorted(byDay);
}

/** All sessions, earliest first; of one day by time, the whole day before a time, then by id.
 * @example sessionsByDay(new Map()) // => []
 */
export function sessionsByDay(sessions: TrainingRows["trainingSessions"]): readonly TrainingSession[] {
  const known = sortedByTable.get(sessions);
  if (known) return known;
  const sorted = [...sessions.values()].toSorted(byDay);
  sortedByTable.set(sessions, sorted);
  return sorted;
}

function byDay(a: TrainingSession, b: TrainingSession): number {
  const [one, other] = [a, b].map((session) => `${session.on} ${session.startsAt ?? ""} ${session.id}`);
  return one! < other! ? -1 : 1;
}

const sortedByTable = new WeakMap<object, readonly TrainingSession[]>();
const indexByTable = new WeakMap<object, Map<string, ReadonlyMap<string, readonly unknown[]>>>();

function indexOf<R>(
  table: ReadonlyMap<string, R>,
  name: string,
  keyOf: (record: R) => string,
): ReadonlyMap<string, readonly R[]> {
  const known = indexByTable.get(table)?.get(name);
  if (known) return known as ReadonlyMap<string, readonly R[]>;
  const index = new Map<string, R[]>();
  for (const record of table.values()) {
    const list = index.get(keyOf(record));
    if (list) list.push(record);
    else index.set(keyOf(record), [record]);
  }
  const byName = indexByTable.get(table) ?? new Map<string, ReadonlyMap<string, readonly unknown[]>>();
  indexByTable.set(table, byName);
  byName.set(name, index);
  return index;
}
