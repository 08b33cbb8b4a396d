import type { Locator } from "@playwright/test";
import { axeFindings } from "./axe-findings.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, startSample } from "./journey.ts";
import { cell, lock, openVisits, splitYear, typeInto } from "./target-steps.ts";

inEachLanguage((words) => {
  test("a year goes down to nine people, is locked, raised with a reason, and stands beside the original", async ({
    app,
    shell,
  }) => {
    // Axe looks three times; once is enough for all shells.
    const look = async () => expect(shell === "browser" ? await axeFindings(app) : []).toEqual([]);
    test.setTimeout(240_000);
    await startSample(app, words);
    await openVisits(app, words);
    await splitYear(app, words, "1200");
    const grid = app.getByRole("grid");
    await expect(cell(grid, 0, 4)).toHaveText("300");
    await lock(app, words, "9.14");
    await expect(app.locator(".finding-line").first()).toContainText(words.text("target.lock.open"));

    // A raised quarter goes down to everybody, for a reason.
    await typeInto(cell(grid, 0, 4), "360");
    await look();
    await app.keyboard.press("1");
    const dialog = app.getByRole("dialog");
    await expect(dialog).toContainText("300 → 360");
    await look();
    await app.keyboard.type("A B C");
    await app.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(cell(grid, 0, 4)).toHaveText("360");
    expect(await sumOfGroups(grid, 4)).toBe(360);

    // 360 is now, 300 was agreed: attainment differs by that.
    const [current, original] = [await percent(grid, 6), await percent(grid, 7)];
    expect(Math.abs(current * 360 - original * 300)).toBeLessThan(30);
    await cell(grid, 0, 7).getByRole("button").click();
    await expect(app.getByRole("dialog")).toContainText("A B C");
    await app.keyboard.press("Escape");

    // Undo says that it stops here, and nothing changes.
    await grid.getByRole("rowheader").first().click();
    await app.keyboard.press("Control+z");
    await expect(app.getByText(words.text("target.problem.undo-lock"))).toBeVisible();
    await expect(cell(grid, 0, 4)).toHaveText("360");

    await goTo(app, "target/versions");
    const rows = app.getByRole("grid").first().getByRole("row");
    await expect(rows.filter({ hasText: "A B C" })).toHaveCount(1);
    await expect(choice(app, words.text("target.version.to"))).toHaveValue("1");
    await look();
    await choice(app, words.text("target.version.to")).selectOption("0");
    await expect(app.getByText(words.text("target.version.same"))).toBeVisible();
  });
});

inEachLanguage((words) => {
  test("a reason that is not given leaves everything as it was; unlocked changes are one version when locked again", async ({
    app,
  }) => {
    await startSample(app, words);
    await openVisits(app, words);
    await splitYear(app, words, "1200");
    const grid = app.getByRole("grid");
    await lock(app, words, "");
    const before = await cell(grid, 2, 1).innerText();
    await typeInto(cell(grid, 2, 1), "99");
    await expect(app.getByRole("dialog")).toBeVisible();
    await app.keyboard.press("Escape");
    await expect(cell(grid, 2, 1)).toHaveText(before);

    await button(app, words.text("target.lock.open")).click();
    await app.keyboard.type("plan anew");
    await app.keyboard.press("Enter");
    await expect(app.getByRole("dialog")).toHaveCount(0);
    await typeInto(cell(grid, 2, 1), "99");
    await expect(cell(grid, 2, 1)).toHaveText("99");
    await button(app, words.text("target.lock.again")).click();
    await button(app.getByRole("dialog"), words.text("target.lock.do.lock")).click();
    await goTo(app, "target/versions");
    await expect(
      app.getByRole("grid").first().getByRole("row").filter({ hasText: "plan anew" }),
    ).toContainText(words.text("target.version.number", { number: 1 }));
  });
});

async function percent(grid: Locator, column: number): Promise<number> {
  return Number.parseFloat(await cell(grid, 0, column).innerText());
}

/** The groups' figures of a column. */
async function sumOfGroups(grid: Locator, column: number): Promise<number> {
  const texts = await grid.locator(`.grid-row.group [data-cell$=":${column}"]`).allInnerTexts();
  return texts.reduce((sum, text) => sum + Number(text), 0);
}
