import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CDPSession, Page } from "@playwright/test";
import { writeWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { buildAll, isBuildStale } from "../../scripts/build.ts";
import { serveApp } from "../../scripts/serve-app.ts";
import { freePort } from "../../scripts/setup/free-port.ts";
import { openBrowser } from "./browser.ts";
import { TODAY } from "./today.ts";

/** The built app in a browser of its own, each workspace at an address of its own. */
export interface BenchApp {
  /** A new page, so that no start has to clear away what the one before it left. */
  open(address: string): Promise<Page>;
  /** Brings a workspace in; answers its address. */
  add(workspace: Workspace): Promise<string>;
  close(): Promise<void>;
}

export async function openApp(): Promise<BenchApp> {
  if (isBuildStale() && (await buildAll()) !== 0) throw new Error("the app does not build");
  const { context, close } = await openBrowser();
  const servers: { close(): void }[] = [];
  return {
    async open(address) {
      const page = await context.newPage();
      await page.addInitScript(watchHome);
      await page.goto(address, { waitUntil: "commit" });
      return page;
    },
    async add(workspace) {
      const port = await freePort();
      servers.push(await serveApp(port));
      const address = `http://127.0.0.1:${port}/`;
      const page = await context.newPage();
      await restore(page, address, workspace);
      await page.close();
      return address;
    },
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
  const state = { workspace, journal: [], app: "bench", at: `${TODAY}T00:00:00.000Z` };
  await writeFile(path, writeWorkspaceFile({ ...state, generation: "bench", sequence: 1, stamp: null }));
  await page.goto(address);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByText(zhCn["app.first.backup"]!, { exact: true }).click(),
  ]);
  await chooser.setFiles(path);
  await page.locator(".home .needs").waitFor({ timeout: 300_000 });
  await rm(folder, { recursive: true });
}

/** Milliseconds from the start of the navigation until home was drawn and the page took input again. */
export async function homeTime(page: Page): Promise<number> {
  const handle = await page.waitForFunction(
    () => (window as unknown as { homeAtMs?: number }).homeAtMs,
    undefined,
    { timeout: 300_000 },
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

/** When the time after the start has read and prepared the book: nothing more is asked of the thread. */
export async function settled(page: Page): Promise<void> {
  await homeTime(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  // What is made ready begins a while after home.
  await page.waitForTimeout(2500);
  for (let quiet = 0, last = -1; quiet < 3;) {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const busy = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    quiet = busy - last < 0.02 ? quiet + 1 : 0;
    last = busy;
    await page.waitForTimeout(400);
  }
  await cdp.detach();
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of the page's thread during a piece of work, in milliseconds of the thread's own time, the longest first: what
 * others do on the machine meanwhile is not in it. */
export async function tasksOf(page: Page, work: () => Promise<unknown>): Promise<readonly number[]> {
  const cdp = await page.context().newCDPSession(page);
  const events = await traced(cdp, work);
  await cdp.detach();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(threadOf),
  );
  const times = new Map<string, number[]>();
  for (const event of events) {
    if (!event.name.endsWith("RunTask") || event.ph !== "X" || !mains.has(threadOf(event))) continue;
    times.set(threadOf(event), [...(times.get(threadOf(event)) ?? []), (event.tdur ?? 0) / 1000]);
  }
  // Other pages of the browser do next to nothing.
  const [busiest = []] = [...times.values()].toSorted((a, b) => sum(b) - sum(a));
  return busiest.toSorted((a, b) => b - a);
}

async function traced(cdp: CDPSession, work: () => Promise<unknown>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: ["toplevel"], excludedCategories: ["*"] };
  await cdp.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  await work();
  const ended = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await ended;
  return events;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
