import { openMatches } from "../../../core/customer/match/match-pairs.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";

/** One step of the comparison takes about as long. */
const STEP_MS = 8;

/** Counts the pairs that a person should look at while nobody needs the thread; nothing is said once it is no longer wanted. */
export function countMatches(
  workspace: Workspace,
  of: { onCount(count: number): void; isWanted(): boolean },
): void {
  const steps = openMatches(workspace);
  const go = (): void => {
    requestIdleCallback((idle) => {
      do {
        if (!of.isWanted()) return;
        const step = steps.next();
        if (step.done) {
          of.onCount(step.value);
          return;
        }
      } while (idle.timeRemaining() > STEP_MS);
      go();
    });
  };
  go();
}
