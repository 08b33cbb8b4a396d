import type { vaultBackup as zh } from "../zh-cn/vault-backup.ts";
import type { WordsLike } from "../dictionary.ts";

/** Automatic backups, their list and encryption, the health of what is stored, and the lock of the app. */
export const vaultBackup = {
  "vault.tab.health": "Health",
  "vault.auto.on": "Back up automatically",
  "vault.auto.on-hint-desktop":
    "After changes (every ten minutes at most), once a day, and on quitting. Each is read back and checked.",
  "vault.auto.on-hint-browser":
    "After changes while the page is open, every ten minutes at most. Nothing can be done when the browser closes.",
  "vault.auto.now": "Back up now",
  "vault.auto.running": "Backing up…",
  "vault.auto.done": "Backed up, read back and checked.",
  "vault.auto.owed": "Jiugong was closed before its last backup was finished. It is made up for now.",
  "vault.start.snapshot-mended":
    "The ledger's snapshot was damaged. It was written anew from the data that is open; nothing was lost.",
  "vault.start.snapshot-damaged":
    "The ledger's snapshot is damaged and could not be written anew. The data that is open is good: save a backup elsewhere, then check the disk space.",
  "vault.auto.folder": "Folder",
  "vault.auto.own-desktop": "The app’s own folder on this computer",
  "vault.auto.own-browser": "Inside the browser",
  "vault.auto.own-hint-desktop":
    "If this computer is lost, these backups are lost with it. Choose an external disk or a synced folder.",
  "vault.auto.own-hint-browser": "Clearing the browser’s data clears these too. Choose a folder.",
  "vault.auto.own-hint-no-folder":
    "This browser cannot use a folder, and clearing its data clears the backups too. Save a backup elsewhere now and then.",
  "vault.auto.choose": "Choose a folder",
  "vault.auto.use-own": "Back to the default",
  "vault.auto.again": "Try again",
  "vault.auto.next": "Next try: {{at}}. Work goes on, and all earlier backups are still there.",
  "vault.auto.problem.gone":
    "The backup folder is not there; perhaps a disk is unplugged. Plug it in, or choose another folder.",
  "vault.auto.problem.disk-full":
    "The disk of the backup folder is full. Make room, or choose another folder.",
  "vault.auto.problem.not-permitted":
    "The backup folder may not be written. Check its permissions, or choose another folder.",
  "vault.auto.problem.in-use":
    "Another program holds the backup’s file, under a second name too. Try later, or choose another folder.",
  "vault.auto.problem.too-large":
    "The backup is larger than this disk takes in one file. Choose another folder.",
  "vault.auto.problem.unverified":
    "The backup did not read back as it was written, and was thrown away. Check the disk, or choose another folder.",
  "vault.auto.problem.refused": "The backup was not written. Open Jiugong again and retry.",
  "vault.auto.problem.failed": "The backup was not written. Check the disk, or choose another folder.",
  "vault.auto.problem.ledger-unreadable":
    "The ledger is damaged, so no backup can be made of it. Save a backup by hand first, then check and repair under Health.",
  "vault.auto.problem.settings-lost":
    "What you chose for automatic backups can no longer be read, so they pause. If they were encrypted, set the passphrase first; then choose the folder again.",
  "vault.auto.problem.no-passphrase":
    "Backups are to be encrypted, but this computer has no passphrase. Enter it below.",
  "vault.auto.problem.no-answer":
    "The backup folder does not answer; perhaps a network drive is cut off. Check the connection, or choose another folder.",
  "vault.auto.problem.no-permission":
    "The browser wants you to allow the backup folder again. Choose “Try again” and allow it.",
  "vault.auto.problem.forgotten":
    "The browser no longer knows where the backup folder is, and backups pause. Choose the folder again.",
  "vault.auto.fall":
    "The newest backup holds {{after}} records, the one before held {{before}}: more than a fifth fewer. Until you confirm, no earlier backup is cleared.",
  "vault.auto.fall-meant": "I removed them on purpose",
  "vault.cipher.title": "Encryption",
  "vault.cipher.on": "Encrypted with a passphrase (age)",
  "vault.cipher.off": "None: whoever has the file sees pay",
  "vault.cipher.cannot": "Automatic backups in a browser are not encrypted",
  "vault.cipher.set": "Set a passphrase",
  "vault.cipher.change": "Change it",
  "vault.cipher.enter": "Enter it",
  "vault.cipher.stop": "Stop encrypting",
  "vault.cipher.place-kept": "The system’s key store keeps it; you are not asked for each backup",
  "vault.cipher.place-session": "This system has no key store; it is remembered until you quit",
  "vault.cipher.place-none": "This computer has no passphrase; backups are paused",
  "vault.cipher.form": "Encrypt automatic backups",
  "vault.cipher.form-text":
    "From now on automatic backups open with this passphrase alone, on any computer. Earlier ones stay as they are.",
  "vault.cipher.form-forgotten":
    "If you forget it, these backups cannot be opened by anyone in any way. Write it down somewhere other than this computer.",
  "vault.cipher.do": "Encrypt and back up",
  "vault.passphrase.first": "Passphrase",
  "vault.passphrase.second": "Once more",
  "vault.passphrase.hint": "At least 8 characters; a few unrelated words are easy to keep and hard to guess.",
  "vault.passphrase.short": "Too short: type at least 8 characters.",
  "vault.passphrase.differ": "The two are not the same. Type them again.",
  "vault.unlock.passphrase": "Passphrase",
  "vault.list.title": "Backups",
  "vault.list.hint": "Open one to see how it differs from the present data, then decide",
  "vault.list.none": "No backup in this folder yet",
  "vault.list.none-text": "One is made after the next change, or choose “Back up now”.",
  "vault.list.at": "When",
  "vault.list.records": "Records",
  "vault.list.change": "Than now",
  "vault.list.same": "Equal",
  "vault.list.bytes": "Size",
  "vault.list.kind": "Notes",
  "vault.list.name": "File",
  "vault.list.tier.recent": "recent",
  "vault.list.tier.daily": "daily",
  "vault.list.tier.weekly": "weekly",
  "vault.list.tier.monthly": "monthly",
  "vault.list.other": "not made here, never cleared",
  "vault.list.encrypted": "encrypted",
  "vault.health.hint": "Where the data is, how large, and whether it is whole",
  "vault.health.sizes": "Size and room",
  "vault.health.last": "Last time",
  "vault.health.last-change": "Change",
  "vault.health.last-auto": "Automatic backup",
  "vault.health.last-hand": "Backup by hand",
  "vault.health.never": "Not yet",
  "vault.health.to-journal": "Journal",
  "vault.health.to-backup": "Backup and restore",
  "vault.check.title": "Integrity check",
  "vault.check.hint":
    "Reads the ledger, the database, the kept states and the newest automatic backup from end to end.",
  "vault.check.do": "Check",
  "vault.check.mend": "Repair from the present data",
  "vault.check.checking": "Checking…",
  "vault.check.mending": "Repairing…",
  "vault.check.not-mended":
    "The repair could not be written. Save a backup elsewhere first, then check the room on the disk.",
  "vault.check.whole": "Ledger, database and kept states are whole and agree",
  "vault.check.damaged.ledger": "The ledger is damaged",
  "vault.check.damaged.database": "The database is damaged",
  "vault.check.damaged.kept": "Kept states are damaged",
  "vault.check.remedy.ledger":
    "What you see is good. Save a backup first, then choose “Repair from the present data” to write a whole ledger.",
  "vault.check.remedy.database":
    "What you see is good. “Repair from the present data” writes the database anew; opening Jiugong again restores it from the ledger.",
  "vault.check.remedy.kept":
    "These can no longer be used; the present data is not touched. For older data use the list of backups.",
  "vault.check.backup-whole": "The newest automatic backup opens and is whole",
  "vault.check.backup-damaged":
    "The newest automatic backup does not open. Choose “Back up now”, and check the disk it is on.",
  "vault.check.backup-unreached":
    "The newest automatic backup cannot be reached and was not checked. Plug in the disk it is on.",
  "vault.check.backup-none": "There is no automatic backup to check yet",
  "vault.check.backup-locked":
    "The newest automatic backup is encrypted and was not checked: no passphrase here",
  "vault.found.torn": "{{file}}: cut short at the end (that change had not been saved)",
  "vault.found.broken": "{{file}}: a part cannot be read",
  "vault.found.snapshot": "{{file}}: the snapshot is damaged; the one before was used",
  "vault.found.left": "{{file}}: holds the data of someone who was erased and could not be removed yet",
  "vault.found.missing": "There is no readable snapshot",
  "vault.found.settled-in": "{{file}}: a change that was uncertain is now known to be saved",
  "vault.found.settled-out": "{{file}}: a change that was uncertain is now known not to be saved",
  "vault.found.unreadable": "The ledger cannot be read",
  "vault.found.unreadable-database": "The database cannot be read",
  "vault.found.snapshot-parts": "The snapshot holds records that cannot be read",
  "vault.found.gap": "The ledger cannot be read after change {{sequence}}",
  "vault.found.ledger-other": "The ledger ends at change {{there}}, the screen is at {{here}}",
  "vault.found.ledger-counts": "The ledger holds {{there}} records, the screen {{here}}",
  "vault.found.empty": "The database is empty",
  "vault.found.row": "{{table}}: a record is damaged ({{place}})",
  "vault.found.page": "{{table}}: page {{place}} is damaged",
  "vault.found.more": "{{count}} places are damaged; only some are listed",
  "vault.found.stranger": "An unknown record ({{key}})",
  "vault.found.count": "{{table}}: the database holds {{there}}, it should hold {{here}}",
  "vault.found.database-other": "The database ends at change {{there}}, the screen is at {{here}}",
  "vault.found.database-parts": "The database lacks its summary record",
  "vault.found.kept": "The state kept at change {{sequence}}",
  "vault.app-lock.title": "App lock (this device)",
  "vault.app-lock.guards":
    "When set, Jiugong asks for a passphrase when it opens, and locks itself when you are away.",
  "vault.app-lock.guards-not":
    "It guards the window only and encrypts nothing: whoever can sign in to this computer can still take the data from its files. Against that, turn on the system’s disk encryption and give your backups a passphrase.",
  "vault.app-lock.idle": "Lock by itself",
  "vault.app-lock.idle-hint":
    "What is typed and not yet saved is lost when it locks; everything saved stays.",
  "vault.app-lock.idle-never": "Never",
  "vault.app-lock.idle-minutes": "After {{count}} minutes",
  "vault.app-lock.idle-minutes_one": "After one minute",
  "vault.app-lock.now": "Lock now",
  "vault.app-lock.set": "Set an app lock",
  "vault.app-lock.unset": "Remove the app lock",
  "vault.app-lock.do": "Set",
  "vault.app-lock.code": "Recovery code",
  "vault.app-lock.code-text":
    "If you forget the passphrase, this code opens the app in its place and removes the lock. It is shown this once: write it down and keep it elsewhere.",
  "vault.app-lock.copy": "Copy",
  "vault.app-lock.copied": "Copied",
  "vault.app-lock.noted": "I have it",
  "vault.app-lock.screen": "Jiugong is locked",
  "vault.app-lock.passphrase": "Passphrase or recovery code",
  "vault.app-lock.open": "Open",
  "vault.app-lock.wrong": "Not the passphrase. Mind capital letters and the input method, and try again.",
  "vault.app-lock.wait": "Too many wrong tries. Wait {{seconds}} seconds.",
  "vault.app-lock.removed":
    "Opened with the recovery code; the lock is removed. You can set a new one under Workspace settings.",
  "vault.app-lock.forgotten": "Forgotten?",
  "vault.app-lock.forgotten-code":
    "Enter the recovery code that you wrote down when you set the lock. Your data is all there; forgetting loses none of it.",
  "vault.app-lock.forgotten-desktop":
    "Without the code: quit Jiugong, find the Jiugong folder in the system’s application data, delete preferences.json in it, and open Jiugong again. Only this device’s choices of language and look are lost.",
  "vault.app-lock.forgotten-browser":
    "Without the code: in the browser’s developer tools remove the entry jiugong.lock from local storage, then reload. Do not clear the browser’s data: that would remove your data too.",
} satisfies WordsLike<typeof zh>;
