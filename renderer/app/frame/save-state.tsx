import { useWords } from "../../ui/words-context.tsx";

/** Whether the last change is on the disk. */
export function SaveState() {
  const words = useWords();
  return (
    <p className="save-state" role="status">
      {words.text("app.saved")}
    </p>
  );
}
