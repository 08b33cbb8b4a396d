import { useMemo } from "react";
import type { Message } from "../../../core/base/message.ts";
import { period as periodFrom } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import type { ReviewSources } from "../../../core/review/cycle-view.ts";
import { reviewSourcesOf } from "../../../core/vault/review-sources.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import type { Words } from "../../../core/words/words.ts";
import { runCommand } from "../../storage/run-command.ts";
import type { Command } from "../../storage/run-command.ts";
import { runFromField as runField } from "../../storage/run-in-place.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
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

/** Runs a command of a field: the problem to show beside it, or `null`. What was written just before is seen by it. */
export async function runFromField(words: Words, label: Message, by: Command): Promise<string | null> {
  await allWritten();
  return runField(words, label, by);
}

/** Runs a command in the same way, and shows what went wrong. */
export async function runInTurn(label: Message, by: Command): Promise<void> {
  await allWritten();
  await runCommand(label, by);
}
