import { expect, test } from "./fixture.ts";

test.describe("the app in its shell", () => {
  test("keeps the sample team over a restart and over a power cut", async ({ run, app }) => {
    await app.getByRole("button", { name: "看看示例团队" }).click();
    await expect(app).toHaveTitle("总览 · 九宫");
    await expect(app.getByText("9 人").first()).toBeVisible();
    const restarted = await run.restart();
    await expect(restarted.getByText("9 人").first()).toBeVisible();
    const afterCut = await run.cutPower();
    await expect(afterCut.getByText("9 人").first()).toBeVisible();
  });
});
