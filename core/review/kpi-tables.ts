import { subjectKey } from "../base/id.ts";
import type { MemberId, Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import { kpiUnit, kpiValue, quantityOf } from "../kpi/kpi-value.ts";
import type { KpiValue } from "../kpi/kpi-value.ts";
import type { Kpi } from "../kpi/records.ts";
import { scorecard } from "../kpi/scorecard.ts";
import type { Scorecard, ScorecardLine } from "../kpi/scorecard.ts";
import { attainmentFigures } from "../target/attainment-figures.ts";
import type { AttainmentFigures } from "../target/attainment-figures.ts";
import type { TargetFigure } from "../target/standing.ts";
import { wantedOf } from "../target/wanted-of.ts";
import { nameMessage } from "../team/name-key.ts";
import { inOrder, living } from "../team/team-rows.ts";
import type { PaperCell, PaperRow, PaperTable } from "../base/paper.ts";
import type { PackBook } from "./pack-sources.ts";
import { subjectCell } from "./pack-sources.ts";

/** Every living KPI for the team and its groups. A KPI that says nothing of any of them is left out.
 * @example kpiTable(sampleBook()).columns.map((one) => one.key)[0] // => "kpi"
 */
export function kpiTable(book: PackBook): PaperTable {
  const groups = living(book.context.rows.groups).map((group): Subject => ({ kind: "group", id: group.id }));
  const subjects: readonly Subject[] = [{ kind: "team" }, ...groups];
  const rows = livingKpis(book).flatMap((kpi): readonly PaperRow[] => {
    const values = subjects.map((subject) =>
      kpiValue(book.context, kpi.id, { subject, period: book.period }),
    );
    if (values.every((value) => value.value.value === null)) return [];
    return [
      {
        key: kpi.id,
        depth: 0,
        emphasis: "none",
        cells: [{ message: nameMessage(kpi.name) }, ...values.map(valueCell)],
      },
    ];
  });
  return {
    kind: "table",
    id: "kpis",
    title: message("review.table.kpis"),
    columns: [
      { key: "kpi", title: message("review.column.kpi"), unit: "text" },
      ...subjects.map((subject) => ({
        key: subjectKey(subject),
        title: titleOf(subjectCell(book, subject)),
        unit: "ratio" as const,
      })),
    ],
    rows,
    notes: [],
  };
}

/** A member's scorecard: the KPIs of their set with target, weight and score, heaviest first, and the total. Where a target
 * changed after it was locked also the attainment, against today's target and against the one agreed at first.
 * @example scorecardTable(sampleBook(), "m-li-min").rows.at(-1).key // => "total"
 */
export function scorecardTable(book: PackBook, memberId: MemberId): PaperTable {
  const card = packScorecard(book, memberId);
  const source = { context: book.context, rows: book.targetRows };
  const lines = card.lines
    .toSorted((a, b) => b.weight - a.weight)
    .map((line) => ({
      line,
      figures: attainmentFigures(source, line.kpi, {
        subject: { kind: "member", id: memberId },
        period: book.period,
      }),
    }));
  const hasOriginal = lines.some(({ figures }) => figures.original !== null);
  const number = (key: string, unit: PaperTable["columns"][number]["unit"]) => ({
    key,
    title: message(`review.column.${key}`),
    unit,
  });
  return {
    kind: "table",
    id: `scorecard-${memberId}`,
    title: message("review.table.scorecard"),
    columns: [
      number("kpi", "text"),
      number("actual", "ratio"),
      number("target", "ratio"),
      ...(hasOriginal ? [number("attainment", "percent"), number("attainment-original", "percent")] : []),
      number("weight", "percent"),
      number("score", "score"),
    ],
    rows: [...lines.map((one) => scorecardRow(book, one, hasOriginal)), totalRow(card, hasOriginal)],
    notes: card.missing.length === 0 ? [] : [message("review.note.missing", { count: card.missing.length })],
  };
}

/** A member's scorecard in the pack's period.
 * @example packScorecard(sampleBook(), "m-wang-fang").lines.length // => 5
 */
export function packScorecard(book: PackBook, memberId: MemberId): Scorecard {
  return scorecard(book.context, memberId, { period: book.period, wantedOf: wantedOf(book.targetRows) });
}

function scorecardRow(
  book: PackBook,
  { line, figures }: { readonly line: ScorecardLine; readonly figures: AttainmentFigures },
  hasOriginal: boolean,
): PaperRow {
  const cell = ({ quantity, explain }: TargetFigure): PaperCell => ({ quantity, explain: () => explain() });
  return {
    key: line.kpi.id,
    depth: 0,
    emphasis: "none",
    cells: [
      { message: nameMessage(line.kpi.name) },
      valueCell(line.value),
      { quantity: quantityOf(kpiUnit(book.context, line.kpi), line.target) },
      ...(hasOriginal
        ? [cell(figures.current), figures.original ? cell(figures.original.attainment) : { text: "" }]
        : []),
      { quantity: { unit: "percent", value: line.weight / 1_000_000 } },
      { quantity: line.score.value, explain: () => line.score.explain() },
    ],
  };
}

function totalRow(card: Scorecard, hasOriginal: boolean): PaperRow {
  const nothing: PaperCell = { text: "" };
  return {
    key: "total",
    depth: 0,
    emphasis: "total",
    cells: [
      { message: message("review.figure.score") },
      nothing,
      nothing,
      ...(hasOriginal ? [nothing, nothing] : []),
      nothing,
      { quantity: card.total.value, explain: () => card.total.explain() },
    ],
  };
}

function livingKpis(book: PackBook): readonly Kpi[] {
  return inOrder(book.context.rows.kpis).filter((kpi) => !kpi.archived);
}

function valueCell(value: KpiValue): PaperCell {
  return { quantity: value.value, explain: () => value.explain() };
}

function titleOf(cell: PaperCell) {
  if ("message" in cell) return cell.message;
  return message("review.text", { text: "text" in cell ? cell.text : "" });
}
