import type { Day } from "../base/day.ts";
import { pageEvents } from "../customer/deal-events.ts";
import type { Deal, StageEvent } from "../customer/records.ts";
import type { Chunks } from "./context.ts";

/** The last move before a day of each deal of a page, in its order; of several on one day the last in the table. A new move
 * is found without looking at the older ones again.
 * @example lastMovesBefore([[{ id: "e1", dealId: "d1", stage: "A", on: "2026-03-01", source: "typed" }]], [aDeal("d1")], "2026-03-02")[0].stage // => "A"
 * @example lastMovesBefore([[{ id: "e1", dealId: "d1", stage: "A", on: "2026-03-01", source: "typed" }]], [aDeal("d1")], "2026-03-01") // => [undefined]
 */
export function lastMovesBefore(
  chunks: Chunks<StageEvent>,
  page: readonly Deal[],
  end: Day,
): readonly (StageEvent | undefined)[] {
  return pageEvents(page, chunks).map((moves) => {
    let last: StageEvent | undefined;
    for (const move of moves) if (move.on < end && (!last || move.on >= last.on)) last = move;
    return last;
  });
}
