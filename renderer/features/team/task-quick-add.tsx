import { useRef, useState } from "react";
import type { TaskId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { addTaskFromCells } from "../../../core/team/tasks/edit-task-cells.ts";
import type { TaskCell } from "../../../core/team/tasks/edit-task-cells.ts";
import type { Task } from "../../../core/team/records.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { living } from "../../../core/team/team-rows.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { TaskData } from "./task-data.ts";
import { dutyText, underText } from "./task-data.ts";

const FIELDS = ["title", "under", "owner", "dueOn", "effortHours"] as const;
type QuickField = (typeof FIELDS)[number];
type Draft = Readonly<Record<QuickField, string>> & { readonly kind: Task["kind"] };

const LABEL_BY_FIELD: Readonly<Record<QuickField, string>> = {
  title: "title",
  under: "under",
  owner: "owner",
  dueOn: "due",
  effortHours: "effort",
};

export interface QuickAddProps {
  readonly data: TaskData;
  /** What the page is looking at: new tasks go under it. */
  readonly under: Pick<Task, "dutyId" | "targetId">;
  onAdded(id: TaskId): void;
}

/** A line in which a task is written by keyboard alone: Tab between the fields, Enter from any of them adds. */
export function TaskQuickAdd({ data, under, onAdded }: QuickAddProps) {
  const words = useWords();
  const line = useRef<HTMLFormElement>(null);
  const fixed = under.targetId === undefined ? null : underText(words, data.rows, under);
  const empty: Draft = {
    kind: "task",
    title: "",
    under: underText(words, data.rows, { dutyId: under.dutyId }),
    owner: "",
    dueOn: "",
    effortHours: "",
  };
  const [draft, setDraft] = useState(empty);
  const [problems, setProblems] = useState<Readonly<Partial<Record<TaskCell, string | undefined>>>>({});
  const add = async () => {
    const id = currentPlatform().newId() as TaskId;
    const seen = currentWorkspace();
    const command = addCommand({ ...data, rows: seen.rows }, { id, draft, under });
    const label = message("team.task.record.add", { title: draft.title.trim() });
    const found = await runFromGrid(label, { command, seen });
    setProblems(Object.fromEntries(found.map((one) => [one.columnKey, words.say(one.message)])));
    const [first] = found;
    if (first) return focusOn(line.current, first.columnKey);
    setDraft({ ...empty, kind: draft.kind, under: draft.under });
    focusOn(line.current, "title");
    onAdded(id);
  };
  const suggestions: Readonly<Partial<Record<QuickField, readonly string[]>>> = {
    under: living(data.rows.duties).map((duty) => dutyText(words, data.rows, duty)),
    owner: membersOn(data.rows, data.today).map((member) => member.name),
  };
  const isMilestone = draft.kind === "milestone";
  return (
    <form
      ref={line}
      aria-label={words.text("team.task.new")}
      className={isMilestone ? "task-line milestone" : "task-line"}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <SelectField
        label={words.text("team.task.field.kind")}
        value={draft.kind}
        options={(["task", "milestone"] as const).map((value) => ({
          value,
          label: words.text(`team.task.kind.${value}`),
        }))}
        onCommit={(kind) => {
          setDraft({ ...draft, kind, effortHours: "" });
          return null;
        }}
      />
      {FIELDS.filter((key) => !(isMilestone && key === "effortHours")).map((key) => (
        <div key={key} data-field={key}>
          <TextField
            label={words.text(`team.task.field.${LABEL_BY_FIELD[key]}`)}
            value={key === "under" && fixed !== null ? fixed : draft[key]}
            disabled={key === "under" && fixed !== null}
            placeholder={words.text(`team.task.place.${LABEL_BY_FIELD[key]}`)}
            problem={problems[key]}
            {...(suggestions[key] ? { suggest: () => suggestions[key]! } : {})}
            onType={(text) => {
              setDraft((now) => ({ ...now, [key]: text }));
              setProblems((now) => ({ ...now, [key]: undefined }));
            }}
            onCommit={() => null}
          />
        </div>
      ))}
      <Button kind="primary" onClick={() => void add()}>
        {words.text("team.task.add")}
      </Button>
      <button type="submit" hidden>
        {words.text("team.task.add")}
      </button>
    </form>
  );
}

function addCommand(
  { rows, today }: TaskData,
  of: { readonly id: TaskId; readonly draft: Draft; readonly under: QuickAddProps["under"] },
) {
  const { id, draft, under } = of;
  const cells = FIELDS.filter((cell) => !(cell === "under" && under.targetId !== undefined)).map((cell) => ({
    cell,
    text: draft[cell],
  }));
  const isFixed = under.targetId !== undefined;
  return addTaskFromCells(rows, {
    id,
    cells,
    kind: draft.kind,
    under: isFixed ? under : {},
    today,
  });
}

function focusOn(line: HTMLElement | null, field: string): void {
  line?.querySelector<HTMLInputElement>(`[data-field="${field}"] input`)?.focus();
}
