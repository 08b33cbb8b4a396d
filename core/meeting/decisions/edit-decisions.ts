import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { Decision } from "../records.ts";

type Rows = Pick<MeetingRows, "decisions">;

/** What can be edited of a decision; `undefined` takes an optional field away. */
export type DecisionFields = { readonly [F in keyof Omit<Decision, "id">]?: Decision[F] | undefined };

/** Writes a decision, new or changed. Refused: without a text; to be looked at again before it was made.
 * @example putDecision(meetingRows(), aDecision("d1"), { text: "" }).error[0].field // => "text"
 */
export function putDecision(
  rows: Rows,
  decision: Decision,
  fields: DecisionFields,
): Result<readonly Change[]> {
  const merged = { ...decision, ...fields, text: (fields.text ?? decision.text).trim() };
  const written = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as Decision;
  if (written.text === "") return fail([{ field: "text", message: message("meeting.problem.decision") }]);
  if (written.reviewOn !== undefined && written.reviewOn < written.on) {
    return fail([{ field: "reviewOn", message: message("meeting.problem.review-day") }]);
  }
  return ok(isSame(rows.decisions.get(decision.id), written) ? [] : [putRecords("decisions", [written])]);
}

/** Writes what came of a decision, and that it was looked at; with a day to look again, it comes up once more.
 * @example lookAgain(meetingRows(), aDecision("d1", { reviewOn: "2026-11-20" }), { outcome: "有效", today: "2026-11-26" }).value[0].records[0].reviewedOn // => "2026-11-26"
 */
export function lookAgain(
  rows: Rows,
  decision: Decision,
  by: { readonly outcome: string; readonly next?: Day; readonly today: Day },
): Result<readonly Change[]> {
  return putDecision(rows, decision, {
    outcome: by.outcome.trim(),
    reviewedOn: by.today,
    reviewOn: by.next ?? decision.reviewOn,
  });
}

/** Takes a decision away.
 * @example removeDecision(meetingRows(), "gone").value // => []
 */
export function removeDecision(rows: Rows, id: string): Result<readonly Change[]> {
  return ok(rows.decisions.has(id) ? [removeRecords("decisions", [id])] : []);
}

/** Whether the day has come to look at a decision again, and nobody has since.
 * @example isDue(aDecision("d1", { reviewOn: "2026-11-26" }), "2026-11-26") // => true
 * @example isDue(aDecision("d1", { reviewOn: "2026-11-20", reviewedOn: "2026-11-21" }), "2026-11-26") // => false
 */
export function isDue({ reviewOn, reviewedOn }: Decision, today: Day): boolean {
  if (reviewOn === undefined || reviewOn > today) return false;
  return reviewedOn === undefined || reviewedOn < reviewOn;
}

/** Decisions as a list: those to be looked at again first, the longest due at the top; then the others, the latest first.
 * @example listDecisions([aDecision("d1"), aDecision("d2", { reviewOn: "2026-11-20" })], "2026-11-26").map((one) => one.id) // => ["d2", "d1"]
 */
export function listDecisions(decisions: Iterable<Decision>, today: Day): readonly Decision[] {
  return [...decisions].toSorted((a, b) => {
    const due = Number(isDue(b, today)) - Number(isDue(a, today));
    if (due !== 0) return due;
    return isDue(a, today) ? compareText(a.reviewOn!, b.reviewOn!) : compareText(b.on, a.on);
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
