import { expect, test } from "./fixture.ts";
import { button, goTo, inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("the quarter's forecast explains itself down to past periods, is kept, and is still kept after a restart", async ({
    app,
  }) => {
    await startSample(app, words);
    await goTo(app, "target/forecast");
    const table = app.getByRole("grid").first();
    const team = table.locator('[data-row="0"]');
    await expect(team).toContainText(words.text("base.team"));
    await team.getByRole("button").first().click();
    const panel = app.getByRole("dialog");
    await expect(panel).toContainText(words.text("target.forecast.formula"));
    await expect(panel).toContainText(words.text("target.forecast.late"));
    await panel.locator(".explain-more").last().click();
    await expect(panel).toContainText(words.text("target.forecast.late-formula"));
    await app.keyboard.press("Escape");

    await expect(app.locator(".page-hint")).toHaveText(words.text("target.forecast.hint.none"));
    await button(app, words.text("target.forecast.keep")).click();
    await expect(app.locator(".page-hint")).not.toHaveText(words.text("target.forecast.hint.none"));
    const kept = await app.locator(".page-hint").innerText();
    await app.reload();
    await expect(app.locator(".page-hint")).toHaveText(kept);
  });

  test("a commit typed for this week stays, one for a week that is over cannot be typed", async ({ app }) => {
    await startSample(app, words);
    await goTo(app, "target/forecast");
    const grid = app.getByRole("grid", { name: words.text("target.commit.table") });
    const cell = (column: number) => grid.locator(`[aria-rowindex="2"] [aria-colindex="${column}"]`);
    await cell(10).click();
    await app.keyboard.type("5");
    await app.keyboard.press("Enter");
    await expect(cell(10)).not.toHaveText("");
    await cell(2).click();
    await app.keyboard.type("5");
    await app.keyboard.press("Enter");
    await expect(cell(2)).toHaveText("");
    await app.keyboard.press("Control+z");
    await expect(cell(10)).toHaveText("");
  });
});
