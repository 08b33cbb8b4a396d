import { putRecords, removeRecords } from "../base/change.ts";
import type { AnyRecord, Change } from "../base/change.ts";
import type { TableName } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { changesByBatch, findRecord, IMPORTED_TABLES, isFacts } from "./history/history-book.ts";
import { recordKey, recordLabel, wasEdited } from "./history/history-book.ts";
import type { Fields, HistoryBook } from "./history/history-book.ts";
import { laterChanges } from "./history/later-changes.ts";
import type { LaterChanges } from "./history/later-changes.ts";
import { revertFields } from "./history/revert-fields.ts";
import type { KeptField } from "./history/revert-fields.ts";
import { stillNeeded } from "./history/still-needed.ts";
import type { Dependent } from "./history/still-needed.ts";
import { gone, keptBecause, neededBy } from "./history/undo-reasons.ts";
import type { Batch, BatchChange } from "./records.ts";

/** What is done about one record: it goes, comes back, or some of its fields do. */
export interface UndoLine {
  readonly table: TableName;
  readonly id: string;
  readonly label: string;
  /** `removed`: the import had added it; `restored`: the import had removed it. */
  readonly act: "removed" | "restored" | "fields";
  /** The properties that the line is about; empty when it is the record as a whole. */
  readonly fields: readonly string[];
  /** Why it stays; absent for what is taken back. */
  readonly reason?: Message;
}

/** What taking an import back would come to, in three lists. A record of which some fields go back and others stay is in two
 * of them. */
export interface UndoPlan {
  readonly batch: Batch;
  readonly reverted: readonly UndoLine[];
  /** Edited since: by hand or by a later import. */
  readonly kept: readonly UndoLine[];
  /** What cannot be taken back: the record is gone, or other records hang on it. */
  readonly failed: readonly UndoLine[];
  /** Everything in one commit, but for the batch itself: see `undoChanges`. */
  readonly changes: readonly Change[];
}

const SLICE = 2000;
const LINKS: Readonly<Record<string, TableName>> = {
  customerId: "customers",
  dealId: "deals",
  orderId: "orders",
};

/** Plans how an import is taken back. What it changed goes back field by field, where the field still says what the import
 * wrote; what it added goes, unless it was edited since or something else hangs on it; what it removed comes back. Later
 * imports stay as they are. Refused when there is no such import, or when it has been taken back. Yields the share done.
 * @example planUndo({ rows: { batches: new Map() } }, "b1").next().value.ok // => false
 */
export function* planUndo(book: HistoryBook, batchId: string): Generator<number, Result<UndoPlan>> {
  const batch = book.rows.batches.get(batchId);
  if (batch === undefined) return fail([{ message: message("customer.undo.unknown", { batch: batchId }) }]);
  if (batch.undone) {
    return fail([{ message: message("customer.undo.already", { file: batch.fileName }) }]);
  }
  const planner = new UndoPlanner(book, batch);
  yield* planner.takeAdded();
  yield* planner.takeChanges();
  return ok(yield* planner.finish());
}

/** The changes that take an import back, with the batch marked as undone. `at`: ISO moment.
 * @example undoChanges({ batch: { id: "b1" }, reverted: [], kept: [], failed: [], changes: [] }, "2026-11-23T00:00:00.000Z")[0].records[0].undone // => true
 */
export function undoChanges(plan: UndoPlan, at: string): readonly Change[] {
  const { batch, reverted, kept, failed, changes } = plan;
  const undo = { at, reverted: reverted.length, kept: kept.length, failed: failed.length };
  return [...changes, putRecords("batches", [{ ...batch, undone: true, undo }])];
}

class UndoPlanner {
  readonly #book: HistoryBook;
  readonly #batch: Batch;
  readonly #own: readonly BatchChange[];
  readonly #later: LaterChanges;
  /** Records that the import added and nobody edited. */
  readonly #leaving = new Map<string, Dependent>();
  readonly #written = new Map<string, Dependent>();
  readonly #reverted: UndoLine[] = [];
  readonly #kept: UndoLine[] = [];
  readonly #failed: UndoLine[] = [];

  constructor(book: HistoryBook, batch: Batch) {
    this.#book = book;
    this.#batch = batch;
    this.#own = changesByBatch(book).get(batch.id) ?? [];
    this.#later = laterChanges(book, batch.id);
  }

