import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("a year's training goes from gaps to sessions, scores and certificates, and into a calendar", async ({
    app,
    run,
  }) => {
    await startSample(app, words);
    await goTo(app, "training/proposals");
    await choice(app, words.text("training.plan.period")).selectOption({ index: 0 });
    const cards = app.locator(".training-proposal");
    await expect(cards.first()).toBeVisible();
    const proposed = await cards.count();
    await button(app, words.text("training.proposal.accept-all")).click();
    await expect(cards).toHaveCount(0);
    await goTo(app, "training/plan");
    await choice(app, words.text("training.plan.period")).selectOption({ index: 0 });
    const plan = app.getByRole("grid", { name: words.text("training.plan.table") });
    await expect.poll(async () => (await plan.getByRole("row").count()) - 1).toBeGreaterThan(proposed);

    const course = { "zh-CN": "合规与廉洁", en: "Compliance" }[words.locale];
    await holdSession(app, words, course);
    await goTo(app, "training/calendar");
    const save = app.locator(".page-tools .primary");
    const path = await run.saveBy(() => save.click(), "training.ics");
    await expect(app.locator(".notice.done").last()).toContainText(".ics");
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
    const events = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
    expect(events.length).toBeGreaterThan(proposed);
    expect(events.map((event) => event.summary)).toContain(course);
  });

  test("a corrected attendance takes the skill back, and undo gives both back", async ({ app }) => {
    await startSample(app, words);
    expect(await visitingOf(app, words, "李敏")).toMatch(/^3/);
    await goTo(app, "training/plan?id=sample-session-visiting");
    const results = app.getByRole("dialog").getByRole("grid", { name: words.text("training.result.table") });
    await results.locator('[data-cell="1:0"]').filter({ hasText: "李敏" }).click();
    await app.keyboard.press("ArrowRight");
    await app.keyboard.press("ArrowRight");
    await app.keyboard.press(" ");
    await expect(results.locator('[data-cell="1:4"]')).toContainText(words.text("training.outcome.missed"));
    await app.keyboard.press("Escape");
    expect(await visitingOf(app, words, "李敏")).toMatch(/^2/);
    await app.keyboard.press("Control+z");
    await expect.poll(() => visitingOf(app, words, "李敏")).toMatch(/^3/);
    await app.reload();
    await expect.poll(() => visitingOf(app, words, "李敏")).toMatch(/^3/);
  });
});

/** Adds a session of today for everybody; the first passes, the second fails. */
async function holdSession(app: Page, words: Words, course: string): Promise<void> {
  await button(app, words.text("training.session.add")).click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("training.field.course")).selectOption({ label: course });
  await drawer.getByLabel(words.text("training.session.who")).selectOption("all");
  await button(drawer, words.text("training.session.create")).click();
  const results = drawer.getByRole("grid", { name: words.text("training.result.table") });
  await results.locator('[data-cell="0:3"]').click();
  for (const score of ["91", "79"]) {
    await app.keyboard.type(score);
    await app.keyboard.press("Enter");
  }
  await expect(results.locator('[data-cell="0:4"]')).toContainText(words.text("training.outcome.passed"));
  await expect(results.locator('[data-cell="1:4"]')).toContainText(words.text("training.outcome.failed"));
  await app.keyboard.press("Escape");
  await app.keyboard.press("Escape");
}

/** What the skill matrix says of a member's visiting. */
async function visitingOf(app: Page, words: Words, name: string): Promise<string> {
  await goTo(app, "team/skills");
  const grid = app.getByRole("grid", { name: words.text("team.skills.grid") });
  const skill = { "zh-CN": "拜访技巧", en: "Visiting" }[words.locale];
  const at = await grid.getByRole("columnheader", { name: skill }).getAttribute("aria-colindex");
  const row = grid.getByRole("row").filter({ hasText: name });
  return (await row.locator(`[aria-colindex="${at}"]`).innerText()).trim();
}
