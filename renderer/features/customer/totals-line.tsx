import type { Explanation } from "../../../core/base/explain.ts";
import type { Quantity } from "../../../core/base/message.ts";
import { Figure } from "../../ui/figure.tsx";

export interface Total {
  readonly label: string;
  readonly quantity: Quantity;
  explain(): Explanation;
}

/** What the rows below come to. */
export function TotalsLine({ totals }: { readonly totals: readonly Total[] }) {
  return (
    <dl className="totals-line">
      {totals.map(({ label, quantity, explain }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Figure quantity={quantity} explain={explain} size="headline" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
