import { memo, useMemo } from "react";
import { RANKED_FROM } from "../../../core/kpi/analysis/break-down.ts";
import type { AnalysisPart } from "../../../core/kpi/analysis/break-down.ts";
import type { DealFigure, DealFigures } from "../../../core/kpi/analysis/deal-figures.ts";
import { BLANK, DIMENSIONS } from "../../../core/kpi/analysis/dimensions.ts";
import { BarTable } from "../../ui/bar-table.tsx";
import type { BarColumn } from "../../ui/bar-table.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { analysisChoice } from "./analysis-view.ts";

const COLUMNS = [
  ["win-rate", "win-rate", 100],
  ["closed-count", "n", 70],
  ["win-rate-value", "win-rate-value", 100],
  ["won-amount", "won-amount", 110],
  ["cycle-median-days", "cycle", 100],
  ["open-amount", "open", 110],
] as const satisfies readonly (readonly [DealFigure, string, number])[];

/** Who wins: the parts of a dimension by win rate, those with few deals behind, those of nobody last. */
export const AnalysisParts = memo(function AnalysisParts(props: {
  readonly parts: readonly AnalysisPart[];
  readonly whole: DealFigures;
}) {
  const words = useWords();
  const dimension = analysisChoice((choice) => choice.dimension);
  const { parts, whole } = props;
  const isTime = dimension === "month" || dimension === "quarter";
  const rows = useMemo(() => (isTime ? parts : parts.toSorted(byRank)), [parts, isTime]);
  const total = useMemo(
    (): AnalysisPart => ({
      key: "=",
      label: words.text("customer.analysis.whole"),
      figures: whole,
      rank: null,
    }),
    [words, whole],
  );
  const columns = useMemo(
    () =>
      COLUMNS.filter(([figure]) => !isTime || figure !== "open-amount").map(
        ([figure, key, width]): BarColumn<AnalysisPart> => ({
          key,
          title: words.text(`customer.analysis.column.${key}`),
          width,
          figure: (part) => part.figures[figure],
        }),
      ),
    [words, isTime],
  );
  const label = useMemo(
    () => ({
      title: words.text(`customer.analysis.by.${dimension}`),
      text: ({ label: said }: AnalysisPart) => (typeof said === "string" ? said : words.say(said)),
    }),
    [words, dimension],
  );
  return (
    <BarTable
      title={words.text("customer.analysis.ask.parts")}
      rows={rows}
      rowKey={(part) => part.key}
      label={label}
      columns={columns}
      top={1}
      isPale={(part) => part.rank === null}
      total={total}
      none={words.text("kpi.none.closed-deals")}
      note={
        !isTime && rows.some((part) => part.rank === null && part.key !== BLANK)
          ? words.text("customer.analysis.unranked", { count: RANKED_FROM })
          : undefined
      }
      tools={
        <Choice
          label={words.text("customer.analysis.by")}
          value={dimension}
          options={DIMENSIONS.map((value) => ({
            value,
            label: words.text(`customer.analysis.by.${value}`),
          }))}
          onChange={(chosen) => analysisChoice.setState({ dimension: chosen })}
        />
      }
    />
  );
});

function byRank(a: AnalysisPart, b: AnalysisPart): number {
  const place = ({ key, rank }: AnalysisPart) => (key === BLANK ? 2e9 : (rank ?? 1e9));
  return place(a) - place(b);
}
