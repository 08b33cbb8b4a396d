import { WHOLE_PPM } from "../../../core/base/money.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import type { CardLine } from "../../../core/review/score-card.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** The KPIs that a total is made of: weight, result, target and score; where there are none, why. */
export function ScoreLines({ lines }: { readonly lines: readonly CardLine[] }) {
  const words = useWords();
  if (lines.length === 0) return <p className="quiet">{words.text("kpi.none.set")}</p>;
  return (
    <table className="review-lines">
      <thead>
        <tr>
          {(["kpi", "weight", "actual", "target", "score"] as const).map((column) => (
            <th key={column} scope="col">
              {words.text(`review.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ kpiId, name, unit, weight, value, target, score, now }) => (
          <tr key={kpiId}>
            <th scope="row">{words.name(name)}</th>
            <td>{words.quantity({ unit: "percent", value: weight / WHOLE_PPM })}</td>
            <td>
              <Figure quantity={quantityOf(unit, value)} {...(now ? { explain: now.value.explain } : {})} />
            </td>
            <td>{words.quantity(quantityOf(unit, target))}</td>
            <td>
              <Figure
                quantity={{ unit: "score", value: score }}
                {...(now ? { explain: now.score.explain } : {})}
                {...(now?.score.note ? { reason: words.say(now.score.note) } : {})}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
