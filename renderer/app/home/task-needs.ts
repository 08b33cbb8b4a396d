import { message } from "../../../core/base/message.ts";
import type { Message } from "../../../core/base/message.ts";
import type { NeedSources } from "../../../core/meeting/needs-attention.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import type { Task } from "../../../core/team/records.ts";
import { taskFindings } from "../../../core/team/tasks/task-findings.ts";
import type { TaskFinding } from "../../../core/team/tasks/task-findings.ts";
import { loadHorizon } from "../../../core/team/tasks/task-load.ts";
import { daysLate } from "../../../core/team/tasks/task-state.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { HomeSource } from "./home-source.ts";

type Finding = NeedSources["findings"][number];

let last: { readonly source: HomeSource; readonly needs: NeedSources["findings"] } | null = null;

/** Tasks that wait for the manager: overdue ones stand in the middle, the rest is small. What is due this week is no need. */
export function taskNeeds(source: HomeSource): NeedSources["findings"] {
  if (last?.source !== source) last = { source, needs: findNeeds(source) };
  return last.needs;
}

function findNeeds({ workspace, book }: HomeSource): NeedSources["findings"] {
  const { rows } = workspace;
  const horizon = loadHorizon(calendarOf(rows), book.today);
  return taskFindings({ rows, settings: settingsOf(workspace), today: book.today, horizon })
    .filter(({ severity }) => severity !== "hint")
    .flatMap((finding): readonly Finding[] =>
      finding.member ? [overloadNeed(finding)] : finding.tasks.map((task) => taskNeed(rows, finding, task)),
    );

  function taskNeed(of: typeof rows, finding: TaskFinding, task: Task): Finding {
    return {
      ...shared(finding),
      id: `${finding.id}:${task.id}`,
      about: task.title,
      what: whatOf(of.members.get(task.ownerId ?? "")?.name, { finding, days: daysLate(task, book.today) }),
      ref: { table: "tasks", id: task.id },
    };
  }
}

function overloadNeed(finding: TaskFinding): Finding {
  const { name, id, carries } = finding.member!;
  return {
    ...shared(finding),
    id: finding.id,
    about: name,
    what: message("team.task.need.overload", {
      hours: { unit: "hours", value: carries.hours },
      available: { unit: "hours", value: carries.available },
    }),
    ref: { table: "members", id },
  };
}

function shared({ code }: TaskFinding) {
  return {
    code: `task-${code}`,
    several: `team.task.several.${code}`,
    severity: "warning",
    kind: "task",
    level: code === "overdue" ? 2 : 1,
  } as const;
}

function whatOf(member: string | undefined, of: { finding: TaskFinding; days: number }): Message {
  const { code } = of.finding;
  if (code !== "overdue") {
    return message(`team.task.need.${code}`, member === undefined || code === "no-owner" ? {} : { member });
  }
  const count = of.days;
  return member === undefined
    ? message("team.task.need.late-nobody", { count })
    : message("team.task.need.late", { count, member });
}
