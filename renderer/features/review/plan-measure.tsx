import type { KpiId } from "../../../core/base/id.ts";
import { planMeasure } from "../../../core/review/plan-measure.ts";
import { Figure } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { PlanPartProps } from "./plan-drawer.tsx";

/** The KPI that the plan is measured by, month by month, before it and since. */
export function PlanMeasure({ data, plan, kpiId }: PlanPartProps & { readonly kpiId: KpiId }) {
  const words = useWords();
  const kpi = data.workspace.rows.kpis.get(kpiId);
  if (!kpi) return null;
  const months = planMeasure(data.sources.context, plan, kpiId);
  return (
    <table className="review-lines months">
      <caption>{words.text("review.plan.measure", { kpi: words.name(kpi.name) })}</caption>
      <thead>
        <tr>
          {months.map(({ period, isBefore }) => (
            <th key={period.id} scope="col">
              {isBefore
                ? words.text("review.plan.measure.before", { month: words.period(period.id, "short") })
                : words.period(period.id, "short")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {months.map(({ period, value }) => (
            <td key={period.id}>
              <Figure quantity={value.value} explain={() => value.explain()} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
