import { message } from "../core/base/message.ts";
import { nextStamp } from "../core/base/stamp.ts";
import { runToEnd } from "../core/base/run-to-end.ts";
import { planUndo, undoChanges } from "../core/customer/undo-import.ts";
import type { UndoLine } from "../core/customer/undo-import.ts";
import { applyChanges } from "../core/vault/apply-changes.ts";
import { checkChanges } from "../core/vault/check-changes.ts";
import type { Words } from "../core/words/words.ts";
import { cliDevice } from "./cli-device.ts";
import { CliRefusal } from "./command.ts";
import type { Command } from "./command.ts";
import { readWorkspace, required } from "./options.ts";
import { writeChanged } from "./write-changed.ts";

/** `undo-import W --batch ID --out W2`: takes one import back and prints what stays and why. */
export const undoImportCommand: Command = {
  options: ["batch", "out"],
  words: [1, 1],
  async run(call) {
    const batchId = required(call, "batch");
    const out = required(call, "out");
    const file = await readWorkspace(call);
    const plan = runToEnd(planUndo(file.workspace, batchId));
    if (!plan.ok) throw new CliRefusal(3, plan.error);
    const { batch, reverted, kept, failed } = plan.value;
    const nowMs = call.io.nowMs();
    const checked = checkChanges(file.workspace, undoChanges(plan.value, new Date(nowMs).toISOString()));
    if (!checked.ok) throw new CliRefusal(3, checked.error);
    const changes = checked.value;
    const stamp = nextStamp(file.head.stamp, nowMs, cliDevice(call));
    const workspace = applyChanges(file.workspace, changes, stamp);
    const label = message("customer.undo.label", { file: batch.fileName });
    await call.io.writeFile(out, writeChanged(file, { workspace, stamp, label, kind: "do", changes, nowMs }));
    const linesJson = (lines: readonly UndoLine[]) => lines.map((line) => lineJson(line, call.say));
    return {
      exit: kept.length + failed.length > 0 ? 1 : 0,
      json: {
        batch: batch.id,
        reverted: reverted.length,
        kept: linesJson(kept),
        failed: linesJson(failed),
      },
    };
  },
};

function lineJson({ table, id, label, act, fields, reason }: UndoLine, say: Words) {
  return { table, id, name: label, act, fields, reason: reason === undefined ? "" : say.say(reason) };
}
