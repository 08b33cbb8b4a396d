import type { Day } from "../base/day.ts";
import type { PayContext } from "../incentive/pay/pay-context.ts";
import { memoBy } from "../kpi/memo-by.ts";
import { reviewScore } from "../review/review-score.ts";
import { wantedOf } from "../target/wanted-of.ts";
import { kpiContext } from "./kpi-context.ts";
import { reviewSourcesOf } from "./review-sources.ts";
import type { Workspace } from "./workspace.ts";

/** What pay is worked from, of a workspace on a day; the same object for the same workspace and day.
 * @example payContext(aSample(), "2026-11-23").rows.payPlans.size >= 0 // => true
 */
export function payContext(workspace: Workspace, today: Day): PayContext {
  return memoBy([workspace], `pay:${today}`, () => ({
    kpi: kpiContext(workspace, today),
    rows: workspace.rows,
    wantedOf: wantedOf(workspace.rows),
    scoreOf: (memberId, period) => reviewScore(reviewSourcesOf(workspace, today), memberId, period),
  }));
}
