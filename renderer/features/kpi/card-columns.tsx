import type { Explanation } from "../../../core/base/explain.ts";
import type { KpiId } from "../../../core/base/id.ts";
import { WHOLE_PPM } from "../../../core/base/money.ts";
import { quantityOf } from "../../../core/kpi/kpi-value.ts";
import type { CardLine } from "../../../core/review/score-card.ts";
import type { Middle, TrendPoint } from "../../../core/review/score-trend.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { plainNumber } from "../../ui/plain-number.ts";
import { Spark } from "../../ui/small-charts.tsx";
import { scoreTone } from "./score-tone.ts";

/** What a column of a scorecard needs beside its line. */
export interface CardColumnsOf {
  readonly words: Words;
  readonly trend: readonly TrendPoint[];
  readonly middles: ReadonlyMap<KpiId, Middle>;
  readonly isOver: boolean;
  /** How the median of a KPI came about. */
  explainMiddle(kpiId: KpiId): Explanation;
}

/** The KPIs of a scorecard: weight, value and target, score, the mates' median and the way here. */
export function cardColumns(of: CardColumnsOf): readonly DataColumn<CardLine>[] {
  const { words } = of;
  return [
    {
      key: "kpi",
      title: words.text("review.column.kpi"),
      width: 176,
      text: (line) => words.name(line.name),
    },
    number(words, "weight", [(line) => ({ unit: "percent", value: line.weight / WHOLE_PPM })]),
    number(words, "value", [(line) => quantityOf(line.unit, line.value), (line) => line.now?.value]),
    number(words, "target", [(line) => quantityOf(line.unit, line.target)]),
    {
      ...number(words, "score", [(line) => ({ unit: "score", value: line.score })]),
      render: ({ score, now }) => (
        <Figure
          quantity={{ unit: "score", value: score }}
          tone={scoreTone(score, of.isOver)}
          {...(now ? { explain: now.score.explain } : {})}
          {...(now?.score.note ? { reason: words.say(now.score.note) } : {})}
        />
      ),
    },
    {
      key: "median",
      title: words.text("kpi.card.column.median"),
      width: 144,
      align: "end",
      text: (line) => medianText(words, of.middles.get(line.kpiId)),
      sortValue: (line) => of.middles.get(line.kpiId)?.median ?? Number.NEGATIVE_INFINITY,
      exportValue: (line) => of.middles.get(line.kpiId)?.median ?? null,
      render: (line) => (
        <Figure
          quantity={{ unit: "score", value: of.middles.get(line.kpiId)?.median ?? null }}
          text={medianText(words, of.middles.get(line.kpiId))}
          explain={() => of.explainMiddle(line.kpiId)}
        />
      ),
    },
    {
      key: "trend",
      title: words.text("kpi.card.column.trend"),
      width: 168,
      text: (line) => trendText(of, line.kpiId),
      render: (line) => (
        <span className="kpi-card-spark">
          <Spark values={scoresOf(of, line.kpiId)} label={trendText(of, line.kpiId)} height={20} />
        </span>
      ),
    },
  ];
}

/** 86.5 (n = 4); a dash where too few have a score. */
export function medianText(words: Words, middle: Middle | undefined): string {
  if (!middle || middle.n === 0) return words.text("base.none");
  return words.text("kpi.card.median", { median: { unit: "score", value: middle.median }, n: middle.n });
}

function number(
  words: Words,
  key: "weight" | "value" | "target" | "score",
  [figureOf, sourceOf]: readonly [
    (line: CardLine) => ReturnType<typeof quantityOf>,
    ((line: CardLine) => NonNullable<CardLine["now"]>["value"] | undefined)?,
  ],
): DataColumn<CardLine> {
  return {
    key,
    title: words.text(`kpi.card.column.${key}`),
    width: key === "weight" || key === "score" ? 88 : 128,
    align: "end",
    text: (line) => words.quantity(figureOf(line)),
    sortValue: (line) => figureOf(line).value ?? Number.NEGATIVE_INFINITY,
    exportValue: (line) => plainNumber(words, figureOf(line)),
    render: (line) => {
      const source = sourceOf?.(line);
      return <Figure quantity={figureOf(line)} {...(source ? { explain: source.explain } : {})} />;
    },
  };
}

function scoresOf({ trend }: CardColumnsOf, kpiId: KpiId): readonly (number | null)[] {
  return trend.map(({ card }) => card.lines.find((line) => line.kpiId === kpiId)?.score ?? null);
}

function trendText(of: CardColumnsOf, kpiId: KpiId): string {
  return scoresOf(of, kpiId)
    .map((score) => of.words.quantity({ unit: "score", value: score }))
    .join(" → ");
}
