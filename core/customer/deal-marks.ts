import type { Day } from "../base/day.ts";
import { eventsByDeal } from "./deal-events.ts";
import type { Deal, StageEvent } from "./records.ts";
import { wasPromisedEarlier } from "./slips.ts";
import { isStalled, stageAge } from "./stage-age.ts";
import type { StageAge, StageNorm } from "./stage-age.ts";
import { stageNorm } from "./stage-norms.ts";
import type { NormBook } from "./stage-norms.ts";

/** What a card warns of, the heaviest first. `overdue`: the expected close has passed; `stalled`: longer in its stage than
 * the stage's norm; `slipped`: an earlier close was once expected; `no-next-step`. */
export const DEAL_MARKS = ["overdue", "stalled", "slipped", "no-next-step"] as const;
export type DealMark = (typeof DEAL_MARKS)[number];

/** How long an open deal stands in its stage and what it warns of. */
export interface DealState {
  readonly age: StageAge | null;
  readonly marks: readonly DealMark[];
}

const CLOSED: DealState = { age: null, marks: [] };
const NO_EVENTS: readonly StageEvent[] = [];

interface KnownState {
  readonly events: readonly StageEvent[];
  readonly normDays: number | undefined;
  readonly today: Day;
  readonly state: DealState;
}
const stateByDeal = new WeakMap<Deal, KnownState>();

/** The state of a deal today; closed deals have neither age nor marks. Kept per deal as long as its own events, the norm of
 * its stage and the day are the same.
 * @example dealState({ rows: { stages: new Map() }, facts: { deals: [], stageEvents: [] } }, { id: "d1", category: "open", expectedCloseOn: "2026-03-01", nextStep: "Call" }, "2026-03-02").marks // => ["overdue"]
 */
export function dealState(book: NormBook, deal: Deal, today: Day): DealState {
  if (deal.category !== "open") return CLOSED;
  const events = eventsByDeal(book.facts.stageEvents).get(deal.id) ?? NO_EVENTS;
  const norm = stageNorm(book, deal);
  const known = stateByDeal.get(deal);
  if (known?.events === events && known.normDays === norm?.days && known.today === today) return known.state;
  const state = findState(deal, { events, norm, today });
  stateByDeal.set(deal, { events, normDays: norm?.days, today, state });
  return state;
}

/** The open deals that warn of something: what the board is filtered by. The same set for the same deals, events, stages and day.
 * @example markedDeals({ rows: { stages: new Map() }, facts: { deals: [], stageEvents: [] } }, "overdue", "2026-03-02").size // => 0
 */
export function markedDeals(book: NormBook, mark: DealMark, today: Day): ReadonlySet<Deal> {
  const { stageEvents, deals } = book.facts;
  const { stages } = book.rows;
  const known = markedByDeals.get(deals);
  const holds = known?.stageEvents === stageEvents && known.stages === stages && known.today === today;
  const sets = holds ? known.sets : new Map<DealMark, ReadonlySet<Deal>>();
  if (!holds) markedByDeals.set(deals, { stageEvents, stages, today, sets });
  const marked = sets.get(mark) ?? findMarked(book, mark, today);
  sets.set(mark, marked);
  return marked;
}

function findMarked(book: NormBook, mark: DealMark, today: Day): ReadonlySet<Deal> {
  const marked = new Set<Deal>();
  for (const page of book.facts.deals) {
    for (const deal of page) if (dealState(book, deal, today).marks.includes(mark)) marked.add(deal);
  }
  return marked;
}

interface Marked {
  readonly stageEvents: object;
  readonly stages: object;
  readonly today: Day;
  readonly sets: Map<DealMark, ReadonlySet<Deal>>;
}
const markedByDeals = new WeakMap<object, Marked>();

function findState(
  deal: Deal,
  of: { readonly events: readonly StageEvent[]; readonly norm: StageNorm | null; readonly today: Day },
): DealState {
  const { events, norm, today } = of;
  const age = stageAge(deal, events, today);
  const { expectedCloseOn: close } = deal;
  const warns: Readonly<Record<DealMark, boolean>> = {
    overdue: close !== undefined && close < today,
    stalled: isStalled(age, norm),
    slipped: close !== undefined && wasPromisedEarlier(close, events),
    "no-next-step": deal.nextStep === undefined,
  };
  return { age, marks: DEAL_MARKS.filter((mark) => warns[mark]) };
}
