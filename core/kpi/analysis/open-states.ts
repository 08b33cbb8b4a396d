import { pageEvents } from "../../customer/deal-events.ts";
import { closeMoveOf, slipOf } from "../../customer/slips.ts";
import type { CloseMove } from "../../customer/slips.ts";
import { isStalled, stageAge } from "../../customer/stage-age.ts";
import { stageNorm } from "../../customer/stage-norms.ts";
import type { Deal } from "../../customer/records.ts";
import type { KpiContext } from "../context.ts";
import { memoBy } from "../memo-by.ts";
import { dealLines, pageDealLines } from "./analysis-lines.ts";
import { NONE, STATE } from "./line-book.ts";
import type { LineBook } from "./line-book.ts";

/** What is true of an open deal today, as bits. `judged`: its age and the norm of its stage are known; `exact`: history tells of
 * the move into its stage; `moved`: its expected close was moved later; `overdue`: it lies before today. */
export const OPEN = { judged: 1, stalled: 2, exact: 4, moved: 8, overdue: 16, hasNextStep: 32 } as const;

/** How the open deals stand today, as columns. */
export interface OpenStates {
  readonly book: LineBook<Deal>;
  /** The line of the deal. */
  readonly line: Int32Array;
  /** Days in its stage; `NONE` when neither history nor a day of creation tells. */
  readonly age: Int32Array;
  /** Days by which its expected close was moved. */
  readonly slip: Int32Array;
  readonly is: Int32Array;
}

/** The same of one page, by the lines of the page; norms are of the whole book and come later. */
type PageStates = Omit<OpenStates, "book">;

/** How every open deal stands today.
 * @example openStates(kpiWorld({ deals: [aDeal("d1", { nextStep: "call" })] })).is[0] // => 32
 */
export function openStates(context: KpiContext): OpenStates {
  const book = dealLines(context);
  const { deals, stageEvents, batchChanges } = context.facts;
  const { batches, stages } = context.rows;
  return memoBy([book, stageEvents, batchChanges, batches, stages], `open-states:${context.today}`, () => {
    const pages = deals.map((_, page) => pageStates(context, page));
    const size = pages.reduce((sum, { line }) => sum + line.length, 0);
    const [line, age, slip, is] = Array.from({ length: 4 }, () => new Int32Array(size)) as Columns;
    let from = 0;
    for (const [page, of] of pages.entries()) {
      for (let at = 0; at < of.line.length; at += 1, from += 1) {
        line[from] = of.line[at]! + book.starts[page]!;
        age[from] = of.age[at]!;
        slip[from] = of.slip[at]!;
        is[from] = of.is[at]! | judgement(context, book.facts[line[from]!]!, of.age[at]!);
      }
    }
    return { book, line, age, slip, is };
  });
}

/** How the open deals of one page stand; made ahead of the questions when there is time.
 * @example pageStates(kpiWorld({ deals: [aDeal("d1")] }), 0).line.length // => 1
 */
export function pageStates(context: KpiContext, page: number): PageStates {
  const deals = context.facts.deals[page]!;
  const lists = pageEvents(deals, context.facts.stageEvents);
  const lines = pageDealLines(context, page);
  const moves = closeMoves(context);
  const { today } = context;
  return memoBy([lines, lists, moves], `page-states:${today}`, () => {
    const listByDeal = new Map(deals.map((deal, at) => [deal, lists[at]!]));
    const columns: readonly [number[], number[], number[], number[]] = [[], [], [], []];
    for (const [line, deal] of lines.facts.entries()) {
      if (lines.state[line] !== STATE.open) continue;
      const events = listByDeal.get(deal)!;
      const age = stageAge(deal, events, today);
      const slip = slipOf(deal, events, moves.get(deal.id) ?? []);
      const isOverdue = deal.expectedCloseOn !== undefined && deal.expectedCloseOn < today;
      columns[0].push(line);
      columns[1].push(age?.days ?? NONE);
      columns[2].push(slip.days);
      columns[3].push(
        (age?.isExact ? OPEN.exact : 0) |
          (slip.times > 0 ? OPEN.moved : 0) |
          (isOverdue ? OPEN.overdue : 0) |
          ((deal.nextStep ?? "").trim() === "" ? 0 : OPEN.hasNextStep),
      );
    }
    const [line, age, slip, is] = columns.map((column) => Int32Array.from(column)) as unknown as Columns;
    return { line, age, slip, is };
  });
}

type Columns = [Int32Array, Int32Array, Int32Array, Int32Array];

function judgement(context: KpiContext, deal: Deal, days: number): number {
  const norm = days === NONE ? null : stageNorm(context, deal);
  if (norm === null) return 0;
  return isStalled({ days }, norm) ? OPEN.judged | OPEN.stalled : OPEN.judged;
}

/** What imports moved, without those that were taken back. */
function closeMoves({ facts, rows }: KpiContext): ReadonlyMap<string, readonly CloseMove[]> {
  return memoBy([facts.batchChanges, rows.batches], "close-moves", () => {
    const byDeal = new Map<string, CloseMove[]>();
    for (const chunk of facts.batchChanges) {
      for (const change of chunk) {
        const move = closeMoveOf(change);
        if (!move || rows.batches.get(change.batchId)?.undone) continue;
        const known = byDeal.get(change.recordId);
        if (known) known.push(move);
        else byDeal.set(change.recordId, [move]);
      }
    }
    return byDeal;
  });
}
