import { failureMessage } from "../../core/bridge/failure.ts";
import { message } from "../../core/base/message.ts";
import type { Words } from "../../core/words/words.ts";
import { currentPlatform } from "../platform/current-platform.ts";
import { notify } from "../storage/notice-store.ts";
import type { ExportFormat, ExportTable } from "../ui/export-context.tsx";

/** Writes a table to a file of the person's choice and says how it went. */
export async function exportTable(table: ExportTable, format: ExportFormat, words: Words): Promise<void> {
  const { renderTable } = await import("../worker/table-client.ts");
  const written = await renderTable({ ...table, format });
  if (!written.ok) {
    reportError(new Error(written.error));
    return notify({ tone: "failure", message: message("app.export.failed") });
  }
  const kind = { label: words.text(`app.kind.${format}`), extensions: [format] };
  const saved = await currentPlatform().saveFile(`${table.name}.${format}`, written.value, kind);
  if (!saved.ok) return notify({ tone: "failure", message: failureMessage(saved.error) });
  if (saved.value) notify({ tone: "done", message: message("app.export.saved", { name: saved.value.name }) });
}
