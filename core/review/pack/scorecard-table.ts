import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import type { PaperCell, PaperFigure, PaperRow, PaperTable } from "../../base/paper.ts";
import { attainmentFigures } from "../../target/attainment-figures.ts";
import type { AttainmentFigures } from "../../target/attainment-figures.ts";
import type { TargetFigure } from "../../target/standing.ts";
import type { PackBook } from "../pack-sources.ts";
import { packScore } from "./pack-score.ts";
import type { PackScore, PackScoreLine } from "./pack-score.ts";

/** A member's scorecard: the KPIs of their set with target, weight and score, heaviest first, points, and the total. Where a
 * target changed after it was locked also the attainment, against today's target and against the one agreed at first.
 * @example scorecardTable(sampleBook(), "m-li-min").rows.at(-1).key // => "total"
 */
export function scorecardTable(book: PackBook, memberId: MemberId): PaperTable {
  const score = packScore(book, memberId, book.period);
  const lines = score.lines
    .toSorted((a, b) => b.weight - a.weight)
    .map((line) => ({ line, figures: figuresOf(book, memberId, line) }));
  const hasOriginal = lines.some(({ figures }) => (figures?.original ?? null) !== null);
  const column = (key: string, unit: PaperTable["columns"][number]["unit"]) => ({
    key,
    title: message(`review.column.${key}`),
    unit,
  });
  return {
    kind: "table",
    id: `scorecard-${memberId}`,
    title: message("review.table.scorecard"),
    columns: [
      column("kpi", "text"),
      column("actual", "ratio"),
      column("target", "ratio"),
      ...(hasOriginal ? [column("attainment", "percent"), column("attainment-original", "percent")] : []),
      column("weight", "percent"),
      column("score", "score"),
    ],
    rows: [
      ...lines.map((one) => lineRow(one, hasOriginal)),
      ...score.points.map((one, at) =>
        wideRow(
          `points-${at}`,
          { message: message("review.pack.points", { reason: one.reason }) },
          {
            hasOriginal,
            last: { quantity: { unit: "score", value: one.points } },
          },
        ),
      ),
      {
        ...wideRow(
          "total",
          { message: message("review.figure.score") },
          {
            hasOriginal,
            last: { quantity: score.total.value, explain: () => score.total.explain() },
          },
        ),
        emphasis: "total",
      },
    ],
    notes: scoreNotes(score),
  };
}

/** The total of a member's scorecard as a headline figure, with the level that it brings.
 * @example scoreFigure(sampleBook(), "m-li-min").quantity.unit // => "score"
 */
export function scoreFigure(book: PackBook, memberId: MemberId): PaperFigure {
  const { total, level } = packScore(book, memberId, book.period);
  const note = level ? message("review.pack.level", { level: level.name }) : total.note;
  return {
    label: message("review.figure.score"),
    quantity: total.value,
    ...(note ? { note } : {}),
    explain: () => total.explain(),
  };
}

function scoreNotes({ missing, locked }: PackScore): readonly Message[] {
  return [
    ...(missing === 0 ? [] : [message("review.note.missing", { count: missing })]),
    ...(locked === null
      ? []
      : [message("review.note.locked", { day: { day: locked.on }, number: locked.number })]),
  ];
}

/** What a lock kept is not measured again. */
function figuresOf(book: PackBook, memberId: MemberId, line: PackScoreLine): AttainmentFigures | null {
  if (!line.kpi) return null;
  const source = { context: book.context, rows: book.targetRows };
  return attainmentFigures(source, line.kpi, {
    subject: { kind: "member", id: memberId },
    period: book.period,
  });
}

function lineRow(
  { line, figures }: { readonly line: PackScoreLine; readonly figures: AttainmentFigures | null },
  hasOriginal: boolean,
): PaperRow {
  const { explainValue, explainScore } = line;
  const cell = (figure: TargetFigure | undefined): PaperCell =>
    figure ? { quantity: figure.quantity, explain: () => figure.explain() } : { text: "" };
  return {
    key: line.key,
    depth: 0,
    emphasis: "none",
    cells: [
      { message: line.name },
      { quantity: line.value, ...(explainValue ? { explain: explainValue } : {}) },
      { quantity: line.target },
      ...(hasOriginal ? [cell(figures?.current), cell(figures?.original?.attainment)] : []),
      { quantity: { unit: "percent", value: line.weight / WHOLE_PPM } },
      { quantity: line.score, ...(explainScore ? { explain: explainScore } : {}) },
    ],
  };
}

/** A row that says something at its ends alone. */
function wideRow(
  key: string,
  first: PaperCell,
  of: { readonly hasOriginal: boolean; readonly last: PaperCell },
): PaperRow {
  const between = Array.from({ length: of.hasOriginal ? 5 : 3 }, (): PaperCell => ({ text: "" }));
  return { key, depth: 0, emphasis: "none", cells: [first, ...between, of.last] };
}
