import type { DealFigure } from "../../../core/kpi/analysis/deal-figures.ts";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import type { ExplainedValue } from "../../ui/explained-figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { AnalysisView } from "./analysis-view.ts";

const HEAD = [
  ["win-rate", "kpi.metric.win-rate"],
  ["win-rate-value", "kpi.metric.win-rate-value"],
  ["cycle-median-days", "customer.analysis.head.median-days"],
  ["velocity", "customer.analysis.figure.velocity"],
  ["open-amount", "kpi.metric.open-amount"],
  ["weighted-open-amount", "kpi.metric.weighted-open-amount"],
] as const satisfies readonly (readonly [DealFigure, string])[];

/** As of today, so that there is nothing to compare it with. */
const NOW: readonly DealFigure[] = ["velocity", "open-amount", "weighted-open-amount"];

/** The figures that everything below takes apart. */
export function AnalysisHead({ view }: { readonly view: AnalysisView }) {
  const words = useWords();
  const { whole, before } = view.analysis;
  return (
    <dl className="analysis-head">
      {HEAD.map(([figure, key]) => (
        <HeadFigure
          key={figure}
          label={words.text(key)}
          of={whole[figure]}
          {...(before && !NOW.includes(figure)
            ? { before: { of: before[figure], label: words.period(view.periodBefore.id) } }
            : {})}
        />
      ))}
    </dl>
  );
}

/** A figure with its n, and what it was before. */
export function HeadFigure(props: {
  readonly label: string;
  readonly of: ExplainedValue;
  readonly before?: { readonly of: ExplainedValue; readonly label: string };
}) {
  const { label, of, before } = props;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <ExplainedFigure of={of} size="headline" />
        <span className="analysis-n">n = {of.n}</span>
      </dd>
      {before && (
        <dd className="analysis-before">
          {before.label} <ExplainedFigure of={before.of} />
          <span className="analysis-n">n = {before.of.n}</span>
        </dd>
      )}
    </div>
  );
}
