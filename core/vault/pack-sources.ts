import type { Day } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import type { PackSources } from "../review/pack-sources.ts";
import { teamFindings } from "../team/findings/team-findings.ts";
import { kpiContext } from "./kpi-context.ts";
import { settingsOf } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** What a pack of a period is written from, of a workspace on a day.
 * @example packSources(aSample(), { period: period("2026-Q3", 1), today: "2026-11-23" }).findings.length > 0 // => true
 */
export function packSources(
  workspace: Workspace,
  of: { readonly period: Period; readonly today: Day },
): PackSources {
  return {
    context: kpiContext(workspace, of.today),
    targetRows: workspace.rows,
    findings: teamFindings(workspace.rows, settingsOf(workspace), of.today),
    commentaries: workspace.rows.commentaries,
    period: of.period,
    today: of.today,
  };
}
