import type { Day } from "../base/day.ts";
import type { Deal, StageEvent } from "../customer/records.ts";
import type { Chunks } from "./context.ts";
import { memoBy } from "./memo-by.ts";
import { sameList } from "./same-list.ts";

/** The moves of deals in two parts, by deal: those of the last page, where new ones are written, and all before. */
interface MoveIndex {
  readonly older: MovesByDeal;
  readonly newest: MovesByDeal;
}
/** Most deals have one move: a list for each would cost more than the moves. */
type MovesByDeal = ReadonlyMap<string, StageEvent | readonly StageEvent[]>;

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
  const { older, newest } = moveIndex(chunks);
  const olderMoves = memoBy([page, older], "moves-of-page", () => page.map((deal) => older.get(deal.id)));
  return page.map((deal, at) => lastOf(newest.get(deal.id), end, lastOf(olderMoves[at], end, undefined)));
}

function lastOf(
  moves: StageEvent | readonly StageEvent[] | undefined,
  end: Day,
  known: StageEvent | undefined,
): StageEvent | undefined {
  if (moves === undefined) return known;
  if (!isList(moves)) return laterMove(known, moves, end);
  return moves.reduce<StageEvent | undefined>((last, move) => laterMove(last, move, end), known);
}

function laterMove(last: StageEvent | undefined, move: StageEvent, end: Day): StageEvent | undefined {
  return move.on < end && (!last || move.on >= last.on) ? move : last;
}

function moveIndex(chunks: Chunks<StageEvent>): MoveIndex {
  return memoBy([chunks], "moves", (): MoveIndex => {
    const older = sameList({ owner: moveIndex, key: "older" }, chunks.slice(0, -1));
    return {
      older: memoBy([older], "moves-by-deal", () => movesByDealOf(older)),
      newest: movesByDealOf(chunks.slice(-1)),
    };
  });
}

function movesByDealOf(chunks: Chunks<StageEvent>): MovesByDeal {
  const movesByDeal = new Map<string, StageEvent | StageEvent[]>();
  for (const chunk of chunks) {
    for (const move of chunk) {
      const known = movesByDeal.get(move.dealId);
      if (known === undefined) movesByDeal.set(move.dealId, move);
      else if (Array.isArray(known)) known.push(move);
      else movesByDeal.set(move.dealId, [known, move]);
    }
  }
  return movesByDeal;
}

function isList(found: StageEvent | readonly StageEvent[]): found is readonly StageEvent[] {
  return Array.isArray(found);
}
