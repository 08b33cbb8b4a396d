/// <reference lib="webworker" />
import type { AnyRecord } from "../../core/base/change.ts";
import { FACT_TABLES } from "../../core/base/id.ts";
import { message } from "../../core/base/message.ts";
import { cellText } from "../../core/base/table.ts";
import type { Table } from "../../core/base/table.ts";
import type { ImportBook } from "../../core/customer/import/import-book.ts";
import type { ReadRows } from "../../core/customer/import/import-draft.ts";
import { planImport } from "../../core/customer/import/plan-import.ts";
import type { ImportPlan } from "../../core/customer/import/plan-import.ts";
import { isFactTable } from "../../core/vault/apply-changes.ts";
import { recordText } from "../../core/vault/record-text.ts";
import { headersAt } from "../../core/customer/import/detect-table.ts";
import { headerSignature } from "../../core/customer/import/map-columns.ts";
import { pickTables } from "../../core/customer/import/pick-tables.ts";
import { prepareImport } from "../../core/customer/import/prepare-import.ts";
import { isTypeHints } from "../../core/customer/import/no-data-row.ts";
import { readRows } from "../../core/customer/import/read-rows.ts";
import { unreadObject } from "../../core/customer/import/unread-object.ts";
import { ENCODINGS } from "../../formats/csv/detect-encoding.ts";
import { DELIMITERS } from "../../formats/csv/sniff-delimiter.ts";
import { fileHash } from "../../formats/file-hash.ts";
import type { CsvOptions } from "../../formats/csv/read-csv.ts";
import { readTables } from "../../formats/read-tables.ts";
import type { TableFile } from "../../formats/read-tables.ts";
import type { ColumnSample, FirstRow, ImportAnswer, ImportAsk, KnownTable } from "./import-messages.ts";

/* Reads files away from the page. What it reads may be hostile: the page can end it at any moment. */

const FIRST_ROWS = 12;
const SAMPLES = 4;
const SAMPLED_ROWS = 200;
const RECORDS_A_MESSAGE = 500;
const PROGRESS_EVERY_MS = 100;

let fileName = "";
let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
/** What the file says, while rows are still to be read from it: it is large. */
let opened: TableFile | null = null;
let openedAs: CsvOptions = {};
let lastProgressAt = 0;
let rows: ReadRows | null = null;
let plan: ImportPlan | null = null;
/** The pages of the book that the page has shown so far. */
const known = new Map<KnownTable, { readonly rows: readonly AnyRecord[] }[]>();

function answer(message: ImportAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

function progress(share: number): void {
  const now = performance.now();
  if (now - lastProgressAt < PROGRESS_EVERY_MS) return;
  lastProgressAt = now;
  answer({ answer: "progress", share });
}

self.onmessage = ({ data }: MessageEvent<ImportAsk>) => {
  handle(data).catch((error: unknown) => {
    answer({
      answer: "broken",
      message: message("customer.file.broken", { detail: String(error).slice(0, 200) }),
    });
  });
};

async function handle(ask: ImportAsk): Promise<void> {
  lastProgressAt = 0;
  if (ask.ask === "open") {
    fileName = ask.name;
    const read = ask.bytes instanceof Blob ? await bytesOf(ask.bytes) : ask.bytes;
    if (read === null) {
      return answer({ answer: "refused", problems: [{ message: message("customer.file.unreadable") }] });
    }
    bytes = read;
    await open(ask);
  } else if (ask.ask === "reopen") await open(ask);
  else if (ask.ask === "prepare") prepare(ask, await tableAt(ask.table));
  else if (ask.ask === "read") read(ask, await tableAt(ask.table));
  else if (ask.ask === "know") know(ask);
  else if (ask.ask === "plan") makePlan(ask);
  else take();
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  return file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}

async function open(choice: {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}): Promise<void> {
  const encoding = ENCODINGS.find((known) => known === choice.encoding);
  const delimiter = DELIMITERS.find((known) => known === choice.delimiter);
  openedAs = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    onProgress: progress,
  };
  const [read, hash] = await Promise.all([readTables(bytes, openedAs), fileHash(bytes)]);
  if (!read.ok) return answer({ answer: "refused", problems: read.error });
  opened = read.value;
  const { kind, confidence, tables } = read.value;
  const [best] = pickTables(tables);
  answer({
    answer: "opened",
    file: {
      kind,
      encoding: read.value.encoding,
      confidence,
      delimiter: read.value.delimiter,
      encodings: kind === "csv" ? ENCODINGS : [],
      size: bytes.length,
      hash,
      tables: tables.map(({ sheet, table }) => ({
        ...(sheet === undefined ? {} : { sheet }),
        rows: table.rows.length,
        firstRows: firstRowsOf(table),
      })),
      best: Math.max(
        0,
        tables.findIndex(({ table }) => table === best?.table),
      ),
    },
  });
}

