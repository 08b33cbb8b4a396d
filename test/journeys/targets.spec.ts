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

for (const [locale, dictionary] of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale });
    const words = createWords(locale, dictionary, "CNY");

    test("a year's target is split, a quarter raised, and the year's sum seen and mended", async ({
      app,
    }) => {
      await openTargets(app, words);
      await splitYear(app, words, "1200");
      const grid = app.getByRole("grid");
      await expect(cell(grid, 0, 4)).toHaveText("300");
      await expect(app.locator(".target-findings .finding-line")).toHaveCount(0);

      await type(cell(grid, 0, 4), "320");
      await app.keyboard.press("1");
      await expect(cell(grid, 0, 4)).toHaveText("320");
      expect(await memberSum(grid)).toBe(Number(await cell(grid, 1, 1).innerText()));

      // Below all follows; above, the year no longer adds up, and is mended there.
      await app.getByRole("button", { name: words.text("target.finding.to-year") }).click();
      const open = app.locator(".line-behind, .line-at-risk");
      await expect(open.first()).toContainText("1,220");
      const match = words.text("target.repair.match", { sum: "1,220" });
      await open.first().getByRole("button", { name: match }).click();
      await expect(open).toHaveCount(0);
      await expect(cell(grid, 0, 5)).toHaveText("1,220");
    });

    test("what is no number is refused where it was typed, and nothing changes", async ({ app }) => {
      await openTargets(app, words);
      await splitYear(app, words, "1200");
      const first = cell(app.getByRole("grid"), 2, 1);
      const before = await first.innerText();
      await type(first, "abc");
      await expect(app.locator(".table-foot")).toContainText(
        words.text("target.problem.number", { text: "abc" }),
      );
      await app.keyboard.press("Escape");
      await expect(first).toHaveText(before);
    });

    test("a day of the manager's own changes the working days of the year", async ({ app }) => {
      await openSample(app, words);
      await app.evaluate(() => void (window.location.hash = "#/target/calendar"));
      const summary = app.locator(".calendar-summary");
      const days = Number(/\d+(?=\D*$)/.exec(await summary.innerText())?.[0]);
      const worked = app.locator(".month-day.worked:not(.own)").last();
      await worked.click();
      await expect(summary).toContainText(String(days - 1));
      await app.locator(".month-day.own").click();
      await expect(summary).toContainText(String(days));
    });
  });
}

async function openSample(app: Page, words: Words): Promise<void> {
  await app.getByText(words.text("app.first.sample"), { exact: true }).click();
  await expect(app.getByRole("navigation").first()).toBeVisible();
}

/** Visits have no targets in the sample and whole numbers. */
async function openTargets(app: Page, words: Words): Promise<void> {
  await openSample(app, words);
  await app.evaluate(() => void (window.location.hash = "#/target"));
  const name = words.locale === "en" ? /visits/i : /拜访/;
  const choice = app.locator("select", { has: app.locator("option", { hasText: name }) }).first();
  const label = await choice.locator("option", { hasText: name }).first().innerText();
  await choice.selectOption({ label: label.trim() });
}

async function splitYear(app: Page, words: Words, total: string): Promise<void> {
  await app
    .getByRole("button", { name: words.text("target.split") })
    .first()
    .click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("target.split.total")).fill(total);
  await app.keyboard.press("Enter");
  await drawer.getByLabel(words.text("target.split.season"), { exact: true }).selectOption("equal");
  await drawer.getByRole("button", { name: words.text("target.split.do"), exact: true }).click();
  await expect(drawer).toHaveCount(0);
}

function cell(grid: Locator, row: number, column: number): Locator {
  return grid.locator(`[data-cell="${row}:${column}"]`);
}

async function type(target: Locator, text: string): Promise<void> {
  await target.click();
  await target.press(text[0]!);
  await target.locator("input").fill(text);
  await target.locator("input").press("Enter");
}

/** The first group's members in the first month of the quarter. */
async function memberSum(grid: Locator): Promise<number> {
  const names = await grid.getByRole("rowheader").count();
  let sum = 0;
  for (let row = 2; row < names; row += 1) {
    const isGroup = await grid.locator(`.grid-row.group [data-cell="${row}:0"]`).count();
    if (isGroup > 0) return sum;
    sum += Number(await cell(grid, row, 1).innerText());
  }
  return sum;
}
