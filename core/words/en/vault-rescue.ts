import type { Dictionary } from "../dictionary.ts";

/** What is said when the data cannot be opened. */
export const vaultRescue: Dictionary = {
  "vault.rescue.lead":
    "{{app}} cannot open its database on this computer. Nothing was changed. What can still be read is listed here: save it as a file first, then try again.",
  "vault.rescue.files": "Data that can be saved as files",
  "vault.rescue.none": "Nothing readable was found on this computer. Restore your latest backup.",
  "vault.rescue.reading": "Looking for data that can be read…",
  "vault.rescue.last": "The data as last saved",
  "vault.rescue.last.text": "every change that was saved",
  "vault.rescue.kept": "Data put aside before a restore or an upgrade",
  "vault.rescue.sequence": "up to change {{sequence}}",
  "vault.rescue.save": "Save as a file",
  "vault.rescue.saved": "Saved as “{{name}}”.",
  "vault.rescue.gone": "This data can no longer be read. Save another one.",
  "vault.rescue.file": "Jiugong data after change {{sequence}}",
  "vault.rescue.kind": "Jiugong backup",
  "vault.rescue.then":
    "If this page comes back: save the file before you clear this site’s data in the browser, then clear it and restore from the file.",
  "vault.rescue.then.desktop":
    "If this page comes back: quit Jiugong, rename the folder “IndexedDB” in its data folder, and start it again. The data is then restored from the ledger.",
};
