import type { AnyRecord, Change } from "../../core/base/change.ts";
import { putRecords } from "../../core/base/change.ts";
import type { TableName } from "../../core/base/id.ts";
import { FACT_TABLES } from "../../core/base/id.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { runToEnd } from "../../core/base/run-to-end.ts";
import type { Batch, BatchChange, Customer, Deal } from "../../core/customer/records.ts";
import { planUndo, undoChanges } from "../../core/customer/undo-import.ts";
import type { UndoLine, UndoPlan } from "../../core/customer/undo-import.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { factsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";

/** Noon of a day in November 2026, in China. */
export function november(dayOfMonth: number): string {
  return `2026-11-${String(dayOfMonth).padStart(2, "0")}T04:00:00.000Z`;
}

/** The log's record of an import of deals. */
export function aBatch(id: string, of: Partial<Batch> = {}): Batch {
  return {
    id,
    at: november(9),
    fileName: `${id}.csv`,
    fileSize: 1,
    fileHash: id,
    source: "zoho",
    object: "deals",
    encoding: "utf-8",
    delimiter: ",",
    headerRow: 1,
    columns: [],
    mode: "upsert",
    rows: { read: 0, added: 0, updated: 0, unchanged: 0, skipped: 0, bad: 0 },
    bad: [],
    undone: false,
    ...of,
  } as Batch;
}

/** An open deal from a file. */
export function aDeal(id: string, of: Partial<Deal> = {}): Deal {
  return {
    id,
    name: id,
    category: "open",
    stage: "A",
    source: "zoho",
    batchId: "b1",
    line: 2,
    ...of,
  } as Deal;
}

/** A customer that the second import named. */
export function aCustomer(id: string, of: Partial<Customer> = {}): Customer {
  return { id, name: "Acme", source: "zoho", batchId: "b2", ...of } as Customer;
}

/** What a batch changed in a deal. */
export function aChange(
  batchId: string,
  recordId: string,
  of: Partial<BatchChange> & { readonly kind?: BatchChange["kind"] } = {},
): BatchChange {
  const { kind = "changed", table = "deals", ...rest } = of;
  return { id: `${batchId}:${table}:${recordId}`, batchId, table, recordId, kind, ...rest } as BatchChange;
}

/** A workspace with records of some tables put into it. */
export function withRecords(
  book: Workspace,
  records: Partial<Readonly<Record<TableName, readonly AnyRecord[]>>>,
  stamp: Stamp = nextStamp(null, Date.parse(november(9)), "test"),
): Workspace {
  const changes = Object.entries(records).map(([table, list]) => putRecords(table as TableName, list));
  return commitTo(book, changes, stamp);
}

/** The workspace after changes that the vault must take. */
export function commitTo(book: Workspace, changes: readonly Change[], stamp: Stamp): Workspace {
  const checked = checkChanges(book, changes);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return applyChanges(book, checked.value, stamp);
}

/** What taking an import back comes to; throws with the key when it is refused. */
export function undoPlan(book: Workspace, batchId: string): UndoPlan {
  const plan = runToEnd(planUndo(book, batchId));
  if (!plan.ok) throw new Error(plan.error[0]!.message.key);
  return plan.value;
}

/** The workspace after an import was taken back. */
export function undone(book: Workspace, batchId: string): Workspace {
  const stamp = nextStamp(null, Date.parse(november(24)), "test");
  return commitTo(book, undoChanges(undoPlan(book, batchId), november(24)), stamp);
}

/** A list of a plan as "table/id act fields". */
export function linesOf(lines: readonly UndoLine[]): readonly string[] {
  return lines.map(({ table, id, act, fields }) => [`${table}/${id}`, act, ...fields].join(" ")).toSorted();
}

/** Every fact of a workspace by table and id, those in `but` left out. */
export function allFacts(book: Workspace, but: readonly TableName[] = []): ReadonlyMap<string, unknown> {
  const facts = FACT_TABLES.filter((table) => !but.includes(table)).flatMap((table) =>
    (factsOf(book, table) as readonly AnyRecord[]).map((fact) => [`${table}/${fact.id}`, fact] as const),
  );
  return new Map(facts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
