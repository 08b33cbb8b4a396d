import type { Day } from "../../core/base/day.ts";
import { periodOf } from "../../core/base/period.ts";
import type { Period } from "../../core/base/period.ts";
import { kpiFindings } from "../../core/kpi/kpi-findings.ts";
import { kpiValue } from "../../core/kpi/kpi-value.ts";
import { missingValues } from "../../core/kpi/missing-values.ts";
import { scorecard } from "../../core/kpi/scorecard.ts";
import { seedKpiId } from "../../core/kpi/seed-kpis.ts";
import { kpisOf, subjectRows } from "../../core/kpi/value-table.ts";
import { fiscalYearOf } from "../../core/target/fiscal-year.ts";
import { sumFindings } from "../../core/target/reconcile.ts";
import { strayTargets } from "../../core/target/set-targets.ts";
import { rowStanding } from "../../core/target/standing.ts";
import type { ActualOf } from "../../core/target/standing.ts";
import { targetTree } from "../../core/target/target-tree.ts";
import { wantedOf } from "../../core/target/wanted-of.ts";
import { kpiContext } from "../../core/vault/kpi-context.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import {
  bookFigures,
  commentaryFigures,
  recordCount,
  unassignedFigures,
} from "../../renderer/app/home/book-figures.ts";
import { customerNeeds } from "../../renderer/app/home/customer-needs.ts";
import { homeNeeds } from "../../renderer/app/home/home-needs.ts";
import { homeSource } from "../../renderer/app/home/home-source.ts";
import { paceLines, scoreFigures, teamStanding, weakestKpi } from "../../renderer/app/home/result-figures.ts";
import { findingCounts, headcount, skillFigures } from "../../renderer/app/home/team-figures.ts";

/** Every figure of the home screen, the target table and the KPI table, as those screens ask for them in the running
 * quarter. Answers how many there were. */
export function allFigures(workspace: Workspace, today: Day): number {
  const period = periodOf(today, "quarter", 1);
  return (
    homeFigures(workspace, { period, today }) +
    targetFigures(workspace, { period, today }) +
    kpiFigures(workspace, { period, today })
  );
}

interface When {
  readonly period: Period;
  readonly today: Day;
}

export function homeFigures(workspace: Workspace, { period, today }: When): number {
  const source = homeSource(workspace, { periodId: period.id, today });
  const standing = teamStanding(source);
  const shown = [
    headcount(source),
    findingCounts(source),
    skillFigures(source),
    standing && paceLines(source, standing),
    scoreFigures(source),
    weakestKpi(source),
    bookFigures(source),
    unassignedFigures(source),
    commentaryFigures(source),
    recordCount(source),
    homeNeeds(source, { findings: customerNeeds(source), matches: 0 }, 5),
  ];
  return shown.length;
}

export function targetFigures(workspace: Workspace, { period, today }: When): number {
  const scope = { kpiId: seedKpiId("sales"), line: "target", year: fiscalYearOf(period, 1) } as const;
  const tree = targetTree(workspace.rows, scope);
  if (!tree) throw new Error("the sized workspace has its KPI");
  const context = kpiContext(workspace, today);
  const actualOf: ActualOf = (kpiId, subject, within) =>
    kpiValue(context, kpiId, { subject, period: within });
  const at = tree.periods.findIndex((one) => one.id === period.id);
  let figures = sumFindings(tree).length + strayTargets(tree).length;
  for (const row of tree.rows) {
    if (tree.cells[row.index]![at]!.kind === "absent") continue;
    if (rowStanding(tree, { row: row.index, period: at }, { actualOf, today }).state !== null) figures += 1;
  }
  return (
    figures + (actualOf(seedKpiId("sales"), { kind: "unassigned" }, period).value.value === null ? 0 : 1)
  );
}

export function kpiFigures(workspace: Workspace, { period, today }: When): number {
  const context = kpiContext(workspace, today);
  const wanted = wantedOf(workspace.rows);
  const rows = subjectRows(context, period);
  const kpis = kpisOf(context, rows, "used");
  let figures = missingValues(context, period).length + kpiFindings(context, period).length;
  for (const { subject } of rows) {
    for (const kpi of kpis) if (kpiValue(context, kpi.id, { subject, period }).value !== null) figures += 1;
    if (subject.kind !== "member") continue;
    if (scorecard(context, subject.id, { period, wantedOf: wanted }).total.value.value !== null) figures += 1;
  }
  return figures;
}
