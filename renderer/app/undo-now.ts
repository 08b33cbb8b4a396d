import type { Message } from "../../core/base/message.ts";
import { message } from "../../core/base/message.ts";
import type { Result } from "../../core/base/result.ts";
import { redo, undo } from "../storage/commit.ts";
import { notify } from "../storage/notice-store.ts";

/** Takes the last change back and says which. */
export function undoNow(): void {
  void step("app.undone", undo);
}

/** Does the last undone change again and says which. */
export function redoNow(): void {
  void step("app.redone", redo);
}

/** What was entered last may still be on its way to the disk: the screen shows it already, so it is what is meant. */
async function step(key: string, act: () => Promise<Result<Message | null>>): Promise<void> {
  const outcome = await act();
  if (outcome.ok && outcome.value) notify({ tone: "done", message: message(key, { what: outcome.value }) });
  else if (!outcome.ok)
    for (const problem of outcome.error) notify({ tone: "failure", message: problem.message });
}
