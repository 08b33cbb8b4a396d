import type { Period } from "../../../core/base/period.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** The training plan of a period as a workbook or a document. */
export function SavePlan({ period }: { readonly period: Period }) {
  const words = useWords();
  const { running, save } = useSavePapers();
  if (running) return <SavingLine running={running} />;
  const papers = [{ kind: "training", period } as const];
  const names = [words.text("training.paper.file", { period: period.id as string })];
  return (["xlsx", "docx"] as const).map((format) => (
    <Button key={format} onClick={() => void save({ papers, names, format })}>
      {words.text(`training.plan.save-${format}`)}
    </Button>
  ));
}
