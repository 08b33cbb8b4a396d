import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { goTo, inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("three years of a goal show the growth they need, a market's size the share with its source, both after a restart", async ({
    app,
  }) => {
    await startSample(app, words);
    await goTo(app, "target/goals");
    const grid = app.getByRole("grid").first();
    await expect(grid).toBeVisible();
    const goal = (row: number) => grid.locator(`[data-cell="${row}:1"]`);
    await goal(4).click();
    for (const value of ["3000", "4000", "5000"]) {
      await app.keyboard.type(value);
      await app.keyboard.press("Enter");
    }
    await expect(goal(6)).not.toHaveText("");
    await grid.locator('[data-cell="6:4"] button').click();
    const panel = app.getByRole("dialog");
    await expect(panel).toContainText(words.text("target.goal.formula.fraction"));
    await app.keyboard.press("Escape");

    const year = String(Number(await grid.locator('[data-cell="3:0"]').innerText()));
    await field(app, "periodId").fill(year);
    await field(app, "size").fill("120000");
    await field(app, "source").fill("Yearbook");
    await app.keyboard.press("Enter");
    const market = app.getByRole("grid", { name: words.text("target.market.table") });
    const row = market.getByRole("row").filter({ hasText: "Yearbook" });
    await expect(row).toHaveCount(1);
    await row.locator(".figure").last().click();
    await expect(panel).toContainText("Yearbook");
    await panel.locator(".explain-more").first().click();
    await expect(panel).toContainText(words.text("kpi.formula.order-amount"));
    await app.keyboard.press("Escape");

    await field(app, "size").fill("150000");
    await field(app, "source").fill("Consultancy");
    await app.keyboard.press("Enter");
    await expect(app.locator(".finding-line")).toContainText("Consultancy");
    const typed = await goal(6).innerText();
    await app.reload();
    await expect(goal(6)).toHaveText(typed);
    await expect(market.locator(".data-row, [role=row]")).toHaveCount(4);
  });
});

function field(app: Page, name: string) {
  return app.locator(`.market-line [data-field="${name}"] input`);
}
