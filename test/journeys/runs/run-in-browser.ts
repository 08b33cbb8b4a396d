import type { BrowserContext, Page } from "@playwright/test";
import { join } from "node:path";
import type { Run, RunOptions } from "./run.ts";

/** The app in a plain browser. A restart is a new page in the same profile. */
export async function runInBrowser(
  context: BrowserContext,
  address: string,
  options: RunOptions,
): Promise<Run> {
  // A browser with windows lets the page in front write to the clipboard unasked; one without has to be told.
  await context.grantPermissions(["clipboard-write"]);
  const open = async (): Promise<Page> => {
    const opened = await context.newPage();
    options.watch(opened);
    await opened.goto(address);
    return opened;
  };
  let page = await open();
  const reopen = async () => {
    await page.close();
    page = await open();
    return page;
  };
  return {
    shell: "browser",
    page: () => page,
    async saveBy(act, name) {
      const [download] = await Promise.all([page.waitForEvent("download"), act()]);
      const path = join(options.home, name);
      await download.saveAs(path);
      return path;
    },
    async openBy(act, path) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), act()]);
      await chooser.setFiles(path);
    },
    async printBy(act) {
      await act();
      return null;
    },
    restart: reopen,
    cutPower: reopen,
    async wipe() {
      await page.close();
      const bare = await context.newPage();
      // Of the same origin, but not the app: it would hold what is to go.
      await bare.goto(new URL("favicon.svg", address).href);
      await bare.evaluate(forgetEverything);
      await bare.close();
      page = await open();
      return page;
    },
    end: () => page.close(),
  };
}

/** Runs in a page: removes all that its origin keeps. */
async function forgetEverything(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name ?? "");
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
      deleting.onblocked = () => reject(new Error("the database is still open"));
    });
  }
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
  localStorage.clear();
}
