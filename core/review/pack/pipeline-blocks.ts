import { subjectKey } from "../../base/id.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock, PaperCell, PaperTable } from "../../base/paper.ts";
import { analysedDeals } from "../../kpi/analysis/analysis-filter.ts";
import type { AnalysisFilter } from "../../kpi/analysis/analysis-filter.ts";
import { lossReasons } from "../../kpi/analysis/loss-reasons.ts";
import { openDeals } from "../../kpi/analysis/open-deals.ts";
import type { OpenDeals } from "../../kpi/analysis/open-deals.ts";
import { kpiValue } from "../../kpi/kpi-value.ts";
import type { PackBook } from "../pack-sources.ts";
import { column, figureCell, headline, nameCell, plainRow } from "./cells.ts";

/** How many reasons of lost deals are named. */
const REASONS_SHOWN = 6;
const METRICS = {
  "open-amount": "kpi.metric.open-amount",
  "weighted-open-amount": "kpi.metric.weighted-open-amount",
  "win-rate": "kpi.metric.win-rate",
  "win-rate-value": "kpi.metric.win-rate-value",
  "cycle-median-days": "customer.analysis.head.median-days",
} as const;

/** The pipeline of a subject: what is open and its weight, how often and how quickly deals are won, where the open deals stand,
 * which need a push, and why deals were lost in the period. Nothing for a book without deals.
 * @example pipelineBlocks(sampleBook(), { kind: "team" }).map((block) => block.kind) // => ["figures", "table", "table"]
 */
export function pipelineBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const { context, period } = book;
  if (context.facts.deals.every((chunk) => chunk.length === 0)) return [];
  const filter: AnalysisFilter = { subject, source: null, period };
  const open = openDeals(context, filter);
  const reasons = lossReasons(context, filter, analysedDeals(context, filter));
  const stages = open.stages.filter(({ count }) => (count.value.value ?? 0) !== 0);
  return [
    {
      kind: "figures",
      figures: [
        ...Object.entries(METRICS).map(([metric, label]) =>
          headline(message(label), kpiValue(context, metric, { subject, period })),
        ),
        headline(message("customer.analysis.figure.stalled"), open.stalled),
        headline(message("customer.analysis.figure.slipped"), open.slipped),
        headline(message("customer.analysis.figure.without-next-step"), open.withoutNextStep),
      ],
    },
    ...(stages.length === 0 ? [] : [stageTable(book, subject, stages)]),
    ...(reasons.length === 0 ? [] : [reasonTable(subject, reasons)]),
  ];
}

function stageTable(book: PackBook, subject: Subject, stages: OpenDeals["stages"]): PaperTable {
  const none: PaperCell = { text: "" };
  return {
    kind: "table",
    id: `pipeline-${subjectKey(subject)}`,
    title: message("review.pack.pipeline.table"),
    columns: [
      column("stage", "text"),
      column("deals", "count"),
      column("age", "days"),
      column("norm", "days"),
      column("stalled", "count"),
    ],
    rows: [
      ...stages.map(({ stage, count, ageMedian, norm, stalled }, at) =>
        plainRow(`stage-${at}`, [
          nameCell(stage?.stage ?? message("customer.board.no-stage")),
          figureCell(count),
          figureCell(ageMedian),
          norm ? { quantity: { unit: "days", value: norm.days } } : none,
          figureCell(stalled),
        ]),
      ),
      plainRow(
        "total",
        [
          { message: message("review.pack.total") },
          { quantity: { unit: "count", value: sumOf(stages.map(({ count }) => count.value.value)) } },
          none,
          none,
          { quantity: { unit: "count", value: sumOf(stages.map(({ stalled }) => stalled.value.value)) } },
        ],
        { emphasis: "total", sumOf: stages.map((_, at) => `stage-${at}`) },
      ),
    ],
    notes: [message("review.pack.pipeline.note", { day: { day: book.today } })],
  };
}

function reasonTable(subject: Subject, reasons: ReturnType<typeof lossReasons>): PaperTable {
  const shown = reasons.slice(0, REASONS_SHOWN);
  const rest = reasons.length - shown.length;
  return {
    kind: "table",
    id: `losses-${subjectKey(subject)}`,
    title: message("review.pack.losses.table"),
    columns: [
      column("reason", "text"),
      column("deals", "count"),
      column("share", "percent"),
      column("amount", "money"),
    ],
    rows: shown.map((one, at) =>
      plainRow(`reason-${at}`, [
        nameCell(one.label),
        figureCell(one.count),
        { quantity: { unit: "percent", value: one.share } },
        figureCell(one.amount),
      ]),
    ),
    notes: rest > 0 ? [message("review.pack.more", { count: rest })] : [],
  };
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
