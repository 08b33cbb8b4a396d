import type { Locator, Page } from "@playwright/test";
import type { TypedTable } from "../../core/customer/typed-fields.ts";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choosePeriod, goTo, inEachLanguage, startEmpty } from "./journey.ts";

inEachLanguage((words) => {
  test("contact, activity and a complaint through its steps, answers and their CSAT, and undo", async ({
    app,
  }) => {
    test.slow();
    await startEmpty(app, words, "CNY");
    await type(app, words, { table: "contacts", texts: { name: "Eva", customer: "Acme" } });
    await type(app, words, {
      table: "activities",
      texts: { customer: "Acme", text: "Offer", date: "2026-10-08" },
    });
    await goTo(app, "customer/customers");
    await expect(app.getByRole("grid")).toContainText("Acme");

    const complaint = { subject: "Leak", customer: "Acme", opened: "2026-10-08", text: "Oil on the floor" };
    await type(app, words, { table: "cases", texts: complaint });
    await walkChain(app, words);

    await type(app, words, { table: "answers", texts: { customer: "Acme", score: "5", date: "2026-10-09" } });
    await type(app, words, { table: "answers", texts: { customer: "Acme", score: "2", date: "2026-10-09" } });
    await expectCsat(app, words, 0.5);
    await app.keyboard.press("Control+z");
    await expectCsat(app, words, 1);
  });
});

inEachLanguage((words) => {
  test("a customer of level A that nobody called on waits until a contact is written down", async ({
    app,
  }) => {
    test.slow();
    await startEmpty(app, words, "CNY");
    await type(app, words, { table: "customers", texts: { customer: "Acme", level: "A" } });
    await type(app, words, { table: "activities", texts: { customer: "Acme", date: "2026-10-08" } });
    await goTo(app, "customer/care");
    const row = app.getByRole("row", { name: "Acme" });
    await button(row, words.text("customer.new.activities")).click();
    const drawer = app.getByRole("dialog", { name: words.text("customer.new.activities") });
    await expect(field(drawer, words, "customer")).toHaveValue("Acme");
    await button(drawer, words.text("customer.new.save-close")).click();
    // While the dialog is open the rows behind it are nobody's.
    await expect(drawer).toHaveCount(0);
    await expect(row).toHaveCount(0);

    await goTo(app, "customer/customers");
    await app.getByRole("row", { name: "Acme" }).click();
    await button(app, words.text("customer.page.open")).click();
    await expect(app.getByRole("heading", { name: "Acme" })).toBeVisible();
    const visits = app.getByRole("row", { name: words.text("customer.page.kind.activities") });
    await expect(visits).toHaveCount(2);
    await visits.last().press("Enter");
    await expect(field(app.getByRole("dialog"), words, "date")).toHaveValue("2026-10-08");
  });

  test("an answer that its question does not have is refused beside its field", async ({ app }) => {
    await startEmpty(app, words, "CNY");
    await goTo(app, "customer/answers?new=");
    const drawer = app.getByRole("dialog");
    await field(drawer, words, "score").fill("6");
    await button(drawer, words.text("customer.new.save-close")).click();
    await expect(drawer.getByRole("alert")).toContainText(
      words.text("customer.problem.score", { field: words.text("customer.field.score"), least: 1, most: 5 }),
    );
  });
});

/** Types a record into its form and closes it. */
async function type(
  app: Page,
  words: Words,
  of: { readonly table: TypedTable; readonly texts: Readonly<Record<string, string>> },
): Promise<void> {
  await goTo(app, `customer/${of.table}?new=`);
  const drawer = app.getByRole("dialog", { name: words.text(`customer.new.${of.table}`) });
  for (const [label, text] of Object.entries(of.texts)) await field(drawer, words, label).fill(text);
  await button(drawer, words.text("customer.new.save-close")).click();
  await expect(drawer).toHaveCount(0);
}

/** From the report to the check, each step done in its turn. */
async function walkChain(app: Page, words: Words): Promise<void> {
  await goTo(app, "customer/cases");
  await app.getByRole("row", { name: "Leak" }).click();
  const drawer = app.getByRole("dialog", { name: "Leak" });
  const steps = drawer.locator(".case-step");
  await expect(steps.nth(0)).toContainText(words.text("customer.case.state.done"));
  await expect(steps.nth(1)).toContainText(words.text("customer.field.cause"));
  await fill(drawer, words, { cause: "Worn seal", remedy: "New supplier", remedyDue: "2026-10-20" });
  await expect(steps.nth(1)).toContainText(words.text("customer.case.state.done"));
  await expect(steps.nth(2)).toHaveClass(/overdue/);
  await fill(drawer, words, { remedyDone: "2026-10-21", checkOn: "2026-10-30" });
  await expect(steps.nth(3)).toHaveClass(/overdue/);
  await field(drawer, words, "hasRecurred").selectOption("no");
  await expect(steps.nth(3)).toHaveClass(/done/);
  await expect(field(drawer, words, "checkedOn")).not.toHaveValue("");
  await app.keyboard.press("Escape");
}

async function fill(drawer: Locator, words: Words, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    await field(drawer, words, label).fill(text);
    await field(drawer, words, label).blur();
    await expect(field(drawer, words, label)).toHaveValue(text);
  }
}

/** The team's CSAT of the quarter, as it explains itself. */
async function expectCsat(app: Page, words: Words, share: number): Promise<void> {
  await goTo(app, "customer/satisfaction");
  await choosePeriod(app, words, "2026-Q4");
  const row = app.getByRole("row", { name: words.text("base.team") });
  await expect(row.getByRole("button").first()).toHaveText(words.quantity({ unit: "percent", value: share }));
}

function field(within: Locator, words: Words, label: string): Locator {
  return within.getByLabel(words.text(`customer.field.${label}`), { exact: true });
}
