import type { Period } from "../../../core/base/period.ts";
import type { PackChoice } from "../../../core/review/quarter-pack.ts";
import type { Words } from "../../../core/words/words.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { PACK_FORMATS, packOrder } from "./pack-files.ts";

export interface SavePackProps {
  readonly period: Period;
  readonly choice: PackChoice;
  readonly packWords: Words;
}

/** The buttons that put the pack on disk; while it is made in its worker they give way to a line with cancel. */
export function SavePack({ period, choice, packWords }: SavePackProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const { running, save } = useSavePapers();
  if (running) return <SavingLine running={running} />;
  return PACK_FORMATS.map((format) => (
    <Button
      key={format}
      kind={format === "pdf" ? "primary" : "chip"}
      onClick={() => void save(packOrder(workspace, { period, choices: [choice], format, words: packWords }))}
    >
      {words.text(`review.room.save-${format}`)}
    </Button>
  ));
}
