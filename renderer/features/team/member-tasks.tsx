import { explainTaskLoad } from "../../../core/team/tasks/explain-task-owner.ts";
import { taskLoad } from "../../../core/team/tasks/task-load.ts";
import { listTasks } from "../../../core/team/tasks/task-state.ts";
import { placeHref } from "../../platform/place.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { MemberSectionProps } from "./member-drawer.tsx";
import { underText, useTaskData } from "./task-data.ts";
import { TaskLines } from "./task-lines.tsx";

/** The pending tasks of a member, and what they carry in all. */
export function MemberTasks({ member }: Pick<MemberSectionProps, "member">) {
  const words = useWords();
  const data = useTaskData();
  const tasks = listTasks(data.rows.tasks, { ownerId: member.id, state: "pending" }, data.today);
  const carries = taskLoad(data, member.id);
  const isFull = carries.hours > carries.available;
  return (
    <section className="drawer-section">
      <h3>{words.text("team.member.tasks")}</h3>
      <TaskLines
        data={data}
        tasks={tasks}
        beside={(task) => underText(words, data.rows, task)}
        none={words.text("team.member.tasks.none")}
      >
        <p className="quiet">
          {words.text("team.member.tasks.hours")}{" "}
          <Figure
            quantity={{ unit: "hours", value: carries.hours }}
            text={words.text("team.task.hours", { hours: carries.hours })}
            explain={() => explainTaskLoad(member.name, carries)}
            {...(isFull
              ? { tone: "behind" as const, toneLabel: words.text("team.task.several.overload", { count: 1 }) }
              : {})}
          />
          {" · "}
          {words.text("team.member.tasks.load")}{" "}
          <Figure
            quantity={{ unit: "ratio", value: carries.load }}
            explain={() => explainTaskLoad(member.name, carries)}
          />
          {" · "}
          <a href={placeHref("team", "tasks")}>{words.text("team.member.tasks.all")}</a>
        </p>
      </TaskLines>
    </section>
  );
}
