import type { DealId } from "../../core/base/id.ts";
import { DEAL_MARKS, dealState, markedDeals } from "../../core/customer/deal-marks.ts";
import { ownerIndex } from "../../core/customer/owner.ts";
import { filterColumns, isCurrent, pipelineColumns } from "../../core/customer/pipeline.ts";
import type { ColumnStage } from "../../core/customer/pipeline.ts";
import { surveyFindings } from "../../core/customer/quality/quality-counts.ts";
import { QUALITY_CODES } from "../../core/customer/quality/quality-finding.ts";
import { qualityFindings } from "../../core/customer/quality/quality-findings.ts";
import type { KpiContext } from "../../core/kpi/context.ts";
import { bookPreparation } from "../../core/kpi/prepare-book.ts";
import { analysisBook } from "../builders/analysis-book.ts";
import type { BenchFigure } from "./harness.ts";
import { threadTime } from "./thread-time.ts";
import { TODAY } from "./today.ts";

const FLOOR = "one pass over the same deals that adds up the amounts";
const SIZES = [10_000, 50_000, 100_000] as const;
const OPEN = ["验证客户", "需求确定", "方案/报价", "谈判审核"] as const;
const STAGES: readonly ColumnStage[] = [
  ...OPEN.map((stage): ColumnStage => ({ stage, category: "open" })),
  { stage: "赢单", category: "won" },
  { stage: "输单", category: "lost" },
];

export const figures: readonly BenchFigure[] = [
  {
    name: "pipeline: another mark chosen on the board, thread time",
    floorName: FLOOR,
    of: "deals",
    sizes: SIZES,
    clock: "answer",
    prepare(size) {
      const context = readyBook(size);
      const columns = pipelineColumns(context.facts.deals.flat(), STAGES);
      let round = 0;
      const choose = () => {
        const marked = markedDeals(context, DEAL_MARKS[round++ % DEAL_MARKS.length]!, TODAY);
        return filterColumns(columns, (deal) => isCurrent(deal, TODAY) && marked.has(deal));
      };
      return { run: () => threadTime(choose), floor: () => threadTime(() => sumOfAmounts(context), 100) };
    },
  },
  {
    name: "pipeline: a deal moved, columns and the state of every card anew, thread time",
    floorName: FLOOR,
    of: "deals",
    sizes: SIZES,
    clock: "answer",
    prepare(size) {
      let context = readyBook(size);
      let round = 0;
      const show = () => {
        for (const page of context.facts.deals) for (const deal of page) dealState(context, deal, TODAY);
        return pipelineColumns(context.facts.deals.flat(), STAGES);
      };
      show();
      return {
        run() {
          context = moved(context, (round += 1));
          return threadTime(show);
        },
        floor: () => threadTime(() => sumOfAmounts(context), 100),
      };
    },
  },
  {
    name: "fix-list: another kind or owner chosen, thread time",
    floorName: FLOOR,
    of: "deals",
    sizes: SIZES,
    clock: "answer",
    prepare(size) {
      const context = readyBook(size);
      const findings = findingsOf(context);
      const index = ownerIndex([...context.rows.members.values()]);
      const all = { source: null, severity: null, code: null, owner: null, text: "" } as const;
      let round = 0;
      const choose = () => {
        const code = round++ % 2 === 0 ? QUALITY_CODES[round % QUALITY_CODES.length]! : null;
        return surveyFindings(findings, { filter: { ...all, code, owner: code ? null : "" }, index });
      };
      choose();
      return { run: () => threadTime(choose), floor: () => threadTime(() => sumOfAmounts(context), 100) };
    },
  },
];

/** A book that the time after the start has made ready. */
function readyBook(size: number): KpiContext {
  const context = analysisBook({ deals: size, members: 25, today: TODAY });
  const steps = bookPreparation(context);
  while (!steps.next().done);
  return context;
}

function moved(context: KpiContext, round: number): KpiContext {
  const { deals, stageEvents } = context.facts;
  const page = deals[round % deals.length]!;
  const at = page.findIndex(({ category }) => category === "open");
  const deal = page[at]!;
  const stage = OPEN[round % OPEN.length]!;
  const id = `move${round}`;
  const move = { id, dealId: deal.id as DealId, stage, on: TODAY, source: "typed" } as const;
  return {
    ...context,
    facts: {
      ...context.facts,
      deals: deals.with(deals.indexOf(page), page.with(at, { ...deal, stage })),
      stageEvents: [...stageEvents.slice(0, -1), [...stageEvents.at(-1)!, move]],
    },
  };
}

function findingsOf({ rows, facts }: KpiContext) {
  const pages = <F>(chunks: readonly (readonly F[])[]) => ({ pages: chunks.map((of) => ({ rows: of })) });
  const book = {
    customers: pages(facts.customers),
    contacts: { pages: [] },
    deals: pages(facts.deals),
    orders: pages(facts.orders),
  };
  return qualityFindings({ rows, facts: book }, TODAY);
}

function sumOfAmounts({ facts }: KpiContext): number {
  let sum = 0;
  for (const chunk of facts.deals) for (const { amount } of chunk) sum += amount ?? 0;
  return sum;
}
