import type { KpiId } from "../base/id.ts";
import { subjectKey } from "../base/id.ts";
import type { Period } from "../base/period.ts";
import type { WantedOf } from "../kpi/score-line.ts";
import { fiscalYearOf } from "./fiscal-year.ts";
import type { TargetLine } from "./records.ts";
import { settingsIn } from "./target-rows.ts";
import type { TargetRows } from "./target-rows.ts";
import { targetTree } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";

/** What the target tree wants of a subject in a period: its own target and stretch, else the sum of its parts, as the tree
 * shows them. They take the place of the KPI's own in scores. The same function for the same tables.
 * @example wantedOf(book({ targets: { "team 2026-07": 3 } }))("visits", { kind: "team" }, period("2026-07", 1)).target // => 3
 */
export function wantedOf(rows: TargetRows): WantedOf {
  const known = lookUpByTargets.get(rows.targets);
  if (known && TABLES.every((table) => known.rows[table] === rows[table])) return known.lookUp;
  const lookUp = makeLookUp(rows);
  lookUpByTargets.set(rows.targets, { rows, lookUp });
  return lookUp;
}

const TABLES = ["settings", "kpis", "groups", "members", "memberships", "absences", "calendarDays"] as const;
const lookUpByTargets = new WeakMap<
  TargetRows["targets"],
  { readonly rows: TargetRows; readonly lookUp: WantedOf }
>();

function makeLookUp(rows: TargetRows): WantedOf {
  const { fiscalStart } = settingsIn(rows);
  const linesByKpi = new Map<KpiId, Set<TargetLine>>();
  for (const target of rows.targets.values()) {
    const lines = linesByKpi.get(target.kpiId) ?? new Set();
    linesByKpi.set(target.kpiId, lines.add(target.line));
  }
  const trees = new Map<string, TargetTree | null>();
  const valueAt = (line: TargetLine, kpiId: KpiId, at: { readonly key: string; readonly period: Period }) => {
    if (!linesByKpi.get(kpiId)?.has(line)) return undefined;
    const year = fiscalYearOf(at.period, fiscalStart);
    const name = `${kpiId}|${line}|${year}`;
    const tree = trees.get(name) ?? targetTree(rows, { kpiId, line, year });
    trees.set(name, tree);
    const period = tree?.periods.findIndex((one) => one.id === at.period.id) ?? -1;
    // A member who changed groups has a row in each; of a flow the parts make the whole.
    const parts = (tree?.rows ?? [])
      .filter((one) => subjectKey(one.subject) === at.key)
      .map((one) => tree?.cells[one.index]?.[period]?.value ?? null)
      .filter((value) => value !== null);
    return tree?.sums && parts.length > 1 ? parts.reduce((sum, value) => sum + value, 0) : parts[0];
  };
  return (kpiId, subject, period) => {
    const at = { key: subjectKey(subject), period };
    return { target: valueAt("target", kpiId, at), stretch: valueAt("stretch", kpiId, at) };
  };
}
