import { writeFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Day } from "../../core/base/day.ts";
import { crmScene } from "../builders/crm-scene.ts";
import { zohoBackup } from "../builders/zoho-export.ts";
import { expect, test } from "./fixture.ts";
import { button, expectCounts, goTo, inEachLanguage, startEmpty } from "./journey.ts";

/** A backup of Zoho's with two files that are not imported. */
function backupBytes(): Uint8Array {
  const backup = zohoBackup(crmScene({ seed: 3, deals: 30, today: "2026-11-23" as Day }));
  return zipSync({
    ...unzipSync(backup.bytes),
    "Data/Leads_2026_11_23.csv": strToU8("Record Id,Lead Owner,Company,Last Name\nzcrm_1,Ann,Acme,Li\n"),
    "Data/readme.pdf": strToU8("%PDF"),
  });
}

inEachLanguage((words) => {
  test("a backup's zip opens as its files, customers first, and names what it does not import", async ({
    app,
  }, info) => {
    await startEmpty(app, words, "CNY");
    const path = info.outputPath("Data_001.zip");
    writeFileSync(path, backupBytes());
    await goTo(app, "customer/imports/new");
    await app.locator(".files-button input[type=file]").setInputFiles(path);
    const files = app.locator(".import-files .file-name");
    await expect(files).toHaveCount(9);
    await expect(files.first()).toHaveText("Accounts_2026_11_23.csv");
    await app.locator(".import-files").getByText("Leads_2026_11_23.csv", { exact: true }).click();
    const job = app.locator(".import-job");
    await expect(job.getByText(words.text("customer.import.leads"))).toBeVisible();
    await app.locator(".import-files").getByText("readme.pdf", { exact: true }).click();
    await expect(job.getByText(words.text("customer.file.zip-left", { file: "readme.pdf" }))).toBeVisible();
    await app.locator(".import-files").getByText("Accounts_2026_11_23.csv", { exact: true }).click();
    await button(job, words.text("customer.wizard.next")).click();
    await button(job, words.text("customer.wizard.next")).click();
    await expectCounts(job, { read: "6", added: "6", bad: "0" });
  });
});
