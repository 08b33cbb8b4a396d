import type { AnyRecord, Change } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import type { Bilingual } from "../../base/schema.ts";
import { nameKey } from "../../team/name-key.ts";
import { PAGE_ROWS, recordById } from "../apply-changes.ts";
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

type Fields = Readonly<Record<string, unknown>>;
type ClaimsOf = (fields: Fields) => readonly string[];

/** What may stand once in a table, as its commands check it: names, numbers, places in a ladder, stars of a month. */
const CLAIMS: Partial<Readonly<Record<TableName, ClaimsOf>>> = {
  groups: (group) => (group["archived"] === true ? [] : bothNames(group)),
  skills: (skill) => (skill["archived"] === true ? [] : bothNames(skill).slice(0, 1)),
  duties: (duty) => (duty["archived"] === true ? [] : within(duty, ["groupId"], bothNames(duty).slice(0, 1))),
  kpis: bothNames,
  members: (member) => [
    ...texts([member["employeeNumber"]]).map((number) => `number ${number}`),
    ...texts([...((member["aliases"] as readonly unknown[] | undefined) ?? []), member["email"]]),
  ],
  customers: ({ name }) => texts([name]),
  products: ({ name }) => texts([name]),
  orders: ({ number }) => texts([number]),
  cases: ({ number }) => texts([number]),
  ladderSteps: (step) => within(step, ["groupId", "fromTitle"], texts([step["toTitle"]])),
  recognitions: (one) => (one["kind"] === "star" ? within(one, ["periodId"], texts([one["memberId"]])) : []),
};

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
    const claimsOf = CLAIMS[change.table];
    if (!claimsOf || change.op === "remove" || isUntouched(passage, change.table)) continue;
    const id = yield* claimedSince(passage, change, claimsOf);
    if (id !== null) return { table: change.table, id };
  }
  return null;
}

function* claimedSince(
  passage: Passage,
  change: Exclude<Change, { readonly op: "remove" }>,
  claimsOf: ClaimsOf,
): Generator<void, string | null> {
  const { table } = change;
  const seen = heldById(passage.seen, table);
  const claimsBefore = (id: string) => {
    const before = seen(id)?.record;
    return before ? claimsOf(fieldsOf(before)) : [];
  };
  const written = writtenBy(passage, change);
  const ids = new Set(written.map(({ id }) => id));
  const idByClaim = new Map<string, string>();
  for (const rows of newRows(passage, table)) {
    for (const row of rows) {
      if (ids.has(row.id)) continue;
      const known = claimsBefore(row.id);
      for (const claim of claimsOf(fieldsOf(row))) if (!known.includes(claim)) idByClaim.set(claim, row.id);
    }
    yield;
  }
  if (idByClaim.size === 0) return null;
  for (const [at, record] of written.entries()) {
    const claim = claimsOf(fieldsOf(record)).find((one) => idByClaim.has(one));
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

function bothNames({ name }: Fields): readonly string[] {
  const { zh, en } = name as Bilingual;
  return texts([zh, en]);
}

function within(fields: Fields, places: readonly string[], claims: readonly string[]): readonly string[] {
  const place = places.map((one) => nameKey(String(fields[one] ?? ""))).join(" ");
  return claims.map((claim) => `${place} ${claim}`);
}

function texts(values: readonly unknown[]): readonly string[] {
  return values
    .filter((one): one is string => typeof one === "string")
    .map(nameKey)
    .filter((key) => key !== "");
}

function fieldsOf(record: AnyRecord): Fields {
  return record as unknown as Fields;
}
