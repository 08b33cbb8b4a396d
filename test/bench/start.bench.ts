import type { Page } from "@playwright/test";
import { emptyWorkspace, settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { bookSize, sizedWorkspace } from "../builders/sized-workspace.ts";
import { homeTime, openApp } from "./app-page.ts";
import type { BenchApp } from "./app-page.ts";
import type { BenchFigure, Prepared } from "./harness.ts";
import { TODAY } from "./today.ts";

const FLOOR =
  "the same page with an empty workspace, and the same pages read by bare IndexedDB, decoded and parsed as JSON";

export const figures: readonly BenchFigure[] = [
  {
    name: "start to interactive home: the built app on a stored workspace (Chromium, 25 members)",
    floorName: FLOOR,
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 7,
    clock: "answer",
    prepare: (size) => starting(sizedWorkspace({ orders: size, members: 25, today: TODAY })),
  },
  {
    name: "start to interactive home with the book: the built app on a stored workspace (Chromium, 25 members)",
    floorName: FLOOR,
    of: "deals and activities",
    sizes: [1_000, 10_000, 100_000],
    samples: 7,
    clock: "answer",
    limit: { ratio: 2 },
    prepare: (size) => starting(sizedWorkspace(bookSize(size, TODAY))),
  },
];

/** Two origins in one browser: one holds the workspace, the other an empty one. */
async function starting(workspace: Workspace): Promise<Prepared> {
  const app = await openApp();
  const full = await app.add(workspace);
  const empty = await app.add(emptyWorkspace(settingsOf(workspace)));
  await startAt(app, full);
  await startAt(app, empty);
  return {
    run: () => startAt(app, full),
    floor: async () => (await startAt(app, empty)) + (await bareRead(app, full)),
    close: () => app.close(),
  };
}

async function startAt(app: BenchApp, address: string): Promise<number> {
  const page = await app.open(address);
  const time = await homeTime(page);
  await page.close();
  return time;
}

/** Reads and parses all that lies in the database of an origin, on a page of it that runs nothing. */
async function bareRead(app: BenchApp, origin: string): Promise<number> {
  const page = await app.open(`${origin}favicon.svg`);
  await page.waitForLoadState();
  const time = await readAll(page);
  await page.close();
  return time;
}

function readAll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const startMs = performance.now();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("jiugong");
      request.onsuccess = () => resolve(request.result);
    });
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, "readonly");
    const stored = await Promise.all(
      names.map(
        (name) =>
          new Promise<{ bytes?: Uint8Array; text?: string }[]>((resolve) => {
            const request = transaction.objectStore(name).getAll() as IDBRequest;
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    database.close();
    for (const { bytes, text } of stored.flat()) {
      if (bytes) JSON.parse(new TextDecoder().decode(bytes));
      else if (text !== undefined) JSON.parse(text);
    }
    return performance.now() - startMs;
  });
}
