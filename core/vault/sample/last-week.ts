import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import { money } from "../../base/money.ts";
import type { Ppm } from "../../base/money.ts";
import type { DealId } from "../../base/id.ts";
import type { Deal } from "../../customer/records.ts";
import type { SampleBook } from "./book.ts";
import type { SampleExtras } from "./extras.ts";
import { SAMPLE_PEOPLE } from "./people.ts";

/** One open deal in so many slipped since, one shrank, one changed hands. */
const TURN = 14;

/** The book as the export of a week ago had it: without the orders since, some customers of another level.
 * @example bookOfLastWeek({ customers: [], deals: [], orders: [] }, { stageEvents: [] }, "2026-11-16").orders // => []
 */
export function bookOfLastWeek(
  book: SampleBook,
  extras: Pick<SampleExtras, "stageEvents">,
  on: Day,
): SampleBook {
  return {
    customers: book.customers.map((one, at) =>
      at % 40 === 7 ? { ...one, level: one.level === "A" ? "B" : "C" } : one,
    ),
    deals: dealsOfLastWeek(book.deals, extras, on),
    orders: book.orders.filter((order) => order.on < on),
  };
}

/** The deals as the export of a week ago had them: what has been created since is not there, what has been closed since is
 * open, stages are those of that day; some were to close sooner, were bigger or another's; one has been deleted since. */
function dealsOfLastWeek(
  deals: SampleBook["deals"],
  { stageEvents }: Pick<SampleExtras, "stageEvents">,
  on: Day,
): readonly Deal[] {
  const stageById = new Map<string, string>();
  for (const [id, , stage, , , at] of stageEvents as readonly (readonly string[])[]) {
    if (at!.slice(0, 10) < on) stageById.set(id!, stage!);
  }
  const then = deals
    .filter((deal) => deal.createdOn! < on)
    .map((deal, at) => {
      if (deal.closedOn !== undefined) return deal.closedOn < on ? deal : reopened(deal, stageById);
      return changedSince({ ...deal, stage: stageById.get(deal.sourceId!) ?? deal.stage! }, at);
    });
  const example = then.find((deal) => deal.category === "open");
  return example === undefined ? then : [...then, deleted(example)];
}

function reopened(deal: Deal, stageById: ReadonlyMap<string, string>): Deal {
  const { closedOn: _closed, lossReason: _reason, ...rest } = deal;
  return {
    ...rest,
    stage: stageById.get(deal.sourceId!) ?? "谈判审核",
    category: "open",
    probability: 800_000 as Ppm,
  };
}

function changedSince(deal: Deal, at: number): Deal {
  if (at % TURN === 1) return { ...deal, expectedCloseOn: addDays(deal.expectedCloseOn!, -21) };
  if (at % TURN === 5) return { ...deal, amount: money(deal.amount! * 1.25) };
  if (at % TURN !== 9) return deal;
  const owner = SAMPLE_PEOPLE.findIndex(({ name }) => name === deal.ownerName);
  return { ...deal, ownerName: SAMPLE_PEOPLE[(owner + 1) % SAMPLE_PEOPLE.length]!.name };
}

function deleted(example: Deal): Deal {
  return {
    ...example,
    id: "fxiaoke:deals:D09001" as DealId,
    sourceId: "D09001",
    name: `${example.customerName!.replace("有限公司", "")}备件采购`,
  };
}
