import { addDays, daysBetween, weekdayOf } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { DutyId, MemberId } from "../../base/id.ts";
import type { Task } from "../records.ts";

/** Where a task stands on a day. */
export const TASK_STATES = ["overdue", "this-week", "later", "no-day", "done", "dropped"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Where a task stands: finished, past its day, due by the Sunday of this week, due later, or without a day.
 * @example taskState(aTask("t1", { dueOn: "2026-08-31" }), TODAY) // => "overdue"
 * @example taskState(aTask("t1", { dueOn: "2026-09-06" }), TODAY) // => "this-week"
 */
export function taskState(task: Task, today: Day): TaskState {
  if (task.status === "done" || task.status === "dropped") return task.status;
  if (task.dueOn === undefined) return "no-day";
  if (task.dueOn < today) return "overdue";
  return task.dueOn <= addDays(today, 7 - weekdayOf(today)) ? "this-week" : "later";
}

/** Whether a task still waits to be done.
 * @example isPending(aTask("t1", { status: "doing" })) // => true
 */
export function isPending(task: Pick<Task, "status">): boolean {
  return task.status === "open" || task.status === "doing";
}

/** Days by which a pending task is past its day; 0 when it is not.
 * @example daysLate(aTask("t1", { dueOn: "2026-08-30" }), TODAY) // => 2
 */
export function daysLate(task: Task, today: Day): number {
  return taskState(task, today) === "overdue" ? daysBetween(task.dueOn!, today) : 0;
}

/** Which tasks are wanted; what is left out does not filter. */
export interface TaskFilter {
  /** A member; `null`: those of nobody. */
  readonly ownerId?: MemberId | null;
  readonly state?: TaskState | "pending";
  readonly dutyId?: DutyId;
  readonly targetId?: string;
  /** All under targets of this KPI. */
  readonly kpiId?: string;
}

/** Tasks as a list: those that wait first, the earliest day first and those without a day last; then what is done, the latest
 * first; equals in the manager's order.
 * @example listTasks(new Map(), {}, TODAY) // => []
 */
export function listTasks(tasks: ReadonlyMap<string, Task>, filter: TaskFilter, today: Day): readonly Task[] {
  return [...tasks.values()].filter((task) => fits(task, filter, today)).toSorted(compareTasks);
}

function fits(task: Task, filter: TaskFilter, today: Day): boolean {
  const { ownerId, state, dutyId, targetId, kpiId } = filter;
  if (ownerId !== undefined && (task.ownerId ?? null) !== ownerId) return false;
  if (state === "pending" ? !isPending(task) : state !== undefined && taskState(task, today) !== state) {
    return false;
  }
  if (dutyId !== undefined && task.dutyId !== dutyId) return false;
  if (targetId !== undefined && task.targetId !== targetId) return false;
  return kpiId === undefined || (task.targetId?.startsWith(`${kpiId}|`) ?? false);
}

const LAST = "9999-12-31";

function compareTasks(a: Task, b: Task): number {
  const waits = Number(isPending(b)) - Number(isPending(a));
  if (waits !== 0) return waits;
  const byDay = isPending(a)
    ? compareText(a.dueOn ?? LAST, b.dueOn ?? LAST)
    : compareText(b.doneOn ?? b.dueOn ?? "", a.doneOn ?? a.dueOn ?? "");
  return byDay || a.order - b.order || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
