import type { Page } from "@playwright/test";
import { expect, test } from "./storage-test.ts";
import type { StoredBrowser } from "./storage-test.ts";

// Browsers are started many times here; a busy machine needs its time.
test.describe.configure({ timeout: 180_000 });

/** Begins a workspace with one skill and some pages of orders, and leaves it. */
async function begin(stored: StoredBrowser): Promise<Page> {
  const page = await stored.page();
  await page.evaluate(async () => {
    await window.storage.open();
    await window.storage.create();
    await window.storage.putSkill("s1");
    await window.storage.putOrders(2300);
    await window.storage.close();
  });
  return page;
}

/** Opens, and tells what was said and what is there. */
const look = (page: Page) =>
  page.evaluate(async () => ({
    ...(await window.storage.open()),
    skills: window.storage.skills(),
    orders: window.storage.orders(),
  }));

/** Opens twice with a write between and a restart of the whole browser before each: a fault that shows only later would
 * show here. */
async function expectWhole(stored: StoredBrowser, saidFirst: readonly string[], skills = ["s1"]) {
  const first = await stored.restart();
  expect(await look(first)).toEqual({ outcome: "open", said: saidFirst, skills, orders: 2300 });
  await first.evaluate(() => window.storage.putSkill("later"));
  const second = await stored.restart();
  expect(await look(second)).toEqual({
    outcome: "open",
    said: [],
    skills: [...skills, "later"],
    orders: 2300,
  });
}

/** Runs on the raw database while the workspace is closed. */
async function spoilDatabase(page: Page, kind: "delete pages" | "flip a byte" | "raise the version") {
  await page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const version = wanted === "raise the version" ? 20 : undefined;
    const database = await done(indexedDB.open("jiugong", version));
    const pages = database.transaction("pages", "readwrite").objectStore("pages");
    if (wanted === "delete pages") await done(pages.delete(IDBKeyRange.lowerBound("orders/000002")));
    if (wanted === "flip a byte") {
      const stored = (await done(pages.get("orders/000001"))) as { bytes: Uint8Array };
      stored.bytes[1000]! ^= 1;
      await done(pages.put(stored));
    }
    database.close();
  }, kind);
}

/** All files of the ledger, or what is done to them; only a page that has not opened it may. */
const ledger = (page: Page, act: "sizes" | "remove" | "tear") =>
  page.evaluate(async (wanted) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle("jiugong-ledger");
    const sizes: Record<string, number> = {};
    for await (const [name, handle] of folder.entries()) {
      const file = await (handle as FileSystemFileHandle).getFile();
      sizes[name] = file.size;
    }
    if (wanted === "remove") await root.removeEntry("jiugong-ledger", { recursive: true });
    if (wanted === "tear") {
      const name = Object.keys(sizes)
        .filter((one) => one.endsWith("segment"))
        .toSorted()
        .at(-1)!;
      const writable = await (await folder.getFileHandle(name)).createWritable({ keepExistingData: true });
      await writable.write({ type: "write", position: sizes[name]!, data: new Uint8Array(77).fill(7) });
      await writable.close();
    }
    return sizes;
  }, act);

test("a database deleted behind the app's back is restored whole", async ({ stored }) => {
  const page = await begin(stored);
  await page.evaluate(() => indexedDB.deleteDatabase("jiugong"));
  await expectWhole(stored, ["vault.start.restored-absent"]);
});

test("a database that lost pages is restored whole", async ({ stored }) => {
  await spoilDatabase(await begin(stored), "delete pages");
  await expectWhole(stored, ["vault.start.restored-damaged"]);
});

test("a flipped byte in a page is noticed and the page restored", async ({ stored }) => {
  await spoilDatabase(await begin(stored), "flip a byte");
  await expectWhole(stored, ["vault.start.restored-damaged"]);
});

test("an old copy of the database put back gets what the ledger has beyond it", async ({ stored }) => {
  const page = await begin(stored);
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await done(indexedDB.open("jiugong"));
    const names = [...database.objectStoreNames];
    const old = await Promise.all(
      names.map((name) => done(database.transaction(name).objectStore(name).getAll())),
    );
    await window.storage.open();
    await window.storage.putSkill("s2");
    await window.storage.close();
    for (const [index, name] of names.entries()) {
      const store = database.transaction(name, "readwrite").objectStore(name);
      store.clear();
      await Promise.all(old[index]!.map((row) => done(store.put(row))));
    }
    database.close();
  });
  await expectWhole(stored, ["vault.start.caught-up"], ["s1", "s2"]);
});

test("a newer database is refused, and neither copy is touched", async ({ stored }) => {
  const page = await begin(stored);
  await spoilDatabase(page, "raise the version");
  const before = await ledger(page, "sizes");
  const again = await stored.restart();
  expect(await again.evaluate(() => window.storage.open())).toEqual({
    outcome: "refused",
    said: ["vault.start.newer"],
  });
  expect(await ledger(again, "sizes")).toEqual(before);
  const versions = await again.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(versions).toBe(20);
});

test("a torn tail of the ledger is cut, and every acknowledged change is there", async ({ stored }) => {
  await begin(stored);
  await ledger(await stored.restart(), "tear");
  await expectWhole(stored, ["vault.damage.torn"]);
});

test("a ledger that was removed is written anew from the database", async ({ stored }) => {
  await begin(stored);
  await ledger(await stored.restart(), "remove");
  await expectWhole(stored, ["vault.start.ledger-rewritten"]);
  const page = await stored.page();
  await page.evaluate(() => indexedDB.deleteDatabase("jiugong"));
  const again = await stored.restart();
  expect((await look(again)).skills).toEqual(["s1", "later"]);
});

test("a second tab is told that the first has the workspace", async ({ stored }) => {
  const first = await begin(stored);
  expect((await look(first)).outcome).toBe("open");
  const second = await stored.page();
  const told = { outcome: "locked", said: ["vault.start.locked"] };
  expect(await second.evaluate(() => window.storage.open())).toEqual(told);
  await first.close();
  expect(await second.evaluate(() => window.storage.open())).toEqual({ outcome: "open", said: [] });
});
