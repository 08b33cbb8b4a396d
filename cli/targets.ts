import type { Day } from "../core/base/day.ts";
import type { Subject } from "../core/base/id.ts";
import { subjectKey } from "../core/base/id.ts";
import { moneyToDecimal } from "../core/base/money.ts";
import type { Money } from "../core/base/money.ts";
import type { Period } from "../core/base/period.ts";
import { kpiValue } from "../core/kpi/kpi-value.ts";
import type { Kpi } from "../core/kpi/records.ts";
import { fiscalYearOf } from "../core/target/fiscal-year.ts";
import { attainment, dueByNow, pace, requiredPerDay } from "../core/target/measures.ts";
import type { Standing } from "../core/target/measures.ts";
import { rowStanding } from "../core/target/standing.ts";
import type { ActualOf, RowStanding } from "../core/target/standing.ts";
import { lockOf } from "../core/target/target-lock.ts";
import { targetTree } from "../core/target/target-tree.ts";
import type { TargetTree, TreeRow } from "../core/target/target-tree.ts";
import { rowsAtVersion } from "../core/target/target-versions.ts";
import { wantedOf } from "../core/target/wanted-of.ts";
import { inOrder } from "../core/team/team-rows.ts";
import { kpiContext } from "../core/vault/kpi-context.ts";
import { settingsOf } from "../core/vault/workspace.ts";
import type { Workspace } from "../core/vault/workspace.ts";
import type { Words } from "../core/words/words.ts";

/** One line of `targets`: money as decimal strings in main units, everything else as numbers, `null` where there is none. */
export interface TargetRowJson {
  readonly subject: { readonly kind: Subject["kind"]; readonly id: string; readonly name: string };
  readonly kpi: string;
  readonly target: string | number | null;
  readonly actual: string | number | null;
  readonly attainment: number | null;
  readonly dueByNow: string | number | null;
  readonly pace: number | null;
  readonly requiredPerDay: string | number | null;
  /** The target as it was locked and the attainment against it; absent where the KPI's targets of the year never were. */
  readonly original?: { readonly target: string | number | null; readonly attainment: number | null };
}

/** The rows of the `targets` command: for every KPI with a target (first line) in the period, each subject that has one,
 * typed or derived; team first, then groups with their members. A member who changed groups has one row. */
export function targetRows(
  workspace: Workspace,
  of: { readonly period: Period; readonly today: Day; readonly say: Words },
): readonly TargetRowJson[] {
  const { fiscalStart, currency } = settingsOf(workspace);
  const context = kpiContext(workspace, of.today);
  const actualOf: ActualOf = (kpiId, subject, period) => kpiValue(context, kpiId, { subject, period });
  const year = fiscalYearOf(of.period, fiscalStart);
  return inOrder(workspace.rows.kpis).flatMap((kpi) => {
    const tree = targetTree(workspace.rows, { kpiId: kpi.id, line: "target", year });
    if (!tree) return [];
    const period = tree.periods.findIndex((one) => one.id === of.period.id);
    const lock = lockOf(workspace.rows, { kpiId: kpi.id, year });
    return seatsBySubject(tree, period).map((rows) => {
      const standings = rows.map((row) =>
        rowStanding(tree, { row: row.index, period }, { actualOf, today: of.today }),
      );
      const { subject } = rows[0]!;
      const original =
        lock && (wantedOf(rowsAtVersion(workspace.rows, lock, 0))(kpi.id, subject, of.period).target ?? null);
      const standing = together(kpi, standings);
      return {
        ...toJson({ kpi, currency, say: of.say }, rows[0]!, standing),
        ...(lock ? { original: originalJson({ kpi, currency }, { ...standing, target: original }) } : {}),
      };
    });
  });
}

/** The tree's rows that have a target in the period, those of one subject together. */
function seatsBySubject(tree: TargetTree, period: number): readonly (readonly TreeRow[])[] {
  const rowsBySubject = new Map<string, TreeRow[]>();
  for (const row of tree.rows) {
    if (tree.cells[row.index]![period]!.value === null) continue;
    const key = subjectKey(row.subject);
    rowsBySubject.set(key, [...(rowsBySubject.get(key) ?? []), row]);
  }
  return [...rowsBySubject.values()];
}

function together(kpi: Kpi, standings: readonly RowStanding[]): Standing {
  const isSum = kpi.kind === "flow";
  const sum = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    if (known.length === 0) return null;
    return isSum ? known.reduce((all, value) => all + value, 0) : known[0]!;
  };
  const days = (of: "total" | "elapsed" | "left") => standings.reduce((all, one) => all + one.days[of], 0);
  return {
    kpi,
    target: sum(standings.map((one) => one.target.quantity.value)),
    actual: sum(standings.map((one) => one.actual.quantity.value)),
    days: { total: days("total"), elapsed: days("elapsed"), left: days("left") },
  };
}

function toJson(
  from: { readonly kpi: Kpi; readonly currency: string; readonly say: Words },
  row: TreeRow,
  standing: Standing,
): TargetRowJson {
  const { kpi, say } = from;
  const printed = (value: number | null) => print(from, value);
  return {
    subject: {
      kind: row.subject.kind,
      id: "id" in row.subject ? row.subject.id : row.subject.kind,
      name: row.name === null ? say.text("base.team") : say.name(row.name),
    },
    kpi: kpi.id,
    target: printed(standing.target),
    actual: printed(standing.actual),
    attainment: attainment(standing).value,
    dueByNow: printed(dueByNow(standing).value),
    pace: pace(standing).value,
    requiredPerDay: printed(requiredPerDay(standing).value),
  };
}

function originalJson(
  from: { readonly kpi: Kpi; readonly currency: string },
  standing: Standing,
): TargetRowJson["original"] {
  return { target: print(from, standing.target), attainment: attainment(standing).value };
}

function print(
  { kpi, currency }: { readonly kpi: Kpi; readonly currency: string },
  value: number | null,
): string | number | null {
  return value === null || kpi.unit !== "money" ? value : moneyToDecimal(value as Money, currency);
}
