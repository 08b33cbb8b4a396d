import type { Page } from "@playwright/test";
import { SEED_KPIS } from "../../core/kpi/locales/seed-kpis.ts";
import type { Money } from "../../core/base/money.ts";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choosePeriod, goTo, inEachLanguage, startEmpty } from "./journey.ts";

inEachLanguage((words) => {
  test("a book typed by hand: member, customer, a deal that is won, an order, its KPI, and undo", async ({
    app,
  }) => {
    test.slow();
    await startEmpty(app, words, "CNY");
    await addMember(app, words, "Ann");

    await typeCustomer(app, words);
    await winDeal(app, words);
    await typeOrder(app, words);

    await expectSales(app, words, 500_000);
    await goTo(app, "customer/orders");
    await app.getByRole("row", { name: "A-1" }).click();
    const opened = app.getByRole("dialog", { name: "A-1" });
    await field(opened, words, "amount").fill("6000");
    await field(opened, words, "amount").press("Enter");
    await expect(field(opened, words, "amount")).toHaveValue("6,000.00");
    await app.keyboard.press("Escape");
    await expectSales(app, words, 600_000);
    await app.keyboard.press("Control+z");
    await expectSales(app, words, 500_000);
  });
});

/** A customer of Ann's; Enter saves and makes room for the next. */
async function typeCustomer(app: Page, words: Words): Promise<void> {
  await goTo(app, "customer/customers");
  await button(app, words.text("customer.new.customers")).click();
  const customer = app.getByRole("dialog", { name: words.text("customer.new.customers") });
  await field(customer, words, "customer").fill("Acme");
  await customer
    .getByLabel(words.text("customer.field.owner"), { exact: true })
    .selectOption({ label: "Ann" });
  await field(customer, words, "customer").press("Enter");
  await expect(customer.getByText(words.text("customer.new.saved", { name: "Acme" }))).toBeVisible();
  await expect(field(customer, words, "customer")).toBeFocused();
  await app.keyboard.press("Escape");
  await expect(app.getByRole("grid")).toContainText("Acme");
}

/** A deal that the arrow keys move from stage to stage until it is won. */
async function winDeal(app: Page, words: Words): Promise<void> {
  await goTo(app, "customer/pipeline");
  await button(app, words.text("customer.new.deals")).click();
  const deal = app.getByRole("dialog", { name: words.text("customer.new.deals") });
  await field(deal, words, "name").fill("Boiler");
  await field(deal, words, "customer").fill("Acme");
  await field(deal, words, "amount").fill("1.2万");
  await field(deal, words, "amount").press("Enter");
  await expect(deal.getByText(words.text("customer.new.saved", { name: "Boiler" }))).toBeVisible();
  await app.keyboard.press("Escape");
  const card = app.locator(".deal-card", { hasText: "Boiler" });
  await card.focus();
  for (let at = 1; at <= 4; at += 1) {
    await app.keyboard.press("ArrowRight");
    await expect(app.locator(".pipeline-column").nth(at).locator(".deal-card")).toBeFocused();
  }
  const won = app.locator(".pipeline-column").nth(4);
  await won.locator(".pipeline-head dd .figure").click();
  await expect(app.getByRole("dialog").locator(".figure.headline")).toHaveText(yuan(words, 1_200_000));
  await app.keyboard.press("Escape");
}

/** An order; an amount in another currency is refused beside its field. */
async function typeOrder(app: Page, words: Words): Promise<void> {
  await goTo(app, "customer/orders");
  await button(app, words.text("customer.new.orders")).click();
  const order = app.getByRole("dialog", { name: words.text("customer.new.orders") });
  await field(order, words, "number").fill("A-1");
  await field(order, words, "customer").fill("Acme");
  await field(order, words, "date").fill("2026-11-02");
  await field(order, words, "amount").fill("€5");
  await order.getByLabel(words.text("customer.field.owner"), { exact: true }).selectOption({ label: "Ann" });
  await field(order, words, "amount").press("Enter");
  await expect(order.getByRole("alert")).toContainText("€");
  await field(order, words, "amount").fill("5000");
  await field(order, words, "amount").press("Enter");
  await expect(order.getByText(words.text("customer.new.saved", { name: "A-1" }))).toBeVisible();
  await app.keyboard.press("Escape");
}

function field(within: ReturnType<Page["getByRole"]>, words: Words, label: string) {
  return within.getByLabel(words.text(`customer.field.${label}`), { exact: true });
}

function yuan(words: Words, minor: number): string {
  return words.quantity({ unit: "money", value: minor as Money }, "full");
}

async function addMember(app: Page, words: Words, name: string): Promise<void> {
  await goTo(app, "team/members");
  await button(app, words.text("team.members.add")).first().click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("team.field.name"), { exact: true }).fill(name);
  await button(drawer, words.text("team.member.create")).click();
  await expect(drawer).toHaveCount(0);
}

/** What the member's sales come to, and that the explanation leads to the order typed. */
async function expectSales(app: Page, words: Words, minor: number): Promise<void> {
  await goTo(app, "kpi/values");
  await choosePeriod(app, words, "2026-11");
  const sales = words.name(SEED_KPIS.find((kpi) => kpi.key === "sales")!.name);
  const grid = app.getByRole("grid");
  const column = await grid.getByRole("columnheader", { name: sales }).first().getAttribute("aria-colindex");
  const row = grid.getByRole("row").filter({ has: app.getByRole("rowheader", { name: "Ann", exact: true }) });
  await row.locator(`[aria-colindex="${column}"] button`).click();
  const panel = app.getByRole("dialog");
  await expect(panel.locator(".figure.headline")).toHaveText(yuan(words, minor));
  await expect(panel.getByRole("row").filter({ hasText: "A-1" })).toContainText(yuan(words, minor));
  await app.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
}
