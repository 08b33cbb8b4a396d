import type { Change } from "../../base/change.ts";
import type { SessionId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { newEnrolment } from "../sessions/edit-sessions.ts";
import { trainingChanges } from "../results/training-changes.ts";
import { money } from "../../base/money.ts";
import type { Enrolment, TrainingSession } from "../records.ts";
import type { TrainingRows } from "../training-rows.ts";
import type { Proposal } from "./propose-plan.ts";
import { reasonMessage } from "./training-needs.ts";

/** Makes sessions and enrolments of proposals, all in one step that one undo takes back. Who must take the course is enrolled
 * as mandatory. Refused when a course is gone since.
 * @example acceptProposals(trainingRows(), { proposals: [], newId: () => "s1" }).value // => []
 */
export function acceptProposals(
  rows: TrainingRows,
  of: { readonly proposals: readonly Proposal[]; newId(): string },
): Result<readonly Change[]> {
  const gone = of.proposals.some(({ course }) => rows.courses.get(course.id)?.archived !== false);
  if (gone) return fail([{ message: message("training.problem.course") }]);
  const made = of.proposals.map((proposal) => sessionOf(proposal, of.newId() as SessionId));
  return ok(
    trainingChanges(rows, {
      sessions: made.map(({ session }) => session),
      enrolments: made.flatMap(({ enrolments }) => enrolments),
    }),
  );
}

/** Everything that speaks for a member in a proposal, as sentences.
 * @example needReasons({ reasons: [{ kind: "mandatory", state: "due", dueOn: null }] }).length // => 1
 */
export function needReasons({ reasons }: Pick<Proposal["needs"][number], "reasons">) {
  return reasons.map(reasonMessage);
}

function sessionOf(
  { course, on, needs, cost }: Proposal,
  id: SessionId,
): { readonly session: TrainingSession; readonly enrolments: readonly Enrolment[] } {
  const session: TrainingSession = {
    id,
    courseId: course.id,
    on,
    hours: course.hours,
    trainer: "",
    place: "",
    cost: money(cost),
    status: "planned",
    note: "",
  };
  const enrolments = needs.map(({ member, reasons }) =>
    newEnrolment(id, member.id, reasons.some((one) => one.kind === "mandatory") ? "mandatory" : "open"),
  );
  return { session, enrolments };
}