function firstRowsOf(table: Table): readonly FirstRow[] {
  return table.rows.slice(0, FIRST_ROWS).map((row, index) => ({
    line: table.lines[index]!,
    cells: row.map((cell) => cellText(cell).slice(0, 100)),
  }));
}

/** A table of the file, which is read again where it was let go. */
async function tableAt(index: number): Promise<OpenedTable> {
  if (opened === null) {
    const read = await readTables(bytes, openedAs);
    if (read.ok) opened = read.value;
  }
  return opened!.tables[index]!;
}

type OpenedTable = TableFile["tables"][number];

function prepare(ask: ImportAsk & { readonly ask: "prepare" }, { sheet, table }: OpenedTable): void {
  const name = { fileName, ...(sheet === undefined ? {} : { sheetName: sheet }) };
  const prepared = prepareImport(table, name, { settings: ask.settings, mappings: ask.mappings });
  if (prepared.headerIndex < 0) {
    return answer({ answer: "refused", problems: [{ message: message("customer.file.empty") }] });
  }
  const headers = headersAt(table, prepared.headerIndex);
  const unread = ask.settings.object === undefined && !prepared.mapping ? unreadObject(headers, name) : null;
  if (unread !== null) return answer({ answer: "refused", problems: [{ message: unread }] });
  answer({
    answer: "prepared",
    table: {
      prepared,
      samples: headers.map((header, index) => sampleOf(table, prepared.headerIndex, { header, index })),
      headerRow: table.lines[prepared.headerIndex]!,
      signature: headerSignature(headers),
    },
  });
}

function sampleOf(
  table: Table,
  headerIndex: number,
  column: { readonly header: string; readonly index: number },
): ColumnSample {
  const values = new Set<string>();
  for (const row of table.rows.slice(headerIndex + 1, headerIndex + 1 + SAMPLED_ROWS)) {
    if (isTypeHints(row)) continue;
    const text = cellText(row[column.index]).trim().slice(0, 60);
    if (text !== "") values.add(text);
    if (values.size === SAMPLES) break;
  }
  return { header: column.header, values: [...values] };
}

function read(ask: ImportAsk & { readonly ask: "read" }, { table }: OpenedTable): void {
  const { prepared, currency, rates, stages, stageMap } = ask;
  rows = toldOnTheWay(readRows({ table, ...prepared, currency, rates, stages, stageMap }));
  const { rowsByOwner, stages: seen, isKeyless, voided } = rows;
  answer({ answer: "rows", rows: { rowsByOwner, stages: seen, isKeyless, voided } });
}

function know({ table, index, json }: ImportAsk & { readonly ask: "know" }): void {
  const pages = known.get(table) ?? [];
  known.set(table, pages);
  pages[index] = { rows: JSON.parse(json) as readonly AnyRecord[] };
}

function makePlan(ask: ImportAsk & { readonly ask: "plan" }): void {
  const counts = new Map(ask.pages);
  const facts = FACT_TABLES.map((table) => {
    const name = table as KnownTable;
    return [name, { pages: (known.get(name) ?? []).slice(0, counts.get(name) ?? 0) }];
  });
  opened = null;
  const book = { rows: ask.rows, facts: Object.fromEntries(facts) as ImportBook["facts"] };
  plan = toldOnTheWay(planImport({ ...ask.request, book, rows: rows! }));
  const { changes, ...told } = plan;
  answer({ answer: "planned", plan: { ...told, writes: changes.length > 0 } });
}

/** Hands out what was planned last, change by change. */
function take(): void {
  const changes = plan?.changes ?? [];
  const total = changes.reduce((sum, change) => sum + (change.op === "put" ? change.records.length : 0), 0);
  let done = 0;
  for (const change of changes) {
    if (change.op !== "put" || !isFactTable(change.table)) {
      answer({ answer: "change", change });
      continue;
    }
    for (let at = 0; at < change.records.length; at += RECORDS_A_MESSAGE) {
      const json = JSON.stringify(change.records.slice(at, at + RECORDS_A_MESSAGE));
      const text = recordText(json);
      answer({ answer: "records", table: change.table, json, text }, [text.bytes.buffer]);
      done += RECORDS_A_MESSAGE;
      progress(Math.min(1, done / total));
    }
  }
  plan = null;
  answer({ answer: "taken" });
}

function toldOnTheWay<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    progress(step.value);
  }
}
