import { useEffect, useMemo, useState } from "react";
import type { Result } from "../../../core/base/result.ts";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import { allocationFacts, membersBelow } from "../../../core/target/allocation/allocation-facts.ts";
import { proposeAllocation } from "../../../core/target/allocation/propose-allocation.ts";
import type { Allocation, AllocationPlan } from "../../../core/target/allocation/propose-allocation.ts";
import type { TreeRow } from "../../../core/target/target-tree.ts";
import { kpiContext } from "../../../core/vault/kpi-context.ts";
import { useView } from "../../storage/view-store.ts";
import { FIRST_SETTINGS, useAllocationRow } from "./allocation-choice.ts";
import type { AllocationSettings } from "./allocation-choice.ts";
import type { TargetTable } from "./use-target-table.ts";

/** As many as stand side by side without the reasons being cut off. */
export const MOST_SCENARIOS = 3;
const SCENARIO_NAMES = ["A", "B", "C"] as const;

/** A way of dividing that is kept to be compared. */
export interface Scenario {
  readonly name: string;
  readonly settings: AllocationSettings;
  readonly total: number;
  readonly result: Result<Allocation>;
}

/** Everything the assistant shows and changes. */
export interface Assistant {
  readonly table: TargetTable;
  readonly parents: readonly TreeRow[];
  readonly parent: TreeRow;
  readonly settings: AllocationSettings;
  readonly total: number;
  readonly result: Result<Allocation>;
  readonly scenarios: readonly Scenario[];
  change(part: Partial<AllocationSettings>): null;
  setTotal(total: number | null): null;
  keep(): void;
  use(scenario: Scenario): void;
  drop(scenario: Scenario): void;
}

interface Kept {
  readonly name: string;
  readonly settings: AllocationSettings;
  readonly total: number;
}

/** The assistant for the chosen row and period: shares follow the settings in the same frame. */
export function useAllocation(table: TargetTable): Assistant {
  const { rowKey, proposed } = useAllocationRow();
  const { today } = useView();
  const parents = parentsOf(table);
  const parent = parents.find((row) => row.key === rowKey) ?? parents[0]!;
  const [typedTotal, setTotal] = useState<number | null>(() =>
    proposed?.rowKey === parent.key && proposed.periodId === table.period.id ? proposed.total : null,
  );
  const [settings, setSettings] = useState<AllocationSettings>(() =>
    firstSettings(table, parent, typedTotal),
  );
  // What was brought is asked about once: the next visit begins with what is written.
  useEffect(() => () => useAllocationRow.setState({ proposed: null }), []);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const total = typedTotal ?? table.tree.cells[parent.index]![table.at]!.value ?? 0;
  const propose = useMemo(() => proposer(table, parent, today), [table, parent, today]);
  const result = useMemo(() => propose(settings, total), [propose, settings, total]);
  const scenarios = useMemo(
    () => kept.map((one) => ({ ...one, result: propose(one.settings, one.total) })),
    [kept, propose],
  );
  return {
    table,
    parents,
    parent,
    settings,
    total,
    result,
    scenarios,
    change(part) {
      setSettings((now) => ({ ...now, ...part }));
      return null;
    },
    setTotal(value) {
      setTotal(value);
      return null;
    },
    keep() {
      const name = SCENARIO_NAMES.find((one) => kept.every((other) => other.name !== one));
      if (name !== undefined) setKept([...kept, { name, settings, total }].toSorted(byName));
    },
    use(scenario) {
      setSettings(scenario.settings);
      setTotal(scenario.total);
    },
    drop(scenario) {
      setKept(kept.filter((one) => one.name !== scenario.name));
    },
  };
}

function byName(a: Kept, b: Kept): number {
  return a.name < b.name ? -1 : 1;
}

/** Rows with members below them in the period: the team and its groups. */
function parentsOf(table: TargetTable): readonly TreeRow[] {
  const { tree, at } = table;
  return tree.rows.filter(
    (row) => !row.seat && (row.index === 0 || membersBelow(tree, { row: row.index, period: at }).length > 0),
  );
}

/** Where everybody has a target and the whole has grown, what is to be divided is the increase. */
function firstSettings(table: TargetTable, parent: TreeRow, typed: number | null): AllocationSettings {
  const { tree, at } = table;
  const values = membersBelow(tree, { row: parent.index, period: at }).map(
    (row) => tree.cells[row]![at]!.value,
  );
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const grown = values.length > 0 && !values.includes(null) && sum > 0;
  const isRaised = grown && sum < (typed ?? tree.cells[parent.index]![at]!.value ?? 0);
  return {
    ...FIRST_SETTINGS,
    unitPower: table.kpi.unit === "money" ? FIRST_SETTINGS.unitPower : 0,
    spread: isRaised ? "increase" : "all",
  };
}

function proposer(table: TargetTable, parent: TreeRow, today: Parameters<typeof kpiContext>[1]) {
  const { tree, workspace, at, kpi } = table;
  const context = kpiContext(workspace, today);
  return (settings: AllocationSettings, total: number): Result<Allocation> => {
    const { history, rampPercent } = settings;
    const members = allocationFacts(
      tree,
      { row: parent.index, period: at },
      {
        team: workspace.rows,
        actualOf: (subject, period) => kpiValue(context, kpi.id, { subject, period }),
        pipelineOf: (subject, period) => kpiValue(context, "open-amount", { subject, period }),
        today,
        history,
        rampPercent,
      },
    );
    const plan: AllocationPlan = {
      row: parent.index,
      period: at,
      total,
      weights: settings.weights,
      unit: 10 ** (table.shape.digits + settings.unitPower),
      boundsByKey: settings.boundsByKey,
      spread: settings.spread,
    };
    return proposeAllocation(tree, members, plan);
  };
}