  /** Facts that carry the batch, or carried it until a later import wrote them, and that it did not only change. */
  *takeAdded(): Generator<number> {
    const changed = new Set(this.#own.map((change) => recordKey(change.table, change.recordId)));
    for (const [at, table] of IMPORTED_TABLES.entries()) {
      let seen = 0;
      for (const page of this.#book.facts[table].pages) {
        for (const record of page.rows) {
          seen += 1;
          if (seen % SLICE === 0) yield (0.4 * at) / IMPORTED_TABLES.length;
          const key = recordKey(table, record.id);
          const isOfBatch = this.#later.writtenFirst(key, record) === this.#batch.id;
          if (isOfBatch && !changed.has(key)) this.#takeAddedOne({ table, record });
        }
      }
    }
  }

  *takeChanges(): Generator<number> {
    for (const [index, change] of this.#own.entries()) {
      if (index % SLICE === 0) yield 0.4 + (0.2 * index) / this.#own.length;
      const record = findRecord(this.#book, change.table, change.recordId);
      if (change.kind === "changed") this.#takeChanged(change, record);
      else if (change.kind === "removed") this.#takeRemoved(change, record);
      else if (record !== undefined) this.#takeAddedOne({ table: change.table, record });
    }
  }

  *finish(): Generator<number, UndoPlan> {
    const needed = yield* stillNeeded({
      book: this.#book,
      leaving: this.#leaving,
      written: this.#written,
      shareDone: 0.6,
    });
    const idsByTable = new Map<TableName, string[]>();
    for (const [key, { table, record }] of this.#leaving) {
      const line = { table, id: record.id, label: recordLabel(record), act: "removed", fields: [] } as const;
      const by = needed.get(key);
      if (by) this.#failed.push({ ...line, reason: neededBy(by.first, by.count) });
      else {
        this.#reverted.push(line);
        addTo(idsByTable, table, record.id);
      }
    }
    const recordsByTable = new Map<TableName, AnyRecord[]>();
    for (const { table, record } of this.#written.values()) addTo(recordsByTable, table, record);
    return {
      batch: this.#batch,
      reverted: this.#reverted,
      kept: this.#kept,
      failed: this.#failed,
      changes: [
        ...[...idsByTable].map(([table, ids]) => removeRecords(table, ids)),
        ...[...recordsByTable].map(([table, records]) => putRecords(table, records)),
        ...(this.#own.length === 0
          ? []
          : [
              removeRecords(
                "batchChanges",
                this.#own.map(({ id }) => id),
              ),
            ]),
      ],
    };
  }

  #takeAddedOne(added: Dependent): void {
    const { table, record } = added;
    const line = { table, id: record.id, label: recordLabel(record), act: "removed", fields: [] } as const;
    if (table === "twins") {
      this.#kept.push({ ...line, reason: message("customer.undo.kept.matched") });
      return;
    }
    const edit = this.#editOf(added);
    if (edit === null) this.#leaving.set(recordKey(table, record.id), added);
    else this.#kept.push({ ...line, reason: keptBecause(this.#book, added, edit) });
  }

  /** What was done to an added record since; `null` when nothing was. */
  #editOf({ table, record }: Dependent): readonly KeptField[] | null {
    const { by, credits } = record as AnyRecord & {
      readonly by?: Readonly<Record<string, string>>;
      readonly credits?: unknown;
    };
    const typed = Object.keys(by ?? {}).filter((field) => by![field] === "typed");
    if (credits !== undefined && !typed.includes("credits")) typed.push("credits");
    if (typed.length > 0) return typed.map((field) => ({ field, writer: "typed" }));
    const later = this.#later.editOf(recordKey(table, record.id));
    if (later !== null) return later;
    const isEditedRow = !isFacts(table) && wasEdited(this.#book, { table, id: record.id });
    return isEditedRow ? [{ field: "", writer: "typed" }] : null;
  }

  #takeChanged(change: BatchChange, present: AnyRecord | undefined): void {
    const { table, recordId: id } = change;
    if (present === undefined) return this.#noteGone(change);
    const { next, reverted, kept } = revertFields({
      present,
      change,
      isOlder: this.#later.isOlder,
      canTake: (field, value) => this.#canTake(field, value),
    });
    const line = { table, id, label: recordLabel(present), act: "fields" } as const;
    if (reverted.length > 0 || kept.length === 0) {
      this.#reverted.push({ ...line, fields: reverted });
      this.#written.set(recordKey(table, id), { table, record: next });
    }
    if (kept.length === 0) return;
    const reason = keptBecause(this.#book, { table, record: present }, kept);
    this.#kept.push({ ...line, fields: kept.map(({ field }) => field), reason });
  }

  #takeRemoved(change: BatchChange, present: AnyRecord | undefined): void {
    const { table, recordId: id } = change;
    const record = { ...change.before, id } as AnyRecord;
    const line = { table, id, label: recordLabel(record), act: "restored", fields: [] } as const;
    if (present !== undefined) {
      const { batchId } = present as { readonly batchId?: string };
      const since = [{ field: "", writer: batchId ?? null }];
      this.#kept.push({ ...line, reason: keptBecause(this.#book, { table, record: present }, since) });
    } else if (!this.#isOfUndone(change.before ?? {})) {
      this.#reverted.push(line);
      this.#written.set(recordKey(table, id), { table, record });
    }
  }

  /** Where the record went with the import that had brought it, or only a link of it was moved, nothing is left to do. */
  #noteGone(change: BatchChange): void {
    const before = change.before ?? {};
    if (!("batchId" in before) || this.#isOfUndone(before)) return;
    const { table, recordId: id } = change;
    const fields = Object.keys(before).filter((field) => !["batchId", "line", "by"].includes(field));
    this.#failed.push({ table, id, label: labelOfGone(change), act: "fields", fields, reason: gone() });
  }

  #isOfUndone({ batchId }: Fields): boolean {
    return typeof batchId === "string" && this.#book.rows.batches.get(batchId)?.undone === true;
  }

  #canTake(field: string, value: unknown): boolean {
    const table = LINKS[field];
    if (table === undefined || typeof value !== "string") return true;
    return findRecord(this.#book, table, value) !== undefined || this.#comesBack(table, value);
  }

  #comesBack(table: TableName, id: string): boolean {
    this.#removedKeys ??= new Set(
      this.#own
        .filter((change) => change.kind === "removed" && !this.#isOfUndone(change.before ?? {}))
        .map((change) => recordKey(change.table, change.recordId)),
    );
    return this.#removedKeys.has(recordKey(table, id));
  }

  #removedKeys: ReadonlySet<string> | null = null;
}

function labelOfGone(change: BatchChange): string {
  return recordLabel({ ...change.after, ...change.before, id: change.recordId } as AnyRecord);
}

function addTo<V>(byTable: Map<TableName, V[]>, table: TableName, value: V): void {
  const list = byTable.get(table);
  if (list) list.push(value);
  else byTable.set(table, [value]);
}
