import type { Day } from "../../base/day.ts";
import { addDays } from "../../base/day.ts";
import type { GroupId } from "../../base/id.ts";
import { memberSpans, membersOn } from "../../team/memberships.ts";
import type { Member } from "../../team/records.ts";
import { living } from "../../team/team-rows.ts";
import { certificateEnd, certificateState, resultsOf } from "../results/outcome.ts";
import type { Result } from "../results/outcome.ts";
import type { Course } from "../records.ts";
import type { TrainingRows } from "../training-rows.ts";

/** How a member stands in a course. Of several the first holds: overdue, expired, expiring, passed, unscored, enrolled,
 * failed, due, none. */
export type CourseState =
  "overdue" | "expired" | "expiring" | "passed" | "unscored" | "enrolled" | "failed" | "due" | "none";

/** A member's standing in a course on a day. */
export interface CourseCell {
  readonly member: Member;
  readonly course: Course;
  readonly state: CourseState;
  readonly isMandatory: boolean;
  /** The day by which a mandatory course must be passed, or passed anew; `null` where there is none. */
  readonly dueOn: Day | null;
  /** The session passed last. */
  readonly passed: Result | null;
  /** The first day on which its certificate holds no longer. */
  readonly expiresOn: Day | null;
  /** The next session that they are enrolled in. */
  readonly next: Result | null;
}

/** The matrix of members on the team on a day and living courses, in the manager's order of both.
 * @example courseMatrix(trainingRows({ courses: [aCourse("c1")] }), "2026-09-01").map((cell) => cell.state) // => ["none", "none"]
 */
export function courseMatrix(rows: TrainingRows, today: Day, groupId?: GroupId): readonly CourseCell[] {
  const courses = living(rows.courses);
  return membersOn(rows, today, groupId).flatMap((member) => {
    const results = resultsOf(rows, member.id);
    return courses.map((course) => {
      const own = results.filter((one) => one.course.id === course.id);
      return courseCell({
        member,
        course,
        own,
        since: mandatorySince(rows, { member, course, on: today }),
        today,
      });
    });
  });
}

/** From which day on a course is mandatory for a member who must take it on a day: since they joined the team or one of its
 * groups, and not before it was made mandatory. `null` where they need not.
 * @example mandatorySince(trainingRows(), { member: trainingRows().members.get("m1"), course: aCourse("c1", { mandatoryFor: "all" }), on: "2026-09-01" }) // => "2020-01-01"
 */
export function mandatorySince(
  rows: TrainingRows,
  of: { readonly member: Member; readonly course: Course; readonly on: Day },
): Day | null {
  const { member, course, on } = of;
  const { mandatoryFor, mandatoryFrom } = course;
  const spans = memberSpans(rows, member.id).filter((span) => span.from <= on);
  let since: Day | null = null;
  if (mandatoryFor === "all") since = member.hiredOn ?? spans[0]?.from ?? mandatoryFrom ?? on;
  else {
    // Moving between two groups that both must does not begin anew.
    for (const span of spans.toReversed()) {
      if (!mandatoryFor.includes(span.membership.groupId)) break;
      since = span.from;
    }
  }
  if (since === null) return null;
  return mandatoryFrom !== undefined && mandatoryFrom > since ? mandatoryFrom : since;
}

function courseCell(of: {
  readonly member: Member;
  readonly course: Course;
  readonly own: readonly Result[];
  readonly since: Day | null;
  readonly today: Day;
}): CourseCell {
  const { member, course, own, since, today } = of;
  const passed = own.findLast((one) => one.outcome === "passed") ?? null;
  const expiresOn = passed && certificateEnd(course, passed.session.on);
  const first = since !== null && course.dueDays !== undefined ? addDays(since, course.dueDays) : null;
  const dueOn = since === null ? null : passed ? expiresOn : first;
  const next = own.find((one) => one.outcome === "waiting" && one.session.status === "planned") ?? null;
  const known = { passed, expiresOn, dueOn, next, last: own.findLast(hasEnded) ?? null };
  return {
    member,
    course,
    state: stateOf({ ...known, isMandatory: since !== null, today }),
    isMandatory: since !== null,
    dueOn,
    passed,
    expiresOn,
    next,
  };
}

function stateOf(of: {
  readonly passed: Result | null;
  readonly expiresOn: Day | null;
  readonly dueOn: Day | null;
  readonly next: Result | null;
  readonly last: Result | null;
  readonly isMandatory: boolean;
  readonly today: Day;
}): CourseState {
  const { passed, expiresOn, dueOn, next, last, today } = of;
  if (dueOn !== null && (passed ? dueOn <= today : dueOn < today)) return "overdue";
  if (passed) {
    const held = certificateState(expiresOn, today);
    return held === "valid" ? "passed" : held;
  }
  if (last?.outcome === "unscored") return "unscored";
  if (next) return "enrolled";
  if (last?.outcome === "failed") return "failed";
  return of.isMandatory ? "due" : "none";
}

function hasEnded({ outcome }: Result): boolean {
  return outcome === "failed" || outcome === "unscored" || outcome === "passed";
}
