import type { AnyRecord } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { isSame } from "../../base/same.ts";
import { PAGE_ROWS, isFactTable, recordById } from "../apply-changes.ts";
import { factsOf } from "../workspace.ts";
import { claimsOf, hasClaims } from "./claims-of.ts";
import type { Copies, JoinedRecord } from "./join-workspaces.ts";

/** Two records that would say the same where it may stand once only: a name, an employee number, the number of an order. */
export interface DoubledRecord {
  readonly table: TableName;
  readonly id: string;
  readonly otherId: string;
}

/** What stands twice only because two copies were put together: what stood twice in one of them is no news. Steps of a page.
 * @example [...doubledRecords({ mine: aSample(), theirs: aSample() }, [])] // => []
 */
export function* doubledRecords(
  copies: Copies,
  records: readonly JoinedRecord[],
): Generator<void, readonly DoubledRecord[]> {
  const doubled: DoubledRecord[] = [];
  const tables = new Set(records.map(({ table }) => table).filter(hasClaims));
  for (const table of tables) {
    const joined = new Map(records.filter((one) => one.table === table).map((one) => [one.id, one]));
    const claimed = newClaims(table, joined);
    const idByClaim = new Map<string, string>();
    const isKnown = (claim: string, ids: readonly string[]) =>
      [copies.mine, copies.theirs].some((copy) =>
        ids.every((id) => claimsIn(table, recordById(copy, table, id)).includes(claim)),
      );
    for (const [at, record] of recordsAfter(copies, table, joined).entries()) {
      if (claimed.size === 0) break;
      for (const claim of new Set(claimsOf(table, record))) {
        if (!claimed.has(claim)) continue;
        const first = idByClaim.get(claim);
        if (first === undefined) idByClaim.set(claim, record.id);
        else if (!isKnown(claim, [first, record.id])) doubled.push(pairOf(table, first, record.id));
      }
      if (at % PAGE_ROWS === PAGE_ROWS - 1) yield;
    }
  }
  return [...new Map(doubled.map((one) => [`${one.table}/${one.id}/${one.otherId}`, one])).values()];
}

function newClaims(table: TableName, joined: ReadonlyMap<string, JoinedRecord>): ReadonlySet<string> {
  const claimed = new Set<string>();
  for (const { mine, joined: after } of joined.values()) {
    if (!after || isSame(mine?.record, after.record)) continue;
    const before = claimsIn(table, mine?.record);
    for (const claim of claimsOf(table, after.record)) if (!before.includes(claim)) claimed.add(claim);
  }
  return claimed;
}

function recordsAfter(
  { mine }: Copies,
  table: TableName,
  joined: ReadonlyMap<string, JoinedRecord>,
): readonly AnyRecord[] {
  const present: readonly AnyRecord[] = isFactTable(table)
    ? factsOf(mine, table)
    : [...mine.rows[table].values()];
  return [
    ...present.filter(({ id }) => !joined.has(id)),
    ...[...joined.values()].flatMap((one) => one.joined?.record ?? []),
  ];
}

function claimsIn(table: TableName, record: AnyRecord | undefined): readonly string[] {
  return record ? claimsOf(table, record) : [];
}

/** In one order whichever copy is merged into which. */
function pairOf(table: TableName, a: string, b: string): DoubledRecord {
  return a < b ? { table, id: a, otherId: b } : { table, id: b, otherId: a };
}
