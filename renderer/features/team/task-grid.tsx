import { useMemo } from "react";
import type { TaskId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { editTaskCells } from "../../../core/team/tasks/edit-task-cells.ts";
import type { TaskCell } from "../../../core/team/tasks/edit-task-cells.ts";
import { daysLate, isPending, taskState } from "../../../core/team/tasks/task-state.ts";
import type { Task } from "../../../core/team/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { underText } from "./task-data.ts";
import type { TaskData } from "./task-data.ts";

export interface TaskGridProps {
  readonly data: TaskData;
  readonly tasks: readonly Task[];
  readonly height: string;
  onOpen(id: TaskId): void;
  onPropose(id: TaskId): void;
}

/** The table of tasks, edited like a spreadsheet; Space on a row's mark or status says done, and again takes it back. */
export function TaskGrid(props: TaskGridProps) {
  const { data, tasks } = props;
  const words = useWords();
  const columns = taskColumns(words, props);
  const apply = useMemo(() => (edits: readonly GridEdit[]) => writeTaskCells(data, edits), [data]);
  return (
    <Grid<Task>
      label={words.text("team.task.table")}
      rows={tasks}
      rowKey={(task) => task.id}
      columns={columns}
      stickyColumns={2}
      height={props.height}
      onEdit={apply}
      onOpen={(task) => props.onOpen(task.id)}
      exportName={words.text("team.task.table")}
    />
  );
}

async function writeTaskCells(data: TaskData, edits: readonly GridEdit[]): Promise<readonly GridProblem[]> {
  const { rows } = currentWorkspace();
  const [first] = edits;
  const title = rows.tasks.get(first?.rowKey ?? "")?.title ?? "";
  const label =
    edits.length > 1
      ? message("team.task.record.cells")
      : first?.columnKey !== "done"
        ? message("team.task.record.edit", { title })
        : message(`team.task.record.${first.text === "done" ? "done" : "reopen"}`, { title });
  const changed = edits.map((edit) => ({
    taskId: edit.rowKey as TaskId,
    cell: edit.columnKey === "done" ? ("status" as const) : (edit.columnKey as TaskCell),
    text: edit.text,
  }));
  return runFromGrid(label, (now) => editTaskCells(now.rows, { edits: changed, today: data.today }));
}

function taskColumns(words: Words, props: TaskGridProps): readonly GridColumn<Task>[] {
  const { data } = props;
  const typed = (key: TaskCell, width: number, text: (task: Task) => string): GridColumn<Task> => ({
    key,
    title: words.text(`team.task.field.${key === "dueOn" ? "due" : key === "effortHours" ? "effort" : key}`),
    width,
    text,
    editText: text,
  });
  const dutyName = (task: Task) => underText(words, data.rows, { dutyId: task.dutyId });
  return [
    doneColumn(words, data),
    titleColumn(
      words,
      props,
      typed("title", 276, (task) => task.title),
    ),
    {
      ...typed("under", 184, (task) => underText(words, data.rows, task)),
      editText: (task) => (task.targetId === undefined ? dutyName(task) : null),
    },
    ownerColumn(
      words,
      props,
      typed("owner", 108, (task) => ownerName(data, task)),
    ),
    {
      ...typed("dueOn", words.locale === "en" ? 172 : 152, (task) => dueText(words, data, task)),
      editText: (task) => task.dueOn ?? "",
      exportValue: (task) => task.dueOn ?? "",
      tone: (task) => (taskState(task, data.today) === "overdue" ? "at-risk" : undefined),
    },
    {
      ...typed("status", words.locale === "en" ? 112 : 96, (task) =>
        words.text(`team.task.status.${task.status}`),
      ),
      quickKey: quickDone,
    },
    {
      ...typed("effortHours", 84, (task) => effortText(words, task)),
      align: "end",
      editText: (task) => (task.effortHours === undefined ? "" : String(task.effortHours)),
      exportValue: (task) => task.effortHours ?? null,
    },
    typed("note", 232, (task) => task.note),
  ];
}

function doneColumn(words: Words, data: TaskData): GridColumn<Task> {
  return {
    key: "done",
    title: words.text("team.task.field.done"),
    width: 52,
    align: "center",
    text: (task) => (task.status === "done" ? "✓" : ""),
    quickKey: quickDone,
    render: (task) => (
      <Button
        kind="link"
        label={words.text(task.status === "done" ? "team.task.mark-open" : "team.task.mark-done", {
          title: task.title,
        })}
        onClick={() =>
          void writeTaskCells(data, [
            { rowKey: task.id, columnKey: "done", text: task.status === "done" ? "open" : "done" },
          ])
        }
      >
        <span aria-hidden className={task.status === "done" ? "task-mark done" : "task-mark"}>
          {task.status === "done" ? "✓" : task.kind === "milestone" ? "◇" : "○"}
        </span>
      </Button>
    ),
  };
}

function titleColumn(words: Words, props: TaskGridProps, typed: GridColumn<Task>): GridColumn<Task> {
  return {
    ...typed,
    render: (task) => (
      <span className={isPending(task) ? "task-title" : "task-title finished"}>
        <span>{task.title}</span>
        <Button
          kind="link"
          label={`${words.text("team.task.open")} ${task.title}`}
          title={words.text("team.task.open")}
          onClick={() => props.onOpen(task.id)}
        >
          ›
        </Button>
      </span>
    ),
  };
}

function ownerColumn(words: Words, props: TaskGridProps, typed: GridColumn<Task>): GridColumn<Task> {
  return {
    ...typed,
    render: (task) =>
      task.ownerId === undefined && isPending(task) ? (
        <Button
          kind="link"
          label={words.text("team.task.propose.for", { title: task.title })}
          onClick={() => props.onPropose(task.id)}
        >
          {words.text("team.task.propose")}
        </Button>
      ) : (
        ownerName(props.data, task)
      ),
    note: (task) => {
      const owner = props.data.rows.members.get(task.ownerId ?? "");
      if (!isPending(task) || owner?.leftOn === undefined || owner.leftOn > props.data.today)
        return undefined;
      return words.text("team.task.problem.owner-left", { member: owner.name, day: words.day(owner.leftOn) });
    },
  };
}

function quickDone(task: Task, key: string): string | null {
  if (key !== " ") return null;
  return task.status === "done" ? "open" : "done";
}

function ownerName(data: TaskData, task: Task): string {
  return data.rows.members.get(task.ownerId ?? "")?.name ?? "";
}

function dueText(words: Words, data: TaskData, task: Task): string {
  if (task.dueOn === undefined) return "";
  const days = daysLate(task, data.today);
  return days === 0
    ? words.day(task.dueOn)
    : words.text("team.task.late", { day: words.day(task.dueOn), count: days });
}

function effortText(words: Words, task: Task): string {
  return task.effortHours === undefined ? "" : words.text("team.task.hours", { hours: task.effortHours });
}
