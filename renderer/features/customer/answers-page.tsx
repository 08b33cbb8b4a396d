import type { Answer } from "../../../core/customer/records.ts";
import { countColumn, dayColumn, textColumn } from "./fact-columns.tsx";
import { FactTablePage } from "./fact-table-page.tsx";
import type { ViewProps } from "./room-views.tsx";
import { countTotal } from "./totals-line.tsx";
import { useColumns } from "./use-columns.ts";
import { useShown } from "./use-shown.ts";

/** Answers about satisfaction, the latest first. */
export function AnswersPage({ tabs }: ViewProps) {
  const shown = useShown("answers", {
    day: (one) => one.on,
    texts: (one) => [one.text],
    order: "latest-first",
  });
  const columns = useColumns<Answer>(({ words, customer, owner }) => [
    dayColumn("on", words.text("customer.field.date"), { day: (one) => one.on }),
    customer,
    textColumn("scale", words.text("customer.field.scale"), {
      width: 150,
      text: (one) => words.text(`customer.choice.${one.scale}`),
    }),
    {
      ...countColumn<Answer>("score", words.text("customer.field.score"), (one) => one.score),
      text: scoreText,
    },
    textColumn("text", words.text("customer.field.text"), {
      width: 300,
      text: (one) => (one.text ?? "").split("\n", 1)[0]!,
    }),
    owner,
  ]);
  const total = countTotal("customer.total.answers", shown, (one) => ({
    ref: { table: "answers", id: one.id },
    label: one.customerName ?? one.id,
    day: one.on,
  }));
  return <FactTablePage tabs={tabs} table="answers" shown={shown} columns={columns} totals={[total]} />;
}

/** A score of 0 is an answer. */
function scoreText({ score }: Answer): string {
  return String(score);
}
