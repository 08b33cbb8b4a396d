import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../fixture.ts";
import { button, goTo, inEachLanguage, startEmpty } from "../journey.ts";

/* Only a browser's own files can be given a limit. */

inEachLanguage((words) => {
  test("a disk without room: the change is refused and said to be, the screen stays, and goes on when there is room", async ({
    app,
  }) => {
    await startEmpty(app, words, "CNY");
    await goTo(app, "vault/settings");
    const name = app.getByLabel(words.text("vault.settings.name"), { exact: true });
    await expect(name).toBeVisible();
    const before = await name.inputValue();
    const disk = await app.context().newCDPSession(app);

    await limitRoom(app, disk, 1);
    await name.fill("Nobody keeps this");
    await name.press("Enter");
    const warning = app.locator(".save-warning");
    await expect(warning).toContainText(words.text("vault.save.not-saved"));
    await expect(app.locator(".save-state")).toContainText(words.text("app.save.not-saved"));
    await expect(app.locator(".rail-foot .rail-name")).toContainText(before);

    await limitRoom(app, disk, null);
    await button(warning, words.text("app.error.again")).click();
    await expect(warning).toHaveCount(0);
    await name.fill("Kept");
    await name.press("Enter");
    await expect(app.locator(".rail-foot .rail-name")).toContainText("Kept");
  });
});

/** Gives the app's origin so many bytes in all; `null`: as many as there are. */
async function limitRoom(app: Page, disk: CDPSession, quotaSize: number | null): Promise<void> {
  const { origin } = new URL(app.url());
  await disk.send("Storage.overrideQuotaForOrigin", quotaSize === null ? { origin } : { origin, quotaSize });
}
