import { failureMessage } from "../../../core/bridge/failure.ts";
import { message } from "../../../core/base/message.ts";
import { ok } from "../../../core/base/result.ts";
import type { FixList } from "../../../core/customer/quality/fix-lists.ts";
import { keepReading, printFixList } from "../../../core/customer/quality/print-fix-list.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { runCommand } from "../../storage/run-command.ts";
import { useView } from "../../storage/view-store.ts";
import { currentWorkspace } from "../../storage/workspace-store.ts";
import { renderTable } from "../../worker/table-client.ts";
import { stageLanguage } from "./book-commands.ts";
import { ownerLabel } from "./owner-label.ts";

/** What a fix-list's file is called, without its ending. */
export function fixFileName(words: Words, list: FixList): string {
  const { members } = currentWorkspace().rows;
  const params = {
    source: words.text(`customer.source.${list.source}`),
    object: words.text(`customer.object.${list.object}`),
    day: useView.getState().today,
  };
  if (list.owner === null) return words.text("customer.fix.file", params);
  const owner = ownerLabel(list.owner, members) || words.text("base.unassigned");
  return words.text("customer.fix.file-of", { ...params, owner });
}

/** Writes a fix-list where the person wants it and keeps how it is read when it comes back. `false`: nothing was saved. */
export async function saveFixList(words: Words, list: FixList, format: "csv" | "xlsx"): Promise<boolean> {
  const language = stageLanguage();
  const object = message(`customer.object.${list.object}`);
  const printed = printFixList(list, { language, say: (sentence) => words.say(sentence) });
  const written = await renderTable({ ...printed, name: words.say(object), format });
  if (!written.ok) {
    reportError(new Error(written.error));
    notify({ tone: "failure", message: message("app.export.failed") });
    return false;
  }
  const name = fixFileName(words, list);
  const kind = { label: words.text(`app.kind.${format}`), extensions: [format] };
  const saved = await currentPlatform().saveFile(`${name}.${format}`, written.value, kind);
  if (!saved.ok) notify({ tone: "failure", message: failureMessage(saved.error) });
  if (!saved.ok || saved.value === null) return false;
  const label = message("customer.fix.keep", { source: message(`customer.source.${list.source}`), object });
  const kept = await runCommand(label, (now) => ok(keepReading(now, list, { language, name })));
  notify({ tone: "done", message: message("customer.fix.saved", { file: saved.value.name }) });
  return kept.ok;
}
