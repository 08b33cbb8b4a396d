import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { TaskId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { Task } from "../records.ts";
import { deleteRecords, nextOrder } from "../team-rows.ts";
import type { TeamRows } from "../team-rows.ts";

/** The tables that tasks need. A workspace's `rows` are these and more. */
export interface TaskRows extends TeamRows {
  readonly tasks: ReadonlyMap<string, Task>;
  /** Targets stand in a room above: all that is asked of one is that it is there. */
  readonly targets: ReadonlyMap<string, { readonly id: string }>;
}

/** What can be edited of a task; `undefined` takes an optional field away. */
export type TaskFields = {
  readonly [
    F in "kind" | "title" | "dutyId" | "targetId" | "ownerId" | "dueOn" | "status" | "effortHours" | "note"
  ]?: Task[F] | undefined;
};

/** The most hours that one task may take. */
const MOST_HOURS = 10_000;

/** Adds a task, or a milestone, after all others. Refused as a whole, field by field: no title; under a duty and a target at
 * once; a duty, target or owner that is not there; an owner who has left; a milestone without a day or with effort.
 * @example addTask(taskRows(), { id: "t1", fields: { title: " " }, today: TODAY }).error[0].field // => "title"
 */
export function addTask(
  rows: TaskRows,
  input: { readonly id: TaskId; readonly fields: TaskFields; readonly today: Day },
): Result<readonly Change[]> {
  const blank: Task = {
    id: input.id,
    kind: "task",
    title: "",
    status: "open",
    note: "",
    createdOn: input.today,
    order: nextOrder(rows.tasks),
  };
  const task = withFields(blank, input.fields, input.today);
  const problems = taskProblems(rows, task, { before: null, today: input.today });
  return problems.length > 0 ? fail(problems) : ok([putRecords("tasks", [task])]);
}

/** Changes a task. Checked like a new one; what was there before and is gone by now (an archived duty, an owner who left) may
 * stay while it is not touched. Done keeps the day on which it was done; nothing else does.
 * @example editTask(taskRows({ tasks: [aTask("t1")] }), { id: "t1", fields: { status: "done" }, today: TODAY }).value[0].records[0].doneOn // => "2026-09-01"
 */
export function editTask(
  rows: TaskRows,
  input: { readonly id: TaskId; readonly fields: TaskFields; readonly today: Day },
): Result<readonly Change[]> {
  const before = rows.tasks.get(input.id);
  if (!before) return fail([{ message: message("team.task.problem.gone") }]);
  const task = withFields(before, input.fields, input.today);
  const problems = taskProblems(rows, task, { before, today: input.today });
  if (problems.length > 0) return fail(problems);
  return ok(isSame(before, task) ? [] : [putRecords("tasks", [task])]);
}

/** Takes tasks away; those that are gone already are passed over.
 * @example removeTasks(taskRows({ tasks: [aTask("t1")] }), ["t1"]).value // => [{ op: "remove", table: "tasks", ids: ["t1"] }]
 */
export function removeTasks(rows: TaskRows, ids: readonly TaskId[]): Result<readonly Change[]> {
  return ok(
    deleteRecords(
      "tasks",
      ids.filter((id) => rows.tasks.has(id)),
    ),
  );
}

/** A task with fields changed; what became `undefined` is left out, and the day it was done follows the status.
 * @example withFields(aTask("t1", { status: "done", doneOn: TODAY }), { status: "open" }, TODAY).doneOn // => undefined
 */
export function withFields(task: Task, fields: TaskFields, today: Day): Task {
  const merged = { ...task, ...fields, title: (fields.title ?? task.title).trim() };
  const doneOn = merged.status === "done" ? (task.doneOn ?? today) : undefined;
  const entries = Object.entries({ ...merged, doneOn }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Task;
}

/** What is wrong with a task, each with the field and the remedy.
 * @example taskProblems(taskRows(), aTask("t1", { kind: "milestone" }), { before: null, today: TODAY }).map((one) => one.field) // => ["dueOn"]
 */
export function taskProblems(
  rows: TaskRows,
  task: Task,
  { before, today }: { readonly before: Task | null; readonly today: Day },
): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: keyof Task, key: string, params?: Parameters<typeof message>[1]) =>
    problems.push({ field, message: message(`team.task.problem.${key}`, params) });
  if (task.title === "") wrong("title", "title");
  if (task.title.length > 200) wrong("title", "title-long", { count: task.title.length });
  if (task.dutyId !== undefined && task.targetId !== undefined) wrong("targetId", "both");
  const duty = rows.duties.get(task.dutyId ?? "");
  const isNewDuty = task.dutyId !== undefined && task.dutyId !== before?.dutyId;
  if (isNewDuty && (!duty || duty.archived)) wrong("dutyId", "duty");
  const isNewTarget = task.targetId !== undefined && task.targetId !== before?.targetId;
  if (isNewTarget && !rows.targets.has(task.targetId ?? "")) wrong("targetId", "target");
  if (task.ownerId !== undefined && task.ownerId !== before?.ownerId) {
    const owner = rows.members.get(task.ownerId);
    if (!owner) wrong("ownerId", "owner");
    else if (owner.leftOn !== undefined && owner.leftOn <= today) {
      wrong("ownerId", "owner-left", { member: owner.name, day: { day: owner.leftOn } });
    }
  }
  if (task.kind === "milestone" && task.dueOn === undefined) wrong("dueOn", "milestone-day");
  if (task.kind === "milestone" && task.effortHours !== undefined) wrong("effortHours", "milestone-effort");
  const { effortHours: hours } = task;
  if (hours !== undefined && !(hours > 0 && hours <= MOST_HOURS)) {
    wrong("effortHours", "effort-range", { most: MOST_HOURS });
  }
  return problems;
}
