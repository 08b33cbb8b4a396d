import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { CustomerId, GroupId, MemberId, OrderId, Subject } from "../../../../core/base/id.ts";
import { money } from "../../../../core/base/money.ts";
import type { Ppm } from "../../../../core/base/money.ts";
import { period } from "../../../../core/base/period.ts";
import type { Deal, Stage } from "../../../../core/customer/records.ts";
import { kpiValue } from "../../../../core/kpi/kpi-value.ts";
import {
  aCase,
  aDeal,
  aGroup,
  aMember,
  aMembership,
  anOrder,
  kpiWorld,
} from "../../../builders/kpi-context.ts";
import type { KpiWorld } from "../../../builders/kpi-context.ts";

const team: Subject = { kind: "team" };
const unassigned: Subject = { kind: "unassigned" };
const member = (id: string): Subject => ({ kind: "member", id: id as MemberId });
const group = (id: string): Subject => ({ kind: "group", id: id as GroupId });

function ask(world: KpiWorld, kpiId: string, subject: Subject, periodId: string) {
  const context = kpiWorld(world);
  return kpiValue(context, kpiId, { subject, period: period(periodId, context.settings.fiscalStart) });
}

const people = {
  members: [aMember("m1"), aMember("m2")],
  groups: [aGroup("g1"), aGroup("g2")],
  memberships: [
    aMembership("m1", "g1", "2026-01-01"),
    aMembership("m1", "g2", "2026-08-01"),
    aMembership("m2", "g2", "2026-01-01"),
  ],
};

describe("whom a fact counts for", () => {
  const orders = [
    anOrder("o1", "2026-07-31", 100, { ownerName: "m1" }),
    anOrder("o2", "2026-08-01", 10, { ownerName: "m1" }),
    anOrder("o3", "2026-08-02", 1, { ownerName: "nobody" }),
  ];

  test("a move on 1 August takes the August order to the new group and leaves July's where it was", () => {
    const value = (subject: Subject) =>
      ask({ ...people, orders }, "order-amount", subject, "2026-Q3").value.value;
    expect([group("g1"), group("g2"), member("m1"), team].map(value)).toEqual([100, 10, 110, 111]);
  });

  test("an owner who matches nobody is unassigned and stays in the team's total", () => {
    expect(ask({ ...people, orders }, "order-amount", unassigned, "2026-Q3").value.value).toBe(1);
  });

  test("a shared order is split to the unit, and members and the rest add up to the team", () => {
    const credits = [
      { memberId: "m1" as MemberId, share: 333_333 as Ppm },
      { memberId: "m2" as MemberId, share: 333_333 as Ppm },
    ];
    const shared = [anOrder("o1", "2026-08-01", 101, { ownerName: "m1", credits })];
    const value = (subject: Subject) =>
      ask({ ...people, orders: shared }, "order-amount", subject, "2026-Q3").value.value;
    expect([member("m1"), member("m2"), unassigned, group("g2"), team].map(value)).toEqual([
      34, 33, 34, 67, 101,
    ]);
  });

  test("a shared order counts by its share, once in the group of both", () => {
    const credits = [
      { memberId: "m1" as MemberId, share: 600_000 as Ppm },
      { memberId: "m2" as MemberId, share: 400_000 as Ppm },
    ];
    const shared = [anOrder("o1", "2026-08-01", 100, { credits })];
    const found = (subject: Subject) => ask({ ...people, orders: shared }, "order-count", subject, "2026-Q3");
    expect([member("m1"), member("m2"), group("g2")].map((subject) => found(subject).value.value)).toEqual([
      0.6, 0.4, 1,
    ]);
    expect(found(group("g2")).n).toBe(1);
  });

  test("a new alias takes the orders to its member at once", () => {
    const members = [aMember("m1", { aliases: ["nobody"] }), aMember("m2")];
    expect(ask({ ...people, members, orders }, "order-amount", member("m1"), "2026-Q3").value.value).toBe(
      111,
    );
  });
});

