import type { Words } from "../../core/words/words.ts";
import { Button } from "../ui/button.tsx";
import { useWords } from "../ui/words-context.tsx";
import type { RunningSave } from "./use-save-papers.ts";

/** In the place of the buttons that began it: how far documents are on their way to the disk, and the way to stop them. */
export function SavingLine({ running }: { readonly running: RunningSave }) {
  const words = useWords();
  return (
    <span role="status">
      {textOf(words, running.progress)}{" "}
      <Button kind="link" disabled={running.progress === "stopping"} onClick={running.cancel}>
        {words.text("base.cancel")}
      </Button>
    </span>
  );
}

function textOf(words: Words, progress: RunningSave["progress"]): string {
  if (progress === null) return words.text("base.file.making");
  if (progress === "stopping") return words.text("base.file.stopping");
  const { step, done, all } = progress;
  return words.text(`base.file.progress.${step}`, { done, all });
}
