import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { ActionId, MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { nameKey } from "../../team/name-key.ts";
import { inOrder } from "../../team/team-rows.ts";
import { ACTION_STATE_BY_WORD } from "../locales/action-words.ts";
import type { Action } from "../records.ts";
import { readDayWord } from "../run/read-day-word.ts";
import { actionProblems, withActionFields } from "./edit-actions.ts";
import type { ActionFields, ActionRows } from "./edit-actions.ts";

/** The columns of the list of actions that are edited by typing. */
export const ACTION_CELLS = ["text", "owner", "dueOn", "state", "note"] as const;
export type ActionCell = (typeof ACTION_CELLS)[number];

/** One cell as it was typed or pasted. */
export interface ActionCellEdit {
  readonly actionId: ActionId;
  readonly cell: ActionCell;
  readonly text: string;
}

/** Writes cells of the list of actions, all or none. Days are read as people say them (周五, 11-30, fri); an empty text takes
 * the value away. Problems have the field `<actionId>:<cell>`.
 * @example editActionCells(meetingRows({ actions: [anAction("a1")] }), { edits: [{ actionId: "a1", cell: "owner", text: "李雷" }], today: "2026-11-26" }).error[0].field // => "a1:owner"
 */
export function editActionCells(
  rows: ActionRows,
  input: { readonly edits: readonly ActionCellEdit[]; readonly today: Day },
): Result<readonly Change[]> {
  const draft = new Map<string, Action>();
  const problems: Problem[] = [];
  for (const { actionId, cell, text } of input.edits) {
    const before = draft.get(actionId) ?? rows.actions.get(actionId);
    const fields = readCell(rows, { cell, text: text.trim() }, input.today);
    if (!before) problems.push({ message: message("meeting.problem.action-gone") });
    else if (fields.ok) draft.set(actionId, withActionFields(before, fields.value, input.today));
    else problems.push({ field: `${actionId}:${cell}`, message: fields.error });
  }
  for (const action of draft.values()) {
    const before = rows.actions.get(action.id)!;
    for (const one of actionProblems(rows, action, { before, today: input.today })) {
      const cell = one.field === "ownerId" ? "owner" : "text";
      problems.push({ field: `${action.id}:${cell}`, message: one.message });
    }
  }
  if (problems.length > 0) return fail(problems);
  const changed = [...draft.values()].filter((action) => !isSame(rows.actions.get(action.id), action));
  return ok(changed.length === 0 ? [] : [putRecords("actions", changed)]);
}

function readCell(
  rows: ActionRows,
  { cell, text }: Pick<ActionCellEdit, "cell" | "text">,
  today: Day,
): Result<ActionFields, Message> {
  if (cell === "text" || cell === "note") return ok({ [cell]: text });
  if (cell === "state") {
    const state = text === "" ? "open" : ACTION_STATE_BY_WORD[nameKey(text)];
    return state === undefined ? fail(message("meeting.problem.state", { text })) : ok({ state });
  }
  if (cell === "dueOn") {
    if (text === "") return ok({ dueOn: undefined });
    const dueOn = readDayWord(text, today);
    return dueOn === null ? fail(message("meeting.problem.day", { text })) : ok({ dueOn });
  }
  if (text === "") return ok({ ownerId: undefined });
  const found = inOrder(rows.members).filter(
    ({ name, employeeNumber }) =>
      nameKey(name) === nameKey(text) || nameKey(employeeNumber ?? "") === nameKey(text),
  );
  if (found.length === 1) return ok({ ownerId: found[0]!.id as MemberId });
  return fail(message(`meeting.problem.owner-${found.length === 0 ? "unknown" : "several"}`, { text }));
}
