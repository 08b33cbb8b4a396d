import { useMemo } from "react";
import { BarTable } from "../../ui/bar-table.tsx";
import type { BarColumn } from "../../ui/bar-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { HeadFigure } from "./analysis-head.tsx";
import type { AnswersProps } from "./analysis-view.ts";

/** What new and existing customers bring, and whether they stay. */
export function AnalysisBusiness({ answers }: AnswersProps) {
  const words = useWords();
  const { parts, retention, churn } = answers.business;
  const columns = useMemo(
    (): readonly BarColumn<(typeof parts)[number]>[] => [
      {
        key: "amount",
        title: words.text("customer.analysis.column.won-amount"),
        figure: (row) => row.amount,
      },
      { key: "count", title: words.text("customer.analysis.column.count"), figure: (row) => row.count },
    ],
    [words],
  );
  const label = useMemo(
    () => ({
      title: words.text("customer.analysis.column.customer"),
      text: ({ part }: (typeof parts)[number]) => words.text(`customer.analysis.business.${part}`),
    }),
    [words],
  );
  return (
    <BarTable
      title={words.text("customer.analysis.ask.business")}
      rows={parts.filter(({ part, count }) => part !== "no-customer" || count.n > 0)}
      rowKey={({ part }) => part}
      label={label}
      columns={columns}
      isPale={({ part }) => part === "no-customer"}
      none={words.text("base.none")}
      head={
        <dl className="analysis-head">
          <HeadFigure label={words.text("kpi.metric.retention")} of={retention} />
          <HeadFigure label={words.text("customer.analysis.figure.churn")} of={churn} />
        </dl>
      }
    />
  );
}

/** Whether the money has come in: what is outstanding, by how late it is. */
export function AnalysisReceivables({ answers }: AnswersProps) {
  const words = useWords();
  const { total, ages, collectionRate } = answers.receivables;
  const columns = useMemo(
    (): readonly BarColumn<(typeof ages)[number]>[] => [
      { key: "amount", title: words.text("customer.analysis.column.amount"), figure: (row) => row.amount },
      { key: "count", title: words.text("customer.total.orders"), figure: (row) => row.count },
    ],
    [words],
  );
  const label = useMemo(
    () => ({
      title: words.text("customer.analysis.column.due"),
      text: ({ age }: (typeof ages)[number]) => words.text(`customer.analysis.due.${age}`),
    }),
    [words],
  );
  const isKnown = total.value.value !== null;
  return (
    <BarTable
      title={words.text("customer.analysis.ask.receivables")}
      rows={isKnown ? ages.filter(({ age, count }) => age !== "no-day" || count.n > 0) : []}
      rowKey={({ age }) => age}
      label={label}
      columns={columns}
      none={total.note ? words.say(total.note) : words.text("base.none")}
      head={
        isKnown && (
          <dl className="analysis-head">
            <HeadFigure label={words.text("customer.analysis.figure.outstanding")} of={total} />
            <HeadFigure label={words.text("customer.analysis.figure.collection-rate")} of={collectionRate} />
          </dl>
        )
      }
    />
  );
}
