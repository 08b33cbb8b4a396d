import type { Message } from "../../core/base/message.ts";
import { message } from "../../core/base/message.ts";
import type { Result } from "../../core/base/result.ts";
import { redo, undo } from "../storage/commit.ts";
import { notify } from "../storage/notice-store.ts";
import { undoState } from "../storage/undo-state.ts";

/** Takes the last change back and says which. */
export function undoNow(): void {
  void step("app.undone", undoState.getState().undoLabel, undo);
}

/** Does the last undone change again and says which. */
export function redoNow(): void {
  void step("app.redone", undoState.getState().redoLabel, redo);
}

async function step(key: string, label: Message | null, act: () => Promise<Result<null>>): Promise<void> {
  if (!label) return;
  const outcome = await act();
  if (outcome.ok) notify({ tone: "done", message: message(key, { what: label }) });
  else for (const problem of outcome.error) notify({ tone: "failure", message: problem.message });
}
