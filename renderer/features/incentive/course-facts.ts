import { useMemo } from "react";
import type { CourseFacts, PassedCourse } from "../../../core/incentive/promotion/promotion-source.ts";
import type { PromotionSource } from "../../../core/incentive/promotion/promotion-source.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { outcomeOf } from "../../../core/training/results/outcome.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { RewardSource } from "./reward-source.ts";

/** What promotion is checked against: results, skills, and what the training room knows of courses. */
export function usePromotionSource(source: RewardSource): PromotionSource & RewardSource {
  return useMemo(() => ({ ...source, courses: courseFacts(source.rows) }), [source]);
}

/** The names of courses, and who has passed which, as the training room says. */
function courseFacts(rows: Workspace["rows"]): CourseFacts {
  const nameById = new Map(
    [...rows.courses.values()].map((one) => [one.id as string, nameMessage(one.name)]),
  );
  const passed = [...rows.enrolments.values()].flatMap((enrolment): readonly PassedCourse[] => {
    const session = rows.trainingSessions.get(enrolment.sessionId);
    const course = session && rows.courses.get(session.courseId);
    if (!course || outcomeOf(course, session, enrolment) !== "passed") return [];
    return [{ memberId: enrolment.memberId, courseId: course.id, on: session.on }];
  });
  return { nameById, passed };
}
