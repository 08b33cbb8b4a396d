/// <reference lib="webworker" />
import { message } from "../../core/base/message.ts";
import { cellText } from "../../core/base/table.ts";
import type { Table } from "../../core/base/table.ts";
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
import { readTables } from "../../formats/read-tables.ts";
import type { TableFile } from "../../formats/read-tables.ts";
import type { ColumnSample, FirstRow, ImportAnswer, ImportAsk } from "./import-messages.ts";

/* Reads files away from the page. What it reads may be hostile: the page can end it at any moment. */

const FIRST_ROWS = 12;
const SAMPLES = 4;
const SAMPLED_ROWS = 200;
const DRAFTS_A_MESSAGE = 2000;
const PROGRESS_EVERY_MS = 100;

let fileName = "";
let bytes: Uint8Array<ArrayBuffer> = new Uint8Array();
let opened: TableFile | null = null;
let lastProgressAt = 0;

function answer(message: ImportAnswer): void {
  self.postMessage(message);
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
    bytes = ask.bytes;
    await open(ask);
  } else if (ask.ask === "reopen") await open(ask);
  else if (ask.ask === "prepare") prepare(ask);
  else read(ask);
}

async function open(choice: {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}): Promise<void> {
  const encoding = ENCODINGS.find((known) => known === choice.encoding);
  const delimiter = DELIMITERS.find((known) => known === choice.delimiter);
  const read = await readTables(bytes, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    onProgress: progress,
  });
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
      hash: await fileHash(bytes),
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

function prepare(ask: ImportAsk & { readonly ask: "prepare" }): void {
  const { sheet, table } = opened!.tables[ask.table]!;
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

function read(ask: ImportAsk & { readonly ask: "read" }): void {
  const { table } = opened!.tables[ask.table]!;
  const { prepared, currency, rates, stages, stageMap } = ask;
  const steps = readRows({ table, ...prepared, currency, rates, stages, stageMap });
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) {
      progress(step.value);
      continue;
    }
    const { drafts, ...rows } = step.value;
    for (let at = 0; at < drafts.length; at += DRAFTS_A_MESSAGE) {
      answer({ answer: "drafts", drafts: drafts.slice(at, at + DRAFTS_A_MESSAGE) });
    }
    return answer({ answer: "rows", rows });
  }
}
