import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { zhCn } from "../../core/words/zh-cn.ts";
import { sizedDealsCsv } from "../builders/sized-deals.ts";

const PATIENT = { timeout: 300_000 };

export interface AppImport {
  /** From the click on cancel until the app has put the work aside and drawn that. */
  readonly cancelMs: number;
  /** The longest time for which the share on screen did not move. */
  readonly silentMs: number;
}

/** Reads a file of deals in the wizard twice: the first time it is cancelled on the way, the second time watched until the
 * preview stands. Nothing is imported. */
export async function importInApp(page: Page, rows: number): Promise<AppImport> {
  const folder = await mkdtemp(join(tmpdir(), "jiugong-bench-"));
  const path = join(folder, "Deals_2026_01_26.csv");
  await writeFile(path, sizedDealsCsv(rows));
  await page.evaluate(() => void (location.hash = "#/customer/imports/new"));
  const input = page.locator('input[type="file"]').first();
  await input.waitFor({ state: "attached" });
  const cancelled = page.evaluate(cancelSoon, zhCn["base.cancel"]!);
  await input.setInputFiles(path, PATIENT);
  const cancelMs = await cancelled;
  const watched = page.evaluate(watchShare);
  await input.setInputFiles(path, PATIENT);
  const silentMs = await watched;
  await rm(folder, { recursive: true });
  return { cancelMs, silentMs };
}

/** Runs in the page. Waits for work, lets it go on a little, and cancels it. */
async function cancelSoon(label: string): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const find = () =>
    [...document.querySelectorAll<HTMLButtonElement>(".import-working button")].find(
      (one) => one.textContent?.trim() === label,
    );
  let button = find();
  for (; !button; button = find()) await frame();
  const startMs = performance.now();
  button.click();
  while (document.querySelector(".import-working")) await frame();
  await frame();
  return performance.now() - startMs;
}

/** Runs in the page. The longest time between two values of the bar, from the first until it is gone. */
async function watchShare(): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const bar = () => document.querySelector<HTMLProgressElement>(".import-working progress");
  while (!bar()) await frame();
  let [last, sinceMs, longest] = [bar()!.value, performance.now(), 0];
  for (let now = bar(); now; now = bar()) {
    if (now.value !== last) {
      longest = Math.max(longest, performance.now() - sinceMs);
      [last, sinceMs] = [now.value, performance.now()];
    }
    await frame();
  }
  return Math.max(longest, performance.now() - sinceMs);
}

/** Runs in the page. */
export async function twoFrames(): Promise<number> {
  const startMs = performance.now();
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - startMs;
}

/** Runs in the page: the longest of ten turns. */
export async function oneTimer(): Promise<number> {
  let longest = 0;
  for (let turn = 0; turn < 10; turn += 1) {
    const startMs = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 120));
    longest = Math.max(longest, performance.now() - startMs);
  }
  return longest;
}