describe("when a deal counts", () => {
  const won = (id: string, more: Partial<Deal>) => aDeal(id, { category: "won", amount: money(10), ...more });

  test("on the day it was closed, else on the expected one; without both it is in no period", () => {
    const deals = [
      won("d1", { closedOn: day("2026-03-31"), expectedCloseOn: day("2026-04-15") }),
      won("d2", { expectedCloseOn: day("2026-04-01") }),
      won("d3", {}),
    ];
    const count = (id: string) => ask({ deals }, "won-count", team, id).value.value;
    expect([count("2026-Q1"), count("2026-Q2"), count("2026")]).toEqual([1, 1, 2]);
  });

  test("in fiscal quarters of a year that begins in April", () => {
    const deals = [won("d1", { closedOn: day("2026-03-31") }), won("d2", { closedOn: day("2026-04-01") })];
    const world = { deals, settings: { fiscalStart: 4 } };
    expect(ask(world, "won-amount", team, "2025-Q4").value.value).toBe(10);
    expect(ask(world, "won-amount", team, "2026-Q1").value.value).toBe(10);
  });

  test("a won deal without an amount is left out of the sum and noted", () => {
    const deals = [
      won("d1", { closedOn: day("2026-03-01") }),
      aDeal("d2", { category: "won", closedOn: day("2026-03-02") }),
    ];
    const found = ask({ deals }, "won-amount", team, "2026-Q1");
    expect([found.value.value, found.n]).toEqual([10, 1]);
    expect(found.explain().notes).toEqual([{ key: "kpi.note.without-amount", params: { count: 1 } }]);
  });
});

describe("rates and cycles", () => {
  const closedOn = day("2026-03-10");
  const deals = [
    aDeal("d1", { category: "won", closedOn, amount: money(300), createdOn: day("2026-03-01") }),
    aDeal("d2", { category: "won", closedOn, amount: money(100), createdOn: day("2026-02-08") }),
    aDeal("d3", { category: "won", closedOn, amount: money(200), createdOn: day("2026-03-09") }),
    aDeal("d4", { category: "lost", closedOn, amount: money(200) }),
    aDeal("d5", { category: "void", closedOn, amount: money(900) }),
  ];

  test("the win rate is won ÷ (won + lost) and leaves void deals out", () => {
    const found = ask({ deals }, "win-rate", team, "2026-Q1");
    expect([found.value, found.n]).toEqual([{ unit: "percent", value: 0.75 }, 4]);
  });

  test("the win rate by value goes by amounts", () => {
    expect(ask({ deals }, "win-rate-value", team, "2026-Q1").value.value).toBe(0.75);
  });

  test("the cycle has a mean of 40 ÷ 3 days and a median of 9", () => {
    expect(ask({ deals }, "cycle-mean-days", team, "2026-Q1").value.value).toBe(40 / 3);
    expect(ask({ deals }, "cycle-median-days", team, "2026-Q1").value.value).toBe(9);
  });

  test("a period without a closed deal has no rate, and says why", () => {
    const found = ask({ deals }, "win-rate", team, "2026-Q2");
    expect([found.value.value, found.note?.key]).toEqual([null, "kpi.none.closed-deals"]);
  });

  test("a period before the book has no value, and an empty book none at all", () => {
    expect(ask({ deals }, "won-amount", team, "2025").note?.key).toBe("kpi.none.before-book");
    expect(ask({}, "won-amount", team, "2026").note?.key).toBe("kpi.none.deals");
  });
});

describe("customers", () => {
  const sale = (id: string, on: string, customerName: string) =>
    anOrder(id, on, 1, { customerName, ownerName: "m1" });

  test("retention and activity count customers once, by id or by the name of a known customer", () => {
    const customers = [{ id: "c1" as CustomerId, name: "ACME", source: "generic" as const }];
    const orders = [
      sale("o1", "2026-01-05", "acme "),
      sale("o2", "2026-01-06", "Other"),
      anOrder("o3", "2026-04-01", 1, { customerId: "c1" as CustomerId }),
    ];
    const found = ask({ customers, orders }, "retention", team, "2026-Q2");
    expect([found.value.value, found.n]).toEqual([0.5, 2]);
    expect(ask({ customers, orders }, "active-customers", team, "2026").value.value).toBe(2);
  });

  test("a won deal keeps a customer as an order does", () => {
    const deals = [aDeal("d1", { category: "won", closedOn: day("2026-05-01"), customerName: "A" })];
    expect(
      ask({ deals, orders: [sale("o1", "2026-01-05", "A")] }, "retention", team, "2026-Q2").value.value,
    ).toBe(1);
  });

  test("of two first orders on one day the lower number makes the customer new, for its owner alone", () => {
    const orders = [
      anOrder("x100", "2026-03-01", 1, { sourceId: "100", customerName: "A", ownerName: "m2" }),
      anOrder("x99", "2026-03-01", 1, { sourceId: "99", customerName: "A", ownerName: "m1" }),
      anOrder("x101", "2026-03-02", 1, { sourceId: "101", customerName: "A", ownerName: "m2" }),
    ];
    const world = { members: people.members, orders };
    const value = (id: string) => ask(world, "new-customers-by-order", member(id), "2026-Q1").value.value;
    expect([value("m1"), value("m2")]).toEqual([1, 0]);
  });
});

