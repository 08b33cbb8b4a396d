import type { AnyRecord, Change } from "../base/change.ts";
import { FACT_TABLES } from "../base/id.ts";
import type { FactTable, RowTable, TableName } from "../base/id.ts";
import { isSame } from "../base/same.ts";
import { runToEnd } from "../base/run-to-end.ts";
import type { Stamp, Stamps } from "../base/stamp.ts";
import type { FactPage, FactStore, RecordOf, Workspace } from "./workspace.ts";

/** Rows to a page of facts. */
export const PAGE_ROWS = 500;

/** Whether a table keeps facts in pages.
 * @example isFactTable("orders") // => true
 */
export function isFactTable(table: TableName): table is FactTable {
  return (FACT_TABLES as readonly string[]).includes(table);
}

/** The workspace after a commit's changes. Only fields whose value differs get the new stamp; removed records leave a
 * tombstone; tables without a change keep their identity. Changes that bring stamps are kept with them, and their
 * tombstones also where nothing was there. Records must have passed `checkChanges`.
 * Throws when a `set` names a record that is not there: a programmer's error.
 * @example applyChanges({ tombstones: new Map() }, [], "0000000rs-0000-d1").tombstones.size // => 0
 */
export function applyChanges(workspace: Workspace, changes: readonly Change[], stamp: Stamp): Workspace {
  const draft = new WorkspaceDraft(workspace, stamp);
  for (const change of changes) draft.apply(change);
  return draft.finish();
}

/** A record of any table by id, or `undefined`.
 * @example recordById({ rows: { skills: new Map([["s1", { id: "s1" }]]) } }, "skills", "s1") // => { id: "s1" }
 */
export function recordById(workspace: Workspace, table: TableName, id: string): AnyRecord | undefined {
  if (!isFactTable(table)) return workspace.rows[table].get(id);
  const store: FactStore = workspace.facts[table];
  const index = store.pageIndexById.get(id);
  return index === undefined ? undefined : store.pages[index]?.rows.find((row) => row.id === id);
}

/** The changes that lead back: every touched record is put as it was, or removed when it was not there.
 * @example invertChanges({ rows: { skills: new Map() } }, [{ op: "put", table: "skills", records: [{ id: "s1" }] }]) // => [{ op: "remove", table: "skills", ids: ["s1"] }]
 */
export function invertChanges(before: Workspace, changes: readonly Change[]): readonly Change[] {
  return runToEnd(invertSteps(before, changes));
}

/** The same in steps of some hundred records.
 * @example invertSteps({}, []).next().value // => []
 */
export function* invertSteps(
  before: Workspace,
  changes: readonly Change[],
): Generator<void, readonly Change[]> {
  const idsByTable = new Map<TableName, Set<string>>();
  for (const change of changes) {
    const ids = idsByTable.get(change.table) ?? new Set();
    idsByTable.set(change.table, ids);
    if (change.op === "put") for (const record of change.records) ids.add(record.id);
    else if (change.op === "set") ids.add(change.id);
    else for (const id of change.ids) ids.add(id);
    yield;
  }
  const inverse: Change[] = [];
  for (const [table, ids] of idsByTable) {
    const records: AnyRecord[] = [];
    const added: string[] = [];
    for (const id of ids) {
      const record = recordById(before, table, id);
      if (record) records.push(record);
      else added.push(id);
      if ((records.length + added.length) % PAGE_ROWS === 0) yield;
    }
    if (added.length > 0) inverse.push({ op: "remove", table, ids: added });
    if (records.length > 0) inverse.push({ op: "put", table, records });
  }
  return inverse;
}

interface OpenPage {
  rows: RecordOf<FactTable>[];
  stamps: Stamps[];
}

/** A workspace in the making: what `applyChanges` does, change by change. Copies on first write, so that a commit costs what
 * it touches. */
export class WorkspaceDraft {
  readonly #before: Workspace;
  readonly #stamp: Stamp;
  readonly #rows = new Map<RowTable, Map<string, AnyRecord>>();
  readonly #rowStamps = new Map<RowTable, Map<string, Stamps>>();
  readonly #facts = new Map<FactTable, FactDraft>();
  #tombstones: Map<string, Stamp> | null = null;

  constructor(before: Workspace, stamp: Stamp) {
    this.#before = before;
    this.#stamp = stamp;
  }

  apply(change: Change): void {
    if (change.op === "put" && change.stamps) this.#putStamped(change.table, change.records, change.stamps);
    else if (change.op === "put") this.#put(change.table, change.records);
    else if (change.op === "set") this.#set(change.table, change.id, change.fields);
    else if (change.stamps) this.#bury(change.table, change.ids, change.stamps);
    else this.#remove(change.table, change.ids);
  }

