import type { Change } from "../../base/change.ts";
import type { Stamp } from "../../base/stamp.ts";
import { findingAt, partsOf, sumFindings } from "../../target/reconcile.ts";
import type { Whole } from "../../target/reconcile.ts";
import { parseTargetId } from "../../target/target-id.ts";
import { lockScopeOf } from "../../target/target-lock.ts";
import { targetTree } from "../../target/target-tree.ts";
import type { TargetTree, TreeScope } from "../../target/target-tree.ts";
import { applyChanges } from "../apply-changes.ts";
import type { Workspace } from "../workspace.ts";
import { isUntouched } from "./passage.ts";
import type { Passage } from "./passage.ts";

type Rows = Workspace["rows"];

/** The rows alone are looked at, never who wrote them. */
const NO_STAMP = "" as Stamp;

/** Whether several targets that a command made of each other (a split, a spread, an allocation) no longer add up to their whole,
 * because that whole or another of its parts was changed since the command looked. A single target stands for itself, and a
 * sum that did not hold before is said on its page.
 * @example hasTornSums({ seen: aSample(), now: aSample() }, []) // => false
 */
export function hasTornSums(passage: Passage, changes: readonly Change[]): boolean {
  const { seen, now } = passage;
  if (isUntouched(passage, "targets")) return false;
  const ids = new Set(changes.flatMap(targetIdsOf));
  if (ids.size < 2) return false;
  const scopes = new Map([...ids].flatMap((id) => scopeOf(now.rows, id)).map((one) => [keyOf(one), one]));
  return [...scopes.values()].some((scope) => {
    const made = targetTree(withTargets(seen, changes), scope);
    const after = targetTree(withTargets(now, changes), scope);
    return made !== null && after !== null && isTorn(made, after);
  });
}

/** A sum that holds as the command made it, and not as it would be now. */
function isTorn(made: TargetTree, after: TargetTree): boolean {
  const indexByKey = new Map(made.rows.map((row) => [row.key, row.index]));
  return sumFindings(after).some(({ accepted, period, direction, row }) => {
    const known = indexByKey.get(after.rows[row]!.key);
    return !accepted && known !== undefined && isDivided(made, { row: known, period, direction });
  });
}

function isDivided(tree: TargetTree, whole: Whole): boolean {
  const cell = tree.cells[whole.row]![whole.period]!;
  if (cell.kind !== "own" || findingAt(tree, whole)) return false;
  return partsOf(tree, whole).some((part) => part.cell.value !== null);
}

/** What the targets are after the changes; one that was removed meanwhile is not set again. */
function withTargets(workspace: Workspace, changes: readonly Change[]): Rows {
  const own = changes.filter(
    (change) =>
      change.table === "targets" && (change.op !== "set" || workspace.rows.targets.has(change.id as never)),
  );
  return applyChanges(workspace, own, NO_STAMP).rows;
}

function targetIdsOf(change: Change): readonly string[] {
  if (change.table !== "targets") return [];
  if (change.op === "set") return [change.id];
  return change.op === "put" ? change.records.map(({ id }) => id) : change.ids;
}

function scopeOf(rows: Rows, id: string): readonly TreeScope[] {
  const place = parseTargetId(id);
  const scope = lockScopeOf(rows, id);
  return place && scope ? [{ ...scope, line: place.line }] : [];
}

function keyOf({ kpiId, line, year }: TreeScope): string {
  return `${kpiId} ${line} ${year}`;
}
