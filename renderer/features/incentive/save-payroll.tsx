import type { Period } from "../../../core/base/period.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** The list for payroll as a workbook. */
export function SavePayroll({ period }: { readonly period: Period }) {
  const words = useWords();
  const { running, save } = useSavePapers();
  if (running) return <SavingLine running={running} />;
  const order = {
    papers: [{ kind: "payroll", period }],
    names: [words.text("incentive.payroll.file", { period: { period: period.id } })],
    format: "xlsx",
  } as const;
  return <Button onClick={() => void save(order)}>{words.text("incentive.payroll.save")}</Button>;
}
