/** Targets: locks, versions, reasons, and how a changed whole is passed on. */
export const targetVersions = {
  "target.reason.title": "The targets are locked: why this change?",
  "target.reason.text":
    "{{what}}. The change is kept as a version; the original and all versions before it stay.",
  "target.reason.count": "{{count}} targets change",
  "target.reason.count_one": "One target changes",
  "target.reason.one": "{{subject}} · {{period}} · {{line}}: {{before}} → {{after}}",
  "target.reason.more": "and {{count}} more",
  "target.reason.field": "Reason",
  "target.reason.hint":
    "For example: the customer's budget grew, Q3 is raised. Changes of a day with the same reason share a version.",
  "target.reason.do": "Keep as a version",
  "target.problem.reason": "The targets are locked, so a change needs a reason. Enter a reason.",
  "target.problem.locked-already": "These targets are locked already.",
  "target.problem.nothing-to-lock":
    "This KPI has no targets in this year, so there is nothing to lock. Enter targets first.",
  "target.problem.not-locked": "These targets are not locked.",
} as const;
