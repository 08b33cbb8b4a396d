import type { Action } from "../meeting/records.ts";

/** What was agreed in the talk about a review, in the order in which it was written down.
 * @example agreedActions(new Map([["a1", { id: "a1", reviewId: "2026-Q3|m1", order: 1 }]]), "2026-Q3|m2") // => []
 */
export function agreedActions(actions: ReadonlyMap<string, Action>, reviewId: string): readonly Action[] {
  return [...actions.values()]
    .filter((action) => action.reviewId === reviewId)
    .toSorted((a, b) => a.order - b.order);
}
