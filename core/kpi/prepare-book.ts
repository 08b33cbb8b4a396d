import { indexEvents } from "../customer/deal-events.ts";
import { DEAL_MARKS, dealState, markedDeals } from "../customer/deal-marks.ts";
import { pastDaysOf } from "../customer/stage-norms.ts";
import { dealLines, orderLines, pageDealLines, pageOrderLines } from "./analysis/analysis-lines.ts";
import { DIMENSIONS, partCodes } from "./analysis/dimensions.ts";
import { funnelPassages, pagePassages } from "./analysis/funnel.ts";
import { openStates, pageStates } from "./analysis/open-states.ts";
import type { KpiContext } from "./context.ts";
import { entriesOf } from "./entries.ts";
import { LOST_DEALS, ORDERS, PAYMENTS, WON_DEALS } from "./fact-source.ts";
import type { CountedFact, FactSource } from "./fact-source.ts";
import { bookMonths } from "./month-facts.ts";

/** Pages of stage history for one step; a page of deals takes as long. */
const HISTORY_PAGES = 4;

/** Makes what figures, marks and analysis are answered from, in steps of a few milliseconds: for the time in which nobody needs
 * the thread. Everything is kept with the page that it was made of, so that after a change only the changed pages take time.
 * @example [...bookPreparation(kpiWorld({ deals: [aDeal("d1")] }))].length > 1 // => true
 */
export function* bookPreparation(context: KpiContext): Generator<void, void> {
  const { deals, orders, stageEvents } = context.facts;
  while (indexEvents(stageEvents, HISTORY_PAGES)) yield;
  for (const page of deals.keys()) {
    pageDealLines(context, page);
    pastDaysOf(deals[page]!, stageEvents);
    yield;
    pagePassages(context, page);
    pageStates(context, page);
    yield;
  }
  for (const page of orders.keys()) {
    pageOrderLines(context, page);
    yield;
  }
  for (const source of [WON_DEALS, LOST_DEALS, ORDERS, PAYMENTS] as FactSource<CountedFact>[]) {
    yield* months(context, source);
  }
  for (const page of deals) {
    for (const deal of page) dealState(context, deal, context.today);
    yield;
  }
  for (const mark of DEAL_MARKS) {
    markedDeals(context, mark, context.today);
    yield;
  }
  yield* columns(context);
}

/** The months of a source, each with its owners. */
function* months(context: KpiContext, source: FactSource<CountedFact>): Generator<void, void> {
  for (const month of bookMonths(context, source)) {
    const start = `${month}-01` as never;
    entriesOf(context, source, { subject: { kind: "team" }, span: { start, end: `${month}-02` as never } });
    yield;
  }
}

/** The pages end to end, and the columns that are of the whole book. */
function* columns(context: KpiContext): Generator<void, void> {
  const book = dealLines(context);
  yield;
  orderLines(context);
  yield;
  for (const dimension of DIMENSIONS) {
    partCodes(context, book, dimension);
    yield;
  }
  funnelPassages(context, book);
  yield;
  openStates(context);
}
