import { useMemo } from "react";
import { period as periodFrom } from "../../../core/base/period.ts";
import type { Period } from "../../../core/base/period.ts";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import { fiscalYearOf, partsOfPeriod, YEAR } from "../../../core/target/fiscal-year.ts";
import { lockStanding } from "../../../core/target/lock-standing.ts";
import type { LockStanding } from "../../../core/target/lock-standing.ts";
import { openingAt } from "../../../core/target/opening.ts";
import { sumFindings } from "../../../core/target/reconcile.ts";
import type { SumFinding } from "../../../core/target/reconcile.ts";
import type { TargetLine, TargetLock } from "../../../core/target/records.ts";
import { strayTargets } from "../../../core/target/set-targets.ts";
import { rowStanding } from "../../../core/target/standing.ts";
import type { ActualOf, RowStanding, TargetFigure } from "../../../core/target/standing.ts";
import { lockOf } from "../../../core/target/target-lock.ts";
import { numberShape } from "../../../core/target/target-rows.ts";
import type { NumberShape } from "../../../core/target/target-text.ts";
import { targetTree } from "../../../core/target/target-tree.ts";
import type { TargetTree, TreeRow } from "../../../core/target/target-tree.ts";
import { living } from "../../../core/team/team-rows.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { useView } from "../../storage/view-store.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { useWords } from "../../ui/words-context.tsx";
import { useTargetChoice } from "./target-choice.ts";

/** One line of the table: a subject of the tree, or the owners that match nobody. */
export interface TableRow {
  readonly key: string;
  /** `null`: unassigned, which has results and no targets. */
  readonly row: TreeRow | null;
  readonly standing: RowStanding | null;
  /** Beside the targets as they were locked; `null` where nothing has changed since. */
  readonly locked: LockStanding | null;
  readonly actual: TargetFigure;
}

/** Everything the target table shows. */
export interface TargetTable {
  readonly workspace: Workspace;
  readonly kpis: readonly Kpi[];
  readonly kpi: Kpi;
  readonly line: TargetLine;
  readonly tree: TargetTree;
  readonly shape: NumberShape;
  readonly period: Period;
  /** The period of the top bar as an index of the tree, and those whose targets are columns: its parts, then itself. */
  readonly at: number;
  readonly shownPeriods: readonly number[];
  readonly rows: readonly TableRow[];
  readonly findings: readonly SumFinding[];
  readonly strays: ReturnType<typeof strayTargets>;
  readonly actualOf: ActualOf;
  /** Whether the column of opening figures is shown: in the year, when there are any or the manager asked for it. */
  readonly showsOpening: boolean;
  /** Whether the year has any target on this KPI and line. */
  readonly isEmpty: boolean;
  /** The lock of the KPI and year, standing or opened. */
  readonly lock: TargetLock | null;
}

/** What the target table shows for the chosen KPI, line and period; `null` when there is no KPI. All of it follows from
 * the workspace in the same frame in which it changes. */
export function useTargetTable(): TargetTable | null {
  const workspace = useWorkspace();
  const { periodId, today } = useView();
  const choice = useTargetChoice();
  const words = useWords();
  const settings = settingsOf(workspace);
  const power = choice.powerByLocale[words.locale] ?? 0;
  return useMemo(() => {
    const kpis = living(workspace.rows.kpis);
    const kpi = kpis.find((one) => one.id === choice.kpiId) ?? firstKpi(workspace, kpis);
    if (!kpi) return null;
    const period = periodFrom(periodId, settings.fiscalStart);
    const scope = { kpiId: kpi.id, line: choice.line, year: fiscalYearOf(period, settings.fiscalStart) };
    const tree = targetTree(workspace.rows, scope);
    if (!tree) return null;
    const at = tree.periods.findIndex((one) => one.id === period.id);
    const context = kpiContext(workspace, today);
    const actualOf: ActualOf = (kpiId, subject, within) =>
      kpiValue(context, kpiId, { subject, period: within });
    const lock = lockOf(workspace.rows, scope);
    return {
      workspace,
      kpis,
      kpi,
      line: choice.line,
      tree,
      shape: numberShape(kpi, settings.currency, power),
      period,
      at,
      shownPeriods: [...partsOfPeriod(at), at],
      rows: tableRows(tree, at, { actualOf, today, lock }),
      findings: sumFindings(tree),
      strays: strayTargets(tree),
      actualOf,
      showsOpening: at === YEAR && tree.sums && (choice.showsOpening || hasOpening(tree)),
      isEmpty: tree.cells.every((row) => row.every((cell) => cell.record === undefined)),
      lock,
    };
  }, [workspace, periodId, today, choice.kpiId, choice.line, choice.showsOpening, power, settings]);
}

function tableRows(
  tree: TargetTree,
  at: number,
  from: Parameters<typeof rowStanding>[2] & { readonly lock: TargetLock | null },
): readonly TableRow[] {
  const lock = from.lock && hasChanged(from.lock) ? from.lock : null;
  const rows = tree.rows
    .filter((row) => tree.cells[row.index]![at]!.kind !== "absent")
    .map((row): TableRow => {
      const place = { row: row.index, period: at };
      const standing = rowStanding(tree, place, from);
      const locked = lock && lockStanding(tree, place, { lock, standing });
      return { key: row.key, row, standing, locked, actual: standing.actual };
    });
  const unassigned = from.actualOf(tree.kpi.id, { kind: "unassigned" }, tree.periods[at]!);
  if (!unassigned.value.value) return rows;
  const actual = { quantity: unassigned.value, explain: () => unassigned.explain() };
  return [...rows, { key: "unassigned", row: null, standing: null, locked: null, actual }];
}

/** Until something changes, original and present are one. */
function hasChanged(lock: TargetLock): boolean {
  return lock.versions.length > 0 || lock.opened !== undefined;
}

function hasOpening(tree: TargetTree): boolean {
  return tree.rows.some((row) => openingAt(tree, row.index, YEAR) !== null);
}

function firstKpi(workspace: Workspace, kpis: readonly Kpi[]): Kpi | undefined {
  const withTargets = new Set([...workspace.rows.targets.values()].map((target) => target.kpiId));
  return (
    kpis.find((kpi) => withTargets.has(kpi.id)) ??
    kpis.find((kpi) => kpi.kind === "flow" && kpi.unit === "money") ??
    kpis[0]
  );
}
