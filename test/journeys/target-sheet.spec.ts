import type { Locator, Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { inEachLanguage, pasteBlock, startSample } from "./journey.ts";
import { cell, openVisits } from "./target-steps.ts";

inEachLanguage((words) => {
  test("the sheet is filled, filled down, cleared and taken back with the keyboard alone", async ({
    app,
  }) => {
    const grid = await openSheet(app, words);
    const keys = app.keyboard;
    // Two members' July, typed one below the other; F2 and Esc leave what was there; Tab goes along the row.
    await goToCell(app, grid, [2, 1]);
    await keys.type("30");
    await keys.press("Enter");
    await keys.type("20");
    await keys.press("Tab");
    await keys.type("25");
    await keys.press("Enter");
    await expect(cell(grid, 2, 1)).toHaveText("30");
    await expect(cell(grid, 3, 1)).toHaveText("20");
    await expect(cell(grid, 3, 2)).toHaveText("25");
    await goToCell(app, grid, [2, 1]);
    await keys.press("F2");
    await keys.type("77");
    await keys.press("Escape");
    await expect(cell(grid, 2, 1)).toHaveText("30");
    // The group shows the sum of what its people have.
    await expect(cell(grid, 1, 1)).toHaveText(/^50/);

    // Fill down, clear, take both back.
    await keys.press("Shift+ArrowDown");
    await keys.press("Control+d");
    await expect(cell(grid, 3, 1)).toHaveText("30");
    await keys.press("Delete");
    await expect(cell(grid, 2, 1)).toHaveText("");
    await keys.press("Control+z");
    await expect(cell(grid, 3, 1)).toHaveText("30");
    await keys.press("Control+z");
    await expect(cell(grid, 3, 1)).toHaveText("20");
  });
});

inEachLanguage((words) => {
  test("a block from a spreadsheet goes in whole, and one undo takes it out", async ({ app }) => {
    const grid = await openSheet(app, words);
    await goToCell(app, grid, [2, 1]);
    await pasteBlock(app, "1,200\t12\r\n15\t16\r\n");
    await expect(cell(grid, 2, 1)).toHaveText("1,200");
    await expect(cell(grid, 3, 2)).toHaveText("16");
    await app.keyboard.press("Control+z");
    await expect(cell(grid, 3, 2)).toHaveText("");
    await expect(cell(grid, 2, 1)).toHaveText("");
  });
});

inEachLanguage((words) => {
  test("a whole is changed in three ways, each by one key and one step to undo", async ({ app }) => {
    const grid = await openSheet(app, words);
    const keys = app.keyboard;
    await goToCell(app, grid, [2, 1]);
    await pasteBlock(app, "30\n10\n");
    await expect(cell(grid, 3, 1)).toHaveText("10");
    await goToCell(app, grid, [1, 1]);
    await keys.type("80");
    await keys.press("Enter");
    await expect(app.getByRole("menuitem")).toHaveCount(3);
    await keys.press("Enter");
    await expect(cell(grid, 2, 1)).toHaveText("60");
    await expect(cell(grid, 3, 1)).toHaveText("20");
    await keys.press("Control+z");
    await expect(cell(grid, 2, 1)).toHaveText("30");

    // Left as it is: marked where it is, and repaired from there.
    await goToCell(app, grid, [1, 1]);
    await keys.type("50");
    await keys.press("Enter");
    await keys.press("3");
    await expect(cell(grid, 1, 1)).toHaveText("50");
    await expect(cell(grid, 2, 1)).toHaveText("30");
    await goToCell(app, grid, [1, 1]);
    await keys.press("Alt+ArrowDown");
    await keys.press("Escape");
    await expect(cell(grid, 1, 1)).toBeFocused();
    await keys.press("Alt+ArrowDown");
    await keys.press("ArrowUp");
    await keys.press("Enter");
    await expect(cell(grid, 1, 1)).toHaveText("40");

    // Given up: nothing has changed.
    await goToCell(app, grid, [1, 1]);
    await keys.type("70");
    await keys.press("Enter");
    await keys.press("Escape");
    await expect(cell(grid, 1, 1)).toHaveText("40");

    // With the assistant: it opens with what was typed, and one undo takes all of it back.
    await goToCell(app, grid, [1, 1]);
    await keys.type("100");
    await keys.press("Enter");
    await keys.press("2");
    await expect(app.getByLabel(words.text("target.allocation.total"))).toHaveValue("100");
  });
});

/** The sheet of the visits, with the focus in its first cell. */
async function openSheet(app: Page, words: Words): Promise<Locator> {
  await startSample(app, words);
  await openVisits(app, words);
  const grid = app.getByRole("grid");
  await cell(grid, 0, 0).focus();
  return grid;
}

/** To a cell by keys, from wherever the focus is in the grid. */
async function goToCell(app: Page, grid: Locator, [row, column]: readonly [number, number]): Promise<void> {
  await app.keyboard.press("Control+Home");
  for (let step = 0; step < row; step += 1) await app.keyboard.press("ArrowDown");
  for (let step = 0; step < column; step += 1) await app.keyboard.press("ArrowRight");
  await expect(cell(grid, row, column)).toBeFocused();
}
