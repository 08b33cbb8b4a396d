import { useWords } from "../../ui/words-context.tsx";

/** Undo and redo, each saying what it would do. */
export function UndoButtons() {
  const words = useWords();
  return (
    <div className="undo-buttons">
      <button
        type="button"
        className="icon-button"
        aria-disabled="true"
        aria-label={words.text("app.undo.nothing")}
      >
        <span aria-hidden="true">↶</span>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-disabled="true"
        aria-label={words.text("app.redo.nothing")}
      >
        <span aria-hidden="true">↷</span>
      </button>
    </div>
  );
}
