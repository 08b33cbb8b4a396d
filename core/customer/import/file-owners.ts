import { matchOwner } from "../owner.ts";
import type { OwnerIndex, OwnerMatch } from "../owner.ts";

/** An owner as a file names them, how many rows do, and who they are. */
export interface FileOwner {
  readonly name: string;
  readonly rows: number;
  readonly match: OwnerMatch;
}

/** The owners of a file, each by themselves: of a cell that names several, every one of them.
 * @example fileOwners(new Map([["Ann|Bob", 2], ["Ann", 1]]), { idsByMark: new Map(), idsByName: new Map(), memberIds: new Set(), known: new Map() }).map((one) => [one.name, one.rows]) // => [["Ann", 3], ["Bob", 2]]
 */
export function fileOwners(
  rowsByOwner: ReadonlyMap<string, number>,
  index: OwnerIndex,
): readonly FileOwner[] {
  const rowsByName = new Map<string, number>();
  for (const [text, rows] of rowsByOwner) {
    const match = matchOwner(text, index);
    const names = match.kind === "several" ? match.parts.map(({ name }) => name) : [text];
    for (const name of names) rowsByName.set(name, (rowsByName.get(name) ?? 0) + rows);
  }
  return [...rowsByName].map(([name, rows]) => ({ name, rows, match: matchOwner(name, index) }));
}

/** How many rows name more than one owner.
 * @example sharedRows(new Map([["Ann|Bob", 2], ["Ann", 1]]), { idsByMark: new Map(), idsByName: new Map(), memberIds: new Set(), known: new Map() }) // => 2
 */
export function sharedRows(rowsByOwner: ReadonlyMap<string, number>, index: OwnerIndex): number {
  let count = 0;
  for (const [text, rows] of rowsByOwner) if (matchOwner(text, index).kind === "several") count += rows;
  return count;
}
