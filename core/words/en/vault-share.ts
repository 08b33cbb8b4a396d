import type { vaultShare as zh } from "../zh-cn/vault-share.ts";
import type { WordsLike } from "../dictionary.ts";

/** Share files and one person's data. */
export const vaultShare = {
  "vault.tab.share": "Share",
  "vault.tab.person": "Personal data",
  "vault.age.foreign": "The file is not encrypted with age. Choose another file.",
  "vault.age.key":
    "The file is encrypted for a key, not with a passphrase. Decrypt it with the tool it was made with, then open it here.",
  "vault.age.newer":
    "The file was encrypted by a newer edition of age. Update Jiugong, or decrypt it with that tool first.",
  "vault.age.too-much-work":
    "The file asks for more work than any honest one needs to check a passphrase. It was not opened.",
  "vault.age.wrong-passphrase":
    "The passphrase does not open this file. Mind capital letters, spaces and the input method. If you are sure of it, the first lines of the file are damaged: ask for it again.",
  "vault.age.damaged": "The encrypted file is damaged or incomplete. Nothing was opened. Ask for it again.",
  "vault.age.failed":
    "Encrypting or decrypting did not finish; there may be too little memory. Close other programs and try again.",
  "vault.share.hint": "Only what is chosen goes out; records that are not chosen are not in the file",
  "vault.share.choose": "What goes out",
  "vault.share.who": "Whose data",
  "vault.share.who.all": "The whole team",
  "vault.share.who.some": "Some groups and members",
  "vault.share.groups": "Groups",
  "vault.share.groups-hint": "A group brings its own targets and KPIs and the members it has now.",
  "vault.share.members": "Members",
  "vault.share.areas": "Areas",
  "vault.share.areas-hint": "The members’ list, the working calendar and the settings always go along.",
  "vault.share.area.duties": "Duties and skills",
  "vault.share.area.customer": "Customers and deals",
  "vault.share.area.kpi": "KPIs",
  "vault.share.area.target": "Targets",
  "vault.share.area.training": "Training",
  "vault.share.area.incentive": "Incentives",
  "vault.share.area.meeting": "Meetings",
  "vault.share.area.review": "Reviews",
  "vault.share.when": "Time",
  "vault.share.when.all": "All of it",
  "vault.share.when.period": "Only {{period}}",
  "vault.share.when.days": "From one day to another",
  "vault.share.from": "From",
  "vault.share.until": "To (inclusive)",
  "vault.share.withPay": "With pay",
  "vault.share.withPay-hint":
    "Plans, statements, adjustments, reward budgets and amounts of rewards. Without it none of them go out, and the coefficients of levels are 1.",
  "vault.share.withNotes": "With one-to-one notes and remarks",
  "vault.share.withNotes-hint":
    "One-to-one meetings and notes, remarks on members, reasons of absences. Not while names are masked.",
  "vault.share.masked": "Mask names",
  "vault.share.masked-hint":
    "Members, customers, contacts and deals become numbers; e-mails, phones and employee numbers go, and what people wrote is empty. A masked file can be read, never merged.",
  "vault.share.preview": "What the file will hold",
  "vault.share.counting": "Counting…",
  "vault.share.sum": "{{out}} records go out, {{left}} stay",
  "vault.share.out": "Out",
  "vault.share.along": "Taken along",
  "vault.share.left": "Stay",
  "vault.share.reminder.masked":
    "Figures, days, regions, industries, products and the names of plans and tags are as they were, unless they name a member, customer or contact; in a small group, someone who knows it may guess who is who.",
  "vault.share.reminder.texts":
    "So that nothing is torn apart, some customers and the like go along. What people wrote goes out as it is and may speak of others.",
  "vault.share.reminder.ids":
    "A record that several people own, from a file without ids, is known by what that file said: its own id still names the other owners.",
  "vault.share.reminder.pay-area": "Pay is chosen but Incentives are not: no plans and statements go out.",
  "vault.share.nobody": "No member or group is chosen yet",
  "vault.share.save": "Save the share file",
  "vault.share.save-hint": "Type the passphrase first",
  "vault.share.saving": "Saving…",
  "vault.share.saved": "Share file saved: {{name}}. Tell its passphrase another way, not in the same mail.",
  "vault.share.open": "Open a share file",
  "vault.share.kind": "Jiugong share file",
  "vault.share.file": "share",
  "vault.share.partial":
    "This is a share file and holds a part of the data. If it takes the place of what is here, only that part is left.",
  "vault.share.mask.member": "Member {{number}}",
  "vault.share.mask.owner": "Owner {{number}}",
  "vault.share.mask.customer": "Customer {{number}}",
  "vault.share.mask.contact": "Contact {{number}}",
  "vault.share.mask.fact": "Record {{number}}",
  "vault.share.mask.file": "File {{number}}",
  "vault.share.mask.thing": "Name {{number}}",
  "vault.share.mask.hidden": "(masked)",
  "vault.lock.title": "Passphrase",
  "vault.lock.wanted": "Encrypt with a passphrase",
  "vault.lock.wanted-hint": "In the age format: any age tool opens it, without Jiugong.",
  "vault.lock.unlocked": "Not encrypted: whoever has the file can open it.",
  "vault.lock.first": "Passphrase",
  "vault.lock.first-hint": "At least 8 characters, the longer the better; a Chinese character counts as two.",
  "vault.lock.again": "Once more",
  "vault.lock.differs": "The two passphrases differ",
  "vault.lock.forgotten": "It is kept nowhere. Once forgotten, the file stays shut.",
  "vault.lock.strength.short": "● Too short, make it longer",
  "vault.lock.strength.weak": "▼ Weak, longer is better",
  "vault.lock.strength.fair": "Good enough",
  "vault.lock.strength.strong": "✓ Strong",
  "vault.unlock.title": "This file has a passphrase",
  "vault.unlock.text": "{{name}} is encrypted. Type the passphrase it was locked with.",
  "vault.unlock.open": "Open",
  "vault.unlock.opening": "Decrypting…",
  "vault.person.hint": "All data of one person, exported or erased at their request",
  "vault.person.none": "No members yet",
  "vault.person.none-text": "Once there are members, all data of one of them can be exported or erased here.",
  "vault.person.who": "Member",
  "vault.person.nobody": "Choose",
  "vault.person.export": "Export all data",
  "vault.person.export-text":
    "The person’s record, duties, targets, results, training, pay and reviews, and the customers, deals and orders they own. Meetings with others are not among it.",
  "vault.person.xlsx": "Export XLSX",
  "vault.person.json": "Export JSON",
  "vault.person.file": "Personal data of {{name}}",
  "vault.person.kind": "Personal data",
  "vault.person.saved": "Exported: {{name}}",
  "vault.person.failed": "The export was not written. Try another place.",
  "vault.person.erase": "Erase all data",
  "vault.person.neutral": "Former member {{number}}",
  "vault.person.removed": "Removed altogether",
  "vault.person.rewritten": "Kept without the name",
  "vault.person.stays": "Why some things stay",
  "vault.person.stays.facts":
    "Customers, deals, orders and payments are the company’s books and must add up: they stay, owned by “{{name}}”.",
  "vault.person.stays.sums":
    "Targets and KPI values stay, or the sums of group and team would change: they belong to “{{name}}”.",
  "vault.person.stays.days":
    "The days of joining and leaving and the group stay: past headcounts and averages rest on them.",
  "vault.person.stays.shared":
    "Another member has this name too: {{names}}. Where a text says it, nobody can tell who is meant, so it stays.",
  "vault.person.stays.others":
    "Other members or contacts have names that hold this one: {{names}}. They mean somebody else and stay as they are; only the name by itself is replaced.",
  "vault.person.statements": "Approved statements",
  "vault.person.statements-hint":
    "Records of wages paid must be kept for years, with the receiver’s name (in China at least two): that is for accounting to do, here only amounts stay. If accounting has no copy, export them first.",
  "vault.person.reviews": "Locked reviews",
  "vault.person.reviews-hint":
    "What was written and said and the reasons of points always go; the scores stay, so that the others’ calibration still adds up.",
  "vault.person.sealed.neutral": "Keep the figures without the name",
  "vault.person.sealed.remove": "Remove as well",
  "vault.person.copies": "Copies out of reach",
  "vault.person.forgotten":
    "This file holds {{count}} people who were erased on request. They do not come back: they are erased in it before the rest is taken.",
  "vault.person.forgotten_one":
    "This file holds one person who was erased on request. They do not come back: they are erased in it before the rest is taken.",
  "vault.person.copies-auto":
    "The backup folder has {{count}} automatic backups of before that hold this person: {{names}}. After erasing, make a new backup, then delete these files in the backup folder.",
  "vault.person.copies-auto_one":
    "The backup folder has one automatic backup of before that holds this person: {{names}}. After erasing, make a new backup, then delete this file in the backup folder.",
  "vault.person.copies-aside-desktop":
    "Older data that was set aside may still hold this person: it lies in these folders of the app’s data folder (on Windows %APPDATA%\\Jiugong): {{names}}. After erasing, make a new backup, quit Jiugong, then delete these folders and the folder IndexedDB; the next start writes the database anew from the ledger.",
  "vault.person.copies-aside-browser":
    "Older data that was set aside may still hold this person: it lies in what the browser keeps for this site ({{names}}) and goes only with all of it. After erasing, save a backup, clear the site’s data, then restore that backup.",
  "vault.person.copies-databases":
    "Where the database alone was ever put aside, the folders IndexedDB.aside-1 and so on in the app’s data folder hold this person too. They can be deleted once Jiugong is closed.",
  "vault.person.copies-last":
    "Earlier backups (the last of {{at}}), share files, exported documents and prints still hold this person: delete them yourself. Restoring such a backup brings the data back, and importing the old CRM file again brings the name back.",
  "vault.person.copies-none":
    "Where earlier backups, share files, exported documents or prints hold this person, delete them yourself. Restoring such a backup brings the data back, and importing the old CRM file again brings the name back.",
  "vault.person.confirm": "Type “{{wording}}”",
  "vault.person.confirm-hint":
    "It cannot be undone: the steps of undo, the states kept before restores and the old entries of the ledger go with it.",
  "vault.person.wording": "Erase {{name}}",
  "vault.person.erase-do": "Erase for good",
  "vault.person.erasing": "Erasing…",
  "vault.person.done": "Erased. What stays belongs to “{{name}}”.",
  "vault.person.journal":
    "A member’s personal data erased at their request; what stays belongs to “{{name}}”",
} satisfies WordsLike<typeof zh>;
