import type { Locator, Page } from "@playwright/test";
import { SEED_KPIS } from "../../core/kpi/locales/seed-kpis.ts";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, choosePeriod, goTo, inEachLanguage, pasteBlock, startEmpty } from "./journey.ts";
import { showColumns } from "./read-grid.ts";

const NAMES = ["Ada", "Bo", "Cai", "Dan", "Eve", "Fu", "Gao", "Han", "Ivy"];
const DUTY = "Call back within a day";

inEachLanguage((words) => {
  test("a team by hand: nine names, a duty, a letter and a pasted block; each is undone in its turn", async ({
    app,
  }) => {
    await startEmpty(app, words, "CNY");
    await addNames(app, words);
    await addDuty(app, words);
    await giveLetter(app, words);
    await pasteVisits(app, words);

    await undo(app, words);
    await expect(await visits(app, words, "Bo")).toHaveText("");
    await expect(await visits(app, words, "Cai")).toHaveText("");

    await goTo(app, "team/matrix");
    await expect(letterOf(app)).toHaveText("R");
    await undo(app, words);
    await expect(letterOf(app)).toHaveText("");
    await undo(app, words);
    await expect(rowOf(app, DUTY)).toHaveCount(0);

    await goTo(app, "team/members");
    for (const name of NAMES.toReversed()) {
      await expect(rowOf(app, name)).toHaveCount(1);
      await undo(app, words);
      await expect(rowOf(app, name)).toHaveCount(0);
    }
    await expect(app.getByText(words.text("team.members.empty.title"))).toBeVisible();
  });
});

/** The first by the form, the rest typed into the last row of the table. */
async function addNames(app: Page, words: Words): Promise<void> {
  const [first = "", ...rest] = NAMES;
  await goTo(app, "team/members");
  await button(app, words.text("team.members.add")).click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("team.field.name"), { exact: true }).fill(first);
  await button(drawer, words.text("team.member.create")).click();
  await expect(drawer).toHaveCount(0);
  for (const [index, name] of rest.entries()) {
    const blank = app.locator(`[data-cell="${index + 1}:0"]`);
    await expect(blank).toHaveText(words.text("team.members.blank"));
    await blank.click();
    await app.keyboard.type(name);
    await app.keyboard.press("Enter");
    await expect(blank).toHaveText(name);
  }
}

async function addDuty(app: Page, words: Words): Promise<void> {
  await goTo(app, "team/matrix");
  await button(app, words.text("team.matrix.add-duty")).click();
  const drawer = app.getByRole("dialog");
  await drawer.getByRole("textbox").first().fill(DUTY);
  await button(drawer, words.text("base.add")).click();
  await expect(drawer).toHaveCount(0);
  await expect(rowOf(app, DUTY)).toHaveCount(1);
}

async function giveLetter(app: Page, words: Words): Promise<void> {
  await letterOf(app).click();
  await app.keyboard.press("r");
  await expect(letterOf(app)).toHaveText("R");
  await expect(undoButton(app, words)).toHaveAttribute(
    "title",
    words.text("app.undo.what", { what: words.text("team.record.letters") }),
  );
}

/** The visits of two members of no group, one under the other, as a block from a spreadsheet. */
async function pasteVisits(app: Page, words: Words): Promise<void> {
  await goTo(app, "kpi/values");
  await choice(app, words.text("kpi.values.scope")).selectOption("all");
  const month = await app.evaluate(() => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
  });
  await choosePeriod(app, words, month);
  await showColumns(app.getByRole("grid"), "last");
  await (await visits(app, words, "Bo")).click();
  await pasteBlock(app, "12\n15");
  await expect(await visits(app, words, "Bo")).toHaveText(/^12/);
  await expect(await visits(app, words, "Cai")).toHaveText(/^15/);
}

async function undo(app: Page, words: Words): Promise<void> {
  await undoButton(app, words).click();
}

function undoButton(app: Page, words: Words): Locator {
  const [before = ""] = words.text("app.undo.what", { what: "|" }).split("|");
  return app.getByRole("button", { name: before });
}

function rowOf(app: Page, name: string): Locator {
  return app.getByRole("row").filter({ has: app.getByRole("rowheader", { name }) });
}

/** The first member's cell of the duty. */
function letterOf(app: Page): Locator {
  return rowOf(app, DUTY).locator('[aria-colindex="3"]');
}

/** A member's cell of the KPI of visits. */
async function visits(app: Page, words: Words, name: string): Promise<Locator> {
  const title = words.name(SEED_KPIS.find((kpi) => kpi.key === "visits")!.name);
  const head = app.getByRole("columnheader", { name: title }).first();
  const column = await head.getAttribute("aria-colindex");
  return rowOf(app, name).locator(`[aria-colindex="${column}"]`);
}
