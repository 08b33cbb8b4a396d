import { expect, test } from "./fixture.ts";

test("the app opens, asks no other machine and says nothing on the console", async ({ app }) => {
  await expect(app).toHaveTitle(/九宫/);
  await expect(app.locator("#root")).not.toBeEmpty();
});
