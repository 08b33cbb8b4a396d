import type { Locator } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { button, goTo, inEachLanguage, startSample } from "./journey.ts";

const TITLE = "A-17 拆开报价单再谈";

inEachLanguage((words) => {
  const field = (within: Locator, key: string) =>
    within.getByLabel(words.text(`meeting.practice.field.${key}`), { exact: true });

  test("a won deal becomes a practice, a stalled deal like it is proposed the practice, and its use is counted", async ({
    app,
  }) => {
    await startSample(app, words);
    await goTo(app, "meeting/practices");
    const dialog = app.getByRole("dialog");
    const [stalled, candidates] = [
      app.locator(".practice-panel").first(),
      app.locator(".practice-panel").last(),
    ];
    const deal = stalled.locator(".proposal-what a").first();
    const dealName = await deal.innerText();
    const dealHref = (await deal.getAttribute("href"))!.replace("#/", "");
    await deal.click();
    const fieldOfDeal = (key: string) =>
      dialog.getByLabel(words.text(`customer.field.${key}`), { exact: true });
    const stage = await fieldOfDeal("stage").inputValue();
    const product = await fieldOfDeal("product").inputValue();
    await app.keyboard.press("Escape");

    await goTo(app, "meeting/practices");
    await button(candidates, words.text("meeting.practice.write")).first().click();
    await expect(dialog).toContainText(words.text("meeting.practice.draft.hint"));
    await expect(field(dialog, "result")).not.toHaveValue("");
    await field(dialog, "title").fill("");
    await button(dialog, words.text("meeting.practice.save")).click();
    await expect(dialog.getByRole("alert")).toHaveText(words.text("meeting.practice.problem.title"));
    await field(dialog, "title").fill(TITLE);
    await field(dialog, "stage").fill(stage);
    await field(dialog, "product").fill(product);
    await button(dialog, words.text("meeting.practice.save")).click();
    await expect(dialog.getByRole("heading", { name: TITLE })).toBeVisible();
    await app.keyboard.press("Escape");

    await goTo(app, dealHref);
    const proposed = dialog.locator(".deal-practices li").filter({ hasText: TITLE });
    await expect(proposed).toContainText(words.text("meeting.practice.like.product", { name: product }));
    await button(proposed, words.text("meeting.practice.use")).click();
    await expect(proposed).toHaveCount(0);
    await app.keyboard.press("Escape");

    await goTo(app, "meeting/practices");
    await app.getByRole("searchbox", { name: words.text("meeting.practice.search") }).fill("报价单 a-17");
    const row = app.getByRole("grid").locator('[aria-rowindex="2"]');
    await expect(row.locator("mark").first()).toHaveText("A");
    await row.locator(".figure").click();
    await expect(dialog).toContainText(words.text("meeting.practice.uses.formula"));
    await expect(dialog).toContainText(dealName);
    await app.keyboard.press("Escape");
    await app.keyboard.press("Escape");
    await app.getByRole("searchbox").last().blur();
    await app.keyboard.press("Control+z");
    await expect(row.locator(".figure")).toHaveText("0");
  });

  test("an announcement is written, pinned, copied, ended and found again among the earlier ones", async ({
    app,
  }) => {
    await startSample(app, words);
    await goTo(app, "meeting/feed");
    await button(app, words.text("meeting.feed.add")).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByLabel(words.text("meeting.feed.field.title"), { exact: true }).fill("B-3");
    await dialog.getByLabel(words.text("meeting.feed.field.text"), { exact: true }).fill("# 1\n2");
    await button(dialog, words.text("meeting.feed.save")).click();
    await expect(dialog).toHaveCount(0);
    const item = app.locator(".feed-item").filter({ hasText: "B-3" });
    await button(item, words.text("meeting.feed.pin")).click();
    await expect(app.locator(".feed-day").first()).toContainText("B-3");

    await button(item, words.text("meeting.feed.edit")).click();
    await button(dialog, words.text("meeting.feed.copy.markdown")).click();
    await expect(app.getByText(words.text("meeting.feed.copied", { count: 1 }))).toBeVisible();
    await dialog.getByLabel(words.text("meeting.feed.field.on"), { exact: true }).fill("2020-01-02");
    const last = dialog.getByLabel(words.text("meeting.feed.field.last"), { exact: true });
    await last.fill("2020-01-01");
    await last.press("Enter");
    await expect(dialog.getByRole("alert")).toHaveText(words.text("meeting.feed.problem.until"));
    await last.fill("2020-01-03");
    await last.press("Enter");
    await expect(dialog.getByRole("alert")).toHaveCount(0);
    await app.keyboard.press("Escape");
    await expect(item).toHaveCount(0);
    await app.locator(".page-tools select").first().selectOption("earlier");
    await expect(item).toBeVisible();
  });
});
