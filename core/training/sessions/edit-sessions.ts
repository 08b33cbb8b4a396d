import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { CourseId, MemberId, SessionId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { ZERO } from "../../base/money.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isOnTeam } from "../../team/memberships.ts";
import { trainingChanges } from "../results/training-changes.ts";
import type { Enrolment, TrainingSession } from "../records.ts";
import { enrolmentId, enrolmentsOf } from "../training-rows.ts";
import type { TrainingRows } from "../training-rows.ts";

/** What can be edited of a session; `undefined` takes an optional field away. */
export type SessionFields = {
  readonly [F in Exclude<keyof TrainingSession, "id" | "courseId">]?: TrainingSession[F] | undefined;
};

/** Adds a session of a course on a day, with its usual hours and cost unless told, and enrols members. Refused: a course that
 * is not there or archived.
 * @example addSession(trainingRows(), { id: "s1", courseId: "c9", on: TODAY, memberIds: [] }).error[0].field // => "courseId"
 */
export function addSession(
  rows: TrainingRows,
  input: {
    readonly id: SessionId;
    readonly courseId: CourseId;
    readonly on: Day;
    readonly fields?: SessionFields;
    readonly memberIds: readonly MemberId[];
    readonly kind?: Enrolment["kind"];
  },
): Result<readonly Change[]> {
  const course = rows.courses.get(input.courseId);
  if (!course || course.archived) {
    return fail([{ field: "courseId", message: message("training.problem.course") }]);
  }
  const blank: TrainingSession = {
    id: input.id,
    courseId: course.id,
    on: input.on,
    hours: course.hours,
    trainer: "",
    place: "",
    cost: course.cost ?? ZERO,
    status: "planned",
    note: "",
  };
  const session = withFields(blank, input.fields ?? {});
  const enrolments = input.memberIds.map((id) => newEnrolment(session.id, id, input.kind ?? "open"));
  const after = { ...rows, trainingSessions: new Map(rows.trainingSessions).set(session.id, session) };
  const problems = [
    ...sessionProblems(session, enrolments.length),
    ...memberProblems(after, session, input.memberIds),
  ];
  return problems.length > 0
    ? fail(problems)
    : ok(trainingChanges(rows, { sessions: [session], enrolments }));
}

/** Changes a session. Moving or cancelling one that was held moves or takes back the skills that it gave.
 * @example editSession(trainingRows(), { id: "s9", fields: {}, today: TODAY }).error[0].message.key // => "training.problem.gone"
 */
export function editSession(
  rows: TrainingRows,
  input: { readonly id: SessionId; readonly fields: SessionFields; readonly today: Day },
): Result<readonly Change[]> {
  const edited = editedSession(rows, input);
  return edited.ok ? ok(trainingChanges(rows, { sessions: [edited.value] })) : edited;
}

/** A session with fields changed, or what is wrong with it.
 * @example editedSession(trainingRows({ trainingSessions: [aSession("s1", "c1")] }), { id: "s1", fields: { hours: 0 }, today: TODAY }).error[0].field // => "hours"
 */
export function editedSession(
  rows: Pick<TrainingRows, "trainingSessions" | "enrolments">,
  input: { readonly id: SessionId; readonly fields: SessionFields; readonly today: Day },
): Result<TrainingSession> {
  const before = rows.trainingSessions.get(input.id);
  if (!before) return fail([{ message: message("training.problem.gone") }]);
  const session = withFields(before, input.fields);
  const enrolled = enrolmentsOf(rows.enrolments, session.id);
  const problems = [...sessionProblems(session, enrolled.length)];
  const isLater = session.on > input.today;
  if (isLater && (session.status === "held" || enrolled.some((one) => one.attendance !== undefined))) {
    const params = { day: { day: session.on } };
    problems.push({
      field: session.status === before.status ? "on" : "status",
      message: message("training.problem.held-later", params),
    });
  }
  return problems.length > 0 ? fail(problems) : ok(session);
}

/** Takes a session away with its enrolments and what it gave.
 * @example removeSession(trainingRows(), "s9").value // => []
 */
export function removeSession(rows: TrainingRows, id: SessionId): Result<readonly Change[]> {
  if (!rows.trainingSessions.has(id)) return ok([]);
  const enrolments = enrolmentsOf(rows.enrolments, id).map((one) => one.id);
  return ok(trainingChanges(rows, { gone: { sessions: [id], enrolments } }));
}

/** Enrols members in a session; who is enrolled already stays as they are. Refused: more than there are seats, a cancelled
 * session, somebody who is not on the team on its day.
 * @example enrol(trainingRows(), { sessionId: "s9", memberIds: [], kind: "open" }).ok // => false
 */
export function enrol(
  rows: TrainingRows,
  input: {
    readonly sessionId: SessionId;
    readonly memberIds: readonly MemberId[];
    readonly kind: Enrolment["kind"];
  },
): Result<readonly Change[]> {
  const session = rows.trainingSessions.get(input.sessionId);
  if (!session) return fail([{ message: message("training.problem.gone") }]);
  const known = new Set(enrolmentsOf(rows.enrolments, session.id).map((one) => one.memberId));
  const fresh = [...new Set(input.memberIds)].filter((id) => !known.has(id));
  const problems = [
    ...memberProblems(rows, session, fresh),
    ...sessionProblems(session, known.size + fresh.length),
  ];
  if (session.status === "cancelled") problems.push({ message: message("training.problem.cancelled") });
  if (problems.length > 0) return fail(problems);
  return ok(
    trainingChanges(rows, { enrolments: fresh.map((id) => newEnrolment(session.id, id, input.kind)) }),
  );
}

/** Takes members out of a session, and what they got from it.
 * @example withdraw(trainingRows(), { sessionId: "s9", memberIds: ["m1"] }).value // => []
 */
export function withdraw(
  rows: TrainingRows,
  input: { readonly sessionId: SessionId; readonly memberIds: readonly MemberId[] },
): Result<readonly Change[]> {
  const ids = input.memberIds.map((id) => enrolmentId(input.sessionId, id));
  return ok(trainingChanges(rows, { gone: { enrolments: ids.filter((id) => rows.enrolments.has(id)) } }));
}

/** An enrolment of which nothing is said yet.
 * @example newEnrolment("s1", "m1", "open").id // => "s1|m1"
 */
export function newEnrolment(sessionId: SessionId, memberId: MemberId, kind: Enrolment["kind"]): Enrolment {
  return { id: enrolmentId(sessionId, memberId), sessionId, memberId, kind, feedback: "" };
}

function withFields(session: TrainingSession, fields: SessionFields): TrainingSession {
  const merged = { ...session, ...fields };
  const whole = { ...merged, trainer: merged.trainer.trim(), place: merged.place.trim() };
  return Object.fromEntries(
    Object.entries(whole).filter(([, value]) => value !== undefined),
  ) as TrainingSession;
}

function sessionProblems(session: TrainingSession, enrolled: number): readonly Problem[] {
  const { seats, hours } = session;
  return [
    ...(hours > 0 ? [] : [{ field: "hours", message: message("training.problem.no-hours") }]),
    ...(seats !== undefined && enrolled > seats
      ? [{ field: "seats", message: message("training.problem.seats", { seats, enrolled }) }]
      : []),
  ];
}

function memberProblems(
  rows: TrainingRows,
  { on }: Pick<TrainingSession, "on">,
  ids: readonly MemberId[],
): Problem[] {
  return ids.flatMap((id) => {
    const member = rows.members.get(id);
    if (member && isOnTeam(member, on)) return [];
    const params = { member: member?.name ?? id, day: { day: on } };
    return [{ field: "memberIds", message: message("training.problem.not-there", params) }];
  });
}
