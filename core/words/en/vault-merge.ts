import type { vaultMerge as zh } from "../zh-cn/vault-merge.ts";
import type { WordsLike } from "../dictionary.ts";

/** Merging two copies: the page, the conflicts and the reasons. */
export const vaultMerge = {
  "vault.journal.merged-files": "Two files merged",
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
  "vault.merge.sealed.statements":
    "The other side has approved the pay of this period, and what is approved stands. To correct it, add an adjustment to a later period.",
  "vault.merge.sealed.reviewCycles":
    "The other side has locked this review, and what is locked stands. To change it, open it there again with a reason and merge once more.",
} satisfies WordsLike<typeof zh>;
