import type { AnyRecord, Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import type { Problem } from "../base/result.ts";
import { isSame } from "../base/same.ts";
import type { Review, ReviewCycle, ReviewSnapshot } from "./records.ts";

/** The tables of reviews. A workspace's `rows` are these and more. */
export interface ReviewRows {
  readonly reviewCycles: ReadonlyMap<string, ReviewCycle>;
  readonly reviews: ReadonlyMap<string, Review>;
  readonly reviewSnapshots: ReadonlyMap<string, ReviewSnapshot>;
}

/** Why a commit is refused that would change what is locked; empty when it leaves it alone. What every commit is checked by,
 * so that no screen and no file can go round a lock: a snapshot is never changed or removed, a review of a locked cycle
 * neither but for the talk about it, which comes after; a locked cycle only opens again with a reason, and a cycle is locked
 * together with its snapshot.
 * @example lockBroken({ reviewCycles: new Map(), reviews: new Map(), reviewSnapshots: new Map() }, []) // => []
 */
export function lockBroken(rows: ReviewRows, changes: readonly Change[]): readonly Problem[] {
  const added = new Set<string>();
  for (const change of changes) {
    if (change.table !== "reviewSnapshots") continue;
    if (idsOf(change).some((id) => rows.reviewSnapshots.has(id))) return [refused("snapshot")];
    for (const id of idsOf(change)) added.add(id);
  }
  for (const change of changes) {
    const isReview = change.table === "reviews" && !isTalkAlone(rows, change);
    if (isReview && reviewsOf(rows, change).some((id) => isLocked(rows, id))) return [refused("locked")];
    if (change.table !== "reviewCycles") continue;
    for (const id of idsOf(change)) {
      const known = rows.reviewCycles.get(id);
      const next = nextOf(change, known, id);
      if (known?.state === "locked" && !isReopened(known, next)) return [refused("locked")];
      const isLocking = next?.state === "locked" && known?.state !== "locked";
      if (isLocking && !added.has(`${id}|${next.lockCount}`)) return [refused("snapshot")];
    }
  }
  return [];
}

/** Whether changes lead over a lock of reviews, forward or back: undo stops there.
 * @example crossesReviewLock([{ op: "remove", table: "reviewSnapshots", ids: ["2026-Q3|1"] }]) // => true
 * @example crossesReviewLock([{ op: "remove", table: "reviews", ids: ["2026-Q3|m1"] }]) // => false
 */
export function crossesReviewLock(changes: readonly Change[]): boolean {
  return changes.some(
    (change) =>
      change.table === "reviewSnapshots" ||
      (change.table === "reviewCycles" &&
        change.op === "put" &&
        change.records.some((record) => (record as ReviewCycle).state === "locked")),
  );
}

function refused(name: "locked" | "snapshot"): Problem {
  return { message: message(`app.review.${name}`) };
}

function idsOf(change: Change): readonly string[] {
  if (change.op === "set") return [change.id];
  return change.op === "put" ? change.records.map(({ id }) => id) : change.ids;
}

/** The cycles of the reviews that a change touches: as they are, and as they would be. */
function reviewsOf(rows: ReviewRows, change: Change): readonly string[] {
  const written = change.op === "put" ? change.records : change.op === "set" ? [change.fields] : [];
  const known = idsOf(change).flatMap((id) => rows.reviews.get(id)?.cycleId ?? []);
  return [
    ...known,
    ...written.flatMap((record: AnyRecord | object) => (record as Partial<Review>).cycleId ?? []),
  ];
}

function isTalkAlone(rows: ReviewRows, change: Change): boolean {
  if (change.op === "remove") return false;
  if (change.op === "set") return Object.keys(change.fields).every((field) => field === "talk");
  return change.records.every((record) => {
    const before = rows.reviews.get(record.id);
    return before !== undefined && isSame(withoutTalk(before), withoutTalk(record as Review));
  });
}

function withoutTalk({ talk: _talk, ...rest }: Review): Omit<Review, "talk"> {
  return rest;
}

function isLocked(rows: ReviewRows, cycleId: string): boolean {
  return rows.reviewCycles.get(cycleId)?.state === "locked";
}

function nextOf(change: Change, known: ReviewCycle | undefined, id: string): ReviewCycle | undefined {
  if (change.op === "remove") return undefined;
  if (change.op === "put") return change.records.find((one) => one.id === id) as ReviewCycle | undefined;
  return { ...known, ...change.fields } as ReviewCycle;
}

function isReopened(known: ReviewCycle, next: ReviewCycle | undefined): boolean {
  if (!next || next.state === "locked" || next.lockCount !== known.lockCount) return false;
  const last = next.reopenings.at(-1);
  return (
    next.reopenings.length === known.reopenings.length + 1 &&
    last?.number === known.lockCount &&
    last.reason.trim() !== ""
  );
}
