import type { incentive as zh } from "../zh-cn/incentive.ts";
import type { WordsLike } from "../dictionary.ts";

/** incentive: en */
export const incentive = {
  "incentive.problem.sealed":
    "Approved pay cannot be changed. Add a correction with a reason to the open period.",
  "incentive.problem.sealed-year":
    "Pay is approved by quarters, so the fiscal year keeps the month in which it begins: those quarters would be other months than the ones that were paid. Leave it as it is.",
  "incentive.problem.undo-approval":
    "Undo does not go back past an approval of pay. To correct it, add an adjustment with a reason to the open period.",
  "incentive.home.beside": "pay {{period}}, provisional",
  "incentive.home.beside.approved": "pay {{period}}, approved",
  "incentive.home.first": "Write a plan and everybody's pay works itself out",
  "incentive.home.ready": "{{count}} statements to approve",
  "incentive.home.ready_one": "{{count}} statement to approve",
  "incentive.home.change": "earlier periods {{change}}",
  "incentive.home.quiet": "No statement waits for approval",
  "incentive.home.reckoning": "Being worked out",
} as const satisfies WordsLike<typeof zh>;
