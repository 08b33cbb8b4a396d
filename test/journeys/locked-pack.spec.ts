import type { Page } from "@playwright/test";
import type { Day } from "../../core/base/day.ts";
import { inPeriod, period } from "../../core/base/period.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { sampleWorkspace } from "../../core/vault/sample/sample-workspace.ts";
import { factsOf } from "../../core/vault/workspace.ts";
import { expect, test } from "./fixture.ts";
import { choosePeriod, goTo, inEachLanguage, startSample } from "./journey.ts";

inEachLanguage((words) => {
  test("an order of a locked quarter is changed: the pack keeps the locked scores and says whose would be others, and why", async ({
    app,
  }) => {
    const { periodId, orderId, owner } = await lockedQuarter(app);
    await startSample(app, words);
    const sheet = app.locator(".paper-sheet");
    const scores = sheet
      .locator("table")
      .filter({ hasText: words.text("review.figure.score") })
      .first();
    await goTo(app, "review");
    await choosePeriod(app, words, periodId);
    await expect(sheet).toBeVisible();
    const before = await scores.allInnerTexts();
    await expect(sheet).not.toContainText(words.text("review.pack.since-lock.list"));

    await goTo(app, `customer/orders?id=${encodeURIComponent(orderId)}`);
    const amount = app.getByRole("dialog").getByLabel(words.text("customer.field.amount"), { exact: true });
    await amount.fill("100");
    await amount.press("Enter");
    await expect(amount).toHaveValue("100.00");

    await goTo(app, "review");
    await expect(sheet).toContainText(words.text("review.pack.since-lock.list"));
    await expect(sheet).toContainText(owner);
    expect(await scores.allInnerTexts()).toEqual(before);
  });
});

/** The newest quarter that is locked in the sample as of the page's day, and a large order of 王芳 in it. */
async function lockedQuarter(app: Page) {
  const today = await app.evaluate(() => new Date().toLocaleDateString("sv-SE"));
  const sample = sampleWorkspace(today as Day, "000000000-0000-sample" as Stamp);
  const [snapshot] = [...sample.rows.reviewSnapshots.values()].toSorted((a, b) =>
    a.cycleId < b.cycleId ? 1 : -1,
  );
  const quarter = period(snapshot!.cycleId, 1);
  const order = factsOf(sample, "orders").find(
    (one) => one.ownerName === "王芳" && inPeriod(one.on, quarter) && one.amount > 1_000_000,
  );
  return { periodId: quarter.id, orderId: order!.id, owner: "王芳" };
}