  #put(table: TableName, records: readonly AnyRecord[]): void {
    if (isFactTable(table) && this.#factTable(table).addPage(records, this.#stamp)) {
      for (const { id } of records) this.#revive(table, id);
      return;
    }
    for (const record of records) this.#write(table, record.id, record);
  }

  #putStamped(table: TableName, records: readonly AnyRecord[], stamps: readonly Stamps[]): void {
    for (const [index, record] of records.entries()) {
      if (isFactTable(table)) this.#factTable(table).put(record as RecordOf<FactTable>, stamps[index]!);
      else {
        this.#rowTable(table).set(record.id, record);
        this.#stampTable(table).set(record.id, stamps[index]!);
      }
      this.#revive(table, record.id);
    }
  }

  #set(table: TableName, id: string, fields: Readonly<Record<string, unknown>>): void {
    const known = isFactTable(table) ? this.#factTable(table).get(id)?.record : this.#rowTable(table).get(id);
    if (!known) throw new Error(`set of a record that is not there: ${table}/${id}`);
    const next: Record<string, unknown> = { ...known, ...fields };
    for (const [field, value] of Object.entries(fields)) if (value === undefined) delete next[field];
    this.#write(table, id, next as unknown as AnyRecord);
  }

  #remove(table: TableName, ids: readonly string[]): void {
    const removed = isFactTable(table) ? this.#factTable(table).remove(ids) : this.#removeRows(table, ids);
    for (const id of removed) this.#tombstoneMap().set(`${table}/${id}`, this.#stamp);
  }

  #bury(table: TableName, ids: readonly string[], stamps: readonly Stamp[]): void {
    if (isFactTable(table)) this.#factTable(table).remove(ids);
    else this.#removeRows(table, ids);
    for (const [index, id] of ids.entries()) this.#tombstoneMap().set(`${table}/${id}`, stamps[index]!);
  }

  finish(): Workspace {
    const facts = { ...this.#before.facts } as Record<FactTable, FactStore>;
    for (const [table, draft] of this.#facts) facts[table] = draft.finish();
    return {
      rows: { ...this.#before.rows, ...Object.fromEntries(this.#rows) } as Workspace["rows"],
      rowStamps: {
        ...this.#before.rowStamps,
        ...Object.fromEntries(this.#rowStamps),
      } as Workspace["rowStamps"],
      facts: facts as unknown as Workspace["facts"],
      tombstones: this.#tombstones ?? this.#before.tombstones,
    };
  }

  #removeRows(table: RowTable, ids: readonly string[]): readonly string[] {
    const removed = ids.filter((id) => this.#rowTable(table).delete(id));
    for (const id of removed) this.#stampTable(table).delete(id);
    return removed;
  }

  #write(table: TableName, id: string, record: AnyRecord): void {
    if (isFactTable(table)) {
      const facts = this.#factTable(table);
      const known = facts.get(id);
      facts.put(record as RecordOf<FactTable>, stampsAfter(known, record, this.#stamp));
    } else {
      const stamps = this.#stampTable(table);
      const known = this.#rowTable(table).get(id);
      stamps.set(id, stampsAfter(known && { record: known, stamps: stamps.get(id) }, record, this.#stamp));
      this.#rowTable(table).set(id, record);
    }
    this.#revive(table, id);
  }

  #revive(table: TableName, id: string): void {
    const known = this.#tombstones ?? this.#before.tombstones;
    if (known.size > 0 && known.has(`${table}/${id}`)) this.#tombstoneMap().delete(`${table}/${id}`);
  }

  #rowTable(table: RowTable): Map<string, AnyRecord> {
    const open = this.#rows.get(table) ?? new Map<string, AnyRecord>(this.#before.rows[table]);
    this.#rows.set(table, open);
    return open;
  }

  #stampTable(table: RowTable): Map<string, Stamps> {
    const open = this.#rowStamps.get(table) ?? new Map(this.#before.rowStamps[table]);
    this.#rowStamps.set(table, open);
    return open;
  }

  #factTable(table: FactTable): FactDraft {
    const open = this.#facts.get(table) ?? new FactDraft(this.#before.facts[table]);
    this.#facts.set(table, open);
    return open;
  }

  #tombstoneMap(): Map<string, Stamp> {
    this.#tombstones ??= new Map(this.#before.tombstones);
    return this.#tombstones;
  }
}

/** Pages keep their place: a page emptied by removals stays as an empty page, so that indexes hold. */
class FactDraft {
  readonly #before: FactStore;
  readonly #pages: (FactPage | OpenPage)[];
  readonly #open = new Set<number>();
  readonly #slotByIdByPage = new Map<number, Map<string, number>>();
  #index: Map<string, number> | null = null;

  constructor(before: FactStore) {
    this.#before = before;
    this.#pages = [...before.pages];
  }

  get(id: string): { record: RecordOf<FactTable>; stamps: Stamps } | undefined {
    const place = this.#placeOf(id);
    if (!place) return undefined;
    const page = this.#pages[place.page]!;
    return { record: page.rows[place.slot]!, stamps: page.stamps[place.slot]! };
  }

  put(record: RecordOf<FactTable>, stamps: Stamps): void {
    const place = this.#placeOf(record.id) ?? this.#newPlace(record.id);
    const page = this.#openPage(place.page);
    page.rows[place.slot] = record;
    page.stamps[place.slot] = stamps;
  }

  /** Takes about a page of new records as a page, the very list; `false`: they are too few or many, or not all new. */
  addPage(records: readonly AnyRecord[], stamp: Stamp): boolean {
    if (records.length < PAGE_ROWS / 2 || records.length > PAGE_ROWS) return false;
    const known = this.#index ?? this.#before.pageIndexById;
    const ids = new Set(records.map(({ id }) => id));
    if (ids.size < records.length || records.some(({ id }) => known.has(id))) return false;
    const index = this.#openIndex();
    for (const id of ids) index.set(id, this.#pages.length);
    const stamps = records.map((): Stamps => stamp);
    this.#pages.push({ rows: records as readonly RecordOf<FactTable>[], stamps });
    return true;
  }

  /** Each page is cut once, however many of its facts go. The ids that were there. */
  remove(ids: readonly string[]): readonly string[] {
    const goneByPage = new Map<number, Set<string>>();
    const index = this.#openIndex();
    const removed = ids.filter((id) => {
      const page = index.get(id);
      if (page === undefined) return false;
      const gone = goneByPage.get(page) ?? new Set();
      goneByPage.set(page, gone.add(id));
      return index.delete(id);
    });
    for (const [at, gone] of goneByPage) {
      const { rows, stamps } = this.#pages[at]!;
      const left = rows.flatMap((row, slot) => (gone.has(row.id) ? [] : [slot]));
      this.#pages[at] = { rows: left.map((slot) => rows[slot]!), stamps: left.map((slot) => stamps[slot]!) };
      this.#open.add(at);
      this.#slotByIdByPage.delete(at);
    }
    return removed;
  }

  finish(): FactStore {
    return {
      pages: this.#pages as FactPage[],
      pageIndexById: this.#index ?? this.#before.pageIndexById,
    } as FactStore;
  }

  #placeOf(id: string): { page: number; slot: number } | undefined {
    const page = (this.#index ?? this.#before.pageIndexById).get(id);
    if (page === undefined) return undefined;
    let slots = this.#slotByIdByPage.get(page);
    if (!slots) {
      slots = new Map(this.#pages[page]!.rows.map((row, slot) => [row.id, slot]));
      this.#slotByIdByPage.set(page, slots);
    }
    return { page, slot: slots.get(id)! };
  }

  #newPlace(id: string): { page: number; slot: number } {
    const last = this.#pages.length - 1;
    const room = last >= 0 && this.#pages[last]!.rows.length < PAGE_ROWS;
    if (!room) this.#pages.push({ rows: [], stamps: [] });
    const page = this.#pages.length - 1;
    const slot = this.#pages[page]!.rows.length;
    this.#openIndex().set(id, page);
    this.#slotByIdByPage.get(page)?.set(id, slot);
    return { page, slot };
  }

  #openPage(index: number): OpenPage {
    const page = this.#pages[index]!;
    if (this.#open.has(index)) return page as OpenPage;
    const copy: OpenPage = { rows: [...page.rows], stamps: [...page.stamps] };
    this.#pages[index] = copy;
    this.#open.add(index);
    return copy;
  }

  #openIndex(): Map<string, number> {
    this.#index ??= new Map(this.#before.pageIndexById);
    return this.#index;
  }
}

function stampsAfter(
  known: { readonly record: AnyRecord; readonly stamps: Stamps | undefined } | undefined,
  after: AnyRecord,
  stamp: Stamp,
): Stamps {
  if (known === undefined) return stamp;
  const { record, stamps = {} } = known;
  const old = record as unknown as Record<string, unknown>;
  const now = after as unknown as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => field !== "id");
  const changed = fields.filter((field) => !isSame(old[field], now[field]));
  if (changed.length === 0) return stamps;
  const next: Record<string, Stamp> = typeof stamps === "string" ? { "": stamps } : { ...stamps };
  for (const field of changed) next[field] = stamp;
  return next;
}
