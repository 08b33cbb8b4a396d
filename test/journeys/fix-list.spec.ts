import { readFileSync, writeFileSync } from "node:fs";
import { cellText } from "../../core/base/table.ts";
import { FIX_HEADER } from "../../core/customer/locales/fix-labels.ts";
import { readCsv } from "../../formats/csv/read-csv.ts";
import { writeCsv } from "../../formats/csv/write-csv.ts";
import { expect, test } from "./fixture.ts";
import { button, choice, expectCounts, goTo, importByWizard, inEachLanguage, startEmpty } from "./journey.ts";

const DEALS = [
  "Record Id,Deal Owner.id,Deal Owner,Deal Name,Account Name.id,Account Name,Amount,Stage,Closing Date,Next Step",
  "zcrm_3652397000001763003,zcrm_9,Wang Fang,Boiler,zcrm_5,Acme,,Qualification,2024-08-01,Call",
  "zcrm_3652397000001763004,zcrm_9,Wang Fang,Pump,zcrm_5,Acme,1200.50,Needs Analysis,2099-12-24,",
  "zcrm_3652397000001763005,zcrm_9,Wang Fang,Valve,zcrm_5,Acme,90,Needs Analysis,2099-12-24,Visit",
];
const CORRECT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Boiler: { Amount: "5000", "Closing Date": "2099-11-30" },
  Pump: { "Next Step": "Send the offer" },
};

inEachLanguage((words) => {
  test("a fix-list goes out, is corrected, comes back, and what was wrong is right", async ({
    app,
    run,
  }, info) => {
    const source = info.outputPath("Deals_2026_11_20.csv");
    writeFileSync(source, DEALS.join("\r\n"));
    await startEmpty(app, words, "CNY");
    await importByWizard(app, words, { path: source, object: "deals" });

    await goTo(app, "customer/quality");
    const grid = app.getByRole("grid");
    const wrong = (code: string, about = "") =>
      words.text(`customer.quality.what.${code}`, { about, field: "" });
    await expect(grid).toContainText(wrong("no-amount"));
    await expect(grid).toContainText(wrong("late", "2024-08-01"));
    await expect(grid).toContainText(wrong("no-next-step"));

    await button(app, words.text("customer.fix.open")).click();
    const drawer = app.getByRole("dialog");
    await choice(drawer, words.text("customer.fix.format")).selectOption("csv");
    const list = drawer.locator(".fix-lists button").first();
    const path = await run.saveBy(() => list.click(), "fix-list.csv");
    await app.keyboard.press("Escape");

    const fixed = info.outputPath("fixed.csv");
    writeFileSync(fixed, corrected(path));
    const job = await importByWizard(app, words, { path: fixed, object: "deals" });
    await expectCounts(job, { read: "3", added: "0", updated: "2", unchanged: "1", bad: "0" });

    await goTo(app, "customer/quality");
    await expect(grid).toBeVisible();
    for (const code of ["no-amount", "no-next-step"]) await expect(grid).not.toContainText(wrong(code));
    await expect(grid).not.toContainText("2024-08-01");
  });
});

/** The file with its cells corrected; it must say what is wrong in a column of its own. */
function corrected(path: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(path));
  const read = readCsv(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const [header = [], ...rows] = read.value.table.rows.map((row) => row.map(cellText));
  expect(header.filter((title) => Object.values(FIX_HEADER).includes(title))).toHaveLength(1);
  const nameAt = header.indexOf("Deal Name");
  const fixed = rows.map((row) => row.map((cell, at) => CORRECT[row[nameAt]!]?.[header[at]!] ?? cell));
  return writeCsv([header, ...fixed]);
}
