import type { StageAge, StageNorm } from "../../customer/stage-age.ts";
import { isStalled, stageAge } from "../../customer/stage-age.ts";
import { eventsByDeal, stageNorm } from "../../customer/stage-norms.ts";
import { closeMoveOf, slipOf } from "../../customer/slips.ts";
import type { CloseMove, Slip } from "../../customer/slips.ts";
import type { Chunks, KpiContext } from "../context.ts";
import { memoBy } from "../memo-by.ts";
import { dealLines } from "./analysis-lines.ts";
import type { DealLine } from "./analysis-lines.ts";

/** How an open deal stands today. */
export interface OpenState {
  readonly line: DealLine;
  /** Its days in the stage; `null` when neither history nor a day of creation tells. */
  readonly age: StageAge | null;
  readonly norm: StageNorm | null;
  readonly isStalled: boolean;
  readonly slip: Slip;
  /** Its expected close lies before today. */
  readonly isOverdue: boolean;
  readonly hasNextStep: boolean;
}

/** How every open deal stands today, page by page.
 * @example openStates(kpiWorld({ deals: [aDeal("d1", { nextStep: "call" })] }))[0].map((state) => state.hasNextStep) // => [true]
 */
export function openStates(context: KpiContext): Chunks<OpenState> {
  const lines = dealLines(context);
  const { stageEvents, batchChanges } = context.facts;
  const { batches, stages } = context.rows;
  return memoBy([lines, stageEvents, batchChanges, batches, stages], `open-states:${context.today}`, () => {
    const stateOf = stateFinder(context);
    return lines.map((chunk) => chunk.filter((line) => line.fact.category === "open").map(stateOf));
  });
}

function stateFinder(context: KpiContext): (line: DealLine) => OpenState {
  const byDeal = eventsByDeal(context.facts.stageEvents);
  const moves = closeMoves(context);
  const norms = new Map<string, StageNorm | null>();
  const normOf = ({ source, stage }: DealLine["fact"]) => {
    const key = `${source}/${stage ?? ""}`;
    const known = norms.get(key);
    if (known !== undefined) return known;
    const norm = stageNorm(context, { source, stage });
    norms.set(key, norm);
    return norm;
  };
  return (line) => {
    const { fact } = line;
    const events = byDeal.get(fact.id) ?? [];
    const age = stageAge(fact, events, context.today);
    const norm = normOf(fact);
    return {
      line,
      age,
      norm,
      isStalled: isStalled(age, norm),
      slip: slipOf(fact, events, moves.get(fact.id) ?? []),
      isOverdue: fact.expectedCloseOn !== undefined && fact.expectedCloseOn < context.today,
      hasNextStep: (fact.nextStep ?? "").trim() !== "",
    };
  };
}

/** What imports moved, without those that were taken back. */
function closeMoves({ facts, rows }: KpiContext): ReadonlyMap<string, readonly CloseMove[]> {
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
}
