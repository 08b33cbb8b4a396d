import type { AnyRecord, Change } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { PAGE_ROWS, recordById } from "../apply-changes.ts";
import { claimsOf, hasClaims } from "../merge/claims-of.ts";
import { heldById } from "../merge/held-by-id.ts";
import { newRows } from "./new-rows.ts";
import { isUntouched } from "./passage.ts";
import type { Passage } from "./passage.ts";

/** A record that says what another one says that was written since, and that may stand once only. */
export interface DoubledName {
  readonly table: TableName;
  /** The record that was there first. */
  readonly id: string;
}

/** The first record of the changes that claims what another one was given since the command looked: the command could not know
 * of it. What a record claimed before is its own; two that were written together are not compared. `null`: there is none. Steps of
 * a page.
 * @example doubledName({ seen: aSample(), now: aSample() }, []).next().value // => null
 */
export function* doubledName(
  passage: Passage,
  changes: readonly Change[],
): Generator<void, DoubledName | null> {
  for (const change of changes) {
    if (!hasClaims(change.table) || change.op === "remove" || isUntouched(passage, change.table)) continue;
    const id = yield* claimedSince(passage, change);
    if (id !== null) return { table: change.table, id };
  }
  return null;
}

function* claimedSince(
  passage: Passage,
  change: Exclude<Change, { readonly op: "remove" }>,
): Generator<void, string | null> {
  const { table } = change;
  const seen = heldById(passage.seen, table);
  const claimsBefore = (id: string) => {
    const before = seen(id)?.record;
    return before ? claimsOf(table, before) : [];
  };
  const written = writtenBy(passage, change);
  const ids = new Set(written.map(({ id }) => id));
  const idByClaim = new Map<string, string>();
  for (const rows of newRows(passage, table)) {
    for (const row of rows) {
      if (ids.has(row.id)) continue;
      const known = claimsBefore(row.id);
      for (const claim of claimsOf(table, row)) if (!known.includes(claim)) idByClaim.set(claim, row.id);
    }
    yield;
  }
  if (idByClaim.size === 0) return null;
  for (const [at, record] of written.entries()) {
    const claim = claimsOf(table, record).find((one) => idByClaim.has(one));
    if (claim !== undefined && !claimsBefore(record.id).includes(claim)) return idByClaim.get(claim)!;
    if (at % PAGE_ROWS === PAGE_ROWS - 1) yield;
  }
  return null;
}

function writtenBy(
  { now }: Passage,
  change: Exclude<Change, { readonly op: "remove" }>,
): readonly AnyRecord[] {
  if (change.op === "put") return change.records;
  const known = recordById(now, change.table, change.id);
  return [{ ...known, ...change.fields, id: change.id }];
}
