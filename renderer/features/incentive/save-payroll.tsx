import type { Period } from "../../../core/base/period.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useSavePaper } from "./use-save-paper.ts";

/** The list for payroll as a workbook. */
export function SavePayroll({ period }: { readonly period: Period }) {
  const words = useWords();
  const { busy, save } = useSavePaper();
  const name = words.text("incentive.payroll.file", { period: { period: period.id } });
  return (
    <Button disabled={busy} onClick={() => void save({ kind: "payroll", period }, name, "xlsx")}>
      {words.text(busy ? "incentive.paper.making" : "incentive.payroll.save")}
    </Button>
  );
}
