import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Screen } from "./gallery-screens.ts";
import { spokenName } from "./setup/spoken-name.ts";

const ORDERS = "test/fixtures/northwind/orders.csv";

/** What opens over a screen: panels, the steps of an import, sheets, notices. In this order, for the last ones change data. */
export const OPENED: readonly Screen[] = [
  { name: "member", place: "#/team/members/m-li-min" },
  {
    name: "duty",
    place: "#/team/groups",
    act: (page) => page.locator(".group-card li a").first().click(),
  },
  { name: "split", place: "#/target", act: (page) => press(page, "target.split") },
  { name: "target-lock", place: "#/target", act: (page) => press(page, "target.lock") },
  { name: "kpi", place: "#/kpi/library", act: openFirstRow },
  { name: "kpi-missing", place: "#/kpi", act: (page) => press(page, "kpi.values.missing-show") },
  { name: "record", place: "#/customer/orders", act: openFirstRow },
  { name: "pay-statement", place: "#/incentive/statements/m-wu-qian" },
  { name: "keys", place: "#/", act: (page) => page.keyboard.press("?") },
  { name: "import-files", place: "#/customer/imports/new" },
  { name: "import-columns", place: "#/customer/imports/new", act: chooseOrders },
  { name: "import-owners", place: "#/customer/imports/new", act: nextStep },
  { name: "import-check", place: "#/customer/imports/new", act: nextStep },
  { name: "notice-failure", place: "#/vault", act: (page) => restore(page, ORDERS) },
  { name: "restore", place: "#/vault", act: restoreOwnBackup },
];

/** Presses a button by the key of its words. */
async function press(page: Page, key: string): Promise<void> {
  await page
    .getByRole("button", { name: spokenName(key) })
    .first()
    .click();
}

async function openFirstRow(page: Page): Promise<void> {
  await page.locator(".data-row.opens").first().click();
}

async function chooseOrders(page: Page): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await press(page, "customer.wizard.choose");
  await (await chooser).setFiles(ORDERS);
  await page.getByRole("button", { name: spokenName("customer.wizard.next") }).waitFor();
}

async function nextStep(page: Page): Promise<void> {
  await press(page, "customer.wizard.next");
  await page.waitForTimeout(1000);
}

async function restore(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent("filechooser");
  await press(page, "vault.backup.restore");
  await (await chooser).setFiles(file);
  await page.waitForTimeout(1200);
}

/** Saves a backup, which shows the notice of it, and opens the same file for restoring. */
async function restoreOwnBackup(page: Page): Promise<void> {
  const download = page.waitForEvent("download");
  await press(page, "vault.backup.save");
  const saved = await download;
  const buffer = readFileSync(await saved.path());
  await restore(page, { name: saved.suggestedFilename(), mimeType: "application/octet-stream", buffer });
}
