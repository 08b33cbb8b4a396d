import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { PaperWish } from "../../worker/paper-messages.ts";

export interface SavePaperProps {
  readonly wish: PaperWish;
  /** The file's name without its ending. */
  readonly name: string;
  /** What the document is called, for screen readers and the tip. */
  readonly title: string;
}

/** The two buttons that put a document about a member on disk, for a word processor or as it will be printed. */
export function SavePaper({ wish, name, title }: SavePaperProps) {
  const words = useWords();
  const { running, save } = useSavePapers();
  return (
    <span className="save-paper" role="group" aria-label={title}>
      <span className="quiet">{title}</span>
      {running ? (
        <SavingLine running={running} />
      ) : (
        (["docx", "pdf"] as const).map((format) => (
          <Button
            key={format}
            kind="chip"
            onClick={() => void save({ papers: [wish], names: [name], format })}
          >
            {words.text(`review.handover.save.${format}`)}
          </Button>
        ))
      )}
    </span>
  );
}
