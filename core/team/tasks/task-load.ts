import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId, TaskId } from "../../base/id.ts";
import type { Settings } from "../../base/settings.ts";
import { isWorkingDay } from "../../base/working-calendar.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import { dutyBook } from "../duty-book.ts";
import { capacityBasis } from "../member-status.ts";
import type { Task } from "../records.ts";
import type { TeamRows } from "../team-rows.ts";
import { isPending } from "./task-state.ts";

/** How far ahead a load looks: four weeks of working days. */
const HORIZON_DAYS = 20;

/** A day of work. */
const HOURS_A_DAY = 8;

/** What a task without effort is taken for: a day. */
const HOURS_UNSAID = 8;

/** What the questions about the load of tasks need. */
export interface LoadSources {
  readonly rows: TeamRows & { readonly tasks: ReadonlyMap<string, Task> };
  readonly settings: Pick<Settings, "dutyLimit">;
  readonly today: Day;
  /** From `loadHorizon`: the working days that a load looks at. */
  readonly horizon: readonly Day[];
}

/** What a member carries at present. */
export interface TaskLoad {
  /** Duties that they own, and how many they may. */
  readonly duties: number;
  readonly limit: number;
  /** The hours of their pending tasks that fall into the horizon: due by its end, or without a day. A milestone has none; a
   * task without effort counts as a day. */
  readonly hours: number;
  /** The hours they have in the horizon: available working days × FTE × 8. */
  readonly available: number;
  readonly tasks: readonly Task[];
  /** 1 + duties ÷ limit + hours ÷ available hours: 1 carries nothing, 2 carries all that there is room for in one of the two.
   * Without an hour available the hours count as twice all there is. */
  readonly load: number;
}

/** The next twenty working days from a day on.
 * @example loadHorizon(workingCalendar([]), "2026-11-25").length // => 20
 */
export function loadHorizon(calendar: WorkingCalendar, today: Day): readonly Day[] {
  const days: Day[] = [];
  for (let on = today; days.length < HORIZON_DAYS; on = addDays(on, 1)) {
    if (isWorkingDay(calendar, on)) days.push(on);
  }
  return days;
}

/** What a member carries at present; one task may be left out, for it is the one to be handed on.
 * @example taskLoad(loadSources(), "王芳").load // => 1
 */
export function taskLoad(from: LoadSources, memberId: MemberId, exceptId?: TaskId): TaskLoad {
  const { rows, settings, horizon } = from;
  const duties = dutyBook(rows).loadByMember.get(memberId) ?? 0;
  const limit = Math.max(1, settings.dutyLimit);
  const last = horizon.at(-1) ?? from.today;
  const tasks = (workByOwner(rows.tasks).get(memberId) ?? []).filter(
    (task) => task.id !== exceptId && (task.dueOn === undefined || task.dueOn <= last),
  );
  const hours = tasks.reduce((sum, task) => sum + hoursOf(task), 0);
  const available = capacityBasis(rows, memberId, horizon).fteDays * HOURS_A_DAY;
  const busy = hours === 0 ? 0 : available === 0 ? 2 : hours / available;
  return { duties, limit, hours, available, tasks, load: 1 + duties / limit + busy };
}

const workByTable = new WeakMap<object, ReadonlyMap<MemberId, readonly Task[]>>();

/** The pending tasks of each owner, milestones left out; found once for a table. */
function workByOwner(table: ReadonlyMap<string, Task>): ReadonlyMap<MemberId, readonly Task[]> {
  const known = workByTable.get(table);
  if (known) return known;
  const byOwner = new Map<MemberId, Task[]>();
  for (const task of table.values()) {
    if (task.ownerId === undefined || task.kind === "milestone" || !isPending(task)) continue;
    const list = byOwner.get(task.ownerId);
    if (list) list.push(task);
    else byOwner.set(task.ownerId, [task]);
  }
  workByTable.set(table, byOwner);
  return byOwner;
}

/** The hours that a task counts with.
 * @example hoursOf(aTask("t1")) // => 8
 */
export function hoursOf(task: Pick<Task, "kind" | "effortHours">): number {
  return task.kind === "milestone" ? 0 : (task.effortHours ?? HOURS_UNSAID);
}
