import { message } from "../../../core/base/message.ts";
import { sumMoney } from "../../../core/base/money.ts";
import { explainCount, explainSum } from "../../../core/customer/fact-totals.ts";
import { listedDeal } from "../../../core/customer/pipeline.ts";
import type { PipelineColumn } from "../../../core/customer/pipeline.ts";
import { useWords } from "../../ui/words-context.tsx";
import { TotalsLine } from "./totals-line.tsx";

/** What the open columns come to: deals, amount, weighted amount. */
export function PipelineTotals({ columns }: { readonly columns: readonly PipelineColumn[] }) {
  const words = useWords();
  const open = columns.filter(({ category }) => category === "open");
  const listed = () => open.flatMap(({ deals }) => deals.map((deal) => listedDeal(deal, deal.amount)));
  const weighed = () =>
    open.flatMap(({ deals, weights }) => deals.map((deal, at) => listedDeal(deal, weights[at])));
  return (
    <TotalsLine
      totals={[
        {
          label: words.text("customer.board.open-deals"),
          quantity: { unit: "count", value: open.reduce((sum, { deals }) => sum + deals.length, 0) },
          explain: () => explainCount(message("customer.board.open-deals"), listed()),
        },
        {
          label: words.text("customer.total.open-amount"),
          quantity: { unit: "money", value: sumMoney(open.map(({ amount }) => amount)) },
          explain: () => explainSum(message("customer.total.open-amount"), listed()),
        },
        {
          label: words.text("customer.total.weighted-amount"),
          quantity: { unit: "money", value: sumMoney(open.map(({ weighted }) => weighted)) },
          explain: () => explainSum(message("customer.total.weighted-amount"), weighed()),
        },
      ]}
    />
  );
}
