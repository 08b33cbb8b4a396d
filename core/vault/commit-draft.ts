import type { Change } from "../base/change.ts";
import { ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Stamp } from "../base/stamp.ts";
import { WorkspaceDraft } from "./apply-changes.ts";
import { ChangeCheck } from "./check-changes.ts";
import type { Workspace } from "./workspace.ts";

/** What a commit comes to. */
export interface DraftedCommit {
  readonly changes: readonly Change[];
  readonly after: Workspace;
}

/** A commit whose changes are checked and applied one after the other as they come, in memory alone: while one is looked at,
 * the next may still be in the making elsewhere. */
export class CommitDraft {
  readonly before: Workspace;
  readonly stamp: Stamp;
  readonly #check: ChangeCheck;
  readonly #draft: WorkspaceDraft;

  constructor(before: Workspace, stamp: Stamp) {
    this.before = before;
    this.stamp = stamp;
    this.#check = new ChangeCheck(before);
    this.#draft = new WorkspaceDraft(before, stamp);
  }

  /** The next change; once one was wrong, the others are only looked at for what else is wrong. */
  add(change: Change): void {
    const checked = this.#check.add(change);
    if (checked !== null) this.#draft.apply(checked);
  }

  /** All or none. */
  finish(): Result<DraftedCommit> {
    const changes = this.#check.finish();
    return changes.ok ? ok({ changes: changes.value, after: this.#draft.finish() }) : changes;
  }
}

/** A draft of changes that are there already, in steps of one.
 * @example draftSteps({ rows: {} }, [], "0000000rs-0000-d1").next().done // => true
 */
export function* draftSteps(
  before: Workspace,
  changes: readonly Change[],
  stamp: Stamp,
): Generator<void, CommitDraft> {
  const draft = new CommitDraft(before, stamp);
  for (const change of changes) {
    draft.add(change);
    yield;
  }
  return draft;
}
