import { useMemo } from "react";
import type { CourseFacts, PassedCourse } from "../../../core/incentive/promotion/promotion-source.ts";
import type { PromotionSource } from "../../../core/incentive/promotion/promotion-source.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { RewardSource } from "./reward-source.ts";

/** What promotion is checked against: results, skills, and what the training room knows of courses. */
export function usePromotionSource(source: RewardSource): PromotionSource & RewardSource {
  return useMemo(() => ({ ...source, courses: courseFacts(source.rows) }), [source]);
}

/** A course is passed by who attended a session of it that was held, with the score that it asks for. */
function courseFacts(rows: Workspace["rows"]): CourseFacts {
  const nameById = new Map(
    [...rows.courses.values()].map((one) => [one.id as string, nameMessage(one.name)]),
  );
  const passed = [...rows.enrolments.values()].flatMap((enrolment): readonly PassedCourse[] => {
    const session = rows.trainingSessions.get(enrolment.sessionId);
    const course = session && rows.courses.get(session.courseId);
    if (!course || session.status !== "held" || enrolment.attendance !== "attended") return [];
    const isPassed = course.passMark === undefined || (enrolment.score ?? -1) >= course.passMark;
    return isPassed ? [{ memberId: enrolment.memberId, courseId: course.id, on: session.on }] : [];
  });
  return { nameById, passed };
}
