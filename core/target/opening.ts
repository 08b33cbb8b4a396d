import { partsOf } from "./reconcile.ts";
import { targetId } from "./target-rows.ts";
import { placeOf } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";

/** What had been reached at a place before the book begins: its own figure, else the sum of its periods' figures, else of
 * its people's; `null` when nobody typed any. Openings stand on the first of the three lines and hold for all of them.
 * @example openingAt(treeOf(book()), 0, 0) // => null
 */
export function openingAt(tree: TargetTree, row: number, period: number): number | null {
  const cell = tree.cells[row]![period]!;
  if (cell.kind === "absent" || !holdsOpening(tree.book.targets)) return null;
  const own = tree.book.targets.get(targetId({ ...placeOf(tree, row, period), line: "target" }))?.opening;
  if (own !== undefined && cell.kind !== "part") return own;
  for (const direction of ["periods", "people"] as const) {
    const parts = partsOf(tree, { row, period, direction }).map((part) =>
      openingAt(tree, part.row, part.period),
    );
    const known = parts.filter((part) => part !== null);
    if (known.length > 0) return known.reduce((sum, part) => sum + part, 0);
  }
  return null;
}

const holdsByTargets = new WeakMap<TargetTree["book"]["targets"], boolean>();

/** Most books have none: then there is nothing to look for under any row and period. */
function holdsOpening(targets: TargetTree["book"]["targets"]): boolean {
  const known = holdsByTargets.get(targets);
  if (known !== undefined) return known;
  const holds = [...targets.values()].some((target) => target.opening !== undefined);
  holdsByTargets.set(targets, holds);
  return holds;
}
