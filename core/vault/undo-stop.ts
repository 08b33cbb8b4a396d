import type { Change } from "../base/change.ts";
import type { TableName } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { crossesReviewLock } from "../review/review-lock.ts";

/** Why a commit cannot be undone, or `null`: what would lead back goes over a lock of targets, an approval of pay or a lock of
 * reviews. Of a merge the way back is the state that was kept before it.
 * @example undoStop([{ op: "remove", table: "statements", ids: ["m1|2026-Q1"] }]).key // => "incentive.problem.undo-approval"
 * @example undoStop([{ op: "remove", table: "statements", ids: ["m1|2026-Q1"] }], "merge").key // => "vault.merge.undo-sealed"
 * @example undoStop([{ op: "remove", table: "skills", ids: ["s1"] }]) // => null
 */
export function undoStop(changes: readonly Change[], kind?: "merge"): Message | null {
  const touches = (table: TableName) => changes.some((change) => change.table === table);
  const stop = touches("targetLocks")
    ? "target.problem.undo-lock"
    : touches("statements")
      ? "incentive.problem.undo-approval"
      : crossesReviewLock(changes)
        ? "app.review.undo-lock"
        : null;
  if (stop === null) return null;
  return message(kind === "merge" ? "vault.merge.undo-sealed" : stop);
}
