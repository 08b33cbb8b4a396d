import { useMemo } from "react";
import type { ActionId } from "../../../core/base/id.ts";
import { message } from "../../../core/base/message.ts";
import { actionState, daysOverdue } from "../../../core/meeting/actions/action-state.ts";
import { editActionCells } from "../../../core/meeting/actions/edit-action-cells.ts";
import type { ActionCell } from "../../../core/meeting/actions/edit-action-cells.ts";
import type { Action } from "../../../core/meeting/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { runFromGrid } from "../../storage/run-in-place.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { Grid } from "../../ui/grid.tsx";
import type { GridColumn, GridEdit, GridProblem } from "../../ui/grid.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { linkOf } from "./action-links.ts";
import type { MeetingData } from "./meeting-data.ts";

interface GridProps {
  readonly data: MeetingData;
  readonly actions: readonly Action[];
  onOpen(id: ActionId): void;
}

/** The list of actions, edited like a spreadsheet; Space says done, and again takes it back. */
export function ActionGrid(props: GridProps) {
  const { data, actions, onOpen } = props;
  const words = useWords();
  const apply = useMemo(() => (edits: readonly GridEdit[]) => writeCells(data, edits), [data]);
  return (
    <Grid<Action>
      label={words.text("meeting.action.table")}
      rows={actions}
      rowKey={({ id }) => id}
      columns={actionColumns(words, props)}
      stickyColumns={2}
      height="max(320px, calc(100dvh - 330px))"
      onEdit={apply}
      onOpen={({ id }) => onOpen(id)}
      exportName={words.text("meeting.action.table")}
    />
  );
}

async function writeCells(data: MeetingData, edits: readonly GridEdit[]): Promise<readonly GridProblem[]> {
  const { rows } = currentWorkspace();
  const [first] = edits;
  const text = rows.actions.get(first?.rowKey ?? "")?.text ?? "";
  const what = first?.columnKey !== "done" ? "edit" : first.text === "done" ? "done" : "reopen";
  const label =
    edits.length > 1
      ? message("meeting.record.action-cells")
      : message(`meeting.record.action-${what}`, { text });
  const cells = edits.map((edit) => ({
    actionId: edit.rowKey as ActionId,
    cell: edit.columnKey === "done" ? ("state" as const) : (edit.columnKey as ActionCell),
    text: edit.text,
  }));
  return runFromGrid(label, (now) => editActionCells(now.rows, { edits: cells, today: data.today }));
}

function actionColumns(words: Words, props: GridProps): readonly GridColumn<Action>[] {
  const { data, onOpen } = props;
  const typed = (key: ActionCell, width: number, text: (action: Action) => string): GridColumn<Action> => ({
    key,
    title: words.text(`meeting.action.field.${key}`),
    width,
    text,
    editText: text,
  });
  return [
    doneColumn(words, data),
    {
      ...typed("text", 304, ({ text }) => text),
      render: (action) => <TextCell action={action} onOpen={onOpen} />,
    },
    {
      ...typed("owner", 108, ({ ownerId }) => data.rows.members.get(ownerId ?? "")?.name ?? ""),
      render: ({ ownerId }) =>
        data.rows.members.get(ownerId ?? "")?.name ?? (
          <span className="tone-muted">{words.text("meeting.action.nobody")}</span>
        ),
    },
    {
      ...typed("dueOn", words.locale === "en" ? 220 : 204, (action) => dueText(words, data, action)),
      editText: ({ dueOn }) => dueOn ?? "",
      exportValue: ({ dueOn }) => dueOn ?? "",
      tone: (action) => (actionState(action, data.today) === "overdue" ? "at-risk" : undefined),
    },
    {
      ...typed("state", 96, ({ state }) => words.text(`meeting.action.status.${state}`)),
      quickKey: quickDone,
    },
    aboutColumn(words, data),
    typed("note", 188, ({ note }) => note),
  ];
}

function aboutColumn(words: Words, { rows, workspace }: MeetingData): GridColumn<Action> {
  const linked = (action: Action) => linkOf(words, { rows, workspace }, action);
  return {
    key: "about",
    title: words.text("meeting.action.field.about"),
    width: 196,
    text: (action) => linked(action)?.label ?? "",
    render: (action) => {
      const link = linked(action);
      if (!link) return null;
      return link.href === null ? link.label : <a href={link.href}>{link.label}</a>;
    },
  };
}

function doneColumn(words: Words, data: MeetingData): GridColumn<Action> {
  return {
    key: "done",
    title: words.text("meeting.action.field.done"),
    width: 52,
    align: "center",
    text: ({ state }) => (state === "done" ? "✓" : ""),
    quickKey: quickDone,
    render: ({ id, state, text }) => (
      <Button
        kind="link"
        label={words.text(`meeting.action.mark-${state === "done" ? "open" : "done"}`, { text })}
        onClick={() =>
          void writeCells(data, [{ rowKey: id, columnKey: "done", text: state === "done" ? "open" : "done" }])
        }
      >
        <span aria-hidden className={state === "done" ? "action-mark done" : "action-mark"}>
          {state === "done" ? "✓" : "○"}
        </span>
      </Button>
    ),
  };
}

function TextCell({ action, onOpen }: { readonly action: Action; onOpen(id: ActionId): void }) {
  const words = useWords();
  const open = words.text("meeting.action.open");
  return (
    <span className={action.state === "open" ? "action-text" : "action-text finished"}>
      <span>{action.text}</span>
      <Button kind="link" label={`${open} ${action.text}`} title={open} onClick={() => onOpen(action.id)}>
        ›
      </Button>
    </span>
  );
}

function quickDone({ state }: Action, key: string): string | null {
  if (key !== " ") return null;
  return state === "done" ? "open" : "done";
}

function dueText(words: Words, data: MeetingData, action: Action): string {
  if (action.dueOn === undefined) return "";
  const count = daysOverdue(action, data.today);
  return count === 0
    ? words.day(action.dueOn)
    : words.text("meeting.action.late", { day: { day: action.dueOn }, count });
}
