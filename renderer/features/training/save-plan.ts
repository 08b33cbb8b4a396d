import { message } from "../../../core/base/message.ts";
import type { Period } from "../../../core/base/period.ts";
import { failureMessage } from "../../../core/bridge/failure.ts";
import type { Words } from "../../../core/words/words.ts";
import { currentPlatform } from "../../platform/current-platform.ts";
import { notify } from "../../storage/notice-store.ts";
import { renderPaperFiles } from "../../worker/paper-client.ts";
import type { TrainingData } from "./training-data.ts";

/** Saves the training plan of a period as a workbook or a document. */
export async function savePlan(
  data: TrainingData,
  words: Words,
  of: { readonly period: Period; readonly format: "xlsx" | "docx" },
): Promise<void> {
  const { period, format } = of;
  const { workspace, today } = data;
  const papers = [{ kind: "training", period } as const];
  const made = await renderPaperFiles({ workspace, today, locale: words.locale, papers }, format).done;
  if (!made.ok) {
    reportError(new Error(made.error));
    return notify({ tone: "failure", message: message("training.file.failed") });
  }
  const name = words.text("training.paper.file", { period: period.id as string });
  const kind = { label: words.text(`training.kind-of-file.${format}`), extensions: [format] };
  const saved = await currentPlatform().saveFile(`${name}.${format}`, made.value[0]!, kind);
  if (!saved.ok) return notify({ tone: "failure", message: failureMessage(saved.error) });
  if (saved.value) {
    notify({ tone: "done", message: message("training.file.saved", { name: saved.value.name }) });
  }
}
