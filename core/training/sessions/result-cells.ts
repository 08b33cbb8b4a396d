import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId, SessionId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { readAttendance, readKind, readScore, readUsefulness } from "../read-training-text.ts";
import { trainingChanges } from "../results/training-changes.ts";
import type { Enrolment } from "../records.ts";
import { enrolmentId } from "../training-rows.ts";
import type { TrainingRows } from "../training-rows.ts";

/** The columns of a session's grid that are edited by typing. */
export const RESULT_CELLS = ["kind", "attendance", "score", "rating", "feedback"] as const;
export type ResultCell = (typeof RESULT_CELLS)[number];

/** One cell as it was typed or pasted. */
export interface ResultEdit {
  readonly memberId: MemberId;
  readonly cell: ResultCell;
  readonly text: string;
}

/** Writes cells of a session's grid, all or none; empty text takes the value away. A score says that the member was there.
 * Attendance or a score says that the session was held. What follows for the skill matrix is in the same changes. Refused:
 * results of a cancelled session or before its day, a score of somebody who was not there. Problems have the field
 * `<member id>:<cell>`.
 * @example writeResults(trainingRows(), { sessionId: "s9", edits: [], today: TODAY }).error[0].message.key // => "training.problem.gone"
 */
export function writeResults(
  rows: TrainingRows,
  input: { readonly sessionId: SessionId; readonly edits: readonly ResultEdit[]; readonly today: Day },
): Result<readonly Change[]> {
  const session = rows.trainingSessions.get(input.sessionId);
  if (!session) return fail([{ message: message("training.problem.gone") }]);
  const problems: Problem[] = [];
  const draft = new Map<string, { enrolment: Enrolment; cell: ResultCell }>();
  for (const { memberId, cell, text } of input.edits) {
    const id = enrolmentId(session.id, memberId);
    const before = draft.get(id)?.enrolment ?? rows.enrolments.get(id);
    const fields = readResultCell(cell, text);
    if (!before) problems.push({ field: `${memberId}:${cell}`, message: message("training.problem.gone") });
    else if (!fields.ok) problems.push({ field: `${memberId}:${cell}`, message: fields.error });
    else draft.set(id, { enrolment: withFields(before, fields.value), cell });
  }
  for (const { enrolment, cell } of draft.values()) {
    const wrong = resultProblem(enrolment, { session, today: input.today });
    if (wrong) problems.push({ field: `${enrolment.memberId}:${cell}`, message: wrong });
  }
  if (problems.length > 0) return fail(problems);
  const written = [...draft.values()]
    .map(({ enrolment }) => enrolment)
    .filter((one) => !isSame(one, rows.enrolments.get(one.id)));
  const isHeld = session.status === "planned" && written.some((one) => one.attendance !== undefined);
  return ok(
    trainingChanges(rows, {
      enrolments: written,
      ...(isHeld ? { sessions: [{ ...session, status: "held" as const }] } : {}),
    }),
  );
}

/** What an enrolment must not say, or `null`: results before the day or of a cancelled session, a score of who was not there.
 * @example resultProblem({ attendance: "missed", score: 80 }, { session: { on: "2026-08-01", status: "held" }, today: TODAY }).key // => "training.problem.score-missed"
 */
export function resultProblem(
  { attendance, score }: Pick<Enrolment, "attendance" | "score">,
  of: {
    readonly session: { readonly on: Day; readonly status: "planned" | "held" | "cancelled" };
    readonly today: Day;
  },
): Message | null {
  const { session, today } = of;
  if (attendance === undefined && score === undefined) return null;
  if (session.status === "cancelled") return message("training.problem.cancelled");
  if (session.on > today) return message("training.problem.too-early", { day: { day: session.on } });
  if (score !== undefined && attendance !== "attended") return message("training.problem.score-missed");
  return null;
}

/** An enrolment with what cells say of it; a score without attendance says that the member was there.
 * @example withFields({ id: "s1|m1", sessionId: "s1", memberId: "m1", kind: "open", feedback: "" }, { score: 80 }).attendance // => "attended"
 */
export function withFields(
  enrolment: Enrolment,
  fields: { readonly [F in ResultCell]?: Enrolment[F] | undefined },
): Enrolment {
  const merged = { ...enrolment, ...fields };
  const said = merged.score === undefined ? merged.attendance : (merged.attendance ?? "attended");
  const entries = Object.entries({ ...merged, attendance: said }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Enrolment;
}

/** One cell as the field that it means; empty text takes the value away.
 * @example readResultCell("score", "80").value // => { score: 80 }
 */
export function readResultCell(
  cell: ResultCell,
  text: string,
): Result<{ readonly [F in ResultCell]?: Enrolment[F] | undefined }, Message> {
  if (cell === "feedback") return ok({ feedback: text.trim() });
  const read = {
    kind: readKind,
    attendance: readAttendance,
    score: readScore,
    rating: readUsefulness,
  }[cell](text);
  return read.ok ? ok({ [cell]: read.value }) : read;
}
