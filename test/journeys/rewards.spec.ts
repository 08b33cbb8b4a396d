import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("a proposed star, a promotion with its membership and a team event stand in the reward book after a restart", async ({
    app,
  }) => {
    await startSample(app, words);
    await makeStar(app, words);
    const name = await promoteFirst(app, words);
    await holdEvent(app, words);

    await goTo(app, "incentive/book");
    await choice(app, words.text("incentive.book.member")).selectOption({ label: name });
    const grid = app.getByRole("grid");
    await expect(grid).toContainText(words.text("incentive.book.kind.promotion"));
    await expect(grid).toContainText("Kayak");
    await app.locator(".book-sums .headline").click();
    await expect(app.getByRole("dialog")).toContainText(words.text("incentive.book.formula.total"));
    await app.keyboard.press("Escape");
    await app.reload();
    await expect(grid).toContainText("Kayak");
  });

  test("the leaderboard has a median that explains itself, and is gone when it is turned off", async ({
    app,
  }) => {
    await startSample(app, words);
    await goTo(app, "incentive/board");
    const tab = app.locator(".page-tabs").getByText(words.text("incentive.tab.board"));
    await expect(tab).toBeVisible();
    await app.locator(".board-sums .figure").click();
    await expect(app.getByRole("dialog")).toContainText(words.text("incentive.board.formula.median"));
    await app.keyboard.press("Escape");
    await button(app, words.text("incentive.board.turn-off")).click();
    await expect(app.getByText(words.text("incentive.board.off.title"))).toBeVisible();
    await expect(tab).toHaveCount(0);
    await button(app, words.text("incentive.board.turn-on")).click();
    await expect(app.getByRole("grid")).toBeVisible();
  });
});

/** Picks the star that the figures of four months ago propose. */
async function makeStar(app: Page, words: Words): Promise<void> {
  await goTo(app, "incentive/recognition");
  const grid = app.getByRole("grid");
  const before = Number(await grid.getAttribute("aria-rowcount"));
  await choice(app, words.text("incentive.star.month")).selectOption({ index: 4 });
  await button(app, words.text("incentive.star.pick")).first().click();
  const dialog = app.getByRole("dialog");
  await button(dialog, words.text("base.save")).click();
  await expect(dialog).toHaveCount(0);
  await expect(grid).toHaveAttribute("aria-rowcount", String(before + 1));
  await expect(app.locator(".star-line").first()).toContainText(words.text("incentive.star.given"));
}

/** Promotes the member nearest to a step; one undo takes decision and membership back, one redo makes both again. */
async function promoteFirst(app: Page, words: Words): Promise<string> {
  await goTo(app, "incentive/promotion");
  const candidates = app.getByRole("grid", { name: words.text("incentive.promotion.table") });
  const first = candidates.locator('[aria-rowindex="2"]');
  const name = await first.locator("[role=gridcell]").first().innerText();
  await first.click();
  const dialog = app.getByRole("dialog");
  await dialog.locator(".criteria .figure").first().click();
  await expect(app.getByRole("dialog").last()).toContainText(
    words.text("incentive.formula.criterion.attainment"),
  );
  await app.keyboard.press("Escape");
  await dialog
    .getByLabel(words.text("incentive.decision.column.outcome"))
    .selectOption(words.text("incentive.decision.outcome.promoted"));
  await dialog.getByLabel(words.text("incentive.decision.column.reason")).fill("R-1");
  await button(dialog, words.text("incentive.decision.save")).click();
  await expect(dialog).toHaveCount(0);
  const rows = candidates.locator(".data-body [role=row]");
  await expect(rows.filter({ hasText: name })).toHaveCount(0);
  await app.keyboard.press("Control+z");
  await expect(rows.filter({ hasText: name })).toHaveCount(1);
  await app.keyboard.press("Control+Shift+z");
  await expect(rows.filter({ hasText: name })).toHaveCount(0);
  return name;
}

/** Writes down a team event at which everybody was. */
async function holdEvent(app: Page, words: Words): Promise<void> {
  await goTo(app, "incentive/events");
  await button(app, words.text("incentive.event.add.team-building")).click();
  const dialog = app.getByRole("dialog");
  const field = (key: string) => dialog.getByLabel(words.text(key), { exact: true });
  await field("incentive.event.column.name").fill("Kayak");
  await field("incentive.event.budget").fill("x");
  await button(dialog, words.text("base.save")).click();
  await expect(dialog.getByRole("alert")).toContainText(words.text("incentive.problem.money", { text: "x" }));
  await field("incentive.event.budget").fill("5000");
  await field("incentive.event.spent").fill("4500");
  await button(dialog, words.text("incentive.event.all-came")).click();
  await button(dialog, words.text("base.save")).click();
  await expect(dialog).toHaveCount(0);
  await expect(app.getByRole("grid")).toContainText("100 %");
}
