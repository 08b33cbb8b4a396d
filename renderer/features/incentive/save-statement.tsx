import type { PayListRow } from "../../../core/incentive/pay/pay-list.ts";
import { SavingLine } from "../../files/saving-line.tsx";
import { useSavePapers } from "../../files/use-save-papers.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";

const FORMATS = ["pdf", "docx", "xlsx"] as const;

/** One statement as a document to hand over. */
export function SaveStatement({ row }: { readonly row: PayListRow }) {
  const words = useWords();
  const { running, save } = useSavePapers();
  const { member, statement } = row;
  const wish = { kind: "statement", period: statement.period, memberId: member.id } as const;
  const name = words.text("incentive.statement.title", {
    name: member.name,
    period: { period: statement.period.id },
  });
  if (running) return <SavingLine running={running} />;
  return FORMATS.map((format) => (
    <Button key={format} onClick={() => void save({ papers: [wish], names: [name], format })}>
      {words.text("incentive.paper.save", { format: format.toUpperCase() })}
    </Button>
  ));
}
