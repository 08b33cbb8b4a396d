import type { Day } from "../base/day.ts";
import { factId } from "./import/fact-id.ts";
import type { ImportBook } from "./import/import-book.ts";
import type { Deal, StageEvent } from "./records.ts";

/** What is kept of a move by hand: the deal, the stage it moved to, the day, and what was expected of it then. Moves of one
 * day are numbered in their order.
 * @example stageEvent({ facts: { stageEvents: { pages: [] } } }, { id: "d1", stage: "Offer" }, "2026-03-01") // => { id: "typed:stage-history:d1|2026-03-01|1", dealId: "d1", stage: "Offer", on: "2026-03-01", source: "typed" }
 */
export function stageEvent(
  book: { readonly facts: Pick<ImportBook["facts"], "stageEvents"> },
  deal: Pick<Deal, "id" | "stage" | "amount" | "expectedCloseOn">,
  today: Day,
): StageEvent {
  const taken = new Set<string>();
  for (const { rows } of book.facts.stageEvents.pages) {
    for (const { id, dealId } of rows) if (dealId === deal.id) taken.add(id);
  }
  const idOf = (number: number) => factId("typed", "stage-history", `${deal.id}|${today}|${number}`);
  let number = 1;
  while (taken.has(idOf(number))) number += 1;
  return {
    id: idOf(number),
    dealId: deal.id,
    stage: deal.stage ?? "",
    on: today,
    ...(deal.amount === undefined ? {} : { amount: deal.amount }),
    ...(deal.expectedCloseOn === undefined ? {} : { expectedCloseOn: deal.expectedCloseOn }),
    source: "typed",
  };
}
