import type { Message } from "../../../core/base/message.ts";
import { undoState } from "../../storage/undo-state.ts";
import { useWords } from "../../ui/words-context.tsx";
import { redoNow, undoNow } from "../undo-now.ts";

/** Undo and redo, each saying what it would do. */
export function UndoButtons() {
  const words = useWords();
  const { undoLabel, redoLabel } = undoState();
  const title = (key: "undo" | "redo", label: Message | null) =>
    label ? words.text(`app.${key}.what`, { what: label }) : words.text(`app.${key}.nothing`);
  return (
    <div className="undo-buttons">
      <UndoButton sign="↶" title={title("undo", undoLabel)} disabled={!undoLabel} onClick={undoNow} />
      <UndoButton sign="↷" title={title("redo", redoLabel)} disabled={!redoLabel} onClick={redoNow} />
    </div>
  );
}

function UndoButton(props: {
  readonly sign: string;
  readonly title: string;
  readonly disabled: boolean;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-disabled={props.disabled || undefined}
      aria-label={props.title}
      title={props.title}
      onClick={props.disabled ? undefined : props.onClick}
    >
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}
