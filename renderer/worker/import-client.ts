import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { putRecords } from "../../core/base/change.ts";
import type { AnyRecord, Change } from "../../core/base/change.ts";
import { tablesFor } from "../../core/customer/import/import-book.ts";
import type { ImportBook, Pages } from "../../core/customer/import/import-book.ts";
import type { ImportRequest } from "../../core/customer/import/plan-import.ts";
import type { Batch, ImportObject } from "../../core/customer/records.ts";
import type { RecordTexts } from "../../core/vault/ledger-entry.ts";
import { utf8Text } from "../../core/vault/utf8.ts";
import type {
  ImportAnswer,
  ImportAsk,
  OpenedFile,
  PlannedImport,
  PreparedTable,
  RowsSummary,
  KnownTable,
} from "./import-messages.ts";

/** A file being imported, in a worker of its own. */
export interface ImportClient {
  open(ask: Omit<ImportAsk & { ask: "open" }, "ask">): Promise<Result<OpenedFile>>;
  reopen(ask: Omit<ImportAsk & { ask: "reopen" }, "ask">): Promise<Result<OpenedFile>>;
  prepare(ask: Omit<ImportAsk & { ask: "prepare" }, "ask">): Promise<Result<PreparedTable>>;
  read(ask: Omit<ImportAsk & { ask: "read" }, "ask">): Promise<Result<RowsSummary>>;
  /** Shows the worker the pages of the book that it has not seen, in steps of a page. */
  show(book: ImportBook, object: ImportObject): Generator<void, void>;
  /** Plans the rows that were read against what was shown. */
  plan(book: ImportBook, request: Omit<ImportRequest, "book" | "rows">): Promise<Result<PlannedImport>>;
  /** Hands out what was planned, once, with the JSON of its records. */
  take(): Promise<Result<ReadyChanges>>;
  /** Ends the worker at once, whatever it is doing; what was asked never answers. */
  end(): void;
}

/** Changes, and the JSON of their lists of records. */
export interface ReadyChanges {
  readonly changes: readonly Change[];
  readonly texts: RecordTexts;
}

/** Starts a worker for one file. Questions are answered in their order. */
export function startImportClient(onProgress: (share: number) => void): ImportClient {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  let last: Promise<unknown> = Promise.resolve();
  const shown = new Map<string, object>();

  const askOnce = <T>(ask: ImportAsk, take: (answer: ImportAnswer) => T | undefined): Promise<Result<T>> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.answer === "progress") onProgress(data.share);
        else if (data.answer === "refused") resolve(fail(data.problems));
        else if (data.answer === "broken") resolve(fail([{ message: data.message }]));
        else {
          const taken = take(data);
          if (taken !== undefined) resolve(ok(taken));
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(fail([{ message: { key: "customer.file.broken", params: { detail: event.message } } }]));
      };
      worker.postMessage(ask);
    });

  const inTurn = <T>(ask: ImportAsk, take: (answer: ImportAnswer) => T | undefined): Promise<Result<T>> => {
    const next = last.then(() => askOnce(ask, take));
    last = next;
    return next;
  };

  return {
    open: (ask) => inTurn({ ask: "open", ...ask }, (got) => (got.answer === "opened" ? got.file : undefined)),
    reopen: (ask) =>
      inTurn({ ask: "reopen", ...ask }, (got) => (got.answer === "opened" ? got.file : undefined)),
    prepare: (ask) =>
      inTurn({ ask: "prepare", ...ask }, (got) => (got.answer === "prepared" ? got.table : undefined)),
    read: (ask) => inTurn({ ask: "read", ...ask }, (got) => (got.answer === "rows" ? got.rows : undefined)),
    show: (book, object) =>
      showBook(
        worker,
        shown,
        tablesFor(object).map((table) => [table, book.facts[table].pages]),
      ),
    plan(book, request) {
      const pages = tablesFor(request.object).map(
        (table) => [table, book.facts[table].pages.length] as const,
      );
      return inTurn({ ask: "plan", request, rows: rowsToSend(book, request), pages }, (got) =>
        got.answer === "planned" ? got.plan : undefined,
      );
    },
    take() {
      const ready = { changes: [] as Change[], texts: new Map<readonly AnyRecord[], Uint8Array>() };
      return inTurn({ ask: "take" }, (got) => {
        takeIn(ready, got);
        return got.answer === "taken" ? ready : undefined;
      });
    },
    end: () => worker.terminate(),
  };
}

/** The rows that planning looks at. Batches of other kinds are sent without their long lists. */
function rowsToSend(
  { rows }: ImportBook,
  { source, object }: Pick<ImportRequest, "source" | "object">,
): ImportBook["rows"] {
  const { settings, groups, members, memberships, stages, mappings } = rows;
  const batches = new Map<string, Batch>();
  for (const [id, batch] of rows.batches) {
    const isOfKind = batch.source === source && batch.object === object;
    batches.set(id, { ...batch, bad: [], ...(isOfKind ? {} : { absent: [] }) });
  }
  return { settings, groups, members, memberships, stages, mappings, batches };
}

function* showBook(
  worker: Worker,
  shown: Map<string, object>,
  tables: readonly (readonly [table: KnownTable, pages: Pages<AnyRecord>["pages"]])[],
): Generator<void, void> {
  for (const [table, pages] of tables) {
    for (const [index, page] of pages.entries()) {
      if (shown.get(`${table}/${index}`) === page) continue;
      shown.set(`${table}/${index}`, page);
      worker.postMessage({ ask: "know", table, index, rows: page.rows } satisfies ImportAsk);
      yield;
    }
  }
}

function takeIn(
  ready: { readonly changes: Change[]; readonly texts: Map<readonly AnyRecord[], Uint8Array> },
  got: ImportAnswer,
): void {
  if (got.answer === "change") ready.changes.push(got.change);
  if (got.answer !== "records") return;
  const records = JSON.parse(utf8Text(got.bytes)) as readonly AnyRecord[];
  ready.texts.set(records, got.bytes);
  ready.changes.push(putRecords(got.table, records));
}
