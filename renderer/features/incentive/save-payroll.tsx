import type { Period } from "../../../core/base/period.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

const FORMATS = ["xlsx", "pdf", "docx"] as const;

/** The list for payroll as a workbook, or to be signed. */
export function SavePayroll({ period }: { readonly period: Period }) {
  const words = useWords();
  const { running, save } = useSavePapers();
  if (running) return <SavingLine running={running} />;
  const papers = [{ kind: "payroll", period } as const];
  const names = [words.text("incentive.payroll.file", { period: { period: period.id } })];
  return FORMATS.map((format) => (
    <Button key={format} onClick={() => void save({ papers, names, format })}>
      {words.text("incentive.payroll.save", { format: format.toUpperCase() })}
    </Button>
  ));
}
