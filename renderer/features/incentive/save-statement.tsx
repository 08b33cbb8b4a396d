import type { PayListRow } from "../../../core/incentive/pay/pay-list.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { useSavePaper } from "./use-save-paper.ts";

const FORMATS = ["pdf", "docx", "xlsx"] as const;

/** One statement as a document to hand over. */
export function SaveStatement({ row }: { readonly row: PayListRow }) {
  const words = useWords();
  const { busy, save } = useSavePaper();
  const { member, statement } = row;
  const wish = { kind: "statement", period: statement.period, memberId: member.id } as const;
  const name = words.text("incentive.statement.title", {
    name: member.name,
    period: { period: statement.period.id },
  });
  return FORMATS.map((format) => (
    <Button key={format} disabled={busy} onClick={() => void save(wish, name, format)}>
      {words.text("incentive.paper.save", { format: format.toUpperCase() })}
    </Button>
  ));
}