describe("open pipeline", () => {
  const open = aDeal("d1", {
    amount: money(1001),
    stage: "s1",
    createdOn: day("2026-01-10"),
    ownerName: "m1",
    expectedCloseOn: day("2026-12-01"),
  });
  const stage = (name: string, category: Stage["category"], probability: number): Stage => ({
    id: `generic:${name}`,
    source: "generic",
    stage: name,
    category,
    probability: probability as Ppm,
    order: 0,
  });
  const stages = [stage("s1", "open", 500_000), stage("won", "won", 1_000_000)];

  test("of the running period it is as of today, weighted by the stage and rounded per deal", () => {
    const world = { deals: [open, aDeal("d2", { amount: money(5) })], stages, members: people.members };
    expect(ask(world, "open-amount", team, "2026-Q4").value.value).toBe(1006);
    const weighted = ask(world, "weighted-open-amount", member("m1"), "2026-Q4");
    expect([weighted.value.value, weighted.n]).toEqual([501, 1]);
  });

  test("of a past period it has no value where stage history is silent", () => {
    const found = ask({ deals: [open], stages }, "open-amount", team, "2026-Q1");
    expect([found.value.value, found.note]).toEqual([
      null,
      { key: "kpi.none.stage-history", params: { count: 1 } },
    ]);
  });

  test("of a past period it is what stage history knew at its end", () => {
    const event = (id: string, on: string, amount: number, name = "s1") => ({
      id,
      dealId: open.id,
      stage: name,
      on: day(on),
      amount: money(amount),
      source: "generic" as const,
    });
    const stageEvents = [
      event("e1", "2026-01-10", 700),
      event("e2", "2026-03-31", 800),
      event("e3", "2026-04-01", 900),
    ];
    expect(ask({ deals: [open], stages, stageEvents }, "open-amount", team, "2026-Q1").value.value).toBe(800);
  });

  test("of a period to come there is none", () => {
    expect(ask({ deals: [open] }, "open-amount", team, "2027-Q1").note?.key).toBe("kpi.none.not-begun");
  });
});

describe("payments and service", () => {
  const order = anOrder("o1", "2026-03-01", 100, { paid: money(60), ownerName: "m1" });

  test("without payments the paid parts of orders count on the order's date", () => {
    const found = ask({ orders: [order], members: people.members }, "paid-amount", member("m1"), "2026-Q1");
    expect([found.value.value, found.note?.key]).toEqual([60, "kpi.note.paid-by-order-date"]);
  });

  test("with payments only they count, for the order's owner where they name none", () => {
    const payment = {
      id: "p1",
      orderId: "o1" as OrderId,
      on: day("2026-04-02"),
      amount: money(25),
      source: "generic" as const,
    };
    const world = { orders: [order], payments: [payment], members: people.members };
    expect(ask(world, "paid-amount", member("m1"), "2026-Q2").value.value).toBe(25);
    expect(
      ask({ ...world, payments: [{ ...payment, on: day("2026-02-01") }] }, "paid-amount", team, "2026-Q2")
        .value.value,
    ).toBe(0);
  });

  test("the complaint rate is complaints ÷ customers served, or ÷ orders where the settings say so", () => {
    const orders = ["o1", "o2", "o3", "o4"].map((id) =>
      anOrder(id, "2026-03-01", 1, { customerName: id < "o3" ? "A" : id }),
    );
    const cases = [aCase("c1", "2026-03-02"), aCase("c2", "2026-03-03", { kind: "咨询" })];
    expect(ask({ orders, cases }, "complaint-rate", team, "2026-Q1").value.value).toBe(1 / 3);
    const perOrder = { orders, cases, settings: { complaintPer: "orders" as const } };
    expect(ask(perOrder, "complaint-rate", team, "2026-Q1").value.value).toBe(0.25);
  });

  test("satisfaction is the share of 4s and 5s; an 8 is of another scale and left out", () => {
    const cases = [5, 4, 3, 8].map((satisfaction, at) => aCase(`c${at}`, "2026-03-02", { satisfaction }));
    const found = ask({ cases }, "satisfaction", team, "2026-Q1");
    expect([found.value.value, found.n, found.note?.key]).toEqual([2 / 3, 3, "kpi.note.other-scale"]);
  });
});
