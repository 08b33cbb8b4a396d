import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, goTo, inEachLanguage, startSample } from "./journey.ts";

const TITLE = "A-17 拆开报价单再谈";

inEachLanguage((words) => {
  test("a won deal becomes a practice, a stalled deal like it is proposed the practice, and its use is counted", async ({
    app,
  }) => {
    await startSample(app, words);
    const deal = await firstStalled(app, words);
    await writeUp(app, words, deal);

    const dialog = app.getByRole("dialog");
    await goTo(app, deal.place);
    const proposed = dialog.locator(".deal-practices li").filter({ hasText: TITLE });
    await expect(proposed).toContainText(words.text("meeting.practice.like.product", { name: deal.product }));
    await button(proposed, words.text("meeting.practice.use")).click();
    await expect(proposed).toHaveCount(0);
    await app.keyboard.press("Escape");

    await goTo(app, "meeting/practices");
    await app.getByRole("searchbox", { name: words.text("meeting.practice.search") }).fill("报价单 a-17");
    const row = app.getByRole("grid").locator('[aria-rowindex="2"]');
    await expect(row.locator("mark").first()).toHaveText("A");
    await row.locator(".figure").click();
    await expect(dialog).toContainText(words.text("meeting.practice.uses.formula"));
    await expect(dialog).toContainText(deal.name);
    await app.keyboard.press("Escape");
    await app.keyboard.press("Escape");
    await app.getByRole("searchbox").last().blur();
    await app.keyboard.press("Control+z");
    await expect(row.locator(".figure")).toHaveText("0");
  });
});

inEachLanguage((words) => {
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

interface StalledDeal {
  readonly name: string;
  readonly place: string;
  readonly stage: string;
  readonly product: string;
}

/** The first stalled deal that the library has something for. */
async function firstStalled(app: Page, words: Words): Promise<StalledDeal> {
  await goTo(app, "meeting/practices");
  const link = app.locator(".practice-panel").first().locator(".proposal-what a").first();
  const name = await link.innerText();
  const place = (await link.getAttribute("href"))!.replace("#/", "");
  await link.click();
  const dialog = app.getByRole("dialog");
  const valueOf = (key: string) =>
    dialog.getByLabel(words.text(`customer.field.${key}`), { exact: true }).inputValue();
  const [stage, product] = [await valueOf("stage"), await valueOf("product")];
  await app.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  return { name, place, stage, product };
}

/** Writes the first candidate up, from its draft, for deals like the given one. */
async function writeUp(app: Page, words: Words, deal: StalledDeal): Promise<void> {
  await goTo(app, "meeting/practices");
  const dialog = app.getByRole("dialog");
  const field = (key: string) =>
    dialog.getByLabel(words.text(`meeting.practice.field.${key}`), { exact: true });
  const save = button(dialog, words.text("meeting.practice.save"));
  const candidates = app.locator(".practice-panel").last();
  await button(candidates, words.text("meeting.practice.write")).first().click();
  await expect(dialog).toContainText(words.text("meeting.practice.draft.hint"));
  await expect(field("result")).not.toHaveValue("");
  await field("title").fill("");
  await save.click();
  await expect(dialog.getByRole("alert")).toHaveText(words.text("meeting.practice.problem.title"));
  await field("title").fill(TITLE);
  await field("stage").fill(deal.stage);
  await field("product").fill(deal.product);
  await save.click();
  await expect(app).toHaveURL(/[?]id=/);
  await expect(dialog.getByRole("heading", { name: TITLE })).toBeVisible();
  await app.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}
