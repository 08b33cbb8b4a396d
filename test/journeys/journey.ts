import { resolve } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { Dictionary, Locale } from "../../core/words/dictionary.ts";
import { en } from "../../core/words/en.ts";
import { createWords } from "../../core/words/words.ts";
import type { Words } from "../../core/words/words.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { expect, test } from "./fixture.ts";

const LANGUAGES: readonly (readonly [Locale, Dictionary])[] = [
  ["zh-CN", zhCn],
  ["en", en],
];

/** Declares the same journeys once for each language. */
export function inEachLanguage(define: (words: Words) => void, currency = "CNY"): void {
  for (const [locale, dictionary] of LANGUAGES) {
    test.describe(locale, () => {
      test.use({ locale });
      define(createWords(locale, dictionary, currency));
    });
  }
}

/** A file of test/fixtures. */
export function fixtureFile(path: string): string {
  return resolve(import.meta.dirname, "../fixtures", path);
}

/** A button by its whole name. */
export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole("button", { name, exact: true });
}

/** A menu by its name. */
export function choice(within: Page | Locator, name: string): Locator {
  return within.getByRole("combobox", { name, exact: true });
}

/** From the first screen into the sample team. */
export async function startSample(app: Page, words: Words): Promise<void> {
  await app.getByText(words.text("app.first.sample"), { exact: true }).click();
  await expect(app.getByRole("navigation").first()).toBeVisible();
}

/** From the first screen into a team of nobody. */
export async function startEmpty(app: Page, words: Words, currency: string): Promise<void> {
  await app.getByText(words.text("app.first.empty"), { exact: true }).click();
  await app.getByLabel(words.text("app.first.currency")).selectOption(currency);
  await button(app, words.text("app.first.create")).click();
  await expect(app.getByRole("navigation").first()).toBeVisible();
}

/** Goes to a place by its address; the app has heard of it when this is done. */
export async function goTo(app: Page, place: string): Promise<void> {
  await app.evaluate(async (hash) => {
    if (window.location.hash === hash) return;
    const heard = new Promise((resolve) => window.addEventListener("hashchange", resolve, { once: true }));
    window.location.hash = hash;
    await heard;
  }, `#/${place}`);
}

/** Chooses a year, quarter or month on the sheet of periods. */
export async function choosePeriod(app: Page, words: Words, id: string): Promise<void> {
  const picker = app.getByRole("group", { name: words.text("app.period"), exact: true });
  await picker.locator(".period-chip").click();
  const year = picker.locator(".period-year [data-period]");
  await expect(year).toBeVisible();
  const wanted = Number(id.slice(0, 4));
  for (;;) {
    const shown = Number(await year.getAttribute("data-period"));
    if (shown === wanted) break;
    const way = shown > wanted ? "before" : "after";
    await button(picker, words.text(`app.period.year-${way}`)).click();
    await expect(year).not.toHaveAttribute("data-period", String(shown));
  }
  await picker.locator(`[data-period="${id}"]`).click();
  await expect(picker.locator(".period-chip")).toContainText(words.period(id));
}

/** Takes a file through the wizard's steps up to what it will do. */
export async function previewImport(
  app: Page,
  words: Words,
  file: { path: string; object: string; source?: string },
) {
  await goTo(app, "customer/imports/new");
  await app.locator(".files-button input[type=file]").setInputFiles(file.path);
  const job = app.locator(".import-job");
  const object = choice(job, words.text("customer.wizard.object"));
  await expect(object).toBeVisible();
  await object.selectOption(file.object);
  await expect(object).toHaveValue(file.object);
  if (file.source !== undefined) {
    const source = choice(job, words.text("customer.wizard.source"));
    await source.selectOption(file.source);
    await expect(source).toHaveValue(file.source);
  }
  await button(job, words.text("customer.wizard.next")).click();
  if (file.object !== "members") {
    await expect(
      job.getByRole("columnheader", { name: words.text("customer.wizard.owner-in-file") }),
    ).toBeVisible();
    await button(job, words.text("customer.wizard.next")).click();
  }
  await expect(job.locator(".import-counts")).toBeVisible();
  return job;
}

/** How many rows were read and what became of them. */
export async function expectCounts(job: Locator, wanted: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, count] of Object.entries(wanted)) {
    await expect(job.locator(`.count-${name} .figure`)).toHaveText(new RegExp(`^${count}\\D*$`));
  }
}

/** Imports a file by the wizard and stays at what came of it. */
export async function importByWizard(
  app: Page,
  words: Words,
  file: { path: string; object: string; source?: string },
) {
  const job = await previewImport(app, words, file);
  await job.locator(".import-foot .primary").click();
  await expect(job.getByRole("status").filter({ hasText: /./ })).toBeVisible();
  await expect(job.locator(".import-done")).toBeVisible();
  return job;
}

/** Pastes a block into the cell that has the focus, as from a spreadsheet. */
export async function pasteBlock(app: Page, text: string): Promise<void> {
  await app.evaluate((block) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", block);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** What the browser was given to print; the frame lets no script in, so the page reads it. */
export async function printedText(app: Page): Promise<string> {
  const read = () =>
    app.evaluate(() => document.querySelector("iframe")?.contentDocument?.body.textContent ?? "");
  await expect.poll(read).not.toBe("");
  return read();
}
