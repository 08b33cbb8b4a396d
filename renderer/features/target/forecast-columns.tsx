import type { Quantity } from "../../../core/base/message.ts";
import { money } from "../../../core/base/money.ts";
import { likelihoodOf } from "../../../core/target/forecast/forecast-rows.ts";
import type { ForecastRow, Likelihood } from "../../../core/target/forecast/forecast-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import type { Tone } from "../../ui/figure.tsx";
import { subjectName } from "./finding-text.ts";
import { shownPercent } from "./shown-numbers.ts";
import type { ForecastTable } from "./use-forecast.ts";

const TONE_BY_LIKELIHOOD: Readonly<Record<Likelihood, Tone>> = {
  likely: "ahead",
  open: "on-pace",
  unlikely: "at-risk",
};

/** What a row of the forecast is called. */
export function forecastSubject(row: ForecastRow, words: Words): string {
  return subjectName(row.row, words);
}

/** A value of a forecast as a quantity. */
export function forecastQuantity(unit: "money" | "count", value: number | null): Quantity {
  if (unit === "count") return { unit, value };
  return { unit, value: value === null ? null : money(Math.round(value)) };
}

/** Who, target, and what makes up the forecast; then its range, the chance of the target, and how good the last one was. */
export function forecastColumns(table: ForecastTable, words: Words): readonly DataColumn<ForecastRow>[] {
  const columns: readonly DataColumn<ForecastRow>[] = [
    {
      key: "subject",
      title: words.text("target.forecast.column.subject"),
      width: 190,
      text: (row) => forecastSubject(row, words),
      render: (row) => (
        <span className={`forecast-subject depth-${row.row?.depth ?? 0}`}>{forecastSubject(row, words)}</span>
      ),
    },
    amount(words, "target.forecast.column.target", (row) => row.forecast.target),
    amount(words, "target.forecast.actual", (row) => row.forecast.actual),
    ...(table.metric.startsWith("won-")
      ? [amount(words, "target.forecast.open", (row) => row.forecast.open)]
      : []),
    amount(words, "target.forecast.late", (row) => row.forecast.late),
    {
      ...amount(words, "target.forecast.value", (row) => row.forecast.value),
      render: ({ forecast }) => (
        <Figure
          quantity={forecastQuantity(forecast.unit, forecast.value)}
          explain={() => forecast.explain()}
        />
      ),
    },
    rangeColumn(words),
    chanceColumn(words),
    accuracyColumn(words),
  ];
  return columns;
}

function amount(
  words: Words,
  title: string,
  of: (row: ForecastRow) => number | null,
): DataColumn<ForecastRow> {
  return {
    key: title,
    title: words.text(title),
    width: 110,
    align: "end",
    text: (row) => words.quantity(forecastQuantity(row.forecast.unit, of(row))),
    sortValue: (row) => of(row) ?? Number.NEGATIVE_INFINITY,
    exportValue: (row) => of(row),
  };
}

function rangeColumn(words: Words): DataColumn<ForecastRow> {
  const text = ({ forecast }: ForecastRow) =>
    words.text("target.forecast.range.text", {
      low: words.quantity(forecastQuantity(forecast.unit, forecast.low)),
      high: words.quantity(forecastQuantity(forecast.unit, forecast.high)),
    });
  return {
    key: "range",
    title: words.text("target.forecast.range"),
    width: 190,
    align: "end",
    text,
    sortValue: (row) => row.forecast.low,
  };
}

function chanceColumn(words: Words): DataColumn<ForecastRow> {
  return {
    key: "chance",
    title: words.text("target.forecast.chance"),
    width: 136,
    align: "end",
    text: ({ forecast }) => shownPercent(words, forecast.chance),
    sortValue: ({ forecast }) => forecast.chance ?? -1,
    exportValue: ({ forecast }) => forecast.chance,
    render: ({ forecast, chance }) => {
      if (forecast.chance === null) return words.text("base.none");
      const likelihood = likelihoodOf(forecast.chance);
      return (
        <span className="forecast-chance">
          <span className={`tone-${TONE_BY_LIKELIHOOD[likelihood]}`}>
            {words.text(`target.forecast.chance.${likelihood}`)}
          </span>
          <Figure
            quantity={chance.quantity}
            text={`${Math.round(forecast.chance * 100)} %`}
            tone={TONE_BY_LIKELIHOOD[likelihood]}
            explain={() => chance.explain()}
          />
        </span>
      );
    },
  };
}

function accuracyColumn(words: Words): DataColumn<ForecastRow> {
  return {
    key: "accuracy",
    title: words.text("target.forecast.accuracy"),
    width: 112,
    align: "end",
    text: ({ accuracy }) => shownPercent(words, accuracy.quantity.value),
    sortValue: ({ accuracy }) => accuracy.quantity.value ?? -1,
    exportValue: ({ accuracy }) => accuracy.quantity.value,
    render: ({ accuracy }) => (
      <Figure
        quantity={accuracy.quantity}
        text={shownPercent(words, accuracy.quantity.value)}
        {...(accuracy.note ? { reason: words.say(accuracy.note) } : {})}
        explain={() => accuracy.explain()}
      />
    ),
  };
}
