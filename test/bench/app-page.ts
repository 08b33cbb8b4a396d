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
  /** Microseconds by the clock of the trace. */
  readonly ts: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of the page's thread during a piece of work, in milliseconds of the thread's own time, the longest first: what
 * others do on the machine meanwhile is not in it. */
export async function tasksOf(page: Page, work: () => Promise<unknown>): Promise<readonly number[]> {
  const { tasks } = await tracedTasks(page, work);
  return tasks.map(({ ms }) => ms).toSorted((a, b) => b - a);
}

const ON_SCREEN = "drawn on the screen";

/** The tasks of a change until all that is on the screen is as the change wants it and painted, in milliseconds of the thread's
 * own time; what is drawn later stands outside of it. */
export async function shownTasksOf(page: Page, work: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate(watchScreen, ON_SCREEN);
  const { tasks, shownAt } = await tracedTasks(page, work);
  await page.evaluate(() => (window as unknown as { endWatch: () => void }).endWatch());
  return tasks.filter(({ at }) => at <= shownAt).map(({ ms }) => ms);
}

/** Runs in the page: marks in the trace when something on the screen was drawn anew and painted. */
function watchScreen(mark: string): void {
  let changed = new Set<Element>();
  const isOnScreen = (of: Element) => {
    const { top, bottom, height } = of.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  };
  const look = () => {
    if ([...changed].some(isOnScreen)) performance.mark(mark);
    changed = new Set();
  };
  const seen = new MutationObserver((changes) => {
    if (changed.size === 0) requestAnimationFrame(() => setTimeout(look));
    for (const { target } of changes) {
      const of = target instanceof Element ? target : target.parentElement;
      if (of) changed.add(of);
    }
  });
  seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  Object.assign(window, { endWatch: () => seen.disconnect() });
}

interface Task {
  /** Microseconds by the clock of the trace. */
  readonly at: number;
  readonly ms: number;
}

async function tracedTasks(page: Page, work: () => Promise<unknown>) {
  const cdp = await page.context().newCDPSession(page);
  const events = await traced(cdp, work);
  await cdp.detach();
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(threadOf),
  );
  const byThread = new Map<string, Task[]>();
  for (const event of events) {
    if (!event.name.endsWith("RunTask") || event.ph !== "X" || !mains.has(threadOf(event))) continue;
    const task = { at: event.ts, ms: (event.tdur ?? 0) / 1000 };
    byThread.set(threadOf(event), [...(byThread.get(threadOf(event)) ?? []), task]);
  }
  const workOf = (tasks: readonly Task[]) => sum(tasks.map(({ ms }) => ms));
  // Other pages of the browser do next to nothing.
  const [tasks = []] = [...byThread.values()].toSorted((a, b) => workOf(b) - workOf(a));
  const marks = events.filter(({ name }) => name === ON_SCREEN).map(({ ts }) => ts);
  return { tasks, shownAt: Math.max(...marks) };
}

async function traced(cdp: CDPSession, work: () => Promise<unknown>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig = { includedCategories: ["toplevel", "blink.user_timing"], excludedCategories: ["*"] };
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
