import { putRecords } from "../../base/change.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Repair } from "../findings/finding.ts";
import { isOnTeam } from "../memberships.ts";
import { listMessage } from "../name-key.ts";
import type { Task } from "../records.ts";
import { inOrder } from "../team-rows.ts";
import { proposeTaskOwners } from "./propose-task-owner.ts";
import { taskLoad } from "./task-load.ts";
import type { LoadSources, TaskLoad } from "./task-load.ts";
import { listTasks, taskState } from "./task-state.ts";

/** The kinds of findings about tasks, in the order in which they are listed. */
export const TASK_FINDING_CODES = ["overdue", "owner-left", "no-owner", "overload", "this-week"] as const;
export type TaskFindingCode = (typeof TASK_FINDING_CODES)[number];

/** More than these are not given out at once: nobody would read the list. */
const MOST_GIVEN = 20;

const NO_REPAIRS = () => [];

const SEVERITY_BY_CODE = {
  overdue: "risk",
  "owner-left": "warning",
  "no-owner": "warning",
  "this-week": "hint",
} as const;

/** Something about tasks that needs a look. All tasks of one kind are one finding; an overload is one for each member. */
export interface TaskFinding {
  readonly id: string;
  readonly code: TaskFindingCode;
  readonly severity: "risk" | "warning" | "hint";
  /** At least one; as the list sorts them. */
  readonly tasks: readonly Task[];
  /** Whose load it is. */
  readonly member?: { readonly id: MemberId; readonly name: string; readonly carries: TaskLoad };
  /** The best first; none where only the manager can know. Worked out when somebody looks. */
  repairs(): readonly Repair[];
}

/** What is not as it should be with tasks on a day: past their day, of owners who have left, of nobody, more hours than their
 * owner has in the next four weeks; and, as a hint, what is due by Sunday. Tasks of nobody and of those who left can be given
 * to whom the rule proposes, all at once.
 * @example taskFindings(loadSources({ tasks: [aTask("t1", { dueOn: "2026-08-30" })] })).map((one) => one.code) // => ["overdue", "no-owner"]
 */
export function taskFindings(from: LoadSources): readonly TaskFinding[] {
  const { rows, today } = from;
  const pending = listTasks(rows.tasks, { state: "pending" }, today);
  const leftOwner = ({ ownerId }: Task) => {
    const owner = rows.members.get(ownerId ?? "");
    return ownerId !== undefined && (!owner || !isOnTeam(owner, today));
  };
  const orphans = pending.filter(leftOwner);
  const nobodys = pending.filter((task) => task.ownerId === undefined);
  return [
    ...several(
      "overdue",
      pending.filter((task) => taskState(task, today) === "overdue"),
    ),
    ...several("owner-left", orphans, () => giveOut(from, orphans)),
    ...several("no-owner", nobodys, () => giveOut(from, nobodys)),
    ...overloads(from),
    ...several(
      "this-week",
      pending.filter((task) => taskState(task, today) === "this-week"),
    ),
  ];
}

function several(
  code: Exclude<TaskFindingCode, "overload">,
  tasks: readonly Task[],
  repairs: TaskFinding["repairs"] = NO_REPAIRS,
): readonly TaskFinding[] {
  const severity = SEVERITY_BY_CODE[code];
  return tasks.length === 0 ? [] : [{ id: `task-${code}`, code, severity, tasks, repairs }];
}

function overloads(from: LoadSources): readonly TaskFinding[] {
  return inOrder(from.rows.members).flatMap((member): readonly TaskFinding[] => {
    if (!isOnTeam(member, from.today)) return [];
    const carries = taskLoad(from, member.id);
    if (carries.hours <= carries.available) return [];
    return [
      {
        id: `task-overload:${member.id}`,
        code: "overload",
        severity: "warning",
        tasks: carries.tasks,
        member: { id: member.id, name: member.name, carries },
        repairs: NO_REPAIRS,
      },
    ];
  });
}

/** Gives each task to whom the rule proposes, the load growing as they are given; none when not all find
 * somebody, or there are too many. */
function giveOut(from: LoadSources, tasks: readonly Task[]): readonly Repair[] {
  if (tasks.length > MOST_GIVEN) return [];
  const given: Task[] = [];
  const names: string[] = [];
  let held = from.rows.tasks;
  for (const task of tasks) {
    const after = { ...from, rows: { ...from.rows, tasks: held } };
    const [best] = proposeTaskOwners(after, { taskId: task.id, dutyId: task.dutyId, dueOn: task.dueOn });
    if (!best) return [];
    const owned: Task = { ...task, ownerId: best.memberId };
    given.push(owned);
    names.push(best.name);
    held = new Map(held).set(task.id, owned);
  }
  const params = { count: given.length, names: listMessage([...new Set(names)].slice(0, 3)) };
  return [
    {
      label: message("team.task.repair.give", params),
      record: message("team.task.record.give", params),
      changes: [putRecords("tasks", given)],
    },
  ];
}
