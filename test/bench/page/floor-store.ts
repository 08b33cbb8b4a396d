import Dexie from "dexie";
import type { Table } from "dexie";

/* A database and a file that know nothing of ours: what the least that is durable costs. */

interface FloorRow {
  readonly key: string;
  readonly value: unknown;
}

export interface FloorStore {
  readonly rows: Table<FloorRow, string>;
  /** Writes at the end of a file of the origin, with one flush. */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

let opened: Promise<FloorStore> | null = null;

export function openFloorStore(): Promise<FloorStore> {
  opened ??= open();
  return opened;
}

async function open(): Promise<FloorStore> {
  const database = new Dexie("floor", { chromeTransactionDurability: "strict" });
  database.version(1).stores({ rows: "key" });
  await database.open();
  const worker = new Worker(new URL("./floor-worker.ts", import.meta.url), { type: "module" });
  await new Promise((resolve) => (worker.onmessage = resolve));
  return {
    rows: database.table<FloorRow, string>("rows"),
    async append(bytes) {
      await new Promise((resolve) => {
        worker.onmessage = resolve;
        worker.postMessage(bytes);
      });
    },
  };
}
