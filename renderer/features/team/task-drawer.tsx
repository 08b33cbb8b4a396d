import type { DutyId, MemberId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { editTask, removeTasks } from "../../../core/team/tasks/edit-tasks.ts";
import type { TaskFields } from "../../../core/team/tasks/edit-tasks.ts";
import { readTypedDue, readTypedEffort } from "../../../core/team/tasks/read-task-text.ts";
import { isPending } from "../../../core/team/tasks/task-state.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import type { Task } from "../../../core/team/records.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { DayField, SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { memberOptions } from "./options.ts";
import { TaskCandidates } from "./task-candidates.tsx";
import type { TaskData } from "./task-data.ts";
import { TaskUnder } from "./task-under.tsx";

interface DrawerProps {
  readonly data: TaskData;
  readonly task: Task;
  onClose(): void;
}

const STATUSES = ["open", "doing", "done", "dropped"] as const;

/** Everything about one task. Each field is taken when it is left. */
export function TaskDrawer({ data, task, onClose }: DrawerProps) {
  const words = useWords();
  const write = (fields: TaskFields) =>
    runFromField(words, message("team.task.record.edit", { title: task.title }), ({ rows }) =>
      editTask(rows, { id: task.id, fields, today: data.today }),
    );
  const remove = async () => {
    onClose();
    const label = message("team.task.record.remove", { title: task.title });
    await runCommand(label, ({ rows }) => removeTasks(rows, [task.id]));
  };
  return (
    <Drawer
      open
      title={task.title}
      width={560}
      onClose={onClose}
      footer={<Button onClick={() => void remove()}>{words.text("team.task.remove")}</Button>}
    >
      <p className="quiet">
        {task.doneOn === undefined
          ? words.text("team.task.field.created", { day: { day: task.createdOn } })
          : words.text("team.task.field.done-on", {
              day: { day: task.createdOn },
              done: { day: task.doneOn },
            })}
      </p>
      <TextField
        label={words.text("team.task.field.title")}
        value={task.title}
        onCommit={(title) => write({ title })}
      />
      <TaskFacts data={data} task={task} onWrite={write} />
      <TaskUnder
        rows={data.rows}
        task={task}
        onWrite={(fields: { dutyId?: DutyId | undefined; targetId?: string | undefined }) => write(fields)}
      />
      <TextField
        multiline
        label={words.text("team.task.field.note")}
        value={task.note}
        onCommit={(note) => write({ note })}
      />
      {isPending(task) && (
        <TaskCandidates
          data={data}
          task={task}
          title={words.text("team.task.candidates.drawer")}
          onDone={() => undefined}
        />
      )}
    </Drawer>
  );
}

function TaskFacts(
  props: Omit<DrawerProps, "onClose"> & { onWrite(fields: TaskFields): Promise<string | null> },
) {
  const { data, task, onWrite } = props;
  const words = useWords();
  const people = membersOn(data.rows, data.today);
  const gone = data.rows.members.get(task.ownerId ?? "");
  const effort = (text: string) => {
    const hours = text.trim() === "" ? undefined : readTypedEffort(text);
    return hours === null
      ? words.text("team.task.problem.effort", { text: text.trim() })
      : onWrite({ effortHours: hours });
  };
  return (
    <div className="field-pairs">
      <SelectField
        label={words.text("team.task.field.owner")}
        value={(task.ownerId ?? "") as string}
        options={memberOptions(
          gone && !people.includes(gone) ? [...people, gone] : people,
          words.text("team.task.nobody"),
        )}
        onCommit={(id) => onWrite({ ownerId: id === "" ? undefined : (id as MemberId) })}
      />
      <DayField
        label={words.text("team.task.field.due")}
        value={task.dueOn ?? ""}
        onCommit={(text) => onWrite({ dueOn: readTypedDue(text, data.today) ?? undefined })}
      />
      <SelectField
        label={words.text("team.task.field.status")}
        value={task.status}
        options={STATUSES.map((value) => ({ value, label: words.text(`team.task.status.${value}`) }))}
        onCommit={(status) => onWrite({ status })}
      />
      <SelectField
        label={words.text("team.task.field.kind")}
        value={task.kind}
        options={(["task", "milestone"] as const).map((value) => ({
          value,
          label: words.text(`team.task.kind.${value}`),
        }))}
        onCommit={(kind) => onWrite({ kind })}
      />
      {task.kind === "task" && (
        <TextField
          label={words.text("team.task.field.effort")}
          value={
            task.effortHours === undefined ? "" : words.text("team.task.hours", { hours: task.effortHours })
          }
          placeholder={words.text("team.task.place.effort")}
          onCommit={effort}
        />
      )}
    </div>
  );
}
