import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

const SAMPLE_MS = 50;
const MEGABYTE = 1 << 20;

/** The most memory in megabytes that the page's process held by itself (its heap, its workers, what it let go of but did not
 * give back) during a piece of work. Where the system does not say, what the page's own heap and buffers hold. */
export async function peakMemory(page: Page, work: () => Promise<unknown>): Promise<number> {
  const sample = process.platform === "linux" ? await privateMemory(page) : await heapMemory(page);
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await sample());
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  await work();
  isOver = true;
  await watching;
  return peak;
}

/** Of the browser's pages the largest: the others are empty. */
async function privateMemory(page: Page): Promise<() => Promise<number>> {
  const cdp = await page.context().browser()!.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
    return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(({ id }) => anonymous(id)));
  };
}

function anonymous(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function heapMemory(page: Page): Promise<() => Promise<number>> {
  const cdp = await page.context().newCDPSession(page);
  return async () => {
    const usage = (await cdp.send("Runtime.getHeapUsage")) as unknown as Record<string, number>;
    return (usage["totalSize"]! + (usage["backingStorageSize"] ?? 0)) / MEGABYTE;
  };
}
