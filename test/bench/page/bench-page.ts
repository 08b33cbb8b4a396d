import Dexie from "dexie";
import Papa from "papaparse";
import { setFields } from "../../../core/base/change.ts";
import type { Day } from "../../../core/base/day.ts";
import type { BatchId } from "../../../core/base/id.ts";
import { money } from "../../../core/base/money.ts";
import type { Order } from "../../../core/customer/records.ts";
import { planImport } from "../../../core/customer/import/plan-import.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { loadPlatform } from "../../../renderer/platform/current-platform.ts";
import { commit } from "../../../renderer/storage/commit.ts";
import { DATABASE_NAME } from "../../../renderer/storage/database.ts";
import { closeWorkspace, openWorkspace } from "../../../renderer/storage/open-workspace.ts";
import { replaceWorkspace } from "../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../renderer/storage/workspace-store.ts";
import { startImportClient } from "../../../renderer/worker/import-client.ts";
import { sizedOrdersCsv, sizedWorkspace, staffedWorkspace } from "../../builders/sized-workspace.ts";
import type { WorkspaceSize } from "../../builders/sized-workspace.ts";

/* The storage and the import's worker without the app around them, for figures. Every answer is in milliseconds. */

const LABEL = { key: "bench" };
const SLICE_MS = 24;

let edits = 0;
let csv: Uint8Array<ArrayBuffer> = new Uint8Array();

const bench = {
  /** Puts a workspace of this size into the store. */
  async fill(size: WorkspaceSize): Promise<void> {
    await openWorkspace(await loadPlatform());
    const filled = await replaceWorkspace(sizedWorkspace(size), LABEL);
    if (!filled.ok) throw new Error("the workspace was not taken");
  },

  /** From nothing in memory to the workspace in its store. */
  async load(): Promise<number> {
    await closeWorkspace();
    const platform = await loadPlatform();
    return timed(async () => {
      const { outcome } = await openWorkspace(platform);
      if (outcome !== "open") throw new Error(`the start said ${outcome}`);
    });
  },

  /** Reads all that lies in the database, and parses it as JSON. */
  rawLoad: (): Promise<number> =>
    timed(async () => {
      for (const stored of await rawRead()) {
        const { bytes, text } = stored as { bytes?: Uint8Array; text?: string };
        if (bytes) JSON.parse(new TextDecoder().decode(bytes));
        else if (text !== undefined) JSON.parse(text);
      }
    }),

  /** One order's amount, kept for good. */
  async edit(): Promise<number> {
    edits += 1;
    const { pages } = currentWorkspace().facts.orders;
    const { rows } = pages[(edits * 7) % pages.length]!;
    const { id } = rows[edits % rows.length]!;
    return timed(async () => {
      const kept = await commit(LABEL, [setFields<Order>("orders", id, { amount: money(edits) })]);
      if (!kept.ok) throw new Error("the edit was not kept");
    });
  },

  rawEdit,

  /** A workspace with people and no facts, and the file to import. */
  async prepareImport(size: WorkspaceSize): Promise<void> {
    await openWorkspace(await loadPlatform());
    csv = sizedOrdersCsv(size);
    await bench.emptyBook(size);
  },

  async emptyBook(size: WorkspaceSize): Promise<void> {
    const emptied = await replaceWorkspace(staffedWorkspace(size), LABEL);
    if (!emptied.ok) throw new Error("the workspace was not taken");
  },

  importOrders,

  /** Decodes and parses the file, and clones its rows. */
  rawImport: (): Promise<number> =>
    timed(async () => {
      const text = new TextDecoder().decode(csv);
      return structuredClone(Papa.parse<string[]>(text, { delimiter: "," }).data);
    }),
};

export type BenchPage = typeof bench;

Object.assign(window, { bench });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** Everything in the database, without Dexie. */
async function rawRead(): Promise<readonly unknown[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE_NAME);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database does not open"));
  });
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, "readonly");
  const found = await Promise.all(
    names.map(
      (name) =>
        new Promise<unknown[]>((resolve, reject) => {
          const request = transaction.objectStore(name).getAll() as IDBRequest<unknown[]>;
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error("the store cannot be read"));
        }),
    ),
  );
  database.close();
  return found.flat();
}

interface FloorRow {
  readonly key: number;
  readonly text: string;
}

let floorDatabase: Dexie | null = null;
let floorWorker: Promise<Worker> | null = null;

/** One strict put of a short row, and one append of as many bytes to a file with its flush. */
async function rawEdit(): Promise<number> {
  if (!floorDatabase) {
    floorDatabase = new Dexie("floor", { chromeTransactionDurability: "strict" });
    floorDatabase.version(1).stores({ rows: "key" });
    await floorDatabase.open();
  }
  floorWorker ??= startFloorWorker();
  const worker = await floorWorker;
  const text = "x".repeat(300);
  const bytes = new TextEncoder().encode(text);
  const rows = floorDatabase.table<FloorRow, number>("rows");
  return timed(async () => {
    await new Promise((resolve) => {
      worker.onmessage = resolve;
      worker.postMessage(bytes);
    });
    await rows.put({ key: edits, text });
  });
}

async function startFloorWorker(): Promise<Worker> {
  const worker = new Worker(new URL("./floor-worker.ts", import.meta.url), { type: "module" });
  await new Promise((resolve) => (worker.onmessage = resolve));
  return worker;
}

/** What the wizard does between choosing a file and the end, without its clicks: read in the worker, planned in slices,
 * committed. `longestMs` is how long the page was held up at most. */
async function importOrders(today: Day): Promise<{ readonly totalMs: number; readonly longestMs: number }> {
  const held = watchPage();
  const totalMs = await timed(async () => {
    const client = startImportClient(() => undefined);
    const opened = await client.open({ name: "orders.csv", bytes: csv });
    if (!opened.ok) throw new Error("the file was refused");
    const table = await client.prepare({ table: opened.value.best, settings: {}, mappings: [] });
    if (!table.ok) throw new Error("the table was refused");
    const workspace = currentWorkspace();
    const { prepared, headerRow, signature } = table.value;
    const { currency } = settingsOf(workspace);
    const rows = await client.read({ table: opened.value.best, prepared, currency, stages: [] });
    if (!rows.ok) throw new Error("the rows were refused");
    const { size, hash, encoding, delimiter } = opened.value;
    const plan = await inSlices(
      planImport({
        book: workspace,
        file: { name: "orders.csv", size, hash, encoding, delimiter, headerRow },
        ...prepared,
        rows: rows.value,
        mode: "upsert",
        batchId: `batch-${performance.now()}` as BatchId,
        at: `${today}T00:00:00.000Z`,
        today,
        ownerChoices: { create: [], aliases: {} },
        signature,
      }),
    );
    client.end();
    const kept = await commit(LABEL, plan.changes, "import");
    if (!kept.ok) throw new Error("the import was not kept");
  });
  return { totalMs, longestMs: held() };
}

async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

/** Counts from now on how long the page goes without a turn; answers the longest. */
function watchPage(): () => number {
  const channel = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let watching = true;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setTimeout(() => channel.port2.postMessage(null), 1);
  };
  channel.port2.postMessage(null);
  return () => {
    watching = false;
    return Math.max(longest, performance.now() - last);
  };
}
