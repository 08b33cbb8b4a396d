import { daysBetween } from "../base/day.ts";
import type { Day } from "../base/day.ts";
import type { BatchChange, Deal, StageEvent } from "./records.ts";

/** How a deal's expected close has moved. */
export interface Slip {
  /** How often it was moved later. */
  readonly times: number;
  /** From the earliest day that was ever promised to the one promised now; 0 when it is none later. */
  readonly days: number;
}

/** One move of an expected close. */
export interface CloseMove {
  readonly before: Day;
  readonly after: Day;
}

/** How often and how far a deal's expected close was moved later, from its stage events (in any order) and from what imports
 * changed. Both may tell of one move: the larger number of the two is taken.
 * @example slipOf({ expectedCloseOn: "2026-03-31" }, [{ on: "2026-01-01", expectedCloseOn: "2026-03-01" }], []) // => { times: 1, days: 30 }
 * @example slipOf({ expectedCloseOn: "2026-03-31" }, [], [{ before: "2026-04-30", after: "2026-03-31" }]) // => { times: 0, days: 0 }
 */
export function slipOf(
  deal: Pick<Deal, "expectedCloseOn">,
  events: readonly Pick<StageEvent, "on" | "expectedCloseOn">[],
  moves: readonly CloseMove[],
): Slip {
  const said = events
    .filter((event) => event.expectedCloseOn !== undefined)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((event) => event.expectedCloseOn!);
  const now = deal.expectedCloseOn;
  const promised = now === undefined ? said : [...said, now];
  const byEvents = promised.filter((day, at) => at > 0 && day > promised[at - 1]!).length;
  const times = Math.max(byEvents, moves.filter((move) => move.after > move.before).length);
  if (times === 0 || now === undefined) return { times, days: 0 };
  const all = [...promised, ...moves.map((move) => move.before)];
  const earliest = all.reduce((least, day) => (day < least ? day : least));
  return { times, days: daysBetween(earliest, now) };
}

/** Whether stage history tells of an earlier close than the one expected now: what `slipOf` counts in days, asked of every card
 * of the board without counting.
 * @example wasPromisedEarlier("2026-03-31", [{ expectedCloseOn: "2026-03-01" }]) // => true
 * @example wasPromisedEarlier("2026-03-01", [{ expectedCloseOn: "2026-03-31" }]) // => false
 */
export function wasPromisedEarlier(
  close: Day,
  events: readonly Pick<StageEvent, "expectedCloseOn">[],
): boolean {
  return events.some(({ expectedCloseOn: then }) => then !== undefined && then < close);
}

/** The move of a deal's expected close that an import made, or `null` when it made none.
 * @example closeMoveOf({ id: "b:1", batchId: "b", table: "deals", recordId: "d1", kind: "changed", before: { expectedCloseOn: "2026-03-01" }, after: { expectedCloseOn: "2026-03-31" } }) // => { before: "2026-03-01", after: "2026-03-31" }
 * @example closeMoveOf({ id: "b:1", batchId: "b", table: "orders", recordId: "o1", kind: "changed" }) // => null
 */
export function closeMoveOf({ table, kind, before, after }: BatchChange): CloseMove | null {
  if (table !== "deals" || kind !== "changed") return null;
  const from = before?.["expectedCloseOn"];
  const to = after?.["expectedCloseOn"];
  if (typeof from !== "string" || typeof to !== "string") return null;
  return { before: from as Day, after: to as Day };
}
