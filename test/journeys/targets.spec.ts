import type { Locator } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { goTo, inEachLanguage, startSample } from "./journey.ts";
import { cell, openVisits, splitYear, typeInto } from "./target-steps.ts";

inEachLanguage((words) => {
  test("a year's target is split, a quarter raised, and the year's sum seen and mended", async ({ app }) => {
    await startSample(app, words);
    await openVisits(app, words);
    await splitYear(app, words, "1200");
    const grid = app.getByRole("grid");
    await expect(cell(grid, 0, 4)).toHaveText("300");
    await expect(app.locator(".target-findings .finding-line")).toHaveCount(0);

    await typeInto(cell(grid, 0, 4), "320");
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
    await startSample(app, words);
    await openVisits(app, words);
    await splitYear(app, words, "1200");
    const first = cell(app.getByRole("grid"), 2, 1);
    const before = await first.innerText();
    await typeInto(first, "abc");
    await expect(app.locator(".table-foot")).toContainText(
      words.text("target.problem.number", { text: "abc" }),
    );
    await app.keyboard.press("Escape");
    await expect(first).toHaveText(before);
  });

  test("a day of the manager's own changes the working days of the year", async ({ app }) => {
    await startSample(app, words);
    await goTo(app, "target/calendar");
    const summary = app.locator(".calendar-summary");
    const days = Number(/\d+(?=\D*$)/.exec(await summary.innerText())?.[0]);
    const worked = app.locator(".month-day.worked:not(.own)").last();
    await worked.click();
    await expect(summary).toContainText(String(days - 1));
    await app.locator(".month-day.own").click();
    await expect(summary).toContainText(String(days));
  });
});

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
