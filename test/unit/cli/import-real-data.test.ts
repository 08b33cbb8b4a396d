import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { importFiles } from "../../../cli/import-files.ts";
import type { ImportedFiles } from "../../../cli/import-files.ts";
import type { Day } from "../../../core/base/day.ts";
import { moneyToDecimal, sumMoney } from "../../../core/base/money.ts";
import type { ImportSettings } from "../../../core/customer/import/import-settings.ts";
import { factsOf, rowsOf } from "../../../core/vault/workspace.ts";
import type { Workspace } from "../../../core/vault/workspace.ts";
import { emptyBook } from "../../builders/import.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");

let lastId = 0;

async function run(
  book: Workspace,
  paths: readonly string[],
  settings: ImportSettings = {},
): Promise<ImportedFiles> {
  const files = paths.map((path) => ({
    name: path.split("/").at(-1)!,
    bytes: new Uint8Array(readFileSync(join(FIXTURES, path))),
  }));
  const result = await importFiles(book, files, {
    settings,
    createMembers: false,
    today: "2026-11-23" as Day,
    nowMs: 1_795_000_000_000,
    stamp: null,
    newId: () => `b${(lastId += 1)}`,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function countsOf(imported: ImportedFiles) {
  return imported.tables.map(({ plan }) => plan.batch.rows);
}

interface Expected {
  readonly total: { readonly orders: number; readonly amount: string };
  readonly per_quarter: Readonly<
    Record<string, { readonly orders: number; readonly amount: string; readonly customers: number }>
  >;
  readonly per_employee_quarter: Readonly<
    Record<string, Readonly<Record<string, { readonly orders: number; readonly amount: string }>>>
  >;
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

describe("northwind: employees and orders", () => {
  let imported: ImportedFiles;
  const expected = JSON.parse(readFileSync(join(FIXTURES, "northwind/expected.json"), "utf8")) as Expected;

  beforeAll(async () => {
    imported = await run(emptyBook("USD"), ["northwind/employees.csv", "northwind/orders.csv"]);
  });

  test("brings nine members, 830 orders and 89 customers, none bad", () => {
    expect(countsOf(imported).map(({ read, added, bad }) => [read, added, bad])).toEqual([
      [9, 9, 0],
      [830, 830, 0],
    ]);
    expect(rowsOf(imported.workspace, "members")).toHaveLength(9);
    expect(factsOf(imported.workspace, "customers")).toHaveLength(89);
  });

  test("every order's owner is a member", () => {
    expect(imported.tables[1]!.plan.owners.every(({ match }) => match.kind === "member")).toBe(true);
  });

  test("sums per quarter and per employee equal the expected ones to the cent", () => {
    const orders = factsOf(imported.workspace, "orders");
    const amountOf = (chosen: typeof orders) =>
      moneyToDecimal(sumMoney(chosen.map((order) => order.amount)), "USD");
    expect([orders.length, amountOf(orders)]).toEqual([expected.total.orders, expected.total.amount]);
    for (const [quarter, known] of Object.entries(expected.per_quarter)) {
      const chosen = orders.filter((order) => quarterOf(order.on) === quarter);
      const customers = new Set(chosen.map((order) => order.customerId)).size;
      expect([quarter, chosen.length, amountOf(chosen), customers]).toEqual([
        quarter,
        known.orders,
        known.amount,
        known.customers,
      ]);
    }
    for (const [name, quarters] of Object.entries(expected.per_employee_quarter)) {
      for (const [quarter, known] of Object.entries(quarters)) {
        const chosen = orders.filter((order) => order.ownerName === name && quarterOf(order.on) === quarter);
        expect([name, quarter, chosen.length, amountOf(chosen)]).toEqual([
          name,
          quarter,
          known.orders,
          known.amount,
        ]);
      }
    }
  });

  test("importing both again changes nothing", async () => {
    const again = await run(imported.workspace, ["northwind/employees.csv", "northwind/orders.csv"]);
    expect(again.changes).toEqual([]);
    expect(countsOf(again).map(({ unchanged }) => unchanged)).toEqual([9, 830]);
  });
});

describe("maven-crm: the sales pipeline through the generic mapper", () => {
  let imported: ImportedFiles;

  beforeAll(async () => {
    imported = await run(emptyBook("USD"), ["maven-crm/sales_pipeline.csv"]);
  });

  test("brings 8 800 deals, none lost or invented", () => {
    expect(countsOf(imported)).toEqual([
      { read: 8800, added: 8800, updated: 0, unchanged: 0, skipped: 0, bad: 0 },
    ]);
    const deals = factsOf(imported.workspace, "deals");
    const countOf = (category: string) => deals.filter((deal) => deal.category === category).length;
    expect([countOf("won"), countOf("lost"), countOf("open")]).toEqual([4238, 2473, 2089]);
    expect(sumMoney(deals.flatMap((deal) => deal.amount ?? []))).toBe(1_000_553_400);
  });

  test("open deals may lack account, amount and close date; lost ones keep their 0", () => {
    const deals = factsOf(imported.workspace, "deals");
    const open = deals.filter((deal) => deal.category === "open");
    expect(open.every((deal) => deal.amount === undefined && deal.closedOn === undefined)).toBe(true);
    expect(open.filter((deal) => deal.customerName === undefined)).toHaveLength(1425);
    expect(deals.filter((deal) => deal.category === "lost").every((deal) => deal.amount === 0)).toBe(true);
  });

  test("a second import of the same file changes nothing", async () => {
    const again = await run(imported.workspace, ["maven-crm/sales_pipeline.csv"]);
    expect(again.changes).toEqual([]);
    expect(countsOf(again)[0]!.unchanged).toBe(8800);
  });

  test("accounts that come later fill the customers that deals had named", async () => {
    const later = await run(imported.workspace, ["maven-crm/accounts.csv"]);
    expect(countsOf(later)[0]).toMatchObject({ read: 85, added: 0, updated: 85 });
    expect(factsOf(later.workspace, "customers")).toHaveLength(85);
  });
});
