import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";

/** How an editor was left: where the selection goes next. */
export type EditorExit = "stay" | "down" | "up" | "right" | "left";

export interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  /** `type`: opened by typing, arrows leave it; `edit`: opened by F2 or Enter, arrows move the caret. */
  readonly mode: "type" | "edit";
  readonly align: "start" | "center" | "end";
  readonly problem?: string | undefined;
  onCommit(text: string, exit: EditorExit): void;
  onCancel(): void;
}

const EXIT_BY_ARROW: Readonly<Record<string, EditorExit>> = {
  ArrowDown: "down",
  ArrowUp: "up",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** The input over the active cell. */
export function CellEditor(props: CellEditorProps) {
  const { label, mode, align, problem, onCommit, onCancel } = props;
  const [text, setText] = useState(props.text);
  const input = useRef<HTMLInputElement>(null);
  const left = useRef(false);

  useEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    if (mode === "edit") field?.select();
    else field?.setSelectionRange(field.value.length, field.value.length);
  }, [mode]);

  const leave = (exit: EditorExit) => {
    if (left.current) return;
    left.current = true;
    onCommit(text, exit);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      left.current = true;
      onCancel();
    } else if (event.key === "Enter") leave(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") leave(event.shiftKey ? "left" : "right");
    else if (mode === "type" && event.key in EXIT_BY_ARROW) leave(EXIT_BY_ARROW[event.key]!);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={input}
        className={`grid-editor align-${align}`}
        aria-label={label}
        aria-invalid={problem !== undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.stopPropagation()}
        onBlur={() => leave("stay")}
      />
      {problem !== undefined && (
        <span className="grid-problem" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
