import type { AnyRecord, Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { ok, fail } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { runToEnd } from "../base/run-to-end.ts";
import type { TableName } from "../base/id.ts";
import { sealedProblems } from "../incentive/pay/sealed-pay.ts";
import { lockBroken } from "../review/review-lock.ts";
import { unversioned } from "../target/with-version.ts";
import { recordById } from "./apply-changes.ts";
import { quickCheck } from "./quick-check.ts";
import { SCHEMA_BY_TABLE } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

/** Checks every record of a commit against its table's schema. Unknown fields are refused, not dropped.
 * All or none: one wrong field refuses the whole commit, and so does a change of locked targets without its
 * version, an edit of approved pay, or of a locked review. The changes come back without fields that are `undefined`, for
 * what is on screen must be what a file can hold.
 * @example checkChanges({}, []) // => { ok: true, value: [] }
 */
export function checkChanges(workspace: Workspace, changes: readonly Change[]): Result<readonly Change[]> {
  return runToEnd(checkSteps(workspace, changes));
}

/** The same in steps of one change.
 * @example checkSteps({}, []).next().value // => { ok: true, value: [] }
 */
export function* checkSteps(
  workspace: Workspace,
  changes: readonly Change[],
): Generator<void, Result<readonly Change[]>> {
  const problems: Problem[] = [];
  const pending = new Map<string, AnyRecord | null>();
  for (const change of changes) {
    if (change.op === "put") {
      for (const record of change.records) {
        problems.push(...checkRecord(change.table, record));
        pending.set(`${change.table}/${record.id}`, record);
      }
    } else if (change.op === "set") {
      const written = pending.get(`${change.table}/${change.id}`);
      const known = written === undefined ? recordById(workspace, change.table, change.id) : written;
      if (!known) {
        problems.push({ message: message("vault.problem.record-gone", { table: tableWord(change.table) }) });
        continue;
      }
      const next = plain({ ...known, ...change.fields });
      problems.push(...checkRecord(change.table, next));
      pending.set(`${change.table}/${change.id}`, next);
    }
    if (change.op === "remove") {
      for (const id of change.ids) pending.set(`${change.table}/${id}`, null);
      if (change.table === "settings") problems.push({ message: message("vault.problem.settings-stay") });
    }
    if (problems.length > 20) break;
    yield;
  }
  if (problems.length === 0) {
    problems.push(
      ...unversioned(workspace.rows, changes),
      ...sealedProblems(workspace.rows, changes),
      ...lockBroken(workspace.rows, changes),
    );
  }
  return problems.length > 0 ? fail(problems) : ok(changes.map(withoutUndefined));
}

function checkRecord(table: Change["table"], record: AnyRecord): readonly Problem[] {
  if (isRight(table, record)) return [];
  const schema = SCHEMA_BY_TABLE[table];
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      field: issue.path.join("."),
      message: message("vault.problem.field", {
        table: tableWord(table),
        field: issue.path.join(".") || "id",
      }),
    }));
  }
  const known = schema.shape as Readonly<Record<string, unknown>>;
  return Object.keys(record)
    .filter((field) => !Object.hasOwn(known, field))
    .map((field) => ({
      field,
      message: message("vault.problem.unknown-field", { table: tableWord(table), field }),
    }));
}

const rightByTable = new Map<TableName, (record: AnyRecord) => boolean>();

/** The quick answer for records that are right, which nearly all are. */
function isRight(table: TableName, record: AnyRecord): boolean {
  const known = rightByTable.get(table);
  if (known) return known(record);
  const schema = SCHEMA_BY_TABLE[table];
  const fits = quickCheck(schema);
  const fields = new Set(Object.keys(schema.shape));
  const isOne = (one: AnyRecord) => fits(one) && Object.keys(one).every((field) => fields.has(field));
  rightByTable.set(table, isOne);
  return isOne(record);
}

function withoutUndefined(change: Change): Change {
  if (change.op !== "put" || !change.records.some(hasUndefined)) return change;
  return {
    ...change,
    records: change.records.map((record) => (hasUndefined(record) ? plain(record) : record)),
  };
}

function hasUndefined(record: AnyRecord): boolean {
  return Object.values(record).includes(undefined);
}

function plain(record: object): AnyRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as AnyRecord;
}

function tableWord(table: Change["table"]): Message {
  return message(`vault.table.${table}`);
}
