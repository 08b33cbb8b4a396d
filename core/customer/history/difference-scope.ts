import type { Day } from "../../base/day.ts";
import { addDays, dayOfIsoMoment } from "../../base/day.ts";
import type { Batch } from "../records.ts";
import { batchOrder } from "./history-book.ts";

/** Days are days in China, as in both CRMs. */
const OFFSET_MINUTES = 480;
/** Files of one round of imports come within this many days. */
const ROUND_DAYS = 3;

/** Which imports are compared. `to`: the last of them, `null`: the newest file of each source and kind. `since`: "previous":
 * only that one, against the one before; a batch: all of the same source after it; a day: all from that day on. */
export interface DifferenceChoice {
  readonly to: string | null;
  readonly since: "previous" | { readonly batchId: string } | { readonly day: Day };
}

/** The imports of a choice in the order of time; those that were taken back are no part of it.
 * @example differenceScope(new Map(), { to: null, since: "previous" }) // => []
 */
export function differenceScope(
  batches: ReadonlyMap<string, Batch>,
  { to, since }: DifferenceChoice,
): readonly Batch[] {
  const all = inOrder(batches);
  const last = to === null ? all.at(-1) : batches.get(to);
  if (last === undefined || last.undone) return [];
  if (since === "previous") return to === null ? newestRound(all, last) : [last];
  const order = batchOrder(batches);
  const end = order.get(last.id)!;
  const upToEnd = all.filter(
    (batch) => order.get(batch.id)! <= end && (to === null || batch.source === last.source),
  );
  if ("day" in since) return upToEnd.filter((batch) => importDay(batch) >= since.day);
  const start = order.get(since.batchId) ?? -1;
  return upToEnd.filter((batch) => order.get(batch.id)! > start && batch.source === last.source);
}

/** The day on which a file was imported.
 * @example importDay({ at: "2026-11-22T20:00:00.000Z" }) // => "2026-11-23"
 */
export function importDay(batch: Pick<Batch, "at">): Day {
  return dayOfIsoMoment(batch.at, OFFSET_MINUTES);
}

function inOrder(batches: ReadonlyMap<string, Batch>): readonly Batch[] {
  const order = batchOrder(batches);
  return [...batches.values()]
    .filter((batch) => !batch.undone)
    .toSorted((a, b) => order.get(a.id)! - order.get(b.id)!);
}

function newestRound(all: readonly Batch[], last: Batch): readonly Batch[] {
  const from = addDays(importDay(last), -ROUND_DAYS);
  const newest = new Map(all.map((batch) => [`${batch.source}/${batch.object}`, batch]));
  return all.filter(
    (batch) => newest.get(`${batch.source}/${batch.object}`) === batch && importDay(batch) >= from,
  );
}
