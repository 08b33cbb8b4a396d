import { useMemo } from "react";
import type { Day } from "../../../core/base/day.ts";
import { YEAR } from "../../../core/target/fiscal-year.ts";
import { targetAtVersion } from "../../../core/target/lock-standing.ts";
import type { TargetLock } from "../../../core/target/records.ts";
import { TARGET_LINES } from "../../../core/target/records.ts";
import type { TargetFigure } from "../../../core/target/standing.ts";
import { rowStanding } from "../../../core/target/standing.ts";
import { presentValues } from "../../../core/target/target-lock.ts";
import { parseTargetId } from "../../../core/target/target-id.ts";
import { changesBetween, valuesAtVersion } from "../../../core/target/target-versions.ts";
import type { ValueChange } from "../../../core/target/target-versions.ts";
import { subjectKey } from "../../../core/base/id.ts";
import { useView } from "../../storage/view-store.ts";
import type { TargetTable } from "./use-target-table.ts";

/** One state of the locked targets: the original, a version, or what changes while the lock is open. */
export interface VersionRow {
  readonly number: number;
  readonly isOpen: boolean;
  readonly on: Day;
  /** Why it changed; of the original the remark. */
  readonly reason: string;
  readonly values: ReadonlyMap<string, number>;
  /** How many targets differ from the state before. */
  readonly count: number;
  /** The team's year on the chosen line. */
  readonly year: TargetFigure;
  readonly yearBefore: TargetFigure | null;
}

/** The states of a lock from the original on. */
export function useVersions(table: TargetTable, lock: TargetLock): readonly VersionRow[] {
  const { today } = useView();
  return useMemo(() => {
    const { tree } = table;
    const at = { row: 0, period: YEAR };
    const rows: VersionRow[] = [];
    const add = (row: Omit<VersionRow, "count" | "yearBefore">) => {
      const before = rows.at(-1);
      const count = before ? changesBetween(before.values, row.values).length : 0;
      rows.push({ ...row, count, yearBefore: before?.year ?? null });
    };
    for (const { number, on, reason } of [{ number: 0, on: lock.on, reason: lock.note }, ...lock.versions]) {
      const values = valuesAtVersion(lock, number);
      const year = targetAtVersion(tree, at, { lock, number });
      add({ number, isOpen: false, on, reason, values, year });
    }
    if (lock.opened) {
      const number = lock.versions.length + 1;
      const values = presentValues(table.workspace.rows, lock);
      const year = rowStanding(tree, at, { actualOf: table.actualOf, today }).target;
      add({ number, isOpen: true, ...lock.opened, values, year });
    }
    return rows;
  }, [table, lock, today]);
}

/** What differs between two states, in the order of the tree: who, when, which line. */
export function differences(table: TargetTable, from: VersionRow, to: VersionRow): readonly ValueChange[] {
  const { rows, periods } = table.tree;
  const rowByKey = new Map(rows.map((row) => [subjectKey(row.subject), row.index]));
  const periodById = new Map(periods.map((period, index) => [period.id as string, index]));
  const placeOf = (id: string): readonly number[] => {
    const place = parseTargetId(id);
    if (!place) return [Number.MAX_SAFE_INTEGER];
    return [
      rowByKey.get(subjectKey(place.subject)) ?? rows.length,
      periodById.get(place.periodId) ?? periods.length,
      TARGET_LINES.indexOf(place.line),
    ];
  };
  return changesBetween(from.values, to.values)
    .map((change) => ({ change, place: placeOf(change.id) }))
    .toSorted((a, b) => inOrder(a.place, b.place))
    .map(({ change }) => change);
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at < 0 ? 0 : a[at]! - (b[at] ?? 0);
}
