import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { INSTALLER, INSTALLER_NAME, signed } from "../../builders/update-feed.ts";
import { button, choice, goTo, startEmpty } from "../journey.ts";
import { expect, test } from "./desktop-test.ts";

const words = createWords("zh-CN", zhCn, "CNY");

test("updates are off until a folder is chosen; one that another key has signed is refused with its reason", async ({
  home,
  launch,
}) => {
  const folder = join(home, "U 盘");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "jiugong-update.json"), signed());
  writeFileSync(join(folder, INSTALLER_NAME), INSTALLER);
  const { page, answerDialog } = await launch();
  await startEmpty(page, words, "CNY");
  await goTo(page, "vault/updates");
  await expect(page.getByText(words.text("vault.update.off-text"))).toBeVisible();
  await choice(page, words.text("vault.update.source")).selectOption("folder");
  await answerDialog({ dialog: "open", path: folder });
  await button(page, words.text("vault.update.choose-folder")).click();
  await expect(page.getByText("U 盘", { exact: true })).toBeVisible();
  await button(page, words.text("vault.update.check")).click();
  await expect(page.getByText(words.text("vault.update.problem.wrong-signature"))).toBeVisible();
  await expect(button(page, words.text("vault.update.fetch"))).toHaveCount(0);
  await expect(page.getByText(folder)).toHaveCount(0);
});

test("the page of what the app is made of shows each package with its licence", async ({ launch }) => {
  const { page } = await launch();
  await startEmpty(page, words, "CNY");
  await goTo(page, "vault/about");
  await page.getByRole("searchbox", { name: words.text("vault.about.search") }).fill("electron-updater");
  await page.getByText("electron-updater", { exact: false }).first().click();
  await expect(page.getByText("The MIT License (MIT)")).toBeVisible();
});
