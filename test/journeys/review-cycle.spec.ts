import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { sampleWorkspace } from "../../core/vault/sample/sample-workspace.ts";
import { factsOf } from "../../core/vault/workspace.ts";
import type { Day } from "../../core/base/day.ts";
import { inPeriod, period, shiftPeriod } from "../../core/base/period.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { createWords } from "../../core/words/words.ts";
import type { Words } from "../../core/words/words.ts";
import { en } from "../../core/words/en.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { expect, test } from "./fixture.ts";
import { button, choosePeriod, goTo, inEachLanguage, startSample } from "./journey.ts";
import { filledForm } from "./part-forms.ts";
import { readWorkbook } from "./read-back.ts";
import type { Run } from "./runs/run.ts";
import { saveAll } from "./save-all.ts";

const PEOPLE = 9;
const OWNER = "王芳";

inEachLanguage((words) => {
  test("nine people are reviewed up to the lock; what changes afterwards reaches neither them nor their pack, which says what would be otherwise and why, until they are reopened", async ({
    app,
    run,
  }) => {
    test.setTimeout(240_000);
    const { quarterId, monthId, deal, order } = await unreviewedQuarter(app);
    await startSample(app, words);
    await goTo(app, "review/cycle");
    await choosePeriod(app, words, quarterId);
    await button(app, words.text("review.cycle.start")).click();
    const rows = app.getByRole("grid").getByRole("row");
    await expect(rows).toHaveCount(1 + PEOPLE);

    await sendForms(app, run, words);
    await writeManagersParts(app, words);
    await expect(missing(app)).toContainText(words.text("review.missing.none"));
    await calibrate(app, words);
    await takeChart(app, run, words);
    await lock(app, words);
    const kept = await rows.allInnerTexts();

    const { sheet, scores } = packOnScreen(app, words);
    await goTo(app, "review");
    const signed = await scores.innerText();
    const since = words.text("review.pack.since-lock.list");
    await expect(sheet).not.toContainText(since);
    const book = await savedPack(app, run, { words, name: "signed.xlsx" });
    expect(book.includes(since)).toBe(false);

    await givePenalty(app, words);
    await loseDeal(app, words, deal.id);
    await makeSmall(app, words, order.id);
    await goTo(app, "review/cycle");
    await expect(rows).toHaveText(kept, { useInnerText: true });
    await expect(app.getByText(words.text("review.history.same"))).toBeVisible();

    await goTo(app, "review");
    for (const said of [since, OWNER, deal.name, order.name]) await expect(sheet).toContainText(said);
    await expect(scores).toHaveText(signed, { useInnerText: true });
    const later = await savedPack(app, run, { words, name: "later.xlsx" });
    for (const said of [since, deal.name]) expect(later).toContain(said);

    await goTo(app, "review/cycle");
    await talkAfterwards(app, words, rows.nth(1));
    await reopen(app, words);
    await expect(rows.nth(1)).not.toHaveText(kept[1]!, { useInnerText: true });

    await choosePeriod(app, words, monthId);
    await reviewOne(app, words);
  });
});

/** The quarter before those that the sample has reviewed, a month of it, and a deal and an order of 王芳 in it. */
async function unreviewedQuarter(app: Page) {
  const today = await app.evaluate(() => new Date().toLocaleDateString("sv-SE"));
  const sample = sampleWorkspace(today as Day, "000000000-0000-sample" as Stamp);
  const [first] = [...sample.rows.reviewCycles.keys()].toSorted();
  const quarter = shiftPeriod(period(first!, 1), -1, 1);
  const deal = factsOf(sample, "deals").find(
    (one) =>
      one.ownerName === OWNER &&
      one.category === "won" &&
      one.closedOn !== undefined &&
      inPeriod(one.closedOn, quarter),
  )!;
  const order = factsOf(sample, "orders").find(
    (one) => one.ownerName === OWNER && inPeriod(one.on, quarter) && one.amount > 1_000_000,
  )!;
  return {
    quarterId: quarter.id,
    monthId: quarter.start.slice(0, 7),
    deal: { id: deal.id, name: deal.name },
    order: { id: order.id, name: order.customerName! },
  };
}

function missing(app: Page): Locator {
  return app.locator(".review-missing");
}

