import { addTwoCrms } from "./0001-two-crms.ts";
import { addThreeRooms } from "./0002-three-rooms.ts";
import { addImprovementPlans } from "./0003-improvement-plans.ts";

/** A workspace's data as plain JSON, piece by piece, before any schema has looked at it. */
export type RawPieces = readonly unknown[];

/** Turns the data of one schema into that of the next. Frozen once released: it imports nothing of ours, so that later
 * changes to the records cannot change what it does. */
export type UpgradeStep = (pieces: RawPieces) => RawPieces;

/** Step `n` (counted from 1) leads from schema `n` to `n + 1`. Each stands in a file of its own, `NNNN-<what>.ts`. */
export const UPGRADE_STEPS: readonly UpgradeStep[] = [addTwoCrms, addThreeRooms, addImprovementPlans];

/** The schema that this build writes: the first, and one more for every step. */
export const SCHEMA_VERSION = UPGRADE_STEPS.length + 1;

/** Leads data of schema `from` to the one after the last step. Throws when `from` is not a schema that the steps know.
 * @example upgradeData([1], 1, [(pieces) => [...pieces, 2]]) // => [1, 2]
 * @example upgradeData([1], 2, [(pieces) => [...pieces, 2]]) // => [1]
 */
export function upgradeData(pieces: RawPieces, from: number, steps: readonly UpgradeStep[]): RawPieces {
  if (!Number.isInteger(from) || from < 1 || from > steps.length + 1) {
    throw new RangeError(`no such schema: ${from}`);
  }
  return steps.slice(from - 1).reduce((data, step) => step(data), pieces);
}
