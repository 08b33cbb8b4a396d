import type { Day } from "../base/day.ts";
import type { Period } from "../base/period.ts";
import type { LetterSources } from "../target/letter/letter-book.ts";
import { kpiContext } from "./kpi-context.ts";
import type { Workspace } from "./workspace.ts";

/** What target letters of a period are written from, of a workspace on a day.
 * @example lettersOf(aSample(), { period: period("2026", 1), today: "2026-11-23" }).period.id // => "2026"
 */
export function lettersOf(
  workspace: Workspace,
  of: { readonly period: Period; readonly today: Day },
): LetterSources {
  return {
    rows: workspace.rows,
    context: kpiContext(workspace, of.today),
    period: of.period,
    today: of.today,
  };
}
