import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { button, choice, goTo, inEachLanguage, printedText, startSample } from "./journey.ts";
import { readDocxText, readPdfText, readWorkbook } from "./read-back.ts";

inEachLanguage((words) => {
  test("the quarter's pack goes to the disk as PDF and as workbook, and says there what the screen says", async ({
    app,
    run,
  }) => {
    await startSample(app, words);
    await goTo(app, "review");
    const sheet = app.locator(".paper-sheet");
    await expect(sheet).toBeVisible();
    // In the other language than the screen's.
    const other = words.locale === "en" ? "zh-CN" : "en";
    await choice(app, words.text("base.file.language")).selectOption(other);
    await expect(sheet).toHaveAttribute("lang", other);
    const said = await textsOf(sheet);
    expect(said.length).toBeGreaterThan(20);

    const print = button(app, words.text("review.room.save-pdf"));
    const pdf = await run.printBy(() => print.click(), "pack.pdf");
    await expect(app.locator(".notice.done").last()).toContainText(".pdf");
    const printed = pdf === null ? await printedText(app) : readPdfText(pdf);
    test.info().annotations.push({ type: "pdf", description: printed === null ? "not read" : "read" });
    if (printed !== null) expect(said.filter((text) => !bare(printed).includes(bare(text)))).toEqual([]);

    const toWord = button(app, words.text("review.room.save-docx"));
    const document = await run.saveBy(() => toWord.click(), "pack.docx");
    await expect(app.locator(".notice.done").last()).toContainText(".docx");
    const written = readDocxText(readFileSync(document));
    expect(said.filter((text) => !written.includes(bare(escaped(text))))).toEqual([]);

    await choice(app, words.text("base.file.language")).selectOption(words.locale);
    await expect(sheet).toHaveAttribute("lang", words.locale);
    const save = button(app, words.text("review.room.save-xlsx"));
    const path = await run.saveBy(() => save.click(), "pack.xlsx");
    await expect(app.locator(".notice.done").last()).toContainText(".xlsx");
    const rows = await readWorkbook(path);
    const cells = new Set(rows.flat().map(bare));
    const heads = await sheet.locator("th[scope=row]").allTextContents();
    expect(heads.filter((head) => !cells.has(bare(head)))).toEqual([]);
    const behind = rows.findIndex((row) => row.includes(words.text("review.sheet.rows.line")));
    expect(behind).toBeGreaterThan(0);
    expect(rows.length - behind).toBeGreaterThan(20);
  });

  test("all packs of the team are stopped while they are made, and nothing is saved", async ({ app }) => {
    await startSample(app, words);
    await goTo(app, "review");
    const all = app.getByRole("region", { name: words.text("review.all.title") });
    const begin = all.getByRole("button");
    const label = await begin.innerText();
    await begin.click();
    await all.getByRole("button", { name: words.text("base.cancel") }).click();
    await expect(begin).toHaveText(label);
    await expect(app.locator(".notice")).toHaveCount(0);
  });
});

/** The title, headings, first cells and headline figures of the pack on screen. */
async function textsOf(sheet: Locator): Promise<readonly string[]> {
  return sheet
    .locator("h1, h2, h3, th[scope=row], .paper-figures dt, .paper-figures .figure")
    .evaluateAll((all) =>
      all
        .map((one) => (one.matches(".figure") ? one.firstChild : one)?.textContent ?? "")
        .filter((text) => text !== ""),
    );
}

/** As it stands in XML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Without the spaces and line breaks that a page puts in. */
function bare(text: string): string {
  return text.replaceAll(/\s/g, "");
}