/** Everybody's own part goes out as a workbook and comes back: none is taken while one of them is wrong. */
async function sendForms(app: Page, run: Run, words: Words): Promise<void> {
  const selfMissing = words.text("review.missing.self", { count: PEOPLE });
  await expect(missing(app)).toContainText(selfMissing);
  const forms = [
    ...(await saveAll(app, run, button(app, words.text("review.form.export", { count: PEOPLE })))),
  ];
  expect(forms.length).toBe(PEOPLE);
  const answer = { rating: "4", text: "my words" };
  const [wrong, ...others] = await Promise.all(forms.map((form) => filledForm(form, answer)));
  const input = app.locator(".review-files input[type=file]");
  await input.setInputFiles([await filledForm(forms[0]!, { ...answer, rating: "6" }), ...others]);
  await expect(app.locator(".review-files")).toContainText(wrong!.name);
  await expect(missing(app)).toContainText(selfMissing);
  await input.setInputFiles([wrong!, ...others]);
  await expect(app.locator(".notice.done").last()).toContainText(
    words.text("review.form.taken", { count: PEOPLE }),
  );
  await expect(missing(app)).not.toContainText(words.text("review.part.self"));
}

/** The manager's part of each, by the list of what is missing: ratings by keys, words of the draft for the first. */
async function writeManagersParts(app: Page, words: Words): Promise<void> {
  await writeFromDraft(app, words);
  for (let left = PEOPLE; left > 0; left -= 1) {
    const waiting = missing(app).getByRole("button");
    await expect(waiting).toHaveCount(left);
    await waiting.first().click();
    const dialog = app.getByRole("dialog");
    await rate(dialog.getByRole("region", { name: words.text("review.part.manager") }), words);
    await button(dialog, words.text("base.close")).click();
    await expect(dialog).toHaveCount(0);
  }
}

async function rate(part: Locator, words: Words): Promise<void> {
  const ratings = part.getByRole("combobox");
  for (const rating of await ratings.all()) {
    await rating.selectOption("4");
    await expect(rating).toHaveValue("4");
  }
  const comment = part.getByLabel(words.text("review.part.text"));
  if ((await comment.inputValue()) !== "") return;
  await comment.fill("well done");
  await comment.press("Control+Enter");
  await expect(comment).toHaveValue("well done");
}

/** A sentence from the record in the other language, and all the rest in this one: what was typed before stays. */
async function writeFromDraft(app: Page, words: Words): Promise<void> {
  await missing(app).getByRole("button").first().click();
  const dialog = app.getByRole("dialog");
  const comment = dialog
    .getByRole("region", { name: words.text("review.part.manager") })
    .getByLabel(words.text("review.part.text"));
  await comment.fill("typed by hand");
  await comment.press("Control+Enter");
  const draft = dialog.getByRole("region", { name: words.text("review.draft") });
  const other = words.locale === "en" ? createWords("zh-CN", zhCn, "CNY") : createWords("en", en, "CNY");
  await draft.getByRole("combobox").selectOption(other.locale);
  const line = draft.getByRole("listitem").first();
  await expect(line).toContainText(other.locale === "en" ? "Won" : "赢下");
  const said = await line.locator("span").nth(1).innerText();
  await line.getByRole("button").click();
  await expect(comment).toHaveValue(`typed by hand\n${said}`);
  await button(dialog, words.text("base.close")).click();
  await expect(dialog).toHaveCount(0);
}

/** Everybody gets a place in the nine-box: one by dragging, the others by keys; who is taken out is missing again. */
async function calibrate(app: Page, words: Words): Promise<void> {
  await button(app, words.text("review.cycle.calibrate")).click();
  await expect(missing(app)).toContainText(words.text("review.missing.place", { count: PEOPLE }));
  const lockButton = button(app, words.text("review.cycle.lock"));
  await expect(lockButton).toHaveAttribute("aria-disabled", "true");
  const waiting = app.locator(".review-tray [data-member]");
  const highest = app.locator(".review-box td").nth(2);
  await waiting.first().dragTo(highest);
  await expect(highest.locator("[data-member]")).toHaveCount(1);
  await expectInBox(app);
  for (let left = PEOPLE - 1; left > 0; left -= 1) {
    await waiting.first().press("ArrowUp");
    await expect(waiting).toHaveCount(left - 1);
    await expectInBox(app);
  }
  await expect(missing(app)).toContainText(words.text("review.missing.none"));
  const moved = highest.locator("[data-member]");
  await moved.press("Delete");
  await expect(missing(app)).toContainText(words.text("review.missing.place", { count: 1 }));
  await waiting.press("ArrowUp");
  await expectInBox(app);
  await app.locator(".review-box td").nth(4).locator("[data-member]").first().press("ArrowRight");
  await expect(app.locator(".review-box td").nth(5).locator("[data-member]")).toHaveCount(1);
  await expect(app.getByText(words.text("review.spread.n", { placed: PEOPLE, all: PEOPLE }))).toBeVisible();
}

