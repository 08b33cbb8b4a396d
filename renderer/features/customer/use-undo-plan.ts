import { useEffect, useState } from "react";
import { message } from "../../../core/base/message.ts";
import { fail, ok } from "../../../core/base/result.ts";
import type { Problem, Result } from "../../../core/base/result.ts";
import { planUndo, undoChanges } from "../../../core/customer/undo-import.ts";
import type { UndoPlan } from "../../../core/customer/undo-import.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { MOVED_ON } from "../../storage/commit.ts";
import { inTurns, whileWanted } from "../../storage/in-turns.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace, useWorkspace } from "../../storage/workspace-store.ts";
import { allWritten } from "../../storage/write-queue.ts";

/** What taking an import back would come to, as far as it is known by now. */
export interface UndoProgress {
  readonly share: number;
  readonly plan: UndoPlan | null;
  /** The book that the plan is of. */
  readonly seen: Workspace | null;
  readonly problems: readonly Problem[];
}

const BEGIN: UndoProgress = { share: 0, plan: null, seen: null, problems: [] };

/** Plans in slices against the book as it is, and anew when the book changes. */
export function useUndoPlan(batchId: string): UndoProgress {
  const workspace = useWorkspace();
  const [progress, setProgress] = useState(BEGIN);
  useEffect(() => {
    let isWanted = true;
    const steps = whileWanted(planUndo(workspace, batchId), () => isWanted);
    const work = inTurns(steps, (share) => isWanted && setProgress({ ...BEGIN, share }));
    void work.then((plan) => {
      if (plan === null || !isWanted) return;
      setProgress(
        plan.ok
          ? { share: 1, plan: plan.value, seen: workspace, problems: [] }
          : { share: 1, plan: null, seen: workspace, problems: plan.error },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [workspace, batchId]);
  return progress;
}

/** Takes an import back in one commit. Where the book has moved on since it was planned, nothing is taken back: what was
 * changed meanwhile is to stay, and the panel plans anew. */
export async function takeBack({ plan, seen }: UndoProgress): Promise<Result<null>> {
  await allWritten();
  const now = currentWorkspace();
  if (plan === null || seen === null) return fail([]);
  const at = new Date(currentPlatform().nowMs()).toISOString();
  const command = seen === now ? ok(undoChanges(plan, at)) : fail([MOVED_ON]);
  return runCommand(message("customer.undo.label", { file: plan.batch.fileName }), { command, seen });
}
