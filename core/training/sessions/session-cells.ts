import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { SessionId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { ZERO } from "../../base/money.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { readTypedDue } from "../../team/tasks/read-task-text.ts";
import { nameKey } from "../../team/name-key.ts";
import { trainingChanges } from "../results/training-changes.ts";
import { SESSION_STATUS_BY_WORD } from "../locales/session-words.ts";
import type { TrainingSession } from "../records.ts";
import { readCost, readHours, readTime } from "../read-training-text.ts";
import type { TrainingRows } from "../training-rows.ts";
import { editedSession } from "./edit-sessions.ts";
import type { SessionFields } from "./edit-sessions.ts";

/** The columns of the plan that are edited by typing. */
export const SESSION_CELLS = ["on", "startsAt", "hours", "trainer", "place", "cost", "status"] as const;
export type SessionCell = (typeof SESSION_CELLS)[number];

/** One cell of the plan as it was typed or pasted. */
export interface SessionEdit {
  readonly sessionId: SessionId;
  readonly cell: SessionCell;
  readonly text: string;
}

/** Writes cells of the plan, all or none. Problems have the field `<session id>:<cell>`.
 * @example writeSessionCells(trainingRows(), { edits: [{ sessionId: "s9", cell: "on", text: "" }], today: TODAY, currency: "CNY" }).error[0].field // => "s9:on"
 */
export function writeSessionCells(
  rows: TrainingRows,
  input: { readonly edits: readonly SessionEdit[]; readonly today: Day; readonly currency: string },
): Result<readonly Change[]> {
  const { today } = input;
  const problems: Problem[] = [];
  const fieldsById = new Map<SessionId, SessionFields>();
  for (const { sessionId, cell, text } of input.edits) {
    const read = readSessionCell({ cell, text }, input);
    if (read.ok) fieldsById.set(sessionId, { ...fieldsById.get(sessionId), ...read.value });
    else problems.push({ field: `${sessionId}:${cell}`, message: read.error });
  }
  const sessions: TrainingSession[] = [];
  for (const [id, fields] of fieldsById) {
    const edited = editedSession(rows, { id, fields, today });
    if (edited.ok) sessions.push(edited.value);
    else problems.push(...edited.error.map((one) => ({ ...one, field: `${id}:${one.field ?? "on"}` })));
  }
  return problems.length > 0 ? fail(problems) : ok(trainingChanges(rows, { sessions }));
}

/** One cell of a session as the field that it means.
 * @example readSessionCell({ cell: "hours", text: "1 天" }, { today: TODAY, currency: "CNY" }).value // => { hours: 8 }
 */
export function readSessionCell(
  { cell, text }: Pick<SessionEdit, "cell" | "text">,
  of: { readonly today: Day; readonly currency: string },
): Result<SessionFields, Message> {
  const typed = text.trim();
  if (cell === "trainer" || cell === "place") return ok({ [cell]: typed.slice(0, 200) });
  if (cell === "on") {
    const on = readTypedDue(typed, of.today);
    return on === null ? fail(message("team.problem.day", { text: typed })) : ok({ on });
  }
  if (cell === "status") {
    const status = SESSION_STATUS_BY_WORD[nameKey(typed)];
    return status ? ok({ status }) : fail(message("training.problem.status", { text: typed }));
  }
  if (cell === "startsAt") {
    const read = readTime(typed);
    return read.ok ? ok({ startsAt: read.value }) : read;
  }
  if (cell === "cost") {
    const read = readCost(typed, of.currency);
    return read.ok ? ok({ cost: read.value ?? ZERO }) : read;
  }
  const read = readHours(typed);
  if (!read.ok) return read;
  return read.value === undefined ? fail(message("training.problem.no-hours")) : ok({ hours: read.value });
}
