import { totalOf } from "../counts.ts";
import { readWorkspaceHead } from "../workspace-file.ts";

/** What a list of backups says of a file. */
export interface ListedHead {
  readonly sequence: number;
  readonly total: number;
  readonly app: string;
  /** When it says that it was made, as ISO moment. */
  readonly at: string;
}

/** What the beginning of a backup says of it. `null`: it is not one of ours, or says what no workspace can hold.
 * @example listedHead(new Uint8Array()) // => null
 */
export function listedHead(start: Uint8Array): ListedHead | null {
  const head = readWorkspaceHead(start);
  if (!head) return null;
  const { sequence, app, at, counts } = head;
  const total = totalOf(counts);
  const isFit = [sequence, total, ...Object.values(counts)].every(isCount);
  return isFit ? { sequence, total, app, at } : null;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
