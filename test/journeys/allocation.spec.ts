import type { Locator, Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, goTo, inEachLanguage, startSample } from "./journey.ts";
import { cell, typeInto } from "./target-steps.ts";

inEachLanguage((words) => {
  test("a sum that is short is given out by the assistant, and one undo takes it back", async ({ app }) => {
    await openFromFinding(app, words);
    const grid = app.getByRole("grid");
    const parent = await cell(grid, 0, 1).innerText();
    await expect(cell(grid, 0, 4)).toHaveText(parent);
    await button(app, words.text("target.allocation.apply")).click();

    // Back at the table: the assistant's sliders are gone.
    await expect(app.getByRole("slider")).toHaveCount(0);
    await expect(app.locator(".target-findings[aria-live]")).toBeAttached();
    await expect(repair(app, words)).toHaveCount(0);
    await app.keyboard.press("Control+z");
    await expect(repair(app, words).first()).toBeVisible();
  });

  test("a slider moved by keyboard moves the shares at once, and the sum stays", async ({ app }) => {
    await openFromFinding(app, words);
    const grid = app.getByRole("grid");
    const before = await shares(grid);
    const slider = app.getByRole("slider", { name: words.text("target.allocation.factor.history") });
    await slider.focus();
    await slider.press("End");
    await expect.poll(() => shares(grid)).not.toEqual(before);
    expect(sum((await shares(grid)).slice(1))).toBe((await shares(grid))[0]);
    await expect(cell(grid, 1, 6)).toContainText("%");
  });

  test("floors that cannot be met are refused with the numbers until they can", async ({ app }) => {
    await openFromFinding(app, words);
    const grid = app.getByRole("grid");
    await typeInto(cell(grid, 1, 2), "9000");
    const alert = app.locator(".target-findings[role=alert]");
    await expect(alert).toContainText(/\d/);
    await expect(button(app, words.text("target.allocation.apply"))).toHaveAttribute("aria-disabled", "true");
    await cell(grid, 1, 2).click();
    await app.keyboard.press("Delete");
    await expect(alert).toBeEmpty();
    await expect(button(app, words.text("target.allocation.apply"))).not.toHaveAttribute("aria-disabled");
  });

  test("scenarios stand side by side, three at most, and can be used again", async ({ app }) => {
    await openFromFinding(app, words);
    const grid = app.getByRole("grid");
    const keep = button(app, words.text("target.allocation.scenario.keep"));
    const first = await shares(grid);
    await keep.click();
    const slider = app.getByRole("slider", { name: words.text("target.allocation.factor.pipeline") });
    await slider.press("End");
    await keep.click();
    await keep.click();
    await expect(keep).toHaveAttribute("aria-disabled", "true");
    const name = words.text("target.allocation.scenario", { name: "A" });
    await expect(grid.getByRole("columnheader", { name })).toBeVisible();
    await button(app, words.text("target.allocation.scenario.use", { scenario: name })).click();
    await expect.poll(() => shares(grid)).toEqual(first);
  });
});

function repair(app: Page, words: Words): Locator {
  return button(app, words.text("target.repair.assistant"));
}

async function openFromFinding(app: Page, words: Words): Promise<void> {
  await startSample(app, words);
  await goTo(app, "target");
  await repair(app, words).first().click();
  await expect(button(app, words.text("target.allocation.apply"))).toBeVisible();
}

/** The shares from the top: the sum first. In tenths, so that they add up as whole numbers. */
async function shares(grid: Locator): Promise<readonly number[]> {
  const texts = await grid.locator('[data-cell$=":4"]').allInnerTexts();
  return texts.map((text) => Math.round(Number(text.replaceAll(/[^\d.]/g, "")) * 10));
}

function sum(list: readonly number[]): number {
  return list.reduce((all, one) => all + one, 0);
}