/** The focus follows who was placed, so that the next key moves them on. */
async function expectInBox(app: Page): Promise<void> {
  await expect(app.locator(".review-box td [data-member]:focus")).toHaveCount(1);
}

/** How people are spread goes as a picture into a file and onto the clipboard. */
async function takeChart(app: Page, run: Run, words: Words): Promise<void> {
  await app.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const spread = app.locator(".review-spread");
  const save = button(spread, words.text("base.chart.png"));
  const path = await run.saveBy(() => save.click(), "spread.png");
  await expect(app.locator(".notice.done").last()).toContainText(".png");
  expect(readFileSync(path).subarray(1, 4).toString("latin1")).toBe("PNG");
  await button(spread, words.text("base.chart.copy")).click();
  await expect(app.locator(".notice.done").last()).toContainText(words.text("app.picture.copied"));
  const kinds = await app.evaluate(async () => (await navigator.clipboard.read()).map((one) => one.types));
  expect(kinds).toEqual([["image/png"]]);
}

async function lock(app: Page, words: Words): Promise<void> {
  const lockButton = button(app, words.text("review.cycle.lock"));
  await expect(lockButton).not.toHaveAttribute("aria-disabled", "true");
  await lockButton.click();
  await button(app.getByRole("dialog"), words.text("review.lock.do.lock")).click();
  await expect(app.getByText(words.text("review.history.same"))).toBeVisible();
}

/** The pack as it is shown, and the first table with scores in it. */
function packOnScreen(app: Page, words: Words) {
  const sheet = app.locator(".paper-sheet");
  const scores = sheet.locator("table").filter({ hasText: words.text("review.figure.score") });
  return { sheet, scores: scores.first() };
}

/** All cells of the pack as a workbook. */
async function savedPack(
  app: Page,
  run: Run,
  { words, name }: { readonly words: Words; readonly name: string },
): Promise<string> {
  const save = button(app, words.text("review.room.save-xlsx"));
  const path = await run.saveBy(() => save.click(), name);
  await expect(app.locator(".notice.done").last()).toContainText(".xlsx");
  return (await readWorkbook(path)).flat().join("\n");
}

/** A penalty afterwards: the score of the quarter has it. */
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

/** A won deal of the quarter turns out to be lost. */
async function loseDeal(app: Page, words: Words, id: string): Promise<void> {
  await goTo(app, `customer/deals?id=${encodeURIComponent(id)}`);
  const stage = app.getByRole("dialog").getByLabel(words.text("customer.field.stage"), { exact: true });
  await stage.selectOption("输单");
  await expect(stage).toHaveValue("输单");
}

/** A large order of the quarter turns out to be a small one. */
async function makeSmall(app: Page, words: Words, id: string): Promise<void> {
  await goTo(app, `customer/orders?id=${encodeURIComponent(id)}`);
  const amount = app.getByRole("dialog").getByLabel(words.text("customer.field.amount"), { exact: true });
  await amount.fill("100");
  await amount.press("Enter");
  await expect(amount).toHaveValue("100.00");
}

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

async function reopen(app: Page, words: Words): Promise<void> {
  await button(app, words.text("review.cycle.reopen")).click();
  await expect(button(app.getByRole("dialog"), words.text("review.lock.do.reopen"))).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await app.keyboard.type("an appeal");
  await app.keyboard.press("Enter");
  await expect(app.getByText("an appeal")).toBeVisible();
}

/** Everybody but the first is left out before the start, and another taken in later: of so few no distribution is shown. */
async function reviewOne(app: Page, words: Words): Promise<void> {
  const people = app.locator(".review-people").getByRole("checkbox");
  await expect(button(app, words.text("review.cycle.start"))).toBeVisible();
  const count = await people.count();
  for (let at = 1; at < count; at += 1) await people.nth(at).uncheck();
  await button(app, words.text("review.cycle.start")).click();
  await expect(app.getByRole("grid").getByRole("row")).toHaveCount(2);
  await button(app, words.text("review.cycle.edit")).click();
  const drawer = app.getByRole("dialog");
  await drawer.locator(".review-people").getByRole("checkbox").nth(1).check();
  await button(drawer, words.text("review.levels.save")).click();
  await expect(app.getByRole("grid").getByRole("row")).toHaveCount(3);
  await button(app, words.text("review.cycle.calibrate")).click();
  await expect(app.getByText(words.text("review.spread.few", { count: 5 }))).toBeVisible();
}
