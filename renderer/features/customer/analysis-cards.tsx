import { useMemo } from "react";
import { BarTable } from "../../ui/bar-table.tsx";
import type { BarColumn } from "../../ui/bar-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { HeadFigure } from "./analysis-head.tsx";
import type { AnswersProps } from "./analysis-view.ts";

/** Which open deals need a push: stalled, slipped, past, without next step; and how long all have been where they are. */
export function AnalysisOpen({ answers }: AnswersProps) {
  const words = useWords();
  const { ages, stalled, slipped, overdue, withoutNextStep } = answers.open;
  const columns = useMemo(
    (): readonly BarColumn<(typeof ages)[number]>[] => [
      { key: "count", title: words.text("customer.analysis.column.count"), figure: (row) => row.count },
    ],
    [words],
  );
  const label = useMemo(
    () => ({
      title: words.text("customer.analysis.age-title"),
      text: ({ step }: (typeof ages)[number]) => words.text(`customer.analysis.age.${step}`),
    }),
    [words],
  );
  const heads = [
    ["stalled", stalled],
    ["slipped", slipped],
    ["overdue", overdue],
    ["without-next-step", withoutNextStep],
  ] as const;
  return (
    <BarTable
      title={words.text("customer.analysis.ask.open")}
      rows={ages.filter(({ step, count }) => step !== "unknown" || count.n > 0)}
      rowKey={({ step }) => step}
      label={label}
      columns={columns}
      none={words.text("base.none")}
      note={stalled.value.value === null && stalled.note ? words.say(stalled.note) : undefined}
      head={
        <dl className="analysis-head">
          {heads.map(([key, figure]) => (
            <HeadFigure key={key} label={words.text(`customer.analysis.figure.${key}`)} of={figure} />
          ))}
        </dl>
      }
    />
  );
}

/** Why deals are lost, by how often and for how much. */
export function AnalysisReasons({ answers }: AnswersProps) {
  const words = useWords();
  const { lossReasons } = answers;
  const columns = useMemo(
    (): readonly BarColumn<(typeof lossReasons)[number]>[] => [
      { key: "count", title: words.text("customer.analysis.column.count"), figure: (row) => row.count },
      { key: "amount", title: words.text("customer.analysis.column.amount"), figure: (row) => row.amount },
    ],
    [words],
  );
  const label = useMemo(
    () => ({
      title: words.text("customer.analysis.column.reason"),
      text: (row: (typeof lossReasons)[number]) =>
        typeof row.label === "string" ? row.label : words.say(row.label),
    }),
    [words],
  );
  return (
    <BarTable
      title={words.text("customer.analysis.ask.reasons")}
      rows={lossReasons}
      rowKey={(row) => row.key}
      label={label}
      columns={columns}
      isPale={(row) => row.key === ""}
      none={words.text("customer.analysis.reasons.none")}
    />
  );
}

/** How long it takes from created to won. */
export function AnalysisCycle({ answers }: AnswersProps) {
  const words = useWords();
  const { cycleSteps, whole } = answers;
  const columns = useMemo(
    (): readonly BarColumn<(typeof cycleSteps)[number]>[] => [
      { key: "count", title: words.text("customer.analysis.column.count"), figure: (row) => row.count },
    ],
    [words],
  );
  const label = useMemo(
    () => ({
      title: words.text("customer.analysis.column.step"),
      text: ({ step }: (typeof cycleSteps)[number]) => words.text(`customer.analysis.cycle.${step}`),
    }),
    [words],
  );
  const hasWon = whole["won-count"].n > 0;
  return (
    <BarTable
      title={words.text("customer.analysis.ask.cycle")}
      rows={hasWon ? cycleSteps.filter(({ step, count }) => step !== "unknown" || count.n > 0) : []}
      rowKey={({ step }) => step}
      label={label}
      columns={columns}
      isPale={({ step }) => step === "unknown"}
      none={words.text("kpi.none.cycles")}
      head={
        hasWon && (
          <dl className="analysis-head">
            <HeadFigure
              label={words.text("customer.analysis.head.median-days")}
              of={whole["cycle-median-days"]}
            />
            <HeadFigure
              label={words.text("customer.analysis.head.mean-days")}
              of={whole["cycle-mean-days"]}
            />
          </dl>
        )
      }
    />
  );
}
