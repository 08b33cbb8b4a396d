import type { Day } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import type { BookSources } from "../review/pack-sources.ts";
import { teamFindings } from "../team/findings/team-findings.ts";
import { kpiContext } from "./kpi-context.ts";
import { settingsOf } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** What it takes to say where targets stand in a period, of a workspace on a day; without pay and imports, so that the first
 * screen need not load them.
 * @example bookSources(aSample(), { period: period("2026-Q3", 1), today: "2026-11-23" }).findings.length > 0 // => true
 */
export function bookSources(
  workspace: Workspace,
  of: { readonly period: Period; readonly today: Day },
): BookSources {
  const { rows } = workspace;
  return {
    context: kpiContext(workspace, of.today),
    targetRows: rows,
    findings: teamFindings(rows, settingsOf(workspace), of.today),
    period: of.period,
    today: of.today,
  };
}
