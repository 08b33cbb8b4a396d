import type { AnyRecord, Change } from "../../base/change.ts";
import type { TableName } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { PAGE_ROWS } from "../apply-changes.ts";
import { heldById } from "../merge/held-by-id.ts";
import { fieldName } from "../merge/field-name.ts";
import { recordTitle } from "../merge/record-title.ts";
import { doubledName } from "./doubled-name.ts";
import type { DoubledName } from "./doubled-name.ts";
import { lostReferences } from "./lost-references.ts";
import { isUntouched } from "./passage.ts";
import type { Passage } from "./passage.ts";
import { rebaseRecord } from "./rebase-record.ts";
import type { RebasedRecord } from "./rebase-record.ts";
import { hasTornSums } from "./torn-sums.ts";

/** What is sealed is made of all that was there: it is never written of anything but the present. */
const SEALS: ReadonlySet<TableName> = new Set(["statements", "reviewSnapshots", "targetLocks"]);

/** The changes of a command that saw an earlier workspace, for the workspace as it is: fields that were changed since and that
 * the command left alone stay as they have become. All or none: refused are what both changed and cannot both hold, a record
 * that is gone, what is newly sealed, references that would lead to nothing, and what only both changes together break: a name that
 * would stand twice, parts of a target that would no longer be the whole. Tables that nobody touched cost nothing.
 * Yields now and then.
 * @example rebaseSteps({ seen: {}, now: {} }, []).next().value // => { ok: true, value: [] }
 */
export function* rebaseSteps(
  passage: Passage,
  changes: readonly Change[],
): Generator<void, Result<readonly Change[]>> {
  if (passage.seen === passage.now || changes.length === 0) return ok(changes);
  if (changes.some((change) => seals(passage, change))) return moved();
  const rebased: Change[] = [];
  const problems: Problem[] = [];
  for (const change of changes) {
    if (isUntouched(passage, change.table) || change.op === "remove") rebased.push(change);
    else if (change.op === "set") rebased.push(rebaseSet(passage, change, problems));
    else rebased.push(yield* rebasePut(passage, change, problems));
    if (problems.length > 0) return fail(problems);
  }
  const doubled = yield* doubledName(passage, rebased);
  if (doubled) return fail([twice(passage, doubled)]);
  const lost = yield* lostReferences(passage, rebased);
  return lost || hasTornSums(passage, rebased) ? moved() : ok(rebased);
}

type Put = Change & { readonly op: "put" };
type SetFields = Change & { readonly op: "set" };

function* rebasePut(passage: Passage, change: Put, problems: Problem[]): Generator<void, Change> {
  const { table } = change;
  const seen = heldById(passage.seen, table);
  const now = heldById(passage.now, table);
  let isMoved = false;
  const records: AnyRecord[] = [];
  for (const [at, mine] of change.records.entries()) {
    const base = seen(mine.id)?.record;
    const present = now(mine.id)?.record;
    const one: RebasedRecord =
      base === present ? { kind: "joined", record: mine } : rebaseRecord(table, { base, mine, now: present });
    if (one.kind === "joined") records.push(one.record);
    else problems.push(problemOf(passage, { table, id: mine.id }, one));
    isMoved ||= base !== present;
    if (at % PAGE_ROWS === PAGE_ROWS - 1) yield;
  }
  return isMoved ? { ...change, records } : change;
}

function rebaseSet(passage: Passage, change: SetFields, problems: Problem[]): Change {
  const { table, id, fields } = change;
  const base = heldById(passage.seen, table)(id)?.record;
  const now = heldById(passage.now, table)(id)?.record;
  if (base === now) return change;
  const one = rebaseRecord(table, { base, mine: { ...base, ...fields, id }, now });
  if (one.kind !== "joined") {
    problems.push(problemOf(passage, { table, id }, one));
    return change;
  }
  const joined = one.record as unknown as Readonly<Record<string, unknown>>;
  return {
    ...change,
    fields: Object.fromEntries(Object.keys(fields).map((field) => [field, joined[field]])),
  };
}

function problemOf(
  { seen, now }: Passage,
  { table, id }: { readonly table: TableName; readonly id: string },
  one: Exclude<RebasedRecord, { readonly kind: "joined" }>,
): Problem {
  const params = { table: message(`vault.table.${table}`), record: recordTitle([now, seen], table, id) };
  if (one.kind === "gone") return { message: message("vault.rebase.gone", params) };
  const field = fieldName(table, one.field);
  return { field: one.field, message: message("vault.rebase.field", { ...params, field }) };
}

function twice({ now }: Passage, { table, id }: DoubledName): Problem {
  const params = { table: message(`vault.table.${table}`), record: recordTitle([now], table, id) };
  return { message: message("vault.rebase.twice", params) };
}

function seals({ now }: Passage, change: Change): boolean {
  if (change.op !== "put" || !SEALS.has(change.table)) return false;
  const known = heldById(now, change.table);
  return change.records.some(({ id }) => known(id) === null);
}

function moved(): Result<never> {
  return fail([{ message: message("vault.rebase.moved") }]);
}
