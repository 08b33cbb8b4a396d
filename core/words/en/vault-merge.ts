import type { vaultMerge as zh } from "../zh-cn/vault-merge.ts";
import type { WordsLike } from "../dictionary.ts";

/** Merging two copies: the page, the conflicts and the reasons. */
export const vaultMerge = {
  "vault.journal.merged-files": "Two files merged",
  "vault.merge.title": "Merge another copy",
  "vault.merge.text":
    "What a colleague changed in a share or backup comes back here, field by field: what one side alone changed is taken, and what both changed is put side by side for you to choose.",
  "vault.merge.open": "Choose a file",
  "vault.merge.other": "Another file",
  "vault.merge.do": "Merge",
  "vault.merge.again": "Compare again",
  "vault.merge.hint":
    "A merge is one step, and the present state is kept first; records that the file does not hold stay as they are",
  "vault.merge.label": "Merge {{file}}",
  "vault.merge.done": "{{file}} is merged. One undo takes it back.",
  "vault.merge.done-sealed":
    "{{file}} is merged. It brought locked targets, approved pay or locked reviews, so undo does not take it back; to go back, restore the data kept before the merge.",
  "vault.merge.to-kept": "Open Backup and restore",
  "vault.merge.undo-sealed":
    "This merge brought locked targets, approved pay or locked reviews and cannot be undone. To go back, restore the data that was kept before the merge, under Backup and restore.",
  "vault.merge.failed": "The file could not be read and nothing was changed. Choose it again.",
  "vault.merge.preview": "Preview of the merge",
  "vault.merge.file": "{{file}}, saved {{at}}",
  "vault.merge.stale": "The workspace has changed since the comparison. Compare again first.",
  "vault.merge.nothing": "The file says nothing that is not known here. There is nothing to merge.",
  "vault.merge.nothing-but": "Apart from what the rules below keep out there is nothing to merge.",
  "vault.merge.kept-first":
    "The present state is kept first and can be taken back under Backup and restore; one undo after the merge takes it back too.",
  "vault.merge.kept-first-sealed":
    "This merge brings locked targets, approved pay or locked reviews and cannot be undone afterwards. The present state is kept first; to go back, restore it under Backup and restore.",
  "vault.merge.count.added": "Added",
  "vault.merge.count.changed": "Changed",
  "vault.merge.count.removed": "Removed",
  "vault.merge.conflicts": "Changed on both sides: {{count}}",
  "vault.merge.refused": "Kept out by a rule: {{count}}",
  "vault.merge.all-mine": "All from here",
  "vault.merge.all-theirs": "All from the file",
  "vault.merge.all-proposed": "All as proposed",
  "vault.merge.all-tables": "All",
  "vault.merge.search": "Search records, fields or values",
  "vault.merge.column.record": "Record",
  "vault.merge.column.field": "Field",
  "vault.merge.column.choice": "Take",
  "vault.merge.column.side": "Whose change",
  "vault.merge.column.reason": "Reason",
  "vault.merge.side.mine": "Here",
  "vault.merge.side.theirs": "File",
  "vault.merge.take": "{{record}}, {{field}}: take {{side}}",
  "vault.merge.was-removed": "Removed",
  "vault.merge.was-changed": "Kept and changed",
  "vault.merge.needed-by": "Kept: {{record}} needs it",
  "vault.merge.lost": "Cannot be taken: {{record}} is removed · {{value}}",
  "vault.merge.fixed": "{{record}} needs this record, so it cannot be removed",
  "vault.merge.fixed.gone": "This side names {{record}}, which is removed, and cannot be taken",
  "vault.merge.order-only": "Only the order differs: {{list}}",
  "vault.merge.inner-sign": ", ",
  "vault.merge.doubled": "Twice after the merge: {{count}}",
  "vault.merge.doubled.text":
    "A name, an employee number or a number may stand once only. Both records are kept: change one of them after the merge, or make them one.",
  "vault.merge.column.other": "The same as",
  "vault.merge.whole-record": "Whole record",
  "vault.merge.empty": "(empty)",
  "vault.merge.list-sign": "; ",
  "vault.merge.problem.moved":
    "The workspace has changed since the comparison, so nothing was merged. Compare again.",
  "vault.merge.value.by.manager": "the manager's rating",
  "vault.merge.value.by.training": "a training result",
  "vault.merge.value.by.typed": "typed",
  "vault.merge.value.by.pasted": "pasted",
  "vault.merge.value.by.import": "imported",
  "vault.merge.value.meeting.planned": "not begun",
  "vault.merge.value.meeting.running": "running",
  "vault.merge.value.meeting.held": "held",
  "vault.merge.value.meeting.cancelled": "cancelled",
  "vault.merge.value.line.open": "not discussed",
  "vault.merge.value.line.done": "discussed",
  "vault.merge.value.line.carried": "carried over",
  "vault.merge.value.line.parked": "parked",
  "vault.merge.value.line.dropped": "dropped",
  "vault.rebase.moved":
    "Something else was changed a moment ago, so this was not written. Look at it as it is now and do it again.",
  "vault.rebase.field":
    "{{field}} of {{table}} “{{record}}” was changed a moment ago, and both changes cannot hold. This one was not written. Look at it as it is now and change it again.",
  "vault.rebase.gone":
    "{{table}} “{{record}}” was removed a moment ago, so this was not written. To change it, undo the removal first.",
  "vault.rebase.twice":
    "{{table}} “{{record}}” was written a moment ago and would stand twice, so this was not written. Look at it, then use that one or choose another name.",
  "vault.merge.together": "{{first}} · {{rest}}",
  "vault.merge.period": "{{period}}",
  "vault.merge.day": "{{day}}",
  "vault.merge.problem.masked":
    "The names in this file were replaced: it is for reading and cannot be merged. Ask for a share that keeps the names.",
  "vault.merge.problem.masked-here":
    "This workspace comes from a share whose names were replaced, so nothing can be merged with it. Restore a backup of your own first.",
  "vault.merge.problem.currency":
    "The file counts in {{theirs}} and this workspace in {{mine}}. Amounts are never converted, so the two cannot be merged. Choose a file in the same currency.",
  "vault.merge.sealed.targetLocks":
    "The other side has locked these targets, and what is locked stands. To change it, change it there with a reason and merge again.",
  "vault.merge.sealed.versions":
    "Both sides changed this locked target with a reason. The later version holds, and the reasons of both are kept. To change it again, change it with a reason.",
  "vault.merge.sealed.statements":
    "The other side has approved the pay of this period, and what is approved stands. To correct it, add an adjustment to a later period.",
  "vault.merge.sealed.reviewCycles":
    "The other side has locked this review, and what is locked stands. To change it, open it there again with a reason and merge once more.",
} satisfies WordsLike<typeof zh>;
