import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Quantity } from "../../core/base/message.ts";
import { SEED_KPIS } from "../../core/kpi/locales/seed-kpis.ts";
import type { SeedKpiKey } from "../../core/kpi/locales/seed-kpis.ts";
import { decimalToMoney } from "../../core/base/money.ts";
import type { Words } from "../../core/words/words.ts";
import { northwindAnswers } from "../builders/northwind.ts";
import { expect, test } from "./fixture.ts";
import {
  button,
  choice,
  choosePeriod,
  expectCounts,
  fixtureFile,
  goTo,
  importByWizard,
  inEachLanguage,
  startEmpty,
} from "./journey.ts";
import { readGrid, showColumns } from "./read-grid.ts";
import type { SeenCell } from "./read-grid.ts";
import { readWorkbook } from "./read-back.ts";

const answers = northwindAnswers();
const MEMBERS = Object.keys(answers.per_employee_quarter);
const ORDERS = "Orders of Northwind";
const CUSTOMERS = "Customers of Northwind";

inEachLanguage((words) => {
  test("members and orders come in by the wizard, and every figure is right to the cent, on screen, in its explanation and in the workbook", async ({
    app,
    run,
  }) => {
    test.slow();
    await startEmpty(app, words, "USD");
    const employees = { path: fixtureFile("northwind/employees.csv"), object: "members" };
    await expectCounts(await importByWizard(app, words, employees), { read: "9", added: "9", bad: "0" });
    const orders = { path: fixtureFile("northwind/orders.csv"), object: "orders" };
    await expectCounts(await importByWizard(app, words, orders), { read: "830", added: "830", bad: "0" });

    await addBookKpi(app, words, { name: ORDERS, metric: "order-count" });
    await addBookKpi(app, words, { name: CUSTOMERS, metric: "active-customers" });
    await goTo(app, "kpi/values");
    await choice(app, words.text("kpi.values.scope")).selectOption("all");
    for (const quarter of ["1998-Q1", "1997-Q3"]) {
      await choosePeriod(app, words, quarter);
      await expectQuarter(app, words, quarter);
    }

    await showColumns(app.getByRole("grid"), "first");
    await openSales(app, words, "Nancy Davolio");
    await expectRows(app, words, { owner: "Nancy Davolio", quarter: "1997-Q3" });

    await goTo(app, "review");
    const save = button(app, words.text("review.room.save-xlsx"));
    await expect(save).toBeVisible();
    const path = await run.saveBy(() => save.click(), "northwind.xlsx");
    await expect(app.locator(".notice.done").last()).toContainText(".xlsx");
    const rows = await readWorkbook(path);
    for (const name of MEMBERS) {
      const amount = String(Number(answers.per_employee_quarter[name]!["1997-Q3"]!.amount));
      expect(
        rows.some((row) => row[0]?.trim() === name && row.includes(amount)),
        name,
      ).toBe(true);
    }
  });
}, "USD");

/** A KPI of the manager's own that is counted from the orders. */
async function addBookKpi(app: Page, words: Words, kpi: { name: string; metric: string }): Promise<void> {
  await goTo(app, "kpi/library");
  await button(app, words.text("kpi.library.add")).click();
  const drawer = app.getByRole("dialog");
  await drawer.getByLabel(words.text("kpi.field.source")).selectOption("book");
  await drawer.getByLabel(words.text("kpi.field.metric")).selectOption(kpi.metric);
  await expect(drawer.getByLabel(words.text("kpi.field.metric"))).toHaveValue(kpi.metric);
  const name = drawer.getByLabel(words.text(`kpi.field.name-${words.locale === "en" ? "en" : "zh"}`));
  await name.fill(kpi.name);
  await name.press("Enter");
  await expect(drawer.getByRole("heading", { name: kpi.name })).toBeVisible();
  await app.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
}

/** The name of a KPI of the first library. */
function kpiName(words: Words, key: SeedKpiKey): string {
  return words.name(SEED_KPIS.find((kpi) => kpi.key === key)!.name);
}

