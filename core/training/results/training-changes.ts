import type { Change } from "../../base/change.ts";
import type { MemberId, RowTable, SkillId } from "../../base/id.ts";
import { isSame } from "../../base/same.ts";
import type { SkillRating } from "../../team/records.ts";
import { ratingsOf } from "../../team/skill-levels.ts";
import { deleteRecords, writeRecords } from "../../team/team-rows.ts";
import type { Course, Enrolment, TrainingSession } from "../records.ts";
import { enrolmentsOf, sessionsOf } from "../training-rows.ts";
import type { TrainingRows } from "../training-rows.ts";
import { resultsOf } from "./outcome.ts";

/** What a command wants to write of courses, sessions and enrolments. */
export interface TrainingDraft {
  readonly courses?: readonly Course[];
  readonly sessions?: readonly TrainingSession[];
  readonly enrolments?: readonly Enrolment[];
  /** Ids of sessions and enrolments that go. */
  readonly gone?: { readonly sessions?: readonly string[]; readonly enrolments?: readonly string[] };
}

/** The changes of a draft together with what its results mean for the skill matrix, so that both are one commit and one undo.
 * Who passed a course that teaches a skill has its level from the day of the session, source `training`: only where no rating
 * that holds on that day is as high, so nothing is ever lowered, and never in place of what the manager said on that very day.
 * A result that is corrected takes its rating back. Ratings of training that no session stands for are left alone. The same
 * draft a second time gives no changes.
 * @example trainingChanges(trainingRows(), {}) // => []
 */
export function trainingChanges(rows: TrainingRows, draft: TrainingDraft): readonly Change[] {
  const after: TrainingRows = {
    ...rows,
    courses: merged(rows.courses, draft.courses ?? [], []),
    trainingSessions: merged(rows.trainingSessions, draft.sessions ?? [], draft.gone?.sessions ?? []),
    enrolments: merged(rows.enrolments, draft.enrolments ?? [], draft.gone?.enrolments ?? []),
  };
  return [
    ...tableChanges("courses", rows.courses, after.courses),
    ...tableChanges("trainingSessions", rows.trainingSessions, after.trainingSessions),
    ...tableChanges("enrolments", rows.enrolments, after.enrolments),
    ...ratingChanges(rows, after, touchedMembers(rows, after, draft)),
  ];
}

/** The ids that ratings of a member's sessions have or would have. */
function taughtIds(rows: TrainingRows, memberId: MemberId): readonly string[] {
  return resultsOf(rows, memberId).flatMap(({ course, session }) =>
    course.skillId === undefined ? [] : [ratingId(memberId, course.skillId, session)],
  );
}

function ratingChanges(
  before: TrainingRows,
  after: TrainingRows,
  members: ReadonlySet<MemberId>,
): readonly Change[] {
  const ids = [...members].flatMap((id) => [...taughtIds(before, id), ...taughtIds(after, id)]);
  const held = [...new Set(ids)].flatMap((id) => {
    const rating = before.skillRatings.get(id);
    return rating?.source === "training" ? [rating] : [];
  });
  const heldIds = new Set(held.map((one) => one.id));
  const given = new Map([...before.skillRatings].filter(([id]) => !heldIds.has(id)));
  const wanted = [...members].flatMap((id) => ratingsFromResults({ ...after, skillRatings: given }, id));
  const wantedIds = new Set(wanted.map((one) => one.id));
  return [
    ...writeRecords(
      "skillRatings",
      wanted.filter((one) => !isSame(before.skillRatings.get(one.id), one)),
    ),
    ...deleteRecords(
      "skillRatings",
      held.map((one) => one.id).filter((id) => !wantedIds.has(id)),
    ),
  ];
}

/** For each skill the sessions passed, earliest first, each where it raises what others than training gave. */
function ratingsFromResults(rows: TrainingRows, memberId: MemberId): readonly SkillRating[] {
  const made = new Map<string, SkillRating>();
  for (const { outcome, course, session } of resultsOf(rows, memberId)) {
    const { skillId, level } = course;
    if (outcome !== "passed" || skillId === undefined || level === undefined) continue;
    const id = ratingId(memberId, skillId, session);
    if (!rows.skills.has(skillId) || rows.skillRatings.has(id)) continue;
    const held = [...ratingsOf(rows.skillRatings, memberId, skillId), ...made.values()]
      .filter((one) => one.skillId === skillId && one.on <= session.on)
      .reduce<SkillRating | null>((latest, one) => (latest && latest.on > one.on ? latest : one), null);
    if ((held?.level ?? 0) >= level) continue;
    made.set(id, { id, memberId, skillId, on: session.on, level, source: "training", note: "" });
  }
  return [...made.values()];
}

/** Whose results the draft may change. */
function touchedMembers(
  before: TrainingRows,
  after: TrainingRows,
  draft: TrainingDraft,
): ReadonlySet<MemberId> {
  const courses = (draft.courses ?? []).filter((course) => teachesOtherwise(before, course));
  const sessionIds = [
    ...(draft.sessions ?? []).map((one) => one.id),
    ...((draft.gone?.sessions ?? []) as readonly TrainingSession["id"][]),
    ...courses.flatMap((one) => sessionsOf(before.trainingSessions, one.id).map((session) => session.id)),
  ];
  const enrolments = [
    ...(draft.enrolments ?? []),
    ...(draft.gone?.enrolments ?? []).flatMap((id) => before.enrolments.get(id) ?? []),
    ...sessionIds.flatMap((id) => [
      ...enrolmentsOf(before.enrolments, id),
      ...enrolmentsOf(after.enrolments, id),
    ]),
  ];
  return new Set(enrolments.map((one) => one.memberId));
}

function teachesOtherwise(before: TrainingRows, course: Course): boolean {
  const was = before.courses.get(course.id);
  return (
    was === undefined ||
    was.skillId !== course.skillId ||
    was.level !== course.level ||
    was.passMark !== course.passMark
  );
}

function ratingId(memberId: MemberId, skillId: SkillId, { on }: Pick<TrainingSession, "on">): string {
  return `${memberId}:${skillId}:${on}`;
}

function merged<R extends { readonly id: string }>(
  table: ReadonlyMap<string, R>,
  written: readonly R[],
  gone: readonly string[],
): ReadonlyMap<string, R> {
  if (written.length === 0 && gone.length === 0) return table;
  const next = new Map(table);
  for (const record of written) next.set(record.id, record);
  for (const id of gone) next.delete(id);
  return next;
}

function tableChanges<R extends { readonly id: string }>(
  table: RowTable,
  before: ReadonlyMap<string, R>,
  after: ReadonlyMap<string, R>,
): readonly Change[] {
  if (before === after) return [];
  const written = [...after.values()].filter((record) => {
    const was = before.get(record.id);
    return was !== record && !isSame(was, record);
  });
  const gone = [...before.keys()].filter((id) => !after.has(id));
  return [...writeRecords(table, written), ...deleteRecords(table, gone)];
}
