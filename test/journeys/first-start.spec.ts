import { ROOMS } from "../../renderer/platform/place.ts";
import { expect, test } from "./fixture.ts";
import { inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("from the first start through the sample to whoever needs the manager now, and to every room by its key", async ({
    app,
  }) => {
    await startSample(app, words);
    await expect(app.locator(".square")).toHaveCount(9);
    const needs = app.getByRole("region", { name: words.text("app.home.needs") });
    const link = needs.getByRole("listitem").first().getByRole("link");
    const place = await link.getAttribute("href");
    await link.click();
    expect(new URL(app.url()).hash).toBe(place);
    await expect(app.locator(".page")).toBeVisible();

    for (const [index, room] of ROOMS.entries()) {
      await app.keyboard.press("0");
      await expect(app.locator(".square")).toHaveCount(9);
      await app.keyboard.press(String(index + 1));
      await expect(app.getByRole("heading", { level: 1 }).first()).toHaveText(words.text(`app.room.${room}`));
    }
  });
});
