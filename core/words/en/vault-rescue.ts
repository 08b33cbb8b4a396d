import type { Dictionary } from "../dictionary.ts";

/** What is said when the data cannot be opened. */
export const vaultRescue: Dictionary = {
  "vault.rescue.lead": "{{app}} cannot open its database on this computer. Nothing was changed.",
  "vault.rescue.save-first":
    "What can still be read is listed here: save it as a file first, then try again.",
  "vault.rescue.files": "Data that can be saved as files",
  "vault.rescue.none": "Nothing readable was found on this computer. Restore your latest backup.",
  "vault.rescue.reading": "Looking for data that can be read…",
  "vault.rescue.last": "The data as last saved",
  "vault.rescue.last.text": "every change that was saved",
  "vault.rescue.kept": "Data put aside before a restore or an upgrade",
  "vault.rescue.aside": "Data that was set aside",
  "vault.rescue.aside.text": "place {{place}}",
  "vault.rescue.auto": "Automatic backup",
  "vault.rescue.folder.no-permission":
    "There may be backups in the folder “{{folder}}”. The browser wants you to allow it again.",
  "vault.rescue.folder.forgotten":
    "The browser no longer knows where the backup folder “{{folder}}” is. Choose it again to see its backups.",
  "vault.rescue.folder.gone":
    "The backup folder “{{folder}}” is not there; perhaps its disk is not plugged in. Plug it in and look again.",
  "vault.rescue.folder.other":
    "The backup folder “{{folder}}” cannot be read now. Check the disk or the network, then look again.",
  "vault.rescue.reach.no-permission": "Allow",
  "vault.rescue.reach.forgotten": "Choose the folder",
  "vault.rescue.reach.gone": "Look again",
  "vault.rescue.reach.other": "Look again",
  "vault.rescue.found": "This computer still has earlier data that can be opened",
  "vault.rescue.open": "Open this",
  "vault.rescue.newer": "This data was written by a newer version of Jiugong. Update the app first.",
  "vault.rescue.passphrase":
    "This backup is encrypted and its passphrase is not on this computer, so it cannot be opened here. Begin anew with an empty team, then open “{{name}}” in the list under Backup and restore: you are asked for the passphrase there.",
  "vault.aside.title": "Set aside what does not open and begin anew",
  "vault.aside.text":
    "What is here stays on this computer as it is; nothing is removed. Jiugong begins beside it with an empty place, in which a backup can be restored.",
  "vault.aside.do": "Set it aside and begin anew",
  "vault.aside.sure": "Yes, set it aside",
  "vault.aside.failed":
    "That could not be done, and nothing was changed. Check the disk space and the folder’s permissions, then try again.",
  "vault.aside.database": "Set only the database aside",
  "vault.aside.database-text":
    "The database is a working copy. It is renamed and kept, and the next start writes it anew from the ledger: every saved change is there.",
  "vault.aside.database-do": "Set the database aside",
  "vault.aside.database-done":
    "Noted. Quit Jiugong and open it again; the data is then restored from the ledger.",
  "vault.rescue.sequence": "up to change {{sequence}}",
  "vault.rescue.save": "Save as a file",
  "vault.rescue.saved": "Saved as “{{name}}”.",
  "vault.rescue.gone": "This data can no longer be read. Save another one.",
  "vault.rescue.file": "Jiugong data after change {{sequence}}",
  "vault.rescue.kind": "Jiugong backup",
  "vault.rescue.then":
    "If this page comes back, the last resort is to clear this site’s data in the browser and restore from a saved file or an earlier backup. What has not been saved as a file is cleared too.",
};
