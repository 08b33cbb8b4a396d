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
import { commitMade } from "../../storage/commit.ts";
import { notify } from "../../storage/notice-store.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";

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

/** Runs a command of a field, of the workspace as it is in its turn: the problem to show beside it, or `null`. */
export async function runFromField(
  words: Words,
  label: Message,
  make: (workspace: Workspace) => Result<readonly Change[]>,
): Promise<string | null> {
  const outcome = await commitMade(label, make);
  return outcome.ok ? null : words.say(outcome.error[0]!.message);
}

/** Runs a command of the workspace as it is in its turn, and shows what went wrong. */
export async function runInTurn(
  label: Message,
  make: (workspace: Workspace) => Result<readonly Change[]>,
): Promise<void> {
  const outcome = await commitMade(label, make);
  if (outcome.ok) return;
  for (const problem of outcome.error) notify({ tone: "failure", message: problem.message });
}
