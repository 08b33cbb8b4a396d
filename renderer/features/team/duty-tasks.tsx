import type { Duty } from "../../../core/team/records.ts";
import { listTasks } from "../../../core/team/tasks/task-state.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useTaskData } from "./task-data.ts";
import { TaskLines } from "./task-lines.tsx";
import { taskHref } from "./task-place.ts";

/** The pending tasks under a duty, and the way to the next. */
export function DutyTasks({ duty }: { readonly duty: Duty }) {
  const words = useWords();
  const data = useTaskData();
  const tasks = listTasks(data.rows.tasks, { dutyId: duty.id, state: "pending" }, data.today);
  return (
    <section className="drawer-section">
      <h3>{words.text("team.duty.tasks")}</h3>
      <TaskLines
        data={data}
        tasks={tasks}
        beside={(task) => data.rows.members.get(task.ownerId ?? "")?.name ?? words.text("team.task.nobody")}
        none={words.text("team.duty.tasks.none")}
      />
      <p>
        <a href={taskHref({ duty: duty.id })}>{words.text("team.duty.tasks.add")} →</a>
      </p>
    </section>
  );
}
