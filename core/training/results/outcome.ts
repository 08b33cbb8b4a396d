import type { Day } from "../../base/day.ts";
import { addDays, dayFromParts, daysInMonth, monthOf, yearOf } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import type { Course, Enrolment, TrainingSession } from "../records.ts";
import { enrolmentsOfMember } from "../training-rows.ts";
import type { TrainingRows } from "../training-rows.ts";

/** What came of an enrolment. `unscored`: attended, and the score that the course asks for is missing. */
export type OutcomeKind = "waiting" | "passed" | "failed" | "unscored" | "missed" | "excused" | "cancelled";

/** A member's enrolment with its session, its course and what came of it. */
export interface Result {
  readonly enrolment: Enrolment;
  readonly session: TrainingSession;
  readonly course: Course;
  readonly outcome: OutcomeKind;
}

/** Days before a certificate's end from which it counts as running out. */
export const EXPIRING_DAYS = 60;

/** What came of an enrolment: who attended a session that was held has passed where the course asks for no score or the score
 * reaches its pass mark.
 * @example outcomeOf({ passMark: 60 }, { status: "held" }, { attendance: "attended", score: 60 }) // => "passed"
 * @example outcomeOf({ passMark: 60 }, { status: "held" }, { attendance: "attended" }) // => "unscored"
 */
export function outcomeOf(
  course: Pick<Course, "passMark">,
  session: Pick<TrainingSession, "status">,
  { attendance, score }: Pick<Enrolment, "attendance" | "score">,
): OutcomeKind {
  if (session.status === "cancelled") return "cancelled";
  if (session.status === "planned" || attendance === undefined) return "waiting";
  if (attendance !== "attended") return attendance;
  if (course.passMark === undefined) return "passed";
  if (score === undefined) return "unscored";
  return score >= course.passMark ? "passed" : "failed";
}

/** All results of a member, earliest session first; enrolments whose session or course is gone are left out.
 * @example resultsOf(emptyTrainingRows(), "m1") // => []
 */
export function resultsOf(
  rows: Pick<TrainingRows, "courses" | "trainingSessions" | "enrolments">,
  memberId: MemberId,
): readonly Result[] {
  return enrolmentsOfMember(rows.enrolments, memberId)
    .flatMap((enrolment): readonly Result[] => {
      const session = rows.trainingSessions.get(enrolment.sessionId);
      const course = session && rows.courses.get(session.courseId);
      if (!session || !course) return [];
      return [{ enrolment, session, course, outcome: outcomeOf(course, session, enrolment) }];
    })
    .toSorted((a, b) => (a.session.on < b.session.on ? -1 : a.session.on > b.session.on ? 1 : 0));
}

/** The first day on which a certificate of a day holds no longer: so many months later, at the end of a shorter month.
 * `null` where the course gives none or one without end.
 * @example certificateEnd({ hasCertificate: true, certificateMonths: 12 }, "2026-03-15") // => "2027-03-15"
 * @example certificateEnd({ hasCertificate: true, certificateMonths: 1 }, "2026-01-31") // => "2026-03-01"
 */
export function certificateEnd(
  course: Pick<Course, "hasCertificate" | "certificateMonths">,
  on: Day,
): Day | null {
  if (!course.hasCertificate || course.certificateMonths === undefined) return null;
  const months = yearOf(on) * 12 + monthOf(on) - 1 + course.certificateMonths;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const wanted = Number(on.slice(8));
  const last = daysInMonth(year, month);
  // The 31st of a month that has none: what holds until its end ends with the first day after it.
  return wanted <= last ? dayFromParts(year, month, wanted) : addDays(dayFromParts(year, month, last)!, 1);
}

/** How a certificate stands on a day.
 * @example certificateState("2027-03-15", "2027-03-15") // => "expired"
 * @example certificateState("2027-03-15", "2027-02-01") // => "expiring"
 * @example certificateState(null, "2027-02-01") // => "valid"
 */
export function certificateState(end: Day | null, today: Day): "valid" | "expiring" | "expired" {
  if (end === null) return "valid";
  if (end <= today) return "expired";
  return end <= addDays(today, EXPIRING_DAYS) ? "expiring" : "valid";
}
