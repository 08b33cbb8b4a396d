import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { INSTALLER, INSTALLER_NAME, signed, startFeed } from "../../builders/update-feed.ts";
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

test("an address is asked for nothing until the person has said yes to the program itself", async ({
  launch,
}) => {
  const feed = await startFeed();
  try {
    const { page, answerDialog, look } = await launch();
    await startEmpty(page, words, "CNY");
    await goTo(page, "vault/updates");
    const propose = () =>
      page.evaluate(async (address) => {
        const chosen = await window.jiugong.chooseUpdates({ source: "feed", address });
        await window.jiugong.checkUpdate(null);
        return chosen.ok && chosen.value.source;
      }, feed.address);
    await answerDialog({ dialog: "message", button: 1 });
    expect(await propose()).toBe("off");
    expect(feed.asked).toEqual([]);
    await answerDialog({ dialog: "message", button: 0 });
    await choice(page, words.text("vault.update.source")).selectOption("feed");
    const field = page.getByLabel(words.text("vault.update.address"), { exact: true });
    await field.fill(feed.address);
    await field.press("Enter");
    await expect(field).toHaveValue(feed.address);
    await button(page, words.text("vault.update.check")).click();
    await expect.poll(() => feed.asked).toEqual(["/jiugong/jiugong-update.json"]);
    const detail = words.text("desktop.feed.detail");
    expect((await look()).dialogs).toMatchObject(
      [1, 2].map(() => ({ options: { detail: `${feed.address}\n\n${detail}` } })),
    );
  } finally {
    await feed.close();
  }
});

test("the page of what the app is made of shows each package with its licence", async ({ launch }) => {
  const { page } = await launch();
  await startEmpty(page, words, "CNY");
  await goTo(page, "vault/about");
  await page.getByRole("searchbox", { name: words.text("vault.about.search") }).fill("electron-updater");
  await page.getByText("electron-updater", { exact: false }).first().click();
  await expect(page.getByText("The MIT License (MIT)")).toBeVisible();
});