/** Sales, new customers and orders of every member, and the team's with customers and retention. */
async function expectQuarter(app: Page, words: Words, quarter: string): Promise<void> {
  const grid = app.getByRole("grid");
  const sales = kpiName(words, "sales");
  const news = kpiName(words, "new-customers");
  const retention = kpiName(words, "retention");
  const team = answers.per_quarter[quarter]!;
  const { before, kept } = answers.retention[quarter]!;
  const byMember = MEMBERS.map((name) => ({ name, ...answers.per_employee_quarter[name]![quarter]! }));

  await showColumns(grid, "first");
  const amounts = [...byMember, { name: words.text("base.team"), ...team }].map(({ name, amount }) => [
    name,
    { [sales]: money(amount) },
  ]);
  await expectSeen(app, words, Object.fromEntries(amounts));
  const firsts = byMember.map(({ name }) => [
    name,
    { [news]: count(answers.new_customers[name]?.[quarter] ?? 0) },
  ]);
  const ratio: Quantity = { unit: "percent", value: kept / before };
  await expectSeen(app, words, {
    ...Object.fromEntries(firsts),
    [words.text("base.team")]: { [retention]: ratio },
  });

  await showColumns(grid, "last");
  const orders = byMember.map((member) => [member.name, { [ORDERS]: count(member.orders) }]);
  await expectSeen(app, words, {
    ...Object.fromEntries(orders),
    [words.text("base.team")]: { [ORDERS]: count(team.orders), [CUSTOMERS]: count(team.customers) },
  });
}

type Wanted = Readonly<Record<string, Readonly<Record<string, Quantity>>>>;

/** Every wanted figure stands in the grid: short in the cell, to the cent in the cell or its tooltip. */
async function expectSeen(app: Page, words: Words, wanted: Wanted): Promise<void> {
  const full = (quantity: Quantity) => words.quantity(quantity, "full");
  const exact = (cell: SeenCell | undefined, text: string) =>
    cell && (cell.text === text || (cell.tip === text && cell.text !== "")) ? text : cell;
  const asWanted = Object.entries(wanted).map(([name, cells]) => [
    name,
    Object.fromEntries(Object.entries(cells).map(([title, quantity]) => [title, full(quantity)])),
  ]) as readonly (readonly [string, Record<string, string>])[];
  await expect
    .poll(async () => {
      const seen = await readGrid(app.getByRole("grid"));
      return asWanted.map(([name, cells]) => [
        name,
        Object.fromEntries(
          Object.entries(cells).map(([title, text]) => [title, exact(seen[name]?.[title], text)]),
        ),
      ]);
    })
    .toEqual(asWanted);
}

function money(decimal: string): Quantity {
  return { unit: "money", value: decimalToMoney(decimal, "USD")! };
}

function count(value: number): Quantity {
  return { unit: "count", value };
}

/** Opens the explanation of somebody's sales. */
async function openSales(app: Page, words: Words, name: string): Promise<void> {
  const grid = app.getByRole("grid");
  const head = grid.getByRole("columnheader", { name: kpiName(words, "sales") }).first();
  const column = await head.getAttribute("aria-colindex");
  const row = grid.getByRole("row").filter({ has: app.getByRole("rowheader", { name, exact: true }) });
  await row.locator(`[aria-colindex="${column}"] button`).click();
}

/** The explanation holds exactly that owner's orders of the quarter; one leads to its record with file and line. */
async function expectRows(app: Page, words: Words, of: { owner: string; quarter: string }): Promise<void> {
  const { amount, orders } = answers.per_employee_quarter[of.owner]![of.quarter]!;
  const panel = app.getByRole("dialog");
  await expect(panel.locator(".figure.headline")).toHaveText(words.quantity(money(amount), "full"));
  await expect(panel.locator(".table-foot-note")).toHaveText(words.text("base.rows", { count: orders }));
  const known = firstOrder(of.owner, "1997-07-01");
  const row = panel
    .getByRole("row")
    .filter({ hasText: words.text("app.explain.line", { line: known.line, file: "orders.csv" }) });
  await expect(row).toContainText(known.number);
  await expect(row).toContainText(words.quantity(money(known.amount), "full"));
  await row.click();
  const origin = words.text("customer.origin.file", { line: known.line, file: "orders.csv" });
  await expect(app.getByRole("dialog").getByText(origin).first()).toBeVisible();
  await app.keyboard.press("Escape");
}

/** The owner's first order from a day on, and its line in the file. */
function firstOrder(owner: string, from: string): { number: string; amount: string; line: number } {
  const lines = readFileSync(fixtureFile("northwind/orders.csv"), "utf8").trim().split(/\r?\n/);
  const at = lines.findIndex((line) => {
    const cells = line.split(",");
    return cells[1] === owner && cells[5]! >= from;
  });
  const cells = lines[at]!.split(",");
  return { number: cells[0]!, amount: cells.at(-1)!, line: at + 1 };
}
