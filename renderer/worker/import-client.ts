import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { putRecords } from "../../core/base/change.ts";
import type { AnyRecord, Change } from "../../core/base/change.ts";
import { tablesFor } from "../../core/customer/import/import-book.ts";
import type { ImportBook, Pages } from "../../core/customer/import/import-book.ts";
import type { ImportRequest } from "../../core/customer/import/plan-import.ts";
import type { Batch, ImportObject } from "../../core/customer/records.ts";
import type { RecordTexts } from "../../core/vault/ledger-entry.ts";
import type { RecordText } from "../../core/vault/record-text.ts";
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
  /** Shows the worker the pages of the book that it has not seen, in steps of a page: the share, of half of planning. */
  show(book: ImportBook, object: ImportObject): Generator<number, void>;
  /** Plans the rows that were read against what was shown. */
  plan(book: ImportBook, request: Omit<ImportRequest, "book" | "rows">): Promise<Result<PlannedImport>>;
  /** Hands out what was planned, once, with the JSON of its records; each change is told as it comes. */
  take(hear: (change: Change) => void): Promise<Result<ReadyChanges>>;
  /** Ends the worker at once, whatever it is doing; what was asked never answers. */
  end(): void;
}

/** Changes, and the JSON of their lists of records. */
export interface ReadyChanges {
  readonly changes: readonly Change[];
  readonly texts: RecordTexts;
}

/** How much of planning is showing the book. */
const SHOWN_SHARE = 0.5;

/** Starts a worker for one file. Questions are answered in their order. */
export function startImportClient(onProgress: (share: number) => void): ImportClient {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  let last: Promise<unknown> = Promise.resolve();
  const shown = new Map<string, object>();

  const inTurn = <T>(ask: ImportAsk, take: Take<T>): Promise<Result<T>> => {
    const next = last.then(() => askWorker(worker, ask, { take, onProgress }));
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
    take(hear) {
      const ready = { changes: [] as Change[], texts: new Map<readonly AnyRecord[], RecordText>() };
      return inTurn({ ask: "take" }, (got) => {
        const change = changeIn(got, ready.texts);
        if (change) {
          ready.changes.push(change);
          hear(change);
        }
        return got.answer === "taken" ? ready : undefined;
      });
    },
    end: () => worker.terminate(),
  };
}

/** What an answer is to a question; `undefined`: more is to come. */
type Take<T> = (answer: ImportAnswer) => T | undefined;

function askWorker<T>(
  worker: Worker,
  ask: ImportAsk,
  { take, onProgress }: { readonly take: Take<T>; onProgress(share: number): void },
): Promise<Result<T>> {
  return new Promise((resolve) => {
    const from = ask.ask === "plan" ? SHOWN_SHARE : 0;
    worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
      if (data.answer === "progress") onProgress(from + data.share * (1 - from));
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
}

/** The rows that planning looks at. Batches of other kinds are sent without their long lists. */
function rowsToSend(
  { rows }: ImportBook,
  { source, object }: Pick<ImportRequest, "source" | "object">,
): ImportBook["rows"] {
  const { settings, groups, members, memberships, stages, mappings, matchVerdicts } = rows;
  const batches = new Map<string, Batch>();
  for (const [id, batch] of rows.batches) {
    const isOfKind = batch.source === source && batch.object === object;
    batches.set(id, { ...batch, bad: [], ...(isOfKind ? {} : { absent: [] }) });
  }
  const verdicts = matchVerdicts === undefined ? {} : { matchVerdicts };
  return { settings, groups, members, memberships, stages, mappings, batches, ...verdicts };
}

function* showBook(
  worker: Worker,
  shown: Map<string, object>,
  tables: readonly (readonly [table: KnownTable, pages: Pages<AnyRecord>["pages"]])[],
): Generator<number, void> {
  const total = tables.reduce((sum, [, pages]) => sum + pages.length, 0);
  let done = 0;
  for (const [table, pages] of tables) {
    for (const [index, page] of pages.entries()) {
      if (shown.get(`${table}/${index}`) === page) continue;
      shown.set(`${table}/${index}`, page);
      worker.postMessage({ ask: "know", table, index, json: JSON.stringify(page.rows) } satisfies ImportAsk);
      done += 1;
      yield (done / total) * SHOWN_SHARE;
    }
  }
}

/** The change that an answer brings, if it brings one; the text of its records goes to `texts`. */
function changeIn(got: ImportAnswer, texts: Map<readonly AnyRecord[], RecordText>): Change | null {
  if (got.answer === "change") return got.change;
  if (got.answer !== "records") return null;
  const records = JSON.parse(got.json) as readonly AnyRecord[];
  texts.set(records, got.text);
  return putRecords(got.table, records);
}
