import { period } from "../../core/base/period.ts";
import { expect, test } from "./fixture.ts";
import { button, choosePeriod, goTo, inEachLanguage, startSample } from "./journey.ts";
import { readDocxText } from "./read-back.ts";
import { saveAll } from "./save-all.ts";
import { cell, countHands, leave, lock, openVisits, splitYear, typeInto } from "./target-steps.ts";

/** In two minutes a hand that is in no hurry presses as often: every three seconds. */
const TWO_MINUTES = 40;

inEachLanguage((words) => {
  test("a year goes down to nine people's months, a leaver hands on, a target is raised, and everybody gets a letter", async ({
    app,
    run,
  }) => {
    test.setTimeout(240_000);
    await startSample(app, words);
    const year = (await app.evaluate(() => new Date().getFullYear())) + 1;
    const hands = await countHands(app);
    await openVisits(app, words);
    await choosePeriod(app, words, String(year));
    await splitYear(app, words, "12000");
    const grid = app.getByRole("grid");
    await expect(cell(grid, 0, 5)).toHaveText("12,000");
    expect(await hands()).toBeLessThan(TWO_MINUTES);

    // What counts before the book begins, so that there is an attainment to compare; then the year is agreed.
    await button(app, words.text("target.column.opening")).click();
    await typeInto(cell(grid, 0, 6), "3000");
    await lock(app, words, "1.05");

    await leave(app, words, { id: "m-zhao-lei", on: `${year}-08-15` });
    await goTo(app, "target");
    const line = app.getByRole("region", { name: words.text("target.life.region") }).locator(".line-behind");
    await button(line, words.text("target.life.hand-on")).click();
    await button(app.getByRole("dialog"), words.text("target.life.do")).click();
    const reason = app.getByRole("textbox", { name: words.text("target.reason.field") });
    await reason.fill("Zhao Lei leaves");
    await reason.press("Enter");
    await expect(app.getByRole("dialog")).toHaveCount(0);
    await expect(line).toHaveCount(0);
    await expect(cell(grid, 0, 5)).toHaveText("12,000");

    await typeInto(cell(grid, 0, 5), "15000");
    await app.keyboard.press("1");
    await reason.fill("A new market");
    await reason.press("Enter");
    await expect(cell(grid, 0, 5)).toHaveText("15,000");
    // 3000 reached before: a fifth of what is asked now, a quarter of what was agreed.
    await expect(cell(grid, 0, 8)).toContainText("20.0");
    await expect(cell(grid, 0, 9)).toContainText("25.0");

    await goTo(app, "target/letters");
    await expect(app.locator(".paper-sheet")).toBeVisible();
    const files = await saveAll(app, run, button(app, words.text("target.letters.save-all", { count: 9 })));
    expect(files.size).toBe(9);
    const file = words.text("target.letter.file", { name: "李敏", period: period(String(year), 1).id });
    const text = readDocxText(files.get(`${file}.docx`)!);
    expect(text).toContain("李敏");
    expect(text).toContain("Anewmarket");
  });
});
