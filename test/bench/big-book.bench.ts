import type { Page } from "@playwright/test";
import { bookSize, sizedWorkspace } from "../builders/sized-workspace.ts";
import { openApp, settled, shownTasksOf, sum, tasksOf } from "./app-page.ts";
import type { BenchApp } from "./app-page.ts";
import { importInApp, oneTimer, twoFrames } from "./app-import.ts";
import type { BenchFigure, Prepared } from "./harness.ts";
import { peakMemory } from "./page-memory.ts";
import { TODAY } from "./today.ts";

/* The built app with a big book over the browser's real database, driven as a person does. Times are the thread's own. */

const SIZES = [1_000, 10_000, 100_000] as const;
const OF = "deals and activities";
const SMALL = 500;
/** From here a browser calls a task long. */
const LONG_MS = 50;
const TABLES = ["deals", "activities", "orders", "customers", "care", "quality"];
const ROOMS = ["pipeline", "analysis", ...TABLES, "cases", "imports"];

let shared: Promise<BenchApp> | null = null;
const addressBySize = new Map<number, Promise<string>>();

/** Closes what the figures share. */
export async function end(): Promise<void> {
  await (await shared)?.close();
  shared = null;
}

export const figures: readonly BenchFigure[] = [
  inApp("the most memory that the page holds, from the start through every table, board and analysis", {
    floorName: "the same way with a book of 500",
    limit: { value: 600 },
    unit: "MB",
    measure: async (app, address) => {
      const page = await app.open(address);
      const megabytes = await peakMemory(page, () => walk(page));
      await page.close();
      return megabytes;
    },
  }),
  inApp("the longest task while tables and board scroll", {
    floorName: "the same with a book of 500",
    limit: { value: LONG_MS },
    measure: (app, address) => onPage(app, address, longestOfScrolling),
  }),
  ofChanges("pipeline", "all work of another owner, mark, span or period on the board", workOf),
  ofChanges(
    "analysis",
    "all work of another owner, grouping or period in the analysis until the screen shows it",
    shownWorkOf,
  ),
  ofChanges(
    "analysis",
    "the longest task of another owner, grouping or period in the analysis, above and below the fold",
    longestOf,
  ),
  {
    name: "big book in the app: from cancelling an import of as many deals to its end, by the clock (Chromium)",
    floorName: "two frames of the same page",
    of: "rows",
    sizes: SIZES,
    samples: 3,
    clock: "answer",
    limit: { value: 200 },
    prepare: (size) => importing(size, "cancelMs"),
  },
  {
    name: "big book in the app: the longest time without progress while deals are imported, by the clock (Chromium)",
    floorName: "a timer of 120 ms on the same page",
    of: "rows",
    sizes: SIZES,
    samples: 3,
    clock: "answer",
    limit: { value: 250 },
    prepare: (size) => importing(size, "silentMs"),
  },
];

interface Wanted extends Pick<BenchFigure, "floorName" | "limit" | "unit"> {
  measure(app: BenchApp, address: string): Promise<number>;
}

function inApp(name: string, { measure, ...wanted }: Wanted): BenchFigure {
  return {
    ...wanted,
    name: `big book in the app: ${name} (Chromium)`,
    of: OF,
    sizes: SIZES,
    samples: 3,
    clock: "answer",
    async prepare(size) {
      const app = await sharedApp();
      const [big, small] = [await bookAt(size), await bookAt(SMALL)];
      return { run: () => measure(app, big), floor: () => measure(app, small) };
    },
  };
}

function ofChanges(room: "pipeline" | "analysis", name: string, measure: MeasureChange): BenchFigure {
  return inApp(name, {
    floorName: "the same with a book of 500",
    limit: { value: LONG_MS },
    measure: (app, address) => onPage(app, address, (page) => changing(page, room, measure)),
  });
}

function sharedApp(): Promise<BenchApp> {
  shared ??= openApp();
  return shared;
}

/** Where a book of this size is open. */
async function bookAt(size: number): Promise<string> {
  const app = await sharedApp();
  const address = addressBySize.get(size) ?? app.add(sizedWorkspace(bookSize(size, TODAY)));
  addressBySize.set(size, address);
  return address;
}

