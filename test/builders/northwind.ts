import { readFileSync } from "node:fs";
import { day } from "../../core/base/day.ts";
import type { CustomerId, OrderId } from "../../core/base/id.ts";
import { decimalToMoney } from "../../core/base/money.ts";
import type { Order } from "../../core/customer/records.ts";
import type { Member } from "../../core/team/records.ts";
import { aMember } from "./kpi-context.ts";

const FOLDER = new URL("../fixtures/northwind/", import.meta.url);

/** The answers for the Northwind orders, computed independently of this project. */
export interface NorthwindAnswers {
  readonly total: { readonly orders: number; readonly amount: string };
  readonly per_quarter: Readonly<Record<string, { orders: number; amount: string; customers: number }>>;
  readonly per_employee_quarter: Readonly<Record<string, Record<string, { orders: number; amount: string }>>>;
  readonly new_customers: Readonly<Record<string, Record<string, number>>>;
  readonly retention: Readonly<Record<string, { before: number; kept: number }>>;
}

/** The expected answers. */
export function northwindAnswers(): NorthwindAnswers {
  return JSON.parse(readFileSync(new URL("expected.json", FOLDER), "utf8")) as NorthwindAnswers;
}

/** The nine employees as members; the id is the name. */
export function northwindMembers(): readonly Member[] {
  return csv("employees.csv").map((row, at) => aMember(row.name!, { order: at }));
}

/** The 830 orders as facts. */
export function northwindOrders(): readonly Order[] {
  return csv("orders.csv").map((row, at) => ({
    id: `generic:orders:${row.order_id}` as OrderId,
    number: row.order_id!,
    customerId: `generic:customers:${row.customer_id}` as CustomerId,
    customerName: row.customer!,
    on: day(row.order_date!),
    amount: decimalToMoney(row.amount!, "USD")!,
    source: "generic",
    sourceId: row.order_id!,
    line: at + 2,
    ownerName: row.employee!,
  }));
}

/** Rows of a CSV file without quotes, by header. */
function csv(name: string): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = readFileSync(new URL(name, FOLDER), "utf8").trim().split(/\r?\n/);
  if (header.includes('"') || lines.some((line) => line.includes('"'))) throw new Error(`${name} has quotes`);
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((column, at) => [column, cells[at] ?? ""]));
  });
}
