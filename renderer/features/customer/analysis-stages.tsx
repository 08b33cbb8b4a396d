import { useMemo } from "react";
import type { StageNorm } from "../../../core/customer/stage-age.ts";
import type { FunnelStage } from "../../../core/kpi/analysis/funnel.ts";
import type { OpenStage } from "../../../core/kpi/analysis/open-deals.ts";
import type { Words } from "../../../core/words/words.ts";
import { BarTable } from "../../ui/bar-table.tsx";
import type { BarColumn } from "../../ui/bar-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import type { AnswersProps } from "./analysis-view.ts";

interface StageRow extends FunnelStage {
  readonly open: OpenStage;
}

/** Where deals get stuck: how many go on from each stage, and how long those that are there have been there. */
export function AnalysisStages({ answers }: AnswersProps) {
  const words = useWords();
  const { funnel, open } = answers;
  const rows = useMemo(
    () =>
      funnel.map((one): StageRow => ({
        ...one,
        open: open.stages.find(({ stage }) => stage?.id === one.stage.id)!,
      })),
    [funnel, open],
  );
  const columns = useMemo(() => stageColumns(words), [words]);
  const label = useMemo(
    () => ({
      title: words.text("customer.analysis.column.stage"),
      text: ({ stage }: StageRow) => stage.stage,
    }),
    [words],
  );
  const [first] = funnel;
  const note = first && first.conversion.value.value === null ? first.conversion.note : undefined;
  const isSilent = note?.key === "customer.analysis.none.stage-history";
  return (
    <BarTable
      title={words.text("customer.analysis.ask.funnel")}
      rows={rows}
      rowKey={({ stage }) => stage.id}
      label={label}
      columns={columns}
      top={1}
      none={words.text("customer.analysis.funnel.none")}
      note={isSilent ? words.say(note!) : undefined}
    />
  );
}

function stageColumns(words: Words): readonly BarColumn<StageRow>[] {
  const title = (key: string) => words.text(`customer.analysis.column.${key}`);
  return [
    { key: "conversion", title: title("conversion"), width: 100, figure: (row) => row.conversion },
    { key: "entered", title: title("entered"), width: 80, figure: (row) => row.entered },
    { key: "moved-on", title: title("moved-on"), width: 80, figure: (row) => row.movedOn },
    { key: "now", title: title("now"), width: 80, figure: ({ open }) => open.count },
    { key: "age", title: title("age"), width: 100, figure: ({ open }) => open.ageMedian },
    { key: "stalled", title: title("stalled"), width: 80, figure: ({ open }) => open.stalled },
    { key: "norm", title: title("norm"), width: 260, text: ({ open }) => normText(words, open.norm) },
  ];
}

function normText(words: Words, norm: StageNorm | null): string {
  if (norm === null) return words.text("base.none");
  return words.text(`customer.analysis.norm.${norm.from}`, { days: norm.days, count: norm.n });
}
