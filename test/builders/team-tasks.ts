import { day } from "../../core/base/day.ts";
import type { TaskId } from "../../core/base/id.ts";
import { workingCalendar } from "../../core/base/working-calendar.ts";
import type { Task } from "../../core/team/records.ts";
import type { TaskRows } from "../../core/team/tasks/edit-tasks.ts";
import { loadHorizon } from "../../core/team/tasks/task-load.ts";
import type { LoadSources } from "../../core/team/tasks/task-load.ts";
import { SETTINGS, smallTeam, TODAY } from "./team.ts";

export function aTask(id: string, fields: Partial<Task> = {}): Task {
  return {
    id: id as TaskId,
    kind: "task",
    title: id,
    status: "open",
    note: "",
    createdOn: day("2026-08-01"),
    order: 1,
    ...fields,
  };
}

interface TaskScene extends NonNullable<Parameters<typeof smallTeam>[0]> {
  readonly tasks?: readonly Task[];
  readonly targetIds?: readonly string[];
}

/** The small team with some tasks, and targets of which only the id is known. */
export function taskRows({ tasks = [], targetIds = [], ...team }: TaskScene = {}): TaskRows {
  return {
    ...smallTeam(team),
    tasks: new Map(tasks.map((task) => [task.id, task])),
    targets: new Map(targetIds.map((id) => [id, { id }])),
  };
}

/** The same, on the day of the tests, looking twenty working days ahead. */
export function loadSources(scene: TaskScene = {}): LoadSources {
  const horizon = loadHorizon(workingCalendar([]), TODAY);
  return { rows: taskRows(scene), settings: SETTINGS, today: TODAY, horizon };
}
