import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { ActionId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { nextOrder } from "../../team/team-rows.ts";
import type { MeetingRows } from "../meeting-rows.ts";
import type { Action } from "../records.ts";

export type ActionRows = Pick<MeetingRows, "actions" | "members">;

/** What can be edited of an action; `undefined` takes an optional field away. */
export type ActionFields = {
  readonly [F in keyof Omit<Action, "id" | "createdOn" | "closedOn" | "order">]?: Action[F] | undefined;
};

const MOST_TEXT = 200;

/** Adds an action, after all others. Neither owner nor day is needed: what is missing is shown as missing. Refused, field by
 * field: no text, an owner who is not there or has left.
 * @example addAction(meetingRows(), { id: "a1", fields: { text: " " }, today: "2026-11-26" }).error[0].field // => "text"
 */
export function addAction(
  rows: ActionRows,
  input: { readonly id: ActionId; readonly fields: ActionFields; readonly today: Day },
): Result<readonly Change[]> {
  const { id, fields, today } = input;
  const blank: Action = {
    id,
    text: "",
    state: "open",
    createdOn: today,
    note: "",
    order: nextOrder(rows.actions),
  };
  const action = withActionFields(blank, fields, today);
  const problems = actionProblems(rows, action, { before: null, today });
  return problems.length > 0 ? fail(problems) : ok([putRecords("actions", [action])]);
}

/** Changes an action; checked like a new one, but an owner who has left may stay while they are not touched. What is done or
 * dropped keeps the day on which it was.
 * @example editAction(meetingRows({ actions: [anAction("a1")] }), { id: "a1", fields: { state: "done" }, today: "2026-11-26" }).value[0].records[0].closedOn // => "2026-11-26"
 */
export function editAction(
  rows: ActionRows,
  input: { readonly id: ActionId; readonly fields: ActionFields; readonly today: Day },
): Result<readonly Change[]> {
  const before = rows.actions.get(input.id);
  if (!before) return fail([{ message: message("meeting.problem.action-gone") }]);
  const action = withActionFields(before, input.fields, input.today);
  const problems = actionProblems(rows, action, { before, today: input.today });
  if (problems.length > 0) return fail(problems);
  return ok(isSame(before, action) ? [] : [putRecords("actions", [action])]);
}

/** Takes actions away; those that are gone already are passed over.
 * @example removeActions(meetingRows({ actions: [anAction("a1")] }), ["a1"]).value // => [{ op: "remove", table: "actions", ids: ["a1"] }]
 */
export function removeActions(rows: ActionRows, ids: readonly ActionId[]): Result<readonly Change[]> {
  const there = ids.filter((id) => rows.actions.has(id));
  return ok(there.length === 0 ? [] : [removeRecords("actions", there)]);
}

/** An action with fields changed; what became `undefined` is left out, and the day it was closed follows the state.
 * @example withActionFields(anAction("a1", { state: "done", closedOn: "2026-11-20" }), { state: "open" }, "2026-11-26").closedOn // => undefined
 */
export function withActionFields(action: Action, fields: ActionFields, today: Day): Action {
  const merged = { ...action, ...fields, text: (fields.text ?? action.text).trim() };
  const closedOn = merged.state === "open" ? undefined : (action.closedOn ?? today);
  const entries = Object.entries({ ...merged, closedOn }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Action;
}

/** What is wrong with an action, each with the field and the remedy.
 * @example actionProblems(meetingRows(), anAction("a1", { ownerId: "nobody" }), { before: null, today: "2026-11-26" }).map((one) => one.field) // => ["ownerId"]
 */
export function actionProblems(
  rows: ActionRows,
  action: Action,
  { before, today }: { readonly before: Action | null; readonly today: Day },
): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: keyof Action, key: string, params?: Parameters<typeof message>[1]) =>
    problems.push({ field, message: message(`meeting.problem.${key}`, params) });
  if (action.text === "") wrong("text", "text");
  if (action.text.length > MOST_TEXT) wrong("text", "text-long", { count: action.text.length });
  if (action.ownerId !== undefined && action.ownerId !== before?.ownerId) {
    const owner = rows.members.get(action.ownerId);
    if (!owner) wrong("ownerId", "member");
    else if (owner.leftOn !== undefined && owner.leftOn <= today) {
      wrong("ownerId", "owner-left", { member: owner.name, day: { day: owner.leftOn } });
    }
  }
  return problems;
}
