import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Screen } from "./gallery-screens.ts";

const ORDERS = "test/fixtures/northwind/orders.csv";

/** What opens over a screen: panels, the steps of an import, sheets, notices. In this order, for the last ones change data. */
export const OPENED: readonly Screen[] = [
  { name: "member", place: "#/team/members/m-li-min" },
  {
    name: "duty",
    place: "#/team/groups",
    act: (page) => page.locator(".group-card li a").first().click(),
  },
  { name: "split", place: "#/target", act: (page) => press(page, /拆分全年目标|Split the year/) },
  { name: "target-lock", place: "#/target", act: (page) => press(page, /^锁定$|^Lock$/) },
  { name: "kpi", place: "#/kpi/library", act: openFirstRow },
  { name: "kpi-missing", place: "#/kpi", act: (page) => press(page, /看缺哪些|Show which/) },
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

async function press(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().click();
}

async function openFirstRow(page: Page): Promise<void> {
  await page.locator(".data-row.opens").first().click();
}

async function chooseOrders(page: Page): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await press(page, /选择文件|Choose files/);
  await (await chooser).setFiles(ORDERS);
  await page.getByRole("button", { name: /^下一步$|^Next$/ }).waitFor();
}

async function nextStep(page: Page): Promise<void> {
  await press(page, /^下一步$|^Next$/);
  await page.waitForTimeout(1000);
}

async function restore(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent("filechooser");
  await press(page, /从备份恢复|Restore a backup/);
  await (await chooser).setFiles(file);
  await page.waitForTimeout(1200);
}

/** Saves a backup, which shows the notice of it, and opens the same file for restoring. */
async function restoreOwnBackup(page: Page): Promise<void> {
  const download = page.waitForEvent("download");
  await press(page, /保存备份|Save a backup/);
  const saved = await download;
  const buffer = readFileSync(await saved.path());
  await restore(page, { name: saved.suggestedFilename(), mimeType: "application/octet-stream", buffer });
}
