/** Merging two copies: the page, the conflicts and the reasons. */
export const vaultMerge = {
  "vault.journal.merged-files": "合并两份文件",
  "vault.merge.together": "{{first}} · {{rest}}",
  "vault.merge.period": "{{period}}",
  "vault.merge.day": "{{day}}",
  "vault.merge.problem.masked":
    "这份文件里的姓名已被替换，只供查看，不能合并。请让对方重新分享一份不隐去姓名的文件。",
  "vault.merge.problem.masked-here":
    "当前工作区来自一份隐去姓名的分享，其中的姓名不是真名，不能与别的文件合并。请先恢复自己的备份，再合并。",
  "vault.merge.problem.currency":
    "这份文件以 {{theirs}} 计价，当前工作区以 {{mine}} 计价；金额从不换算，不能合并。请选择同一币种的文件。",
  "vault.merge.sealed.targetLocks":
    "目标已在另一方锁定，锁定的数值保留。要改动，请在锁定的一方写明原因后修改，再合并一次。",
  "vault.merge.sealed.statements":
    "这一期的薪酬已在另一方批准，批准的内容保留。要更正，请在之后的一期加一条调整。",
  "vault.merge.sealed.reviewCycles":
    "这一期的考核已在另一方锁定，锁定的内容保留。要改动，请在锁定的一方写明原因重新打开，再合并一次。",
};
