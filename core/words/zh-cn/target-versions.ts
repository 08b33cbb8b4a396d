/** 目标：锁定、版本、改动原因，改一个数时怎么往下分。 */
export const targetVersions = {
  "target.reason.title": "目标已锁定：写下改动的原因",
  "target.reason.text": "{{what}}。这次改动会记成一个版本，原定的目标和以前的版本都保留。",
  "target.reason.count": "改动 {{count}} 个目标",
  "target.reason.one": "{{subject}} · {{period}} · {{line}}：{{before}} → {{after}}",
  "target.reason.more": "另有 {{count}} 个",
  "target.reason.field": "原因",
  "target.reason.hint": "例如：客户预算增加，第三季度上调。当天同一原因的改动合并为一个版本。",
  "target.reason.do": "记为新版本",
  "target.problem.reason": "目标已锁定，改动要写原因。请填原因。",
  "target.problem.locked-already": "这些目标已经锁定。",
  "target.problem.nothing-to-lock": "这个指标这一年还没有目标，没有可以锁定的。请先填目标。",
  "target.problem.not-locked": "这些目标没有锁定，不用解锁。",
} as const;
