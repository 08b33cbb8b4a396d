import type { ReactNode } from "react";
import type { Task } from "../../../core/team/records.ts";
import { taskState } from "../../../core/team/tasks/task-state.ts";
import { useWords } from "../../ui/words-context.tsx";
import type { TaskData } from "./task-data.ts";
import { taskHref } from "./task-place.ts";

const SHOWN = 6;

/** Some tasks in a drawer: title, day, who or what; each leads to its place. */
export function TaskLines(props: {
  readonly data: TaskData;
  readonly tasks: readonly Task[];
  /** What stands beside the title: the owner at a duty, the duty at an owner. */
  beside(task: Task): string;
  readonly none: string;
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const { data, tasks } = props;
  if (tasks.length === 0) return <p className="quiet">{props.none}</p>;
  return (
    <>
      <ul className="drawer-list">
        {tasks.slice(0, SHOWN).map((task) => {
          const state = taskState(task, data.today);
          return (
            <li key={task.id}>
              <a className="wide" href={taskHref({ id: task.id })}>
                {task.title}
              </a>
              <span className="quiet">{props.beside(task)}</span>
              <span className={state === "overdue" ? "tone-at-risk" : "quiet"}>
                {task.dueOn === undefined ? words.text("team.task.state.no-day") : words.day(task.dueOn)}
                {state === "overdue" && ` · ${words.text("team.task.state.overdue")}`}
              </span>
            </li>
          );
        })}
      </ul>
      {tasks.length > SHOWN && <p className="quiet">{words.text("base.rows", { count: tasks.length })}</p>}
      {props.children}
    </>
  );
}
