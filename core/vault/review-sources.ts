import type { Day } from "../base/day.ts";
import type { ReviewSources } from "../review/cycle-view.ts";
import { kpiContext } from "./kpi-context.ts";
import type { Workspace } from "./workspace.ts";

/** What reviews are made from, of a workspace on a day.
 * @example reviewSourcesOf(aSample(), "2026-11-23").context.today // => "2026-11-23"
 */
export function reviewSourcesOf(workspace: Workspace, today: Day): ReviewSources {
  return { context: kpiContext(workspace, today), targetRows: workspace.rows, rows: workspace.rows };
}
