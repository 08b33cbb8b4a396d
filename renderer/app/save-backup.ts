import { message } from "../../core/base/message.ts";
import type { Words } from "../../core/words/words.ts";
import { notify } from "../storage/notice-store.ts";

/** Writes a backup of what is in memory, from anywhere, even when a page is broken. */
export async function saveBackupNow(words: Words): Promise<void> {
  try {
    // It lies ready since shortly after the start, for automatic backups need it.
    const { saveBackup } = await import("../storage/backup.ts");
    const saved = await saveBackup(words.text("app.first.file-kind"));
    if (!saved.ok) for (const problem of saved.error) notify({ tone: "failure", message: problem.message });
    else if (saved.value) {
      notify({ tone: "done", message: message("app.backup.saved", { name: saved.value.name }) });
    }
  } catch (error) {
    reportError(error);
    notify({ tone: "failure", message: message("app.backup.failed") });
  }
}
