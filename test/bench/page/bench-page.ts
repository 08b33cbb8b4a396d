import { setFields } from "../../../core/base/change.ts";
import { money } from "../../../core/base/money.ts";
import type { Deal, Order } from "../../../core/customer/records.ts";
import { loadPlatform } from "../../../renderer/platform/current-platform.ts";
import { commit } from "../../../renderer/storage/commit.ts";
import { DATABASE_NAME } from "../../../renderer/storage/database.ts";
import { closeWorkspace, openWorkspace } from "../../../renderer/storage/open-workspace.ts";
import { replaceWorkspace } from "../../../renderer/storage/replace-workspace.ts";
import { currentWorkspace } from "../../../renderer/storage/workspace-store.ts";
import { sizedWorkspace } from "../../builders/sized-workspace.ts";
import type { WorkspaceSize } from "../../builders/sized-workspace.ts";
import { openFloorStore } from "./floor-store.ts";
import { importBench } from "./import-bench.ts";
import { timed } from "./timed.ts";

/* The storage and the import's worker without the app around them, for figures. Every answer is in milliseconds. */

const LABEL = { key: "bench" };

let edits = 0;

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

  /** One order's or deal's amount, kept for good. */
  async edit(table: "orders" | "deals" = "orders"): Promise<number> {
    edits += 1;
    const { pages } = currentWorkspace().facts[table];
    const { rows } = pages[(edits * 7) % pages.length]!;
    const { id } = rows[edits % rows.length]!;
    return timed(async () => {
      const kept = await commit(LABEL, [setFields<Order | Deal>(table, id, { amount: money(edits) })]);
      if (!kept.ok) throw new Error("the edit was not kept");
    });
  },

  rawEdit,

  ...importBench,
};

export type BenchPage = typeof bench;

Object.assign(window, { bench });

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

/** One strict put of a short row, and one append of as many bytes to a file with its flush. */
async function rawEdit(): Promise<number> {
  const floor = await openFloorStore();
  const text = "x".repeat(300);
  const bytes = new TextEncoder().encode(text);
  return timed(async () => {
    await floor.append(bytes);
    await floor.rows.put({ key: String(edits), value: text });
  });
}
