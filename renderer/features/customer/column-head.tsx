import { message } from "../../../core/base/message.ts";
import { explainCount, explainSum } from "../../../core/customer/fact-totals.ts";
import { listedDeal, weightedAmount } from "../../../core/customer/pipeline.ts";
import type { PipelineColumn } from "../../../core/customer/pipeline.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** A stage's name, what it means where that is not "open", and what its deals come to. */
export function ColumnHead({ column }: { readonly column: PipelineColumn }) {
  const words = useWords();
  const { deals, category } = column;
  const stage = column.stage || words.text("customer.board.no-stage");
  const state = words.text(`customer.category.${category}`);
  const title = (key: string) => message("customer.board.figure", { stage, figure: message(key) });
  return (
    <header className={`pipeline-head ${category}`}>
      <h3>
        <span title={stage}>{stage}</span>
        {category !== "open" && state !== stage && <small>{state}</small>}
        <Figure
          quantity={{ unit: "count", value: deals.length }}
          explain={() =>
            explainCount(
              title("customer.total.deals"),
              deals.map((deal) => listedDeal(deal, deal.amount)),
            )
          }
        />
      </h3>
      <dl>
        <div>
          <dt>{words.text("customer.field.amount")}</dt>
          <dd>
            <Figure
              quantity={{ unit: "money", value: column.amount }}
              explain={() =>
                explainSum(
                  title("customer.field.amount"),
                  deals.map((deal) => listedDeal(deal, deal.amount)),
                )
              }
            />
          </dd>
        </div>
        {category === "open" && (
          <div>
            <dt>{words.text("customer.board.weighted")}</dt>
            <dd>
              <Figure
                quantity={{ unit: "money", value: column.weighted }}
                explain={() =>
                  explainSum(
                    title("customer.total.weighted-amount"),
                    deals.map((deal) => listedDeal(deal, weightedAmount(deal))),
                  )
                }
              />
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}
