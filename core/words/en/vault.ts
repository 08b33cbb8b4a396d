import type { vault as zh } from "../zh-cn/vault.ts";
import type { WordsLike } from "../dictionary.ts";

/** Vault: saving, restoring, journal, settings. */
export const vault = {
  "vault.table.settings": "Settings",
  "vault.table.groups": "Groups",
  "vault.table.members": "Members",
  "vault.table.memberships": "Memberships",
  "vault.table.absences": "Absences",
  "vault.table.duties": "Duties",
  "vault.table.assignments": "Assignments",
  "vault.table.skills": "Skills",
  "vault.table.skillExpectations": "Skill expectations",
  "vault.table.skillRatings": "Skill ratings",
  "vault.table.kpis": "KPIs",
  "vault.table.kpiSets": "KPI sets",
  "vault.table.targets": "Targets",
  "vault.table.calendarDays": "Calendar days",
  "vault.table.batches": "Imports",
  "vault.table.mappings": "Import mappings",
  "vault.table.stages": "Stages",
  "vault.table.commentaries": "Commentaries",
  "vault.table.customers": "Customers",
  "vault.table.contacts": "Contacts",
  "vault.table.deals": "Deals",
  "vault.table.activities": "Activities",
  "vault.table.cases": "Cases",
  "vault.table.orders": "Orders",
  "vault.table.payments": "Payments",
  "vault.table.products": "Products",
  "vault.table.stageEvents": "Stage events",
  "vault.table.measurements": "Measurements",
  "vault.problem.field": "{{table}}: the field “{{field}}” is not valid. Correct it and save again.",
  "vault.problem.unknown-field": "{{table}} has no field “{{field}}”. Nothing was saved.",
  "vault.problem.record-gone":
    "The record in {{table}} is no longer there. Look again and repeat the change.",
  "vault.file.foreign": "This is not a Jiugong backup. Choose another file.",
  "vault.file.damaged": "The backup is damaged or incomplete. Nothing was changed. Use another backup.",
  "vault.file.newer":
    "The backup was made by a newer version ({{app}}). Update Jiugong first. Nothing was changed.",
  "vault.file.record":
    "A record in the backup breaks a rule ({{where}}). Nothing of it was used. Use another backup.",
  "vault.start.locked": "Jiugong is already open in another window. Go there, or close it and try again.",
  "vault.start.newer":
    "The data was written by a newer version of Jiugong. Open it with that version. Nothing was touched.",
  "vault.start.restored-absent":
    "The database was gone. All {{count}} records were restored from the ledger.",
  "vault.start.restored-damaged":
    "The database was damaged. {{count}} records were restored from the ledger.",
  "vault.start.may-be-lost": "The last {{count}} changes may be missing. Check what you changed last.",
  "vault.start.may-be-lost_one": "The last change may be missing. Check what you changed last.",
  "vault.start.caught-up":
    "{{count}} changes had not reached the database before the last exit. They are there now; nothing was lost.",
  "vault.start.caught-up_one":
    "One change had not reached the database before the last exit. It is there now; nothing was lost.",
  "vault.start.ledger-rewritten":
    "The ledger was missing or damaged and was written anew from the database. Nothing was lost.",
  "vault.start.salvaged":
    "Database and ledger were both damaged; what could be read was kept. Check your data, and restore a backup if needed.",
  "vault.start.nothing-readable": "The earlier data can no longer be read. Restore a backup, or begin anew.",
  "vault.damage.torn": "A change was cut short at the last exit. It had not been saved and was removed.",
  "vault.damage.broken": "Part of the ledger was damaged.",
  "vault.damage.snapshot": "The newest ledger snapshot was damaged; the one before was used.",
  "vault.damage.missing": "The ledger holds no readable snapshot.",
  "vault.damage.settled-in":
    "The change that could not be confirmed last time is now confirmed: it was saved.",
  "vault.damage.settled-out":
    "The change that could not be confirmed last time is now confirmed: it was not saved. Please repeat it.",
  "vault.save.not-saved":
    "Not saved: the disk refused the write and nothing on screen was changed. Make room and try again, or save a backup elsewhere first.",
  "vault.save.no-room":
    "Not saved: there is not enough room on the disk. Nothing was changed. Make room and try again.",
  "vault.save.unknown":
    "It is not certain whether the last change was saved, so writing has stopped. Save a backup elsewhere, then open Jiugong again.",
  "vault.save.behind":
    "Your changes are saved, but the database cannot be written, so writing has stopped. Make room and try again.",
  "vault.save.no-ledger":
    "The ledger cannot be opened: you can look, but not change anything. Check the disk and open Jiugong again.",
  "vault.save.not-kept":
    "The present state could not be put aside before the restore, so nothing was changed. Make room and try again.",
  "vault.journal.created": "Workspace created",
  "vault.journal.restored": "Restored from the backup of {{at}}",
  "vault.backup.failed": "The backup could not be written. Try another place.",
  "vault.kept.gone": "This kept state can no longer be read. Use a backup.",
} as const satisfies WordsLike<typeof zh>;
