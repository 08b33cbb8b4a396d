import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { workingCalendar, workingDaysIn } from "../../core/base/working-calendar.ts";
import { day } from "../../core/base/day.ts";
import { period } from "../../core/base/period.ts";
import { money } from "../../core/base/money.ts";
import type { Words } from "../../core/words/words.ts";
import { axeFindings } from "./axe-findings.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, choosePeriod, goTo, inEachLanguage, startSample } from "./journey.ts";
import { leave, openVisits, splitYear } from "./target-steps.ts";

inEachLanguage((words) => {
  test("who leaves on 15 August hands the rest to the others, exact, and one undo takes it back", async ({
    app,
    shell,
  }) => {
    const look = async () => expect(shell === "browser" ? await axeFindings(app) : []).toEqual([]);
    await startSample(app, words);
    const year = await nextYear(app);
    await openVisits(app, words);
    await choosePeriod(app, words, String(year));
    await splitYear(app, words, "12000");
    await leave(app, words, { id: "m-zhao-lei", on: `${year}-08-15` });

    await goTo(app, "target");
    await choosePeriod(app, words, `${year}-08`);
    const grid = app.getByRole("grid");
    const group = grid.locator('[data-cell="1:1"]');
    const before = await group.innerText();
    const line = app.getByRole("region", { name: words.text("target.life.region") }).locator(".finding-line");
    await expect(line).toContainText(saidOfLeaver(words, year));
    await button(line, words.text("target.life.hand-on")).click();
    await expect(button(app.getByRole("dialog"), words.text("target.life.do"))).toBeVisible();
    await look();
    await button(app.getByRole("dialog"), words.text("target.life.do")).click();

    await expect(app.getByRole("dialog")).toHaveCount(0);
    await expect(line).toHaveCount(0);
    await expect(app.locator(".line-behind, .line-at-risk")).toHaveCount(0);
    await expect(group).toHaveText(before);
    await app.keyboard.press("Control+z");
    await expect(line).toHaveCount(1);
  });
});

inEachLanguage((words) => {
  test("targets go out into a file, are edited there and come back, and home knows at once", async ({
    app,
    run,
    shell,
  }) => {
    await startSample(app, words);
    const quarter = await app.evaluate(() => {
      const now = new Date();
      return `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
    });
    await goTo(app, "target/sheet");
    await choice(app, words.text("target.sheet.export.form")).selectOption("long");
    const path = await run.saveBy(
      () => button(app, words.text("target.sheet.export.csv")).click(),
      "targets.csv",
    );
    const edited = editTeam(await readFile(path, "utf8"), words, quarter);
    await writeFile(path, edited.text);

    await app.locator(".target-file input").setInputFiles(path);
    const effect = { added: 0, changed: 1 };
    await expect(app.locator(".target-sheet-effect")).toContainText(
      words.text("target.sheet.effect", { ...effect, unchanged: edited.rows - 1 }),
    );
    expect(shell === "browser" ? await axeFindings(app) : []).toEqual([]);
    await button(app, words.text("target.sheet.do")).click();
    await expect(app.getByText(words.text("target.sheet.done", effect))).toBeVisible();
    await goTo(app, "home");
    const said = words.quantity({ unit: "money", value: money(edited.amount * 100) });
    await expect(app.locator(".squares").getByText(said, { exact: true }).first()).toBeVisible();
  });
});

/** What the room says of him up to the amount. */
function saidOfLeaver(words: Words, year: number): string {
  const month = { start: day(`${year}-08-01`), end: day(`${year}-09-01`) };
  const days = (end: string) => workingDaysIn(workingCalendar([]), { ...month, end: day(end) });
  const said = words.text("target.life.left", {
    member: "赵磊",
    day: { day: day(`${year}-08-15`) },
    month: { period: period(`${year}-08`, 1).id, form: "short" },
    days: days(`${year}-08-15`),
    meant: days(`${year}-09-01`),
    amount: "%",
  });
  return said.split("%")[0]!;
}

/** Gives the team another amount for the quarter: the first of its rows is of sales and the first line. */
function editTeam(text: string, words: Words, quarter: string) {
  const amount = 7_770_000;
  const lines = text.trimEnd().split("\r\n");
  const at = lines.findIndex(
    (line) => line.includes(`,${words.text("base.team")},`) && line.includes(quarter),
  );
  lines[at] = lines[at]!.replace(/[^,]*$/, String(amount));
  return { text: lines.join("\r\n"), rows: lines.length - 1, amount };
}

async function nextYear(app: Page): Promise<number> {
  return (await app.evaluate(() => new Date().getFullYear())) + 1;
}
