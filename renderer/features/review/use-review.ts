import { useMemo } from "react";
import type { Change } from "../../../core/base/change.ts";
import type { Message } from "../../../core/base/message.ts";
import { period as periodFrom } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import type { Result } from "../../../core/base/result.ts";
import type { ReviewSources } from "../../../core/review/cycle-view.ts";
import { reviewSourcesOf } from "../../../core/vault/review-sources.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import { runFromField as runField } from "../../storage/run-in-place.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace, useWorkspace } from "../../storage/workspace-store.ts";
import { allWritten } from "../../storage/write-queue.ts";

export interface ReviewData {
  readonly workspace: Workspace;
  readonly period: Period;
  readonly sources: ReviewSources;
}

/** The chosen period with all that reviews of it are made from. */
export function useReview(): ReviewData {
  const workspace = useWorkspace();
  const { periodId, today } = useView();
  const { fiscalStart } = settingsOf(workspace);
  return useMemo(
    () => ({
      workspace,
      period: periodFrom(periodId, fiscalStart),
      sources: reviewSourcesOf(workspace, today),
    }),
    [workspace, periodId, fiscalStart, today],
  );
}

type Make = (workspace: Workspace) => Result<readonly Change[]>;

/** Runs a command of a field: the problem to show beside it, or `null`. What was written just before is seen by it. */
export async function runFromField(words: Words, label: Message, make: Make): Promise<string | null> {
  await allWritten();
  return runField(words, label, make(currentWorkspace()));
}

/** Runs a command in the same way, and shows what went wrong. */
export async function runInTurn(label: Message, make: Make): Promise<void> {
  await allWritten();
  await runCommand(label, make(currentWorkspace()));
}
