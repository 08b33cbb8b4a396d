import type { Explanation } from "../../../core/base/explain.ts";
import { message } from "../../../core/base/message.ts";
import type { Quantity } from "../../../core/base/message.ts";
import { sumMoney } from "../../../core/base/money.ts";
import type { Money } from "../../../core/base/money.ts";
import { explainCount, explainSum } from "../../../core/customer/fact-totals.ts";
import type { ListedFact } from "../../../core/customer/fact-totals.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";

export interface Total {
  /** Its name: a key of the words. */
  readonly label: string;
  readonly quantity: Quantity;
  explain(): Explanation;
}

/** How many rows there are. */
export function countTotal<Row>(
  label: string,
  rows: readonly Row[],
  listed: (row: Row) => ListedFact,
): Total {
  return {
    label,
    quantity: { unit: "count", value: rows.length },
    explain: () => explainCount(message(label), rows.map(listed)),
  };
}

/** What the rows' amounts come to. */
export function sumTotal<Row>(label: string, rows: readonly Row[], listed: (row: Row) => ListedFact): Total {
  const amounts = rows.flatMap((row) => listed(row).amount ?? []);
  return knownTotal(label, sumMoney(amounts), () => rows.map(listed));
}

/** A sum that is known already, and the rows behind it for when somebody asks. */
export function knownTotal(label: string, value: Money, listed: () => readonly ListedFact[]): Total {
  return {
    label,
    quantity: { unit: "money", value },
    explain: () => explainSum(message(label), listed()),
  };
}

/** What the rows below come to. */
export function TotalsLine({ totals }: { readonly totals: readonly Total[] }) {
  const words = useWords();
  return (
    <dl className="totals-line">
      {totals.map(({ label, quantity, explain }) => (
        <div key={label}>
          <dt>{words.text(label)}</dt>
          <dd>
            <Figure quantity={quantity} explain={explain} size="headline" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
