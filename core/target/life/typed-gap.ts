import type { TargetTree } from "../target-tree.ts";

/** What a row was typed to bring in a period and none of its parts does: typed value − sum of the parts, negative where they
 * bring more; `null` where nothing was typed.
 * @example typedGap(treeOf(book({ targets: { "group:g1 2026-08": 70, "member:a 2026-08": 21 } })), 1, 12) // => 49
 */
export function typedGap(tree: TargetTree, row: number, period: number): number | null {
  const cell = tree.cells[row]![period]!;
  if (cell.kind !== "own") return null;
  return tree.rows[row]!.children.reduce(
    (rest, child) => rest - (tree.cells[child]![period]!.value ?? 0),
    cell.value!,
  );
}
