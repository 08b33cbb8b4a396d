import type { Locator, Page } from "@playwright/test";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import {
  button,
  choice,
  expectCounts,
  fixtureFile,
  goTo,
  importByWizard,
  inEachLanguage,
  previewImport,
  startEmpty,
} from "./journey.ts";

const FILES = [
  ["fxiaoke-customers.csv", "customers", "fxiaoke"],
  ["zoho-accounts.csv", "customers", "zoho"],
  ["fxiaoke-deals.csv", "deals", "fxiaoke"],
  ["zoho-deals.csv", "deals", "zoho"],
] as const;

inEachLanguage((words) => {
  test("both systems' customers and deals: the queue, certain ones in one go, one by a key, counted once, again nothing new, taken apart", async ({
    app,
  }) => {
    test.slow();
    await startEmpty(app, words, "CNY");
    for (const file of FILES) await expectCounts(await bring(app, words, file), { bad: "0" });
    await expectTotals(app, words, { customers: "8", deals: "4" });

    await goTo(app, "customer/match");
    const list = app.getByRole("listbox");
    await expect(list.getByRole("option")).toHaveCount(3);
    await button(app, words.text("customer.match.accept", { count: 2 })).click();
    await expect(list.getByRole("option")).toHaveCount(2);
    // Their customers are one now, so their deals may be.
    await expect(list.getByRole("option").first()).toContainText("MES 一期");
    await list.focus();
    await list.press("s");
    await expect(list.getByRole("option")).toHaveCount(1);
    await expect(app.locator(".match-compare")).toContainText("瑞丰贸易发展");
    await list.press("s");
    await expect(app.getByText(words.text("customer.match.empty.queue"))).toBeVisible();
    await expectTotals(app, words, { customers: "5", deals: "3" });

    for (const [name, object, source] of FILES.slice(1, 3)) {
      const file = { path: fixtureFile(`two-crms/${name}`), object, source };
      const again = await previewImport(app, words, file);
      await expectCounts(again, { added: "0", updated: "0", bad: "0" });
    }
    await expectOrigin(app, words);

    await goTo(app, "customer/match");
    await choice(app, words.text("customer.match.view")).selectOption("matched");
    const twin = app.getByRole("row", { name: "东方机电（上海）有限公司" });
    await button(twin, words.text("customer.match.unmatch")).click();
    await expect(twin).toHaveCount(0);
    await expectTotals(app, words, { customers: "6", deals: "3" });
    await app.keyboard.press("Control+z");
    await expectTotals(app, words, { customers: "5", deals: "3" });
  });
});

function bring(app: Page, words: Words, [name, object, source]: (typeof FILES)[number]): Promise<Locator> {
  return importByWizard(app, words, { path: fixtureFile(`two-crms/${name}`), object, source });
}

async function expectTotals(
  app: Page,
  words: Words,
  wanted: { readonly customers: string; readonly deals: string },
): Promise<void> {
  for (const table of ["customers", "deals"] as const) {
    await goTo(app, `customer/${table}`);
    await expect(app.getByRole("grid", { name: words.text(`customer.tab.${table}`) })).toHaveAttribute(
      "aria-rowcount",
      String(Number(wanted[table]) + 1),
    );
  }
}

/** Each field says which file said so, and what the other system says. */
async function expectOrigin(app: Page, words: Words): Promise<void> {
  await goTo(app, "customer/customers");
  await app.getByRole("row", { name: "上海东方机电股份有限公司" }).click();
  const drawer = app.getByRole("dialog");
  await expect(drawer).toContainText("fxiaoke-customers.csv");
  await expect(drawer).toContainText("zoho-accounts.csv");
  const source = words.text("customer.source.zoho");
  const field = words.text("customer.field.level");
  await button(drawer, words.text("customer.match.says.take-of", { field, source })).click();
  await expect(drawer.getByLabel(field, { exact: true })).toHaveValue("A");
  await app.keyboard.press("Escape");
  await app.keyboard.press("Control+z");
}
