import type { Day } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import type { PlanPaperSources } from "../training/paper/plan-paper.ts";
import { settingsOf } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** What the training plan of a period is written from, of a workspace on a day.
 * @example trainingSources(aSample(), { period: period("2026", 1), today: "2026-11-23" }).period.id // => "2026"
 */
export function trainingSources(
  workspace: Workspace,
  of: { readonly period: Period; readonly today: Day },
): PlanPaperSources {
  return { rows: workspace.rows, team: settingsOf(workspace).name, ...of };
}
