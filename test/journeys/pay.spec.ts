import type { Page } from "@playwright/test";
import type { Money } from "../../core/base/money.ts";
import type { Words } from "../../core/words/words.ts";
import { expect, test } from "./fixture.ts";
import { button, choosePeriod, goTo, inEachLanguage, startEmpty } from "./journey.ts";

inEachLanguage((words) => {
  test("a quarter's commission from plan to approved statement, and a refund afterwards is a line of the next quarter", async ({
    app,
  }) => {
    test.slow();
    await startEmpty(app, words, "CNY");
    const quarters = await quartersOf(app);
    await addMember(app, words, "Ann");
    await typeOrder(app, words, `${quarters.month}-15`);
    await writePlan(app, words);

    await goTo(app, "incentive/statements");
    await choosePeriod(app, words, quarters.last);
    const row = app.getByRole("row", { name: "Ann" });
    await expect(row).toContainText(yuan(words, 19_000));
    await button(app, words.text("incentive.approve.all", { count: 1 })).click();
    await expect(row).toContainText(words.text("incentive.state.approved"));
    await app.keyboard.press("Control+z");
    await expect(app.getByText(words.text("incentive.problem.undo-approval"))).toBeVisible();

    await refundOrder(app, words);
    await goTo(app, "incentive/statements");
    await expect(row).toContainText(yuan(words, 19_000));
    await choosePeriod(app, words, quarters.running);
    await row.click();
    const statement = app.getByRole("dialog");
    const change = { what: "A-1", period: { period: quarters.last as never, form: "short" } } as const;
    await expect(statement).toContainText(words.text("incentive.change.refund", change));
    await expect(statement.locator(".statement-total .figure")).toHaveText(yuan(words, -19_000));
    await statement.locator(".statement-total .figure").click();
    await expect(app.getByText(words.text("incentive.formula.statement"))).toBeVisible();
  });
});

/** The last whole quarter with a month in it, and the running one, on the page's own day. */
async function quartersOf(app: Page): Promise<{ last: string; running: string; month: string }> {
  const [year, month] = await app.evaluate(() => [new Date().getFullYear(), new Date().getMonth()] as const);
  const quarter = Math.floor(month / 3);
  const running = `${year}-Q${quarter + 1}`;
  if (quarter === 0) return { last: `${year - 1}-Q4`, running, month: `${year - 1}-11` };
  return {
    last: `${year}-Q${quarter}`,
    running,
    month: `${year}-${String(quarter * 3 - 1).padStart(2, "0")}`,
  };
}

async function addMember(app: Page, words: Words, name: string): Promise<void> {
  await goTo(app, "team/members");
  await button(app, words.text("team.members.add")).first().click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("team.field.name"), { exact: true }).fill(name);
  await button(drawer, words.text("team.member.create")).click();
  await expect(drawer).toHaveCount(0);
}

async function typeOrder(app: Page, words: Words, on: string): Promise<void> {
  await goTo(app, "customer/orders");
  await button(app, words.text("customer.new.orders")).click();
  const order = app.getByRole("dialog", { name: words.text("customer.new.orders") });
  const field = (label: string) => order.getByLabel(words.text(`customer.field.${label}`), { exact: true });
  await field("number").fill("A-1");
  await field("date").fill(on);
  await field("amount").fill("5000");
  await field("owner").selectOption({ label: "Ann" });
  await field("amount").press("Enter");
  await expect(order.getByText(words.text("customer.new.saved", { name: "A-1" }))).toBeVisible();
  await app.keyboard.press("Escape");
}

/** From a template; a gap in its tiers cannot be made, an end below its start is told at the field. */
async function writePlan(app: Page, words: Words): Promise<void> {
  await goTo(app, "incentive/plans");
  await button(app, words.text("incentive.plan.new")).click();
  await button(app, words.text("incentive.template.marginal")).click();
  await expect(app.getByRole("dialog")).toHaveCount(0);
  const basis = app.getByRole("combobox", { name: words.text("incentive.rule.basis"), exact: true });
  await basis.selectOption("ordered");
  const from = app.getByLabel(words.text("incentive.plan.from"), { exact: true });
  await from.fill("2025-01-01");
  await from.press("Enter");
  const bound = app.getByRole("textbox", { name: words.text("incentive.tier.to"), exact: true }).nth(1);
  await bound.fill("10");
  await bound.press("Enter");
  await expect(app.locator(".inline-problem")).toBeVisible();
  await bound.press("Escape");
  await expect(app.locator(".inline-problem")).toHaveCount(0);
  const base = app.getByRole("textbox", { name: words.text("incentive.example.base"), exact: true });
  await base.fill("5000");
  await base.press("Enter");
  await expect(app.locator(".steps-result")).toContainText(yuan(words, 19_000));
}

async function refundOrder(app: Page, words: Words): Promise<void> {
  await goTo(app, "customer/orders");
  await app.getByRole("row", { name: "A-1" }).click();
  const opened = app.getByRole("dialog", { name: "A-1" });
  const refunded = opened.getByLabel(words.text("customer.field.refunded"), { exact: true });
  await refunded.fill("5000");
  await refunded.press("Enter");
  await expect(refunded).toHaveValue("5,000.00");
  await app.keyboard.press("Escape");
}

function yuan(words: Words, minor: number): string {
  return words.quantity({ unit: "money", value: minor as Money }, "full");
}
