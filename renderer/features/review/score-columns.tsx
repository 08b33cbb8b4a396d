import type { MemberId } from "../../../core/base/id.ts";
import { WHOLE_PPM } from "../../../core/base/money.ts";
import type { Quantity } from "../../../core/base/message.ts";
import type { Level } from "../../../core/base/settings.ts";
import type { FinalScore } from "../../../core/kpi/final-score.ts";
import type { Words } from "../../../core/words/words.ts";
import type { DataColumn } from "../../ui/data-table.tsx";
import { Figure } from "../../ui/figure.tsx";
import { listed } from "./listed.ts";

/** A member with the final score of a period. */
export interface ScoreRow {
  readonly memberId: MemberId;
  readonly name: string;
  readonly score: FinalScore;
}

/** The coefficient of a level as a plain number. */
export function coefficientOf(level: Level | null): Quantity & { readonly unit: "ratio" } {
  return { unit: "ratio", value: level === null ? null : level.coefficient / WHOLE_PPM };
}

/** 12.5 with its sign; nothing for no points. */
export function pointsText(words: Words, points: number): string {
  if (points === 0) return words.text("base.none");
  const said = words.quantity({ unit: "score", value: points });
  return points > 0 ? `+${said}` : said;
}

/** What is said of KPIs without a score: others have their weight, or there is no total at all. */
export function lackKey(total: number | null): string {
  return total === null ? "review.points.none" : "review.points.missing";
}

/** Everybody's total and what it is made of. */
export function scoreColumns(words: Words): readonly DataColumn<ScoreRow>[] {
  const number = (
    key: "kpis" | "total" | "coefficient",
    figureOf: (row: ScoreRow) => Quantity,
    explain?: (row: ScoreRow) => FinalScore["total"]["explain"],
  ): DataColumn<ScoreRow> => ({
    key,
    title: words.text(`review.scores.column.${key}`),
    width: 112,
    align: "end",
    text: (row) => words.quantity(figureOf(row)),
    sortValue: (row) => figureOf(row).value ?? Number.NEGATIVE_INFINITY,
    exportValue: (row) => figureOf(row).value,
    render: (row) => <Figure quantity={figureOf(row)} {...(explain ? { explain: explain(row) } : {})} />,
  });
  return [
    { key: "name", title: words.text("review.scores.column.name"), width: 144, text: (row) => row.name },
    number(
      "kpis",
      (row) => row.score.card.total.value,
      (row) => row.score.card.total.explain,
    ),
    {
      key: "points",
      title: words.text("review.scores.column.points"),
      width: 96,
      align: "end",
      text: (row) => pointsText(words, row.score.heldPoints),
      sortValue: (row) => row.score.heldPoints,
      exportValue: (row) => row.score.heldPoints,
    },
    number(
      "total",
      (row) => row.score.total.value,
      (row) => row.score.total.explain,
    ),
    {
      key: "level",
      title: words.text("review.scores.column.level"),
      width: 88,
      align: "center",
      text: (row) => row.score.level?.name ?? words.text("base.none"),
    },
    number("coefficient", (row) => coefficientOf(row.score.level)),
    missingColumn(words),
  ];
}

/** The KPIs without a score: their weight was left to the others. */
function missingColumn(words: Words): DataColumn<ScoreRow> {
  const missingOf = ({ score }: ScoreRow) => score.card.missing.map((kpi) => words.name(kpi.name));
  return {
    key: "missing",
    title: words.text("review.scores.column.missing"),
    width: 360,
    text: (row) => listed(words, missingOf(row)),
    render: (row) => {
      const missing = listed(words, missingOf(row));
      return (
        <span className={missing === "" ? undefined : "tone-behind"} data-tip={missing || undefined}>
          {missing || words.text("base.none")}
        </span>
      );
    },
  };
}
