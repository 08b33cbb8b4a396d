import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, printedText, startSample } from "./journey.ts";
import { readDocxText, readPdfText } from "./read-back.ts";
import { saveAll } from "./save-all.ts";

const PEOPLE = ["王芳", "赵磊", "李敏", "孙洋", "周涛", "吴倩", "郑凯", "陈静", "林悦"];

inEachLanguage((words) => {
  test("nine letters are saved in one go, each under its member's name and with their targets alone", async ({
    app,
    run,
  }) => {
    const year = await openLetters(app, words);
    const files = await saveAll(
      app,
      run,
      button(app, words.text("target.letters.save-all", { count: PEOPLE.length })),
    );
    const names = PEOPLE.map((name) => `${words.text("target.letter.file", { name, period: year })}.docx`);
    expect([...files.keys()].toSorted()).toEqual(names.toSorted());
    for (const [at, name] of PEOPLE.entries()) {
      const text = readDocxText(files.get(names[at]!)!);
      const title = words.text("target.letter.title", { period: words.period(year) }).replaceAll(/\s/g, "");
      expect(text.startsWith(`${title}${name}·`)).toBe(true);
      expect(PEOPLE.filter((one) => one !== name && text.includes(one))).toEqual([]);
    }
  });

  test("one letter goes to the printer as it is shown, and one for Word says the same figures", async ({
    app,
    run,
  }) => {
    await openLetters(app, words);
    await button(app, words.text("target.letters.show", { name: "李敏" })).click();
    const sheet = app.locator(".paper-sheet");
    await expect(sheet.locator("header")).toContainText("李敏");
    const figures = await sheet
      .locator("td .figure")
      .evaluateAll((all) => all.map((one) => (one.firstChild?.textContent ?? "").replaceAll(/\s/g, "")));
    expect(figures.length).toBeGreaterThan(20);

    const one = button(app, words.text("target.letters.save-one"));
    const path = await run.saveBy(() => one.click(), "letter.docx");
    await expect(app.locator(".notice.done").last()).toContainText(".docx");
    const written = readDocxText(readFileSync(path));
    expect(figures.filter((figure) => !written.includes(figure))).toEqual([]);

    await choice(app, words.text("target.letters.format")).selectOption("pdf");
    const pdf = await run.printBy(() => one.click(), "letter.pdf");
    await expect(app.locator(".notice.done").last()).toContainText(".pdf");
    const printed = pdf === null ? await printedText(app) : readPdfText(pdf);
    const bare = printed?.replaceAll(/\s/g, "");
    if (bare !== undefined) expect(figures.filter((figure) => !bare.includes(figure))).toEqual([]);
  });
});

/** Opens the page of letters; answers the fiscal year that they are for. */
async function openLetters(app: Page, words: Words): Promise<string> {
  await startSample(app, words);
  await goTo(app, "target/letters");
  await expect(app.locator(".paper-sheet")).toBeVisible();
  return choice(app, words.text("target.letters.period")).inputValue();
}
