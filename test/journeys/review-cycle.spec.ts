import type { Locator, Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choosePeriod, goTo, inEachLanguage, startSample } from "./journey.ts";

/** A month that the sample has not reviewed. */
const MONTHS_BACK = 2;

inEachLanguage((words) => {
  test("a cycle is opened, filled, calibrated and locked; what comes later reaches it only when it is reopened", async ({
    app,
  }) => {
    test.setTimeout(240_000);
    await startSample(app, words);
    await goTo(app, "review/cycle");
    await choosePeriod(app, words, await monthBefore(app, MONTHS_BACK));

    // One person is enough to go the whole way.
    await leaveOne(app, words);
    await button(app, words.text("review.cycle.start")).click();
    const rows = app.getByRole("grid").getByRole("row");
    await expect(rows).toHaveCount(2);
    await button(app, words.text("review.cycle.calibrate")).click();
    const lock = button(app, words.text("review.cycle.lock"));
    await expect(lock).toHaveAttribute("aria-disabled", "true");

    await rows.nth(1).press("Enter");
    await fillReview(app.getByRole("dialog"), words);
    await button(app.getByRole("dialog"), words.text("base.close")).click();
    await expect(app.getByRole("dialog")).toHaveCount(0);
    await app.locator(".review-tray [data-member]").press("ArrowUp");
    await expect(app.getByText(words.text("review.missing.none"))).toBeVisible();

    await expect(app.getByText(words.text("review.spread.few", { count: 5 }))).toBeVisible();
    await expect(lock).not.toHaveAttribute("aria-disabled", "true");
    await lock.click();
    await button(app.getByRole("dialog"), words.text("review.lock.do.lock")).click();
    await expect(app.getByText(words.text("review.history.same"))).toBeVisible();
    const before = await rows.nth(1).innerText();

    await givePenalty(app, words);
    await goTo(app, "review/cycle");
    await expect(rows.nth(1)).toHaveText(before, { useInnerText: true });

    await talkAfterwards(app, words, rows.nth(1));

    await button(app, words.text("review.cycle.reopen")).click();
    await expect(button(app.getByRole("dialog"), words.text("review.lock.do.reopen"))).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await app.keyboard.type("an appeal");
    await app.keyboard.press("Enter");
    await expect(app.getByText("an appeal")).toBeVisible();
    await expect(rows.nth(1)).not.toHaveText(before, { useInnerText: true });
  });
});

/** The talk follows the lock: its day, what was agreed as an action, and the action among all actions. */
async function talkAfterwards(app: Page, words: Words, row: Locator): Promise<void> {
  const before = await row.innerText();
  await row.press("Enter");
  const dialog = app.getByRole("dialog");
  const talk = dialog.getByRole("region", { name: words.text("review.talk"), exact: true });
  const said = talk.getByLabel(words.text("review.talk.text"));
  await said.fill("clear");
  await said.press("Control+Enter");
  await talk.getByLabel(words.text("review.actions.text")).fill("call every Monday");
  await button(talk, words.text("review.actions.add")).click();
  await expect(talk.getByRole("checkbox", { name: "call every Monday" })).not.toBeChecked();
  await button(dialog, words.text("base.close")).click();
  await expect(row).toHaveText(before, { useInnerText: true });
  await goTo(app, "meeting/actions");
  await expect(app.getByText("call every Monday").first()).toBeVisible();
  await goTo(app, "review/cycle");
}

/** A penalty afterwards: the score of the month has it. */
async function givePenalty(app: Page, words: Words): Promise<void> {
  await goTo(app, "review/scores");
  const score = app.getByRole("grid").getByRole("row").nth(1);
  const scoreBefore = await score.innerText();
  await score.press("Enter");
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("review.points.field.points"), { exact: true }).fill("-9");
  await drawer.getByLabel(words.text("review.points.field.reason")).fill("late");
  await button(drawer, words.text("review.points.add")).click();
  await expect(drawer.getByText("late")).toBeVisible();
  await app.keyboard.press("Escape");
  await expect(score).not.toHaveText(scoreBefore, { useInnerText: true });
}

/** Everybody but the first is left out before the start. */
async function leaveOne(app: Page, words: Words): Promise<void> {
  const people = app.locator(".review-people").getByRole("checkbox");
  await expect(button(app, words.text("review.cycle.start"))).toBeVisible();
  const count = await people.count();
  for (let at = 1; at < count; at += 1) await people.nth(at).uncheck();
}

/** Both parts, every competency. */
async function fillReview(dialog: Locator, words: Words): Promise<void> {
  for (const part of ["manager", "self"]) {
    const section = dialog.getByRole("region", { name: words.text(`review.part.${part}`) });
    const ratings = section.getByRole("combobox");
    const count = await ratings.count();
    for (let at = 0; at < count; at += 1) {
      await ratings.nth(at).selectOption("4");
      await expect(ratings.nth(at)).toHaveValue("4");
    }
    const comment = section.getByLabel(words.text("review.part.text"));
    await comment.fill(`${part} 1`);
    await comment.press("Control+Enter");
    await expect(comment).toHaveValue(`${part} 1`);
  }
}

/** The id of a month before the app's present one. */
async function monthBefore(app: Page, months: number): Promise<string> {
  return app.evaluate((back) => {
    const now = new Date();
    const at = new Date(now.getFullYear(), now.getMonth() - back, 1);
    return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}`;
  }, months);
}
