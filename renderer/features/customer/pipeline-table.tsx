import { useMemo } from "react";
import { currentCustomerName } from "../../../core/customer/customer-choices.ts";
import { weightedAmount } from "../../../core/customer/pipeline.ts";
import type { PipelineColumn } from "../../../core/customer/pipeline.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { DealMarks, marksText } from "./deal-marks.tsx";
import { dayColumn, moneyColumn, ownerColumn, textColumn } from "./fact-columns.tsx";
import type { ShownPipeline } from "./use-pipeline.ts";

/** The same deals as on the board, in the order of the stages. */
export function PipelineTable(props: ShownPipeline & { onOpen(id: string): void }) {
  const { columns, index, stateOf } = props;
  const words = useWords();
  const workspace = useWorkspace();
  const deals = useMemo(() => columns.flatMap((column) => column.deals), [columns]);
  const placeOf = useMemo(() => placesOf(columns), [columns]);
  const shown: readonly DataColumn<Deal>[] = [
    textColumn("name", words.text("customer.field.name"), {
      width: 140,
      text: (deal) => deal.name || deal.id,
    }),
    {
      ...textColumn<Deal>("stage", words.text("customer.field.stage"), {
        width: 88,
        text: (deal) => deal.stage ?? words.text("customer.board.no-stage"),
      }),
      sortValue: (deal) => placeOf.get(deal) ?? 0,
    },
    textColumn("customer", words.text("customer.field.customer"), {
      width: 100,
      text: (deal) => currentCustomerName(workspace.facts.customers, deal),
    }),
    ownerColumn(words.text("customer.field.owner"), { index, members: workspace.rows.members }),
    moneyColumn("amount", words.text("customer.field.amount"), { words, amount: (deal) => deal.amount }),
    chanceColumn(words.text("customer.field.probability")),
    moneyColumn("weighted", words.text("customer.total.weighted-amount"), {
      words,
      amount: (deal) => (deal.category === "open" ? weightedAmount(deal) : undefined),
    }),
    dayColumn("expected", words.text("customer.field.expectedClose"), {
      day: (deal) => deal.expectedCloseOn,
    }),
    {
      key: "days",
      title: words.text("customer.board.days-in-stage"),
      width: 68,
      align: "end",
      text: (deal) => String(stateOf(deal).age?.days ?? ""),
      sortValue: (deal) => stateOf(deal).age?.days ?? -1,
      exportValue: (deal) => stateOf(deal).age?.days ?? null,
    },
    {
      key: "marks",
      title: words.text("customer.board.marks"),
      width: 150,
      text: (deal) => marksText(words, stateOf(deal)),
      render: (deal) => <DealMarks state={{ age: null, marks: stateOf(deal).marks }} />,
    },
  ];
  return (
    <DataTable
      label={words.text("customer.tab.pipeline")}
      rows={deals}
      rowKey={(deal) => deal.id}
      columns={shown}
      onOpen={(deal) => props.onOpen(deal.id)}
      exportName={words.text("customer.tab.pipeline")}
      height="calc(100dvh - 300px)"
    />
  );
}

function chanceColumn(title: string): DataColumn<Deal> {
  const percent = ({ category, probability }: Deal) =>
    category !== "open" || probability === undefined ? null : probability / 10_000;
  return {
    key: "chance",
    title,
    width: 56,
    align: "end",
    text: (deal) => (percent(deal) === null ? "" : `${percent(deal)}%`),
    sortValue: (deal) => percent(deal) ?? -1,
    exportValue: percent,
  };
}

function placesOf(columns: readonly PipelineColumn[]): ReadonlyMap<Deal, number> {
  const places = new Map<Deal, number>();
  for (const [at, { deals }] of columns.entries()) for (const deal of deals) places.set(deal, at);
  return places;
}
