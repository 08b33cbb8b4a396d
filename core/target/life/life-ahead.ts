import type { Day } from "../../base/day.ts";
import { parsePeriod } from "../../base/period.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { living } from "../../team/team-rows.ts";
import { fiscalYearOf } from "../fiscal-year.ts";
import { TARGET_LINES } from "../records.ts";
import { settingsIn } from "../target-rows.ts";
import type { TargetRows } from "../target-rows.ts";
import { targetTree } from "../target-tree.ts";
import type { TargetTree } from "../target-tree.ts";
import { lifeFindings } from "./life-findings.ts";
import type { LifeFinding } from "./life-findings.ts";
import { longerFindings } from "./longer-findings.ts";
import type { LongerFinding } from "./longer-findings.ts";

/** What one KPI, line and fiscal year does not know of the team's life. */
export interface TreeLife {
  readonly tree: TargetTree;
  readonly findings: readonly LifeFinding[];
  readonly longer: readonly LongerFinding[];
}

/** The same findings as `lifeFindings` and `longerFindings`, of every KPI and line in every fiscal year that is not over and
 * has targets, whichever of them is looked at: KPIs in the manager's order, then years, then lines. Trees without a finding
 * are left out. The same for the same tables and day.
 * @example lifeAhead(leavingTree().book, "2026-08-01").map((life) => life.findings[0].rest) // => [11]
 */
export function lifeAhead(rows: TargetRows, today: Day): readonly TreeLife[] {
  const tables = [rows.targets, rows.memberships, rows.groups, rows.kpis, rows.calendarDays, rows.settings];
  return memoBy([rows.members, rows.absences, ...tables], `life ahead ${today}`, () => find(rows, today));
}

function find(rows: TargetRows, today: Day): readonly TreeLife[] {
  const { fiscalStart } = settingsIn(rows);
  const known = new Set<string>();
  const years = new Set<number>();
  for (const { kpiId, line, periodId } of rows.targets.values()) {
    const period = parsePeriod(periodId, fiscalStart);
    if (!period) continue;
    const year = fiscalYearOf(period, fiscalStart);
    years.add(year);
    known.add(`${kpiId}|${line}|${year}`);
  }
  const scopes = living(rows.kpis).flatMap(({ id: kpiId }) =>
    [...years]
      .toSorted((a, b) => a - b)
      .flatMap((year) => TARGET_LINES.map((line) => ({ kpiId, line, year }))),
  );
  return scopes.flatMap((scope): readonly TreeLife[] => {
    const tree = known.has(`${scope.kpiId}|${scope.line}|${scope.year}`) && targetTree(rows, scope);
    if (!tree || tree.periods[0]!.end <= today) return [];
    const [findings, longer] = [lifeFindings(tree, today), longerFindings(tree, today)];
    return findings.length + longer.length === 0 ? [] : [{ tree, findings, longer }];
  });
}
