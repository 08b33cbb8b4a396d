import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { button, goTo, startEmpty } from "../journey.ts";
import { expect, test } from "./desktop-test.ts";

const words = createWords("zh-CN", zhCn, "CNY");

test("the app is locked when the computer is", async ({ launch }) => {
  const { page, lockScreen } = await launch();
  await startEmpty(page, words, "CNY");
  await goTo(page, "vault/settings");
  await button(page, words.text("vault.app-lock.set")).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel(words.text("vault.passphrase.first")).fill("a walk in the rain");
  await drawer.getByLabel(words.text("vault.passphrase.second")).fill("a walk in the rain");
  await button(drawer, words.text("vault.app-lock.do")).click();
  await button(drawer, words.text("vault.app-lock.noted")).click();
  await lockScreen();
  await expect(page.getByRole("heading", { name: words.text("vault.app-lock.screen") })).toBeVisible();
});
