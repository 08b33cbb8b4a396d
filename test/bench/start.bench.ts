import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { emptyWorkspace, settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { writeWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { buildAll, isBuildStale } from "../../scripts/build.ts";
import { serveApp } from "../../scripts/serve-app.ts";
import { freePort } from "../../scripts/setup/free-port.ts";
import { bookSize, sizedWorkspace } from "../builders/sized-workspace.ts";
import { openBrowser } from "./browser.ts";
import type { BenchFigure, Prepared } from "./harness.ts";
import { TODAY } from "./today.ts";

export const figures: readonly BenchFigure[] = [
  {
    name: "start to interactive home: the built app on a stored workspace (Chromium, 25 members)",
    floorName: "the same page with an empty workspace, and a bare IndexedDB read of the same bytes",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 7,
    clock: "answer",
    prepare: (size) => starting(sizedWorkspace({ orders: size, members: 25, today: TODAY })),
  },
  {
    name: "start to interactive home with the book: the built app on a stored workspace (Chromium, 25 members)",
    floorName: "the same page with an empty workspace, and a bare IndexedDB read of the same bytes",
    of: "deals and activities",
    sizes: [1_000, 10_000, 100_000],
    samples: 7,
    clock: "answer",
    prepare: (size) => starting(sizedWorkspace(bookSize(size, TODAY))),
  },
];

/** Two origins in one browser: one holds the workspace, the other an empty one. */
async function starting(workspace: Workspace): Promise<Prepared> {
  if (isBuildStale() && (await buildAll()) !== 0) throw new Error("the app does not build");
  const { context, close } = await openBrowser();
  const ports = [await freePort(), await freePort()] as const;
  const servers = [await serveApp(ports[0]), await serveApp(ports[1])];
  const [full, empty] = ports.map((port) => `http://127.0.0.1:${port}/`) as [string, string];
  const page = await context.newPage();
  await page.addInitScript(watchHome);
  await restore(page, full, workspace);
  await restore(page, empty, emptyWorkspace(settingsOf(workspace)));
  await startAt(page, full);
  await startAt(page, empty);
  return {
    run: () => startAt(page, full),
    floor: async () => (await startAt(page, empty)) + (await bareRead(page, full)),
    async close() {
      await close();
      for (const server of servers) server.close();
    },
  };
}

/** Brings a workspace in as a person does: the first screen's third way. */
async function restore(page: Page, address: string, workspace: Workspace): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jiugong-bench-"));
  const path = join(folder, "bench.jiugong");
  const at = `${TODAY}T00:00:00.000Z`;
  await writeFile(
    path,
    writeWorkspaceFile({
      workspace,
      journal: [],
      app: "bench",
      at,
      generation: "bench",
      sequence: 1,
      stamp: null,
    }),
  );
  await page.goto(address);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByText(zhCn["app.first.backup"]!, { exact: true }).click(),
  ]);
  await chooser.setFiles(path);
  await page.locator(".home .needs").waitFor({ timeout: 300_000 });
  await rm(folder, { recursive: true });
}

/** Milliseconds from the start of the navigation until home is drawn and the page takes input again. */
async function startAt(page: Page, address: string): Promise<number> {
  await page.goto("about:blank");
  // The page that was left gives its lock and its files back.
  await page.waitForTimeout(150);
  await page.goto(address, { waitUntil: "commit" });
  const handle = await page.waitForFunction(
    () => (window as unknown as { homeAtMs?: number }).homeAtMs,
    undefined,
    {
      timeout: 120_000,
    },
  );
  return (await handle.jsonValue())!;
}

/** Runs in the page before anything else: notes when home stands, a frame was painted and the thread is free. */
function watchHome(): void {
  const seen = new MutationObserver(() => {
    if (!document.querySelector(".home .squares") || !document.querySelector(".home .needs")) return;
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { homeAtMs: performance.now() })));
  });
  seen.observe(document, { childList: true, subtree: true });
}

/** Reads all that lies in the database of an origin, on a page of it that runs nothing. */
async function bareRead(page: Page, origin: string): Promise<number> {
  await page.goto(`${origin}favicon.svg`);
  return page.evaluate(async () => {
    const startMs = performance.now();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("jiugong");
      request.onsuccess = () => resolve(request.result);
    });
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, "readonly");
    await Promise.all(
      names.map(
        (name) =>
          new Promise((resolve) => {
            const request = transaction.objectStore(name).getAll();
            request.onsuccess = resolve;
          }),
      ),
    );
    database.close();
    return performance.now() - startMs;
  });
}
