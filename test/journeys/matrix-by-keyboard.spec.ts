import type { Locator, Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { inEachLanguage, startSample } from "./journey.ts";

/** The second duty of the sample: 王芳, in the first column of people, answers for it. */
const DUTY = { zh: "线索开发", en: "Lead generation" };
const ROW = 2;
const COLUMN = 2;

inEachLanguage((words) => {
  test("by keyboard alone: a letter is taken away, the finding appears, is repaired, and undone", async ({
    app,
  }) => {
    const cell = await openMatrix(app, words);
    const finding = app.locator(".finding-line", {
      hasText: words.text("team.finding.duty-no-accountable", { duty: words.name(DUTY) }),
    });
    await expect(cell).toHaveText("A");
    await expect(finding).toHaveCount(0);

    await app.keyboard.press("a");
    await expect(cell).toHaveText("");
    await expect(finding).toHaveCount(1);

    await app.keyboard.press("Escape");
    const repair = finding.getByRole("button", {
      name: words.text("team.repair.accountable", { member: "王芳" }),
    });
    await tabTo(app, repair, "Shift+Tab");
    await app.keyboard.press("Enter");
    await expect(finding).toHaveCount(0);
    await expect(cell).toHaveText("A");

    await app.keyboard.press("Control+z");
    await expect(finding).toHaveCount(1);
    await expect(cell).toHaveText("");
    await app.keyboard.press("Control+z");
    await expect(finding).toHaveCount(0);
    await expect(cell).toHaveText("A");
  });

  test("letters are toggled, typed, refused with the remedy and cleared, each in its cell", async ({
    app,
  }) => {
    const cell = await openMatrix(app, words);
    await app.keyboard.press("r");
    await expect(cell).toHaveText("RA");
    await app.keyboard.press("F2");
    await app.keyboard.type("X");
    await app.keyboard.press("Enter");
    const params = { duty: words.name(DUTY), member: "王芳", text: "X" };
    await expect(app.getByText(words.text("team.problem.letters", params)).first()).toBeVisible();
    await app.keyboard.press("Escape");
    await expect(cell).toHaveText("RA");
    await cell.focus();
    await app.keyboard.press("Delete");
    await expect(cell).toHaveText("");
  });
});

inEachLanguage((words) => {
  test("a name typed into the last row of the table becomes a member", async ({ app }) => {
    await startSample(app, words);
    await app.keyboard.press("1");
    const grid = app.getByRole("grid", { name: words.text("team.members.grid") });
    await expect(grid).toBeVisible();
    const blank = grid.locator('[data-cell="9:0"]');
    await tabTo(app, grid.locator('[data-cell="0:0"]'), "Tab");
    await app.keyboard.press("Control+ArrowDown");
    await expect(blank).toBeFocused();
    await app.keyboard.type("Qian Jin");
    await app.keyboard.press("Enter");
    await expect(blank).toHaveText("Qian Jin");
    await expect(grid.locator('[data-cell="10:0"]')).toHaveText(words.text("team.members.blank"));
  });
});

/** Goes to the matrix and to 王芳's cell of the duty, by keys alone. */
async function openMatrix(app: Page, words: Words): Promise<Locator> {
  await startSample(app, words);
  await app.keyboard.press("1");
  const tab = app.getByRole("link", { name: words.text("team.tab.matrix"), exact: true });
  await expect(tab).toBeVisible();
  await tabTo(app, tab, "Tab");
  await app.keyboard.press("Enter");
  const grid = app.getByRole("grid", { name: words.text("team.matrix.grid") });
  await expect(grid).toBeVisible();
  await tabTo(app, grid.locator('[data-cell="0:0"]'), "Tab");
  for (let row = 0; row < ROW; row += 1) await app.keyboard.press("ArrowDown");
  for (let column = 0; column < COLUMN; column += 1) await app.keyboard.press("ArrowRight");
  const cell = grid.locator(`[data-cell="${ROW}:${COLUMN}"]`);
  await expect(cell).toBeFocused();
  return cell;
}

/** Presses Tab until the focus is there; the test fails when it never comes. */
async function tabTo(app: Page, target: Locator, key: "Tab" | "Shift+Tab"): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if ((await target.count()) > 0 && (await target.evaluate((it) => it === document.activeElement))) return;
    await app.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}