async function onPage(
  app: BenchApp,
  address: string,
  measure: (page: Page) => Promise<number>,
): Promise<number> {
  const page = await app.open(address);
  await settled(page);
  const found = await measure(page);
  await page.close();
  return found;
}

async function goTo(page: Page, room: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = `#/customer/${to}`), room);
  await page.waitForTimeout(200);
  // Answers when the thread is free.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await page.waitForTimeout(600);
}

async function walk(page: Page): Promise<void> {
  await settled(page);
  for (const room of ROOMS) await goTo(page, room);
  await page.evaluate(() => void (location.hash = "#/"));
  await page.waitForTimeout(1000);
}

async function longestOfScrolling(page: Page): Promise<number> {
  let longest = 0;
  for (const room of ["pipeline", ...TABLES]) {
    await goTo(page, room);
    const scroller = page.locator(room === "pipeline" ? ".pipeline-cards" : ".grid-scroller").first();
    if ((await scroller.count()) === 0) continue;
    const [task = 0] = await tasksOf(page, () => scroller.evaluate(scrollDown));
    if (process.env["STEPS"]) console.log(room, task.toFixed(0));
    longest = Math.max(longest, task);
  }
  return longest;
}

/** As a wheel does, a hundred times; then to the end, and back in two leaps. */
async function scrollDown(scroller: Element): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let turn = 0; turn < 100; turn += 1) {
    scroller.scrollTop += 120;
    await frame();
  }
  for (const share of [1, 0.5, 0]) {
    scroller.scrollTop = scroller.scrollHeight * share;
    await frame();
    await frame();
  }
}

type MeasureChange = (page: Page, change: () => Promise<unknown>) => Promise<number>;

async function workOf(page: Page, change: () => Promise<unknown>): Promise<number> {
  return sum(await tasksOf(page, change));
}

async function shownWorkOf(page: Page, change: () => Promise<unknown>): Promise<number> {
  return sum(await shownTasksOf(page, change));
}

async function longestOf(page: Page, change: () => Promise<unknown>): Promise<number> {
  return (await tasksOf(page, change))[0] ?? 0;
}

/** Each choice of the page is changed in turn, and the period goes back and forth: inside the page, for a driver's search of the
 * place to press is work too. The median of what each change took. */
async function changing(page: Page, room: "pipeline" | "analysis", measure: MeasureChange): Promise<number> {
  await goTo(page, room);
  const works: number[] = [];
  const change = async (act: Parameters<typeof page.evaluate<void, Choice>>[0], choice: Choice) => {
    const found = await measure(page, async () => {
      await page.evaluate(act, choice);
      await page.waitForTimeout(400);
    });
    works.push(found);
  };
  const selects = page.locator("main select");
  await selects.first().waitFor();
  // Some choices are there only while others are taken. On the board the first one is board or table.
  for (let at = room === "pipeline" ? 1 : 0; at < (await selects.count()); at += 1) {
    await change(choose, { at, option: 1 });
    if (at < (await selects.count())) await change(choose, { at, option: 0 });
  }
  await change(pressStep, { at: 0, option: 0 });
  await change(pressStep, { at: -1, option: 0 });
  if (process.env["STEPS"]) console.log(room, works.map((work) => work.toFixed(0)).join(" "));
  return works.toSorted((a, b) => a - b)[works.length >> 1]!;
}

interface Choice {
  readonly at: number;
  readonly option: number;
}

/** Runs in the page. */
function choose({ at, option }: Choice): void {
  const select = document.querySelectorAll<HTMLSelectElement>("main select")[at]!;
  select.selectedIndex = Math.min(option, select.options.length - 1);
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Runs in the page. */
function pressStep({ at }: Choice): void {
  [...document.querySelectorAll<HTMLElement>(".period-picker > button")].at(at)!.click();
}

async function importing(size: number, answer: "cancelMs" | "silentMs"): Promise<Prepared> {
  const app = await sharedApp();
  const address = await bookAt(SMALL);
  const run = async (): Promise<number> => {
    const page = await app.open(address);
    await settled(page);
    const times = await importInApp(page, size);
    await page.close();
    return times[answer];
  };
  const floor = async (): Promise<number> => {
    const page = await app.open(address);
    await settled(page);
    const time = await page.evaluate(answer === "cancelMs" ? twoFrames : oneTimer);
    await page.close();
    return time;
  };
  return { run, floor };
}
