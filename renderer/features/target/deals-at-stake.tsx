import type { DealAtStake } from "../../../core/target/forecast/forecast.ts";
import type { ForecastRow } from "../../../core/target/forecast/forecast-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import { goTo, placeHref } from "../../platform/place.ts";
import { useView } from "../../storage/view-store.ts";
import { Choice } from "../../ui/choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { DataColumn } from "../../ui/data-table.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { forecastQuantity, forecastSubject } from "./forecast-columns.tsx";

export interface DealsAtStakeProps {
  readonly row: ForecastRow;
  readonly subject: string;
  readonly rows: readonly ForecastRow[];
  onChoose(key: string): void;
}

/** The open deals of a subject in the period, those first without which the target is furthest away. */
export function DealsAtStake({ row, subject, rows, onChoose }: DealsAtStakeProps) {
  const words = useWords();
  const { today } = useView();
  const { deals, unit } = row.forecast;
  const sum = deals.reduce((all, deal) => all + deal.amount, 0);
  const title = words.text("target.forecast.stakes");
  return (
    <section className="forecast-part" aria-labelledby="stakes-title">
      <header>
        <h2 id="stakes-title">{title}</h2>
        <Choice
          quiet
          label={words.text("target.forecast.column.subject")}
          value={row.key}
          options={rows.map((one) => ({ value: one.key, label: forecastSubject(one, words) }))}
          onChange={onChoose}
        />
        <p className="quiet">
          {deals.length === 0
            ? words.text("target.forecast.stakes.none")
            : words.text("target.forecast.stakes.of", {
                subject,
                count: deals.length,
                amount: words.quantity(forecastQuantity(unit, sum)),
              })}
        </p>
      </header>
      {deals.length > 0 && (
        <DataTable<DealAtStake>
          label={title}
          rows={deals}
          rowKey={({ deal }) => deal.id}
          columns={stakeColumns(words, { unit, today, hasTarget: row.forecast.target !== null })}
          onOpen={({ deal }) => goTo(placeHref("customer", "deals", { id: deal.id }))}
          exportName={title}
          height={300}
        />
      )}
    </section>
  );
}

function stakeColumns(
  words: Words,
  of: { readonly unit: "money" | "count"; readonly today: string; readonly hasTarget: boolean },
): readonly DataColumn<DealAtStake>[] {
  return [
    {
      key: "name",
      title: words.text("target.forecast.stakes.name"),
      width: 320,
      text: ({ deal }) => [deal.name || deal.id, deal.customerName].filter(Boolean).join(" · "),
    },
    {
      key: "owner",
      title: words.text("target.forecast.stakes.owner"),
      width: 128,
      text: ({ deal }) => deal.ownerName ?? "",
    },
    expectedColumn(words, of.today),
    {
      key: "amount",
      title: words.text("target.forecast.stakes.amount"),
      width: 120,
      align: "end",
      text: ({ amount }) => words.quantity(forecastQuantity(of.unit, amount)),
      sortValue: ({ amount }) => amount,
      exportValue: ({ amount }) => amount,
    },
    {
      key: "probability",
      title: words.text("target.forecast.stakes.probability"),
      width: 88,
      align: "end",
      text: ({ probability }) => `${probability / 10_000} %`,
      sortValue: ({ probability }) => probability,
      exportValue: ({ probability }) => probability / 1_000_000,
    },
    ...(of.hasTarget ? [stakeColumn(words)] : []),
  ];
}

function expectedColumn(words: Words, today: string): DataColumn<DealAtStake> {
  return {
    key: "on",
    title: words.text("target.forecast.stakes.on"),
    width: 168,
    text: ({ expectedOn }) => expectedOn,
    render: ({ expectedOn }) => (
      <>
        {expectedOn}
        {expectedOn < today && (
          <span className="tone-behind"> ▼ {words.text("target.forecast.stakes.overdue")}</span>
        )}
      </>
    ),
  };
}

function stakeColumn(words: Words): DataColumn<DealAtStake> {
  const points = (stake: number) => Math.round(stake * 100);
  return {
    key: "stake",
    title: words.text("target.forecast.stakes.stake"),
    width: 148,
    align: "end",
    text: ({ stake }) =>
      points(stake) === 0 ? "" : words.text("target.forecast.points", { count: points(stake) }),
    sortValue: ({ stake }) => stake,
    exportValue: ({ stake }) => stake,
  };
}
