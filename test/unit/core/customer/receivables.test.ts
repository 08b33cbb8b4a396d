import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { OrderId } from "../../../../core/base/id.ts";
import { money } from "../../../../core/base/money.ts";
import { receivables } from "../../../../core/customer/receivables.ts";
import type { Payment } from "../../../../core/customer/records.ts";
import { anOrder } from "../../../builders/kpi-context.ts";

const TODAY = day("2026-04-10");

function payment(orderId: string, amount: number): Payment {
  const of = { id: `${orderId}-${amount}`, orderId: orderId as OrderId, on: TODAY };
  return { ...of, amount: money(amount), source: "typed" };
}

describe("what is due and not paid", () => {
  test("is the amount less what the order says was paid or what its payments come to, whichever is more", () => {
    const orders = [
      anOrder("o1", "2026-03-01", 500, { paid: money(200) }),
      anOrder("o2", "2026-03-01", 500, { paid: money(200) }),
      anOrder("o3", "2026-03-01", 500),
    ];
    const payments = [payment("o1", 100), payment("o2", 150), payment("o2", 150), payment("o3", 500)];
    expect(receivables(orders, payments, TODAY).map(({ id, paid, open }) => [id, paid, open])).toEqual([
      ["o1", 200, 300],
      ["o2", 300, 200],
    ]);
  });

  test("comes with the days since it was due, the longest overdue first and those without a day last", () => {
    const orders = [
      anOrder("o1", "2026-03-01", 500),
      anOrder("o2", "2026-03-01", 500, { dueOn: day("2026-04-20") }),
      anOrder("o3", "2026-03-01", 500, { dueOn: day("2026-04-01") }),
    ];
    expect(receivables(orders, [], TODAY).map(({ id, daysOver }) => [id, daysOver])).toEqual([
      ["o3", 9],
      ["o2", -10],
      ["o1", null],
    ]);
  });
});
