import type { Change } from "../../base/change.ts";
import { runToEnd } from "../../base/run-to-end.ts";
import { laterStamp } from "../../base/stamp.ts";
import type { Stamp } from "../../base/stamp.ts";
import { applyChanges } from "../apply-changes.ts";
import type { Workspace } from "../workspace.ts";
import { mergeChanges } from "./merge-changes.ts";
import { planMerge } from "./plan-merge.ts";
import type { CopyToMerge, MergePlan } from "./plan-merge.ts";

/** Two copies as one. */
export interface MergedCopy extends CopyToMerge {
  readonly plan: MergePlan;
  readonly changes: readonly Change[];
}

/** Merges two copies with every conflict as it is proposed; for callers without a screen. The stamp is the later of both: a
 * merge that decides nothing gives none of its own. Whatever the order of two copies, or of several that went out from one,
 * the result is the same, and a copy merged again changes nothing.
 * @example mergeCopies({ mine: { workspace: aSample(), stamp: null }, theirs: { workspace: aSample(), stamp: null } }).changes // => []
 */
export function mergeCopies(of: {
  readonly mine: CopyToMerge;
  readonly theirs: CopyToMerge;
  readonly base?: Workspace | undefined;
}): MergedCopy {
  const plan = runToEnd(planMerge(of));
  const changes = mergeChanges(plan, new Map());
  const stamp = laterStamp(of.mine.stamp, of.theirs.stamp);
  if (changes.length === 0) return { plan, changes, workspace: of.mine.workspace, stamp };
  // Every change brings its stamps, so the one that is handed in is never given.
  const workspace = applyChanges(of.mine.workspace, changes, stamp ?? ("" as Stamp));
  return { plan, changes, workspace, stamp };
}
