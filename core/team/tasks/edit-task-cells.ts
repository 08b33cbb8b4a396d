import type { Change } from "../../base/change.ts";
import { putRecords } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { DutyId, MemberId, TaskId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { nameKey } from "../name-key.ts";
import type { Duty, Task } from "../records.ts";
import { inOrder, living } from "../team-rows.ts";
import { addTask, taskProblems, withFields } from "./edit-tasks.ts";
import type { TaskFields, TaskRows } from "./edit-tasks.ts";
import { readTypedDue, readTypedEffort, readTypedStatus } from "./read-task-text.ts";

/** The columns of the table of tasks that are edited by typing. */
export const TASK_CELLS = ["title", "under", "owner", "dueOn", "status", "effortHours", "note"] as const;
export type TaskCell = (typeof TASK_CELLS)[number];

/** One cell of the table of tasks as it was typed or pasted. */
export interface TaskCellEdit {
  readonly taskId: TaskId;
  readonly cell: TaskCell;
  readonly text: string;
}

/** Writes cells of the table of tasks, all or none. A duty is named in either language, an owner by name or, where two bear
 * it, by employee number; an empty text takes the value away. Problems have the field `<taskId>:<cell>`.
 * @example editTaskCells(taskRows({ tasks: [aTask("t1")] }), { edits: [{ taskId: "t1", cell: "owner", text: "李雷" }], today: TODAY }).error[0].field // => "t1:owner"
 */
export function editTaskCells(
  rows: TaskRows,
  input: { readonly edits: readonly TaskCellEdit[]; readonly today: Day },
): Result<readonly Change[]> {
  const draft = new Map<string, Task>();
  const problems: Problem[] = [];
  for (const { taskId, cell, text } of input.edits) {
    const before = draft.get(taskId) ?? rows.tasks.get(taskId);
    const fields = readCell(rows, { cell, text }, input.today);
    if (!before) problems.push({ message: message("team.task.problem.gone") });
    else if (fields.ok) draft.set(taskId, withFields(before, fields.value, input.today));
    else problems.push({ field: `${taskId}:${cell}`, message: fields.error });
  }
  for (const task of draft.values()) {
    const before = rows.tasks.get(task.id)!;
    for (const one of taskProblems(rows, task, { before, today: input.today })) {
      problems.push({ field: `${task.id}:${cellOfField(one.field)}`, message: one.message });
    }
  }
  if (problems.length > 0) return fail(problems);
  const changed = [...draft.values()].filter((task) => !isSame(rows.tasks.get(task.id), task));
  return ok(changed.length === 0 ? [] : [putRecords("tasks", changed)]);
}

/** Adds a task from cells typed or pasted into the empty row; the title is needed. `under` is a duty that the page is at.
 * Problems have the field `<id>:<cell>`.
 * @example addTaskFromCells(taskRows(), { id: "t1", cells: [{ cell: "title", text: "询价" }], under: {}, today: TODAY }).value[0].records[0].title // => "询价"
 */
export function addTaskFromCells(
  rows: TaskRows,
  input: {
    readonly id: TaskId;
    readonly cells: readonly Pick<TaskCellEdit, "cell" | "text">[];
    readonly under: Pick<TaskFields, "dutyId" | "targetId">;
    readonly kind?: Task["kind"];
    readonly today: Day;
  },
): Result<readonly Change[]> {
  const { id, today } = input;
  const read = input.cells.map((one) => ({ cell: one.cell, fields: readCell(rows, one, today) }));
  const problems = read.flatMap(({ cell, fields }) =>
    fields.ok ? [] : [{ field: `${id}:${cell}`, message: fields.error }],
  );
  if (problems.length > 0) return fail(problems);
  const typed = read.map(({ fields }) => (fields.ok ? fields.value : {}));
  const fields: TaskFields = Object.assign({ ...input.under, kind: input.kind ?? "task" }, ...typed);
  const added = addTask(rows, { id, fields, today });
  if (added.ok) return added;
  return fail(added.error.map((one) => ({ ...one, field: `${id}:${cellOfField(one.field)}` })));
}

function readCell(
  rows: TaskRows,
  { cell, text }: Pick<TaskCellEdit, "cell" | "text">,
  today: Day,
): Result<TaskFields, Message> {
  const typed = text.trim();
  if (cell === "title" || cell === "note") return ok({ [cell]: text });
  if (cell === "status") {
    const status = typed === "" ? "open" : readTypedStatus(typed);
    return status === null ? fail(message("team.task.problem.status", { text: typed })) : ok({ status });
  }
  if (cell === "under") return readUnder(rows, typed);
  if (cell === "owner") return readOwner(rows, typed);
  if (typed === "") return ok({ [cell]: undefined });
  const value = cell === "dueOn" ? readTypedDue(typed, today) : readTypedEffort(typed);
  if (value !== null) return ok({ [cell]: value });
  return fail(message(cell === "dueOn" ? "team.problem.day" : "team.task.problem.effort", { text: typed }));
}

function readUnder(rows: TaskRows, typed: string): Result<TaskFields, Message> {
  if (typed === "") return ok({ dutyId: undefined, targetId: undefined });
  const key = nameKey(typed);
  const found = living(rows.duties).filter((duty) =>
    dutyNames(rows, duty).some((one) => nameKey(one) === key),
  );
  if (found.length === 1) return ok({ dutyId: found[0]!.id as DutyId, targetId: undefined });
  const problem = found.length === 0 ? "duty-unknown" : "duty-several";
  return fail(message(`team.task.problem.${problem}`, { text: typed }));
}

/** What a duty answers to: its name in either language, alone or with its group's behind it. */
function dutyNames(rows: TaskRows, { name, groupId }: Duty): readonly string[] {
  const group = rows.groups.get(groupId)?.name;
  const withGroup = group
    ? [`${name.zh} · ${group.zh}`, `${name.en || name.zh} · ${group.en || group.zh}`]
    : [];
  return [name.zh, name.en, ...withGroup].filter((one) => one !== "");
}

function readOwner(rows: TaskRows, typed: string): Result<TaskFields, Message> {
  if (typed === "") return ok({ ownerId: undefined });
  const key = nameKey(typed);
  const all = inOrder(rows.members);
  const byNumber = all.filter((one) => nameKey(one.employeeNumber ?? "") === key);
  const found = byNumber.length > 0 ? byNumber : all.filter((one) => nameKey(one.name) === key);
  if (found.length === 1) return ok({ ownerId: found[0]!.id as MemberId });
  const problem = found.length === 0 ? "owner-unknown" : "owner-several";
  return fail(message(`team.task.problem.${problem}`, { text: typed }));
}

function cellOfField(field: string | undefined): TaskCell {
  if (field === "ownerId") return "owner";
  if (field === "dutyId" || field === "targetId") return "under";
  return TASK_CELLS.find((cell) => cell === field) ?? "title";
}
