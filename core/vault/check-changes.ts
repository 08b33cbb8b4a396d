import type { AnyRecord, Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { ok, fail } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
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
  const check = new ChangeCheck(workspace);
  for (const change of changes) check.add(change);
  return check.finish();
}

/** The check of a commit whose changes come one after the other. */
export class ChangeCheck {
  readonly #workspace: Workspace;
  readonly #problems: Problem[] = [];
  readonly #pending = new Map<string, AnyRecord | null>();
  readonly #changes: Change[] = [];

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The next change, without fields that are `undefined`; `null` once anything was wrong. */
  add(change: Change): Change | null {
    if (this.#problems.length > PROBLEMS_AT_MOST) return null;
    if (change.op === "put") this.#put(change.table, change.records);
    else if (change.op === "set") this.#set(change);
    else this.#remove(change);
    if (this.#problems.length > 0) return null;
    const plainChange = withoutUndefined(change);
    this.#changes.push(plainChange);
    return plainChange;
  }

  /** What was wrong with any of them, and with all of them together; else the changes. */
  finish(): Result<readonly Change[]> {
    const { rows } = this.#workspace;
    const together = this.#problems.length > 0 ? [] : checkTogether(rows, this.#changes);
    const problems = [...this.#problems, ...together];
    return problems.length > 0 ? fail(problems) : ok(this.#changes);
  }

  #put(table: TableName, records: readonly AnyRecord[]): void {
    for (const record of records) {
      this.#problems.push(...checkRecord(table, record));
      this.#pending.set(`${table}/${record.id}`, record);
    }
  }

  #set({ table, id, fields }: Change & { readonly op: "set" }): void {
    const written = this.#pending.get(`${table}/${id}`);
    const known = written === undefined ? recordById(this.#workspace, table, id) : written;
    if (!known) {
      this.#problems.push({ message: message("vault.problem.record-gone", { table: tableWord(table) }) });
      return;
    }
    const next = plain({ ...known, ...fields });
    this.#problems.push(...checkRecord(table, next));
    this.#pending.set(`${table}/${id}`, next);
  }

  #remove({ table, ids }: Change & { readonly op: "remove" }): void {
    for (const id of ids) this.#pending.set(`${table}/${id}`, null);
    if (table === "settings") this.#problems.push({ message: message("vault.problem.settings-stay") });
  }
}

const PROBLEMS_AT_MOST = 20;

/** What no change may do to what was agreed before: locked targets, approved pay, locked reviews. */
function checkTogether(rows: Workspace["rows"], changes: readonly Change[]): readonly Problem[] {
  return [...unversioned(rows, changes), ...sealedProblems(rows, changes), ...lockBroken(rows, changes)];
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
