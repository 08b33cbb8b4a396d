import type { Page } from "@playwright/test";
import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { expect, test } from "../fixture.ts";
import { button, goTo, startSample } from "../journey.ts";

const words = createWords("zh-CN", zhCn, "CNY");
const PASSPHRASE = "a walk in the rain";

test("the app locks itself when nobody has touched it, opens with the passphrase, and with the recovery code for good", async ({
  app,
}) => {
  await startSample(app, words);
  await app.clock.install();
  await app.reload();
  await goTo(app, "vault/settings");
  const code = await setLock(app);

  await app.clock.fastForward("09:00");
  await expect(locked(app)).toHaveCount(0);
  await app.clock.fastForward("02:00");
  await expect(locked(app)).toBeVisible();
  await expect(app.getByRole("navigation")).toHaveCount(0);

  await open(app, "a walk in the sun");
  await expect(app.getByText(words.text("vault.app-lock.wrong"))).toBeVisible();
  await open(app, PASSPHRASE);
  await expect(locked(app)).toHaveCount(0);

  await button(app, words.text("vault.app-lock.now")).click();
  await app.reload();
  await expect(locked(app)).toBeVisible();
  await open(app, code.toLowerCase().replaceAll("-", " "));
  await expect(app.getByText(words.text("vault.app-lock.removed"))).toBeVisible();
  await goTo(app, "vault/settings");
  await expect(button(app, words.text("vault.app-lock.set"))).toBeVisible();
});

test("the app locks itself on the first key after the computer slept too long", async ({ app }) => {
  await startSample(app, words);
  await app.clock.install();
  await app.reload();
  await goTo(app, "vault/settings");
  await setLock(app);
  const now = await app.evaluate(() => Date.now());
  // In a sleep the clock goes on and no timer runs.
  await app.clock.setSystemTime(now + 8 * 60 * 60_000);
  await button(app, words.text("vault.app-lock.now")).focus();
  await app.keyboard.press("Shift");
  await expect(locked(app)).toBeVisible();
});

function locked(app: Page) {
  return app.getByRole("heading", { name: words.text("vault.app-lock.screen") });
}

/** Sets the lock with ten minutes, as it is proposed; answers the recovery code that is shown once. */
async function setLock(app: Page): Promise<string> {
  await button(app, words.text("vault.app-lock.set")).click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("vault.passphrase.first")).fill(PASSPHRASE);
  await drawer.getByLabel(words.text("vault.passphrase.second")).fill(PASSPHRASE);
  await button(drawer, words.text("vault.app-lock.do")).click();
  const code = await drawer.locator(".lock-code").innerText();
  await button(drawer, words.text("vault.app-lock.noted")).click();
  await expect(button(app, words.text("vault.app-lock.now"))).toBeVisible();
  return code;
}

async function open(app: Page, text: string): Promise<void> {
  await app.getByLabel(words.text("vault.app-lock.passphrase")).fill(text);
  await app.keyboard.press("Enter");
}
