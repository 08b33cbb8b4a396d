import { useMemo } from "react";
import type { Quantity } from "../../../core/base/message.ts";
import { Chart } from "../../ui/chart.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { AnswersProps } from "./analysis-view.ts";

/** Whether the win rate is getting better, by number and by amount. */
export function AnalysisTrend({ answers }: AnswersProps) {
  const words = useWords();
  const { trend } = answers;
  const labels = useMemo(() => trend.map(({ period }) => period.id), [trend]);
  const series = useMemo(
    () =>
      (["win-rate", "win-rate-value"] as const).map((figure, at) => ({
        label: words.text(`customer.analysis.column.${figure}`),
        values: trend.map(({ figures }) => figures[figure].value.value),
        ...(at === 0 ? {} : { tone: "on-pace" as const }),
      })),
    [trend, words],
  );
  const n = trend.reduce((sum, { figures }) => sum + figures["closed-count"].n, 0);
  const title = words.text("customer.analysis.ask.trend");
  if (trend.length < 2) return null;
  return (
    <Chart
      title={title}
      kind="line"
      labels={labels}
      series={series}
      quantity={asPercent}
      n={n}
      height={220}
      exportName={title}
    />
  );
}

function asPercent(value: number | null): Quantity {
  return { unit: "percent", value };
}
