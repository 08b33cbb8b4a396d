import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { CustomerId } from "../../../../core/base/id.ts";
import { careDaysOf, careOf } from "../../../../core/customer/care.ts";
import type { CareBook } from "../../../../core/customer/care.ts";
import { editCareDays } from "../../../../core/customer/edit-care-days.ts";
import { lastContacts } from "../../../../core/customer/last-contacts.ts";
import type { Activity, Customer, Deal, Order } from "../../../../core/customer/records.ts";
import { aCustomer, aDeal, anOrder } from "../../../builders/kpi-context.ts";

const TODAY = day("2026-03-31");

interface Facts {
  readonly customers?: readonly Customer[];
  readonly activities?: readonly Activity[];
  readonly deals?: readonly Deal[];
  readonly orders?: readonly Order[];
}

function bookOf({ customers = [], activities = [], deals = [], orders = [] }: Facts): CareBook {
  const pages = <Row>(rows: readonly Row[]) => ({ pages: [{ rows }] });
  return {
    customers: pages(customers),
    activities: pages(activities),
    deals: pages(deals),
    orders: pages(orders),
    payments: { pages: [] },
  };
}

function anActivity(on: string, more: Partial<Activity>): Activity {
  return { id: on, kind: "拜访", on: day(on), text: "", source: "generic", ...more };
}

function contacts(facts: Facts, careDays?: Record<string, number>) {
  const settings = careDays === undefined ? {} : { careDays };
  return careOf(bookOf(facts), { today: TODAY, settings }).contacts.map(({ id, daysOver }) => [id, daysOver]);
}

describe("how long a customer may wait", () => {
  test.each([
    ["A", 14],
    ["a 级", 14],
    ["B级", 30],
    ["C", 60],
    ["Active", 90],
    ["重要", 90],
    [undefined, 90],
  ])("level %s: %i days", (level, days) => {
    expect(careDaysOf({}, level)).toBe(days);
  });

  test("is what the settings say, for a level of any name", () => {
    const careDays = { 重要: 7, "": 45, A: 10 };
    expect(["重要", "A", "D"].map((level) => careDaysOf({ careDays }, level))).toEqual([7, 10, 45]);
  });

  test("is set by whole days from 1 to 3650; an empty field goes back to the default", () => {
    const before = { careDays: { A: 10 } };
    expect(editCareDays(before, { level: "B", text: "２０" })).toMatchObject({
      value: [{ fields: { careDays: { A: 10, B: 20 } } }],
    });
    expect(editCareDays(before, { level: "A", text: "" })).toMatchObject({
      value: [{ fields: { careDays: undefined } }],
    });
    expect(editCareDays(before, { level: "B", text: "30" })).toEqual({ ok: true, value: [] });
    expect(["0", "3651", "1.5", "x"].map((text) => editCareDays({}, { level: "A", text }).ok)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("the last contact", () => {
  test("is the latest until today of activities, of those of deals, of what the source says", () => {
    const customer = aCustomer("c1", { lastContactOn: day("2026-02-01") });
    const deal = aDeal("d1", { customerId: "c1" as CustomerId, lastActivityOn: day("2026-02-10") });
    const activities = [
      anActivity("2026-02-20", { customerId: "c1" as CustomerId }),
      anActivity("2026-02-25", { dealId: deal.id }),
      anActivity("2026-04-01", { customerId: "c1" as CustomerId }),
    ];
    const last = (facts: Facts) => lastContacts(bookOf(facts), TODAY).get("c1");
    expect(last({ customers: [customer] })).toBe("2026-02-01");
    expect(last({ customers: [customer], deals: [deal] })).toBe("2026-02-10");
    expect(last({ customers: [customer], deals: [deal], activities })).toBe("2026-02-25");
  });
});

describe("customers that have waited too long", () => {
  test("are those beyond their level's days, the longest over first", () => {
    const customers = [
      aCustomer("onTime", { level: "A", lastContactOn: day("2026-03-17") }),
      aCustomer("late", { level: "A", lastContactOn: day("2026-03-16") }),
      aCustomer("later", { level: "B", lastContactOn: day("2026-02-19") }),
    ];
    expect(contacts({ customers })).toEqual([
      ["later", 10],
      ["late", 1],
    ]);
  });

  test("without any contact they count from their first day, and without that day they are not judged", () => {
    const customers = [aCustomer("old", { createdOn: day("2025-12-30") }), aCustomer("unknown")];
    expect(contacts({ customers })).toEqual([["old", 1]]);
  });

  test("a contact that is written down takes the line away", () => {
    const customers = [aCustomer("c1", { level: "A", lastContactOn: day("2026-03-01") })];
    expect(contacts({ customers })).toEqual([["c1", 16]]);
    const activities = [anActivity("2026-03-31", { customerId: "c1" as CustomerId })];
    expect(contacts({ customers, activities })).toEqual([]);
  });
});

describe("renewals and money to ask for", () => {
  test("renewals are shown from 60 days before until 90 days after", () => {
    const days = ["2025-12-30", "2025-12-31", "2026-03-31", "2026-05-30", "2026-05-31"];
    const customers = days.map((on) => aCustomer(on, { renewalOn: day(on) }));
    const { renewals } = careOf(bookOf({ customers }), { today: TODAY, settings: {} });
    expect(renewals.map(({ id, daysOver }) => [id, daysOver])).toEqual([
      ["2025-12-31", 90],
      ["2026-03-31", 0],
      ["2026-05-30", -60],
    ]);
  });

  test("orders are shown from a week before they are due", () => {
    const orders = ["2026-03-01", "2026-04-07", "2026-04-08"].map((on) =>
      anOrder(on, "2026-01-01", 100, { dueOn: day(on) }),
    );
    const care = careOf(bookOf({ orders }), { today: TODAY, settings: {} });
    expect(care.receivables.map(({ id, daysOver }) => [id, daysOver])).toEqual([
      ["2026-03-01", 30],
      ["2026-04-07", -7],
    ]);
  });
});
