import { describe, expect, test } from "vitest";
import type { MemberId, Subject } from "../../../../core/base/id.ts";
import { moneyToDecimal } from "../../../../core/base/money.ts";
import { period } from "../../../../core/base/period.ts";
import { kpiValue } from "../../../../core/kpi/kpi-value.ts";
import { kpiWorld } from "../../../builders/kpi-context.ts";
import { northwindAnswers, northwindMembers, northwindOrders } from "../../../builders/northwind.ts";

const answers = northwindAnswers();
const members = northwindMembers();
const context = kpiWorld({
  members,
  orders: northwindOrders(),
  today: "1998-05-07",
  settings: { currency: "USD" },
});
const quarters = Object.keys(answers.per_quarter);
const team: Subject = { kind: "team" };

function value(kpiId: string, subject: Subject, periodId: string) {
  return kpiValue(context, kpiId, { subject, period: period(periodId, 1) }).value.value;
}

function amount(subject: Subject, periodId: string): string {
  const { value: quantity } = kpiValue(context, "order-amount", { subject, period: period(periodId, 1) });
  return quantity.unit === "money" && quantity.value !== null ? moneyToDecimal(quantity.value, "USD") : "—";
}

describe.each(quarters)("the Northwind orders of %s", (quarter) => {
  const expected = answers.per_quarter[quarter]!;

  test("have the team's amount, number and customers to the cent", () => {
    expect(amount(team, quarter)).toBe(expected.amount);
    expect(value("order-count", team, quarter)).toBe(expected.orders);
    expect(value("active-customers", team, quarter)).toBe(expected.customers);
  });

  test("have the amount and number of every employee to the cent", () => {
    for (const [name, byQuarter] of Object.entries(answers.per_employee_quarter)) {
      const subject: Subject = { kind: "member", id: name as MemberId };
      expect([name, amount(subject, quarter)]).toEqual([name, byQuarter[quarter]?.amount ?? "0.00"]);
      expect([name, value("order-count", subject, quarter)]).toEqual([name, byQuarter[quarter]?.orders ?? 0]);
    }
  });

  test("have the new customers of every employee", () => {
    for (const { id } of members) {
      const found = value("new-customers-by-order", { kind: "member", id }, quarter);
      expect([id, found]).toEqual([id, answers.new_customers[id]?.[quarter] ?? 0]);
    }
  });

  test("have the retention of the quarter before, as sets", () => {
    const { before, kept } = answers.retention[quarter] ?? { before: 0, kept: 0 };
    const found = kpiValue(context, "retention", { subject: team, period: period(quarter, 1) });
    expect(found.value.value).toBe(before === 0 ? null : kept / before);
    expect(found.n).toBe(before);
  });
});

test("all orders together have the expected number and amount", () => {
  const years = ["1996", "1997", "1998"];
  const count = years.reduce((sum, year) => sum + (value("order-count", team, year) ?? 0), 0);
  const minor = years.reduce((sum, year) => sum + (value("order-amount", team, year) ?? 0), 0);
  expect(count).toBe(answers.total.orders);
  expect((minor / 100).toFixed(2)).toBe(answers.total.amount);
});

test("nothing is left without an owner", () => {
  expect(quarters.map((quarter) => value("order-count", { kind: "unassigned" }, quarter))).toEqual(
    quarters.map(() => 0),
  );
});

test("the explanation of an amount lists every order behind it, and they add up to it", () => {
  const subject: Subject = { kind: "member", id: "Anne Dodsworth" as MemberId };
  const { rows } = kpiValue(context, "order-amount", { subject, period: period("1996-Q3", 1) }).explain();
  expect(rows.map((row) => [row.ref.table, row.ref.id, row.day])).toEqual([
    ["orders", "generic:orders:10255", "1996-07-12"],
    ["orders", "generic:orders:10263", "1996-07-23"],
  ]);
  expect(rows.reduce((sum, row) => sum + (row.amount.value ?? 0), 0)).toBe(436_430);
});
