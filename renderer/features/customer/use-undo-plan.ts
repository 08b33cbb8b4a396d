import { useEffect, useState } from "react";
import { message } from "../../../core/base/message.ts";
import type { Problem, Result } from "../../../core/base/result.ts";
import { planUndo, undoChanges } from "../../../core/customer/undo-import.ts";
import type { UndoPlan } from "../../../core/customer/undo-import.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { inTurns, whileWanted } from "../../storage/in-turns.ts";
import { runCommand } from "../../storage/run-command.ts";
import { currentWorkspace, useWorkspace } from "../../storage/workspace-store.ts";

/** What taking an import back would come to, as far as it is known by now. */
export interface UndoProgress {
  readonly share: number;
  readonly plan: UndoPlan | null;
  readonly problems: readonly Problem[];
}

const BEGIN: UndoProgress = { share: 0, plan: null, problems: [] };

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
          ? { share: 1, plan: plan.value, problems: [] }
          : { share: 1, plan: null, problems: plan.error },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [workspace, batchId]);
  return progress;
}

/** Takes an import back in one commit; the plan must be of the book as it is. */
export function takeBack(plan: UndoPlan): Promise<Result<null>> {
  const at = new Date(currentPlatform().nowMs()).toISOString();
  const { id, fileName } = plan.batch;
  const isStale = currentWorkspace().rows.batches.get(id) !== plan.batch;
  const changes = isStale ? [] : undoChanges(plan, at);
  return runCommand(message("customer.undo.label", { file: fileName }), { ok: true, value: changes });
}
