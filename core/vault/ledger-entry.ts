import { z } from "zod";
import type { AnyRecord, Change } from "../base/change.ts";
import { FACT_TABLES, ROW_TABLES } from "../base/id.ts";
import type { TableName } from "../base/id.ts";
import type { Message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { runToEnd } from "../base/run-to-end.ts";
import type { Stamp } from "../base/stamp.ts";
import { stampSchema, stampsSchema } from "../base/stamp-schema.ts";
import { byteLines } from "./byte-lines.ts";
import { joinSteps } from "./join-bytes.ts";
import { messageSchema } from "../base/message-schema.ts";
import type { RecordText } from "./record-text.ts";
import { utf8Bytes, utf8Text } from "./utf8.ts";
import { SCHEMA_BY_TABLE } from "./workspace.ts";

export const ENTRY_KINDS = ["do", "undo", "redo", "import", "restore", "merge"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One commit as it stands in the ledger. */
export interface LedgerEntry {
  /** Counts on by one, through restores too. */
  readonly sequence: number;
  /** Changes when a whole other state takes the workspace's place. */
  readonly generation: string;
  readonly stamp: Stamp;
  readonly kind: EntryKind;
  readonly label: Message;
  /** Records in all tables after the commit: a store that holds another number is short. */
  readonly total: number;
  readonly changes: readonly Change[];
}

/** An entry without its changes. */
export type EntryHead = Omit<LedgerEntry, "changes">;

const ROWS_A_LINE = 500;
const LINE_END = utf8Bytes("}\n");

/** Lists of at most 500 records → their JSON, where it was made before: in the worker that read a file. */
export type RecordTexts = ReadonlyMap<readonly AnyRecord[], RecordText>;

const headSchema = z.object({
  schema: z.number().int(),
  sequence: z.number().int().min(1),
  generation: z.string().min(1).max(100),
  stamp: stampSchema,
  kind: z.enum(ENTRY_KINDS),
  label: messageSchema,
  total: z.number().int().min(0),
});

/** The shapes of a change; `record` is what a record must be at the least. */
function changeSchemaOf(table: z.ZodType<TableName>, record: z.ZodType) {
  return z.discriminatedUnion("op", [
    z.object({
      op: z.literal("put"),
      table,
      records: z.array(record),
      stamps: z.array(stampsSchema).optional(),
    }),
    z.object({
      op: z.literal("set"),
      table,
      id: z.string(),
      fields: z.record(z.string(), z.unknown()),
      cleared: z.array(z.string()),
    }),
    z.object({
      op: z.literal("remove"),
      table,
      ids: z.array(z.string()),
      stamps: z.array(stampSchema).optional(),
    }),
  ]);
}

const changeSchema = changeSchemaOf(z.enum([...ROW_TABLES, ...FACT_TABLES]), z.unknown());
/** Of an older schema, which may have had other tables and records. */
const olderChangeSchema = changeSchemaOf(
  z.string() as unknown as z.ZodType<TableName>,
  z.looseObject({ id: z.string() }),
);

/** An entry as bytes: a head line, then a line a change; long changes go over several lines, so that no line and no
 * string grows without bound. `schema` is the workspace schema that the records follow.
 * @example encodeEntry({ changes: [] }, 1).length // => 13
 */
export function encodeEntry(entry: LedgerEntry, schema: number): Uint8Array<ArrayBuffer> {
  return runToEnd(entrySteps(entry, schema));
}

/** The same in steps of a line. Records whose JSON is known already are not written out again.
 * @example entrySteps({ changes: [] }, 1).next().value.length // => 13
 */
export function* entrySteps(
  entry: LedgerEntry,
  schema: number,
  texts?: RecordTexts,
): Generator<void, Uint8Array<ArrayBuffer>> {
  const { changes, ...head } = entry;
  const lines: Uint8Array[] = [utf8Bytes(`${JSON.stringify({ schema, ...head })}\n`)];
  for (const change of changes) {
    const known = change.op === "put" ? texts?.get(change.records) : undefined;
    if (known === undefined) {
      for (const part of splitChange(change)) {
        lines.push(utf8Bytes(`${JSON.stringify(part)}\n`));
        yield;
      }
    } else lines.push(utf8Bytes(`{"op":"put","table":"${change.table}","records":`), known.bytes, LINE_END);
  }
  return yield* joinSteps(lines);
}

/** Reads an entry's head alone, which is enough to compare states: the chain has vouched for the rest.
 * `newer`: written by a later schema.
 * @example decodeEntryHead(new Uint8Array(), 1) // => { ok: false, error: "damaged" }
 */
export function decodeEntryHead(bytes: Uint8Array, schema: number): Result<EntryHead, "newer" | "damaged"> {
  try {
    const first = byteLines(bytes).next().value as Uint8Array;
    const { schema: written, ...head } = headSchema.parse(JSON.parse(utf8Text(first)));
    return written > schema ? fail("newer") : ok(head);
  } catch {
    return fail("damaged");
  }
}

/** Reads an entry into fresh objects that hold only what the schemas name. One of an older schema is taken as it was written: it belongs
 * to a state of that schema, and the step that leads the state on looks at every record.
 * @example decodeEntry(new Uint8Array(), 1) // => { ok: false, error: "damaged" }
 */
export function decodeEntry(bytes: Uint8Array, schema: number): Result<LedgerEntry, "newer" | "damaged"> {
  const head = decodeEntryHead(bytes, schema);
  if (!head.ok) return head;
  try {
    const [first, ...lines] = byteLines(bytes);
    const isOlder = (JSON.parse(utf8Text(first!)) as { schema: number }).schema < schema;
    const read = isOlder ? readOlderChange : readChange;
    return ok({ ...head.value, changes: lines.map((line) => read(JSON.parse(utf8Text(line)))) });
  } catch {
    return fail("damaged");
  }
}

function splitChange(change: Change): readonly object[] {
  const { op, table } = change;
  if (op === "put") {
    const stamps = slices(change.stamps ?? []);
    return slices(change.records).map((records, part) => ({ op, table, records, stamps: stamps[part] }));
  }
  if (op === "remove") {
    const stamps = slices(change.stamps ?? []);
    return slices(change.ids).map((ids, part) => ({ op, table, ids, stamps: stamps[part] }));
  }
  const cleared = Object.keys(change.fields).filter((field) => change.fields[field] === undefined);
  return [{ op: "set", table: change.table, id: change.id, fields: change.fields, cleared }];
}

function slices<T>(list: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < list.length; from += ROWS_A_LINE)
    parts.push(list.slice(from, from + ROWS_A_LINE));
  return parts;
}

function readChange(line: unknown): Change {
  const change = changeSchema.parse(line);
  if (change.op === "remove") {
    const { stamps, ...plain } = change;
    return stamps ? { ...plain, stamps: parallel(stamps, plain.ids) } : plain;
  }
  if (change.op === "put") {
    const schema = SCHEMA_BY_TABLE[change.table];
    const records = change.records.map((record) => schema.parse(record) as AnyRecord);
    const put = { op: "put" as const, table: change.table, records };
    return change.stamps ? { ...put, stamps: parallel(change.stamps, records) } : put;
  }
  const fields: [string, unknown][] = [];
  for (const field of change.cleared) fields.push([fieldOf(change.table, field), undefined]);
  for (const [field, value] of Object.entries(change.fields)) {
    fields.push([fieldOf(change.table, field), value]);
  }
  return { op: "set", table: change.table, id: change.id, fields: Object.fromEntries(fields) };
}

function readOlderChange(line: unknown): Change {
  const change = olderChangeSchema.parse(line);
  if (change.op === "set") {
    const { cleared, ...set } = change;
    const emptied = Object.fromEntries(cleared.map((field) => [field, undefined]));
    return { ...set, fields: { ...emptied, ...change.fields } };
  }
  const { stamps, ...plain } = change;
  if (stamps === undefined) return plain as Change;
  parallel<unknown>(stamps, change.op === "put" ? change.records : change.ids);
  return change as Change;
}

function parallel<T>(stamps: readonly T[], records: readonly unknown[]): readonly T[] {
  if (stamps.length !== records.length) throw new Error("a stamp for each record, or none");
  return stamps;
}

function fieldOf(table: TableName, field: string): string {
  if (!Object.hasOwn(SCHEMA_BY_TABLE[table].shape, field))
    throw new Error(`no such field: ${table}.${field}`);
  return field;
}
