import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { mergeChanges } from "../../core/vault/merge/merge-changes.ts";
import type { MergeChoices } from "../../core/vault/merge/choice-of.ts";
import { copyIn } from "../../core/vault/merge/opened-copy.ts";
import { mergeRefusal, planMerge } from "../../core/vault/merge/plan-merge.ts";
import type { MergePlan } from "../../core/vault/merge/plan-merge.ts";
import { withoutForgotten } from "../../core/vault/person/forgotten.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../../core/vault/workspace-file.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { PickedFile } from "../platform/platform.ts";
import { commitMerge } from "./commit.ts";
import { inTurns } from "./in-turns.ts";
import { keepPresent } from "./keep-present.ts";
import { currentSession } from "./session.ts";
import { currentWorkspace } from "./workspace-store.ts";
import { allWritten } from "./write-queue.ts";

/** A file beside the open workspace, compared; nothing is changed yet. */
export interface OpenMerge {
  readonly name: string;
  readonly file: WorkspaceFile;
  /** The open workspace as it was compared. */
  readonly mine: Workspace;
  readonly plan: MergePlan;
  /** People in the file who were erased here: they were erased in it before it was compared. */
  readonly forgotten: number;
}

/** Reads a file whole or refuses it whole, and plans its merge; the screen stays alive. */
export async function openMerge(file: PickedFile): Promise<Result<OpenMerge>> {
  const read = readWorkspaceFile(await file.bytes());
  return read.ok ? planAgain({ name: file.name, file: read.value, forgotten: 0 }) : read;
}

/** The plan for the workspace as it is now. */
export async function planAgain({
  name,
  file: given,
  forgotten,
}: Pick<OpenMerge, "name" | "file" | "forgotten">): Promise<Result<OpenMerge>> {
  await allWritten();
  const mine = currentWorkspace();
  const { count, ...known } = withoutForgotten(settingsOf(mine), given);
  const file = { ...given, ...known };
  const refusal = mergeRefusal({ workspace: mine }, file);
  if (refusal) return refusal;
  const { stamp } = currentSession();
  const plan = await inTurns(planMerge({ mine: { workspace: mine, stamp }, theirs: copyIn(file) }));
  return ok({ name, file, mine, plan, forgotten: forgotten + count });
}

/** Merges in one commit, all or none. The present state is put aside first; one step of undo takes it back. */
export function finishMerge(label: Message, merge: OpenMerge, choices: MergeChoices): Promise<Result<null>> {
  return commitMerge(label, async (session) => {
    if (currentWorkspace() !== merge.mine) return fail([{ message: message("vault.merge.problem.moved") }]);
    if (!(await keepPresent(session))) return fail([{ message: message("vault.save.not-kept") }]);
    return ok({ changes: mergeChanges(merge.plan, choices), stamp: merge.file.head.stamp });
  });
}
