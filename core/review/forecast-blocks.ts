import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type {
  PaperBlock,
  PaperCell,
  PaperFigure,
  PaperListItem,
  PaperRow,
  PaperTone,
} from "../base/paper.ts";
import { quantityOf } from "../kpi/kpi-value.ts";
import { subjectKey } from "../base/id.ts";
import type { Subject } from "../base/id.ts";
import { forecastMetric, forecastRows, likelihoodOf } from "../target/forecast/forecast-rows.ts";
import type { ForecastRow, Likelihood } from "../target/forecast/forecast-rows.ts";
import { nameMessage } from "../team/name-key.ts";
import { subjectCell } from "./pack-sources.ts";
import type { PackBook } from "./pack-sources.ts";

/** How many deals a pack names. */
const DEALS_SHOWN = 8;

const TONE_BY_LIKELIHOOD: Readonly<Record<Likelihood, PaperTone>> = {
  likely: "ahead",
  open: "on-pace",
  unlikely: "at-risk",
};

/** What a running period will come to, for the team, its groups and members, with range and chance of the target, and the open
 * deals that must not slip. Nothing for a period that is over, or where sales cannot be forecast.
 * @example forecastBlocks(sampleBook("2026-Q3")) // => []
 * @example forecastBlocks(sampleBook("2026-Q4")).map((block) => block.kind) // => ["table", "list"]
 */
export function forecastBlocks(book: PackBook): readonly PaperBlock[] {
  const rows = packForecasts(book);
  if (rows.length === 0) return [];
  const [team] = rows;
  const notes = [message("review.note.forecast"), ...team!.forecast.notes];
  return [
    {
      kind: "table",
      id: "forecast",
      title: message("review.table.forecast", { kpi: nameMessage(book.tree!.kpi.name) }),
      columns: [
        { key: "subject", title: message("review.column.subject"), unit: "text" },
        ...(["target", "actual", "forecast", "low", "high"] as const).map((key) => ({
          key,
          title: message(`review.column.${key}`),
          unit: "money" as const,
        })),
        { key: "chance", title: message("review.column.chance"), unit: "percent" },
      ],
      rows: rows.map((row) => forecastRow(book, row)),
      notes,
    },
    dealList(team!),
  ];
}

/** Forecast and chance of a member as headline figures; none where there is no forecast.
 * @example forecastFigures(sampleBook("2026-Q3"), { kind: "team" }) // => []
 */
export function forecastFigures(book: PackBook, subject: Subject): readonly PaperFigure[] {
  const row = packForecasts(book).find((one) => one.key === subjectKey(subject));
  if (!row) return [];
  const { forecast, chance } = row;
  const amount = (value: number) => quantityOf(forecast.unit, value);
  return [
    {
      label: message("review.figure.forecast"),
      quantity: amount(forecast.value),
      note: message("review.figure.range", {
        low: amount(rough(forecast.low)),
        high: amount(rough(forecast.high)),
      }),
      explain: () => forecast.explain(),
    },
    { ...chance, label: message("review.column.chance"), explain: () => chance.explain() },
  ];
}

/** To three digits: a forecast knows no cents. */
function rough(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 2);
  return Math.sign(value) * Math.round(Math.abs(value) / step) * step;
}

function packForecasts(book: PackBook): readonly ForecastRow[] {
  const { tree, sales, period, context } = book;
  const metric = sales ? forecastMetric(sales, context.settings) : null;
  if (!tree || metric === null || period.end <= book.today) return [];
  return forecastRows(context, { tree, period, metric, forecasts: new Map() });
}

function forecastRow(book: PackBook, row: ForecastRow): PaperRow {
  const { forecast, chance } = row;
  const amount = (value: number | null): PaperCell => ({ quantity: quantityOf(forecast.unit, value) });
  const tone = forecast.chance === null ? {} : { tone: TONE_BY_LIKELIHOOD[likelihoodOf(forecast.chance)] };
  const depth = row.row?.depth ?? 1;
  return {
    key: row.key,
    depth,
    emphasis: depth === 0 ? "total" : row.subject.kind === "group" ? "group" : "none",
    cells: [
      subjectCell(book, row.subject),
      amount(forecast.target),
      amount(forecast.actual),
      { quantity: quantityOf(forecast.unit, forecast.value), explain: () => forecast.explain() },
      amount(forecast.low),
      amount(forecast.high),
      { quantity: chance.quantity, ...tone, explain: () => chance.explain() },
    ],
  };
}

/** The team's open deals whose slipping would cost the most. */
function dealList({ forecast }: ForecastRow): PaperBlock {
  const items = forecast.deals.slice(0, DEALS_SHOWN).map((one): PaperListItem => {
    const item: Message = message("review.deal.item", {
      name: one.deal.name,
      day: { day: one.expectedOn },
      amount: quantityOf(forecast.unit, one.amount),
      probability: { unit: "percent", value: one.probability / 1_000_000 },
    });
    return one.stake > 0
      ? {
          message: item,
          detail: message("review.deal.stake", { stake: { unit: "percent", value: one.stake } }),
        }
      : { message: item };
  });
  return {
    kind: "list",
    title: message("review.list.deals"),
    items,
    empty: message("review.list.deals.none"),
  };
}
