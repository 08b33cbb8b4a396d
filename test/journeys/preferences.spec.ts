import type { Page } from "@playwright/test";
import { createWords } from "../../core/words/words.ts";
import { en } from "../../core/words/en.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { expect, test } from "./fixture.ts";
import { button, inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("language and theme change at once, on the screen that is open, and both are there after a restart", async ({
    app,
    run,
  }) => {
    const isEnglish = words.locale === "en";
    const other = isEnglish ? createWords("zh-CN", zhCn, "CNY") : createWords("en", en, "CNY");
    await startSample(app, words);
    await app.keyboard.press("1");
    await expect(app.getByRole("grid", { name: words.text("team.members.grid") })).toBeVisible();

    await app.locator(".language-button").click();
    await expect(app.getByRole("grid", { name: other.text("team.members.grid") })).toBeVisible();
    await expect(app.locator("html")).toHaveAttribute("lang", other.locale);
    await expect(app.getByRole("grid", { name: words.text("team.members.grid") })).toHaveCount(0);

    const light = await ground(app);
    for (const theme of ["system", "light"]) {
      const name = other.text("app.action.theme", { theme: other.text(`app.theme.${theme}`) });
      await button(app, name).click();
    }
    const dark = other.text("app.action.theme", { theme: other.text("app.theme.dark") });
    await expect(button(app, dark)).toBeVisible();
    await expect.poll(() => ground(app)).not.toBe(light);
    const chosen = await ground(app);

    const again = await run.restart();
    await expect(button(again, dark)).toBeVisible();
    await expect(again.getByRole("heading", { level: 1 }).first()).toHaveText(other.text("app.room.home"));
    expect(await ground(again)).toBe(chosen);
  });
});

/** The colour on which everything stands. */
function ground(app: Page): Promise<string> {
  return app.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
