import { expect, test } from "./fixture.ts";
import {
  expectCounts,
  fixtureFile,
  goTo,
  importByWizard,
  inEachLanguage,
  previewImport,
  startEmpty,
} from "./journey.ts";

const PIPELINE = { path: fixtureFile("maven-crm/sales_pipeline.csv"), object: "deals" };

inEachLanguage((words) => {
  test("8,800 deals of a stranger's file come in whole, and the same file again changes nothing", async ({
    app,
  }) => {
    test.slow();
    await startEmpty(app, words, "USD");
    const first = await importByWizard(app, words, PIPELINE);
    await expectCounts(first, { read: "8,800", added: "8,800", updated: "0", skipped: "0", bad: "0" });

    await goTo(app, "customer/deals");
    await expect(app.getByRole("grid")).toHaveAttribute("aria-rowcount", "8801");

    const again = await previewImport(app, words, PIPELINE);
    await expectCounts(again, { read: "8,800", added: "0", updated: "0", unchanged: "8,800", bad: "0" });
    await expect(again).toContainText(words.text("customer.wizard.nothing-new"));
    await goTo(app, "customer/deals");
    await expect(app.getByRole("grid")).toHaveAttribute("aria-rowcount", "8801");
  });
}, "USD");
