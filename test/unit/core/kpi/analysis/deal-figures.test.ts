import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { MemberId } from "../../../../../core/base/id.ts";
import type { Ppm } from "../../../../../core/base/money.ts";
import type { Deal } from "../../../../../core/customer/records.ts";
import { analysedDeals } from "../../../../../core/kpi/analysis/analysis-filter.ts";
import type { AnalysisFilter } from "../../../../../core/kpi/analysis/analysis-filter.ts";
import { breakDown } from "../../../../../core/kpi/analysis/break-down.ts";
import { dealFigures } from "../../../../../core/kpi/analysis/deal-figures.ts";
import { DIMENSIONS } from "../../../../../core/kpi/analysis/dimensions.ts";
import { undatedDeals } from "../../../../../core/kpi/analysis/undated-deals.ts";
import { kpiValue } from "../../../../../core/kpi/kpi-value.ts";
import type { KpiContext } from "../../../../../core/kpi/context.ts";
import { aCustomer, everything, lostDeal, wonDeal } from "../../../../builders/kpi-analysis.ts";
import { aDeal, aGroup, aMember, aMembership, kpiWorld } from "../../../../builders/kpi-context.ts";

const Q1 = everything("2026-Q1");

function figuresOf(context: KpiContext, filter: AnalysisFilter = Q1) {
  return dealFigures(context, filter, { deals: analysedDeals(context, filter) });
}

function partsOf(context: KpiContext, dimension: (typeof DIMENSIONS)[number], filter = Q1) {
  return breakDown(context, filter, { deals: analysedDeals(context, filter), dimension });
}

/** A team of two with six deals: Fang wins 2 of 3 for 500 of 600, Lei wins 1 of 2, nobody's is lost. */
const TEAM = kpiWorld({
  today: "2026-03-20",
  members: [aMember("fang"), aMember("lei", { order: 1 })],
  groups: [aGroup("new"), aGroup("old", { order: 1 })],
  memberships: [
    aMembership("fang", "new", "2020-01-01"),
    aMembership("lei", "old", "2020-01-01"),
    aMembership("lei", "new", "2026-03-01"),
  ],
  customers: [aCustomer("c1", { industry: "steel", leadSource: "fair" })],
  deals: [
    wonDeal("f1", "2026-01-10", 200, {
      ownerName: "fang",
      createdOn: day("2026-01-01"),
      customerId: "c1" as never,
    }),
    wonDeal("f2", "2026-02-10", 300, { ownerName: "fang", createdOn: day("2026-01-21") }),
    lostDeal("f3", "2026-02-11", 100, { ownerName: "fang" }),
    wonDeal("l1", "2026-02-28", 1000, { ownerName: "lei", createdOn: day("2025-12-30") }),
    lostDeal("l2", "2026-03-05", 1000, { ownerName: "lei" }),
    lostDeal("x1", "2026-03-06", undefined, { ownerName: "stranger" }),
    wonDeal("before", "2025-12-31", 9000, { ownerName: "fang" }),
    aDeal("void", { category: "void", closedOn: day("2026-02-01"), amount: 7000 as never }),
    aDeal("open", { amount: 4000 as never, probability: 250_000 as Ppm, ownerName: "lei" }),
  ],
});

describe("the figures of a filter", () => {
  it("win rate is 3 of 6 by number and 1500 of 2600 by amount; n counts what each rests on", () => {
    const figures = figuresOf(TEAM);
    expect(figures["win-rate"]).toMatchObject({ value: { unit: "percent", value: 0.5 }, n: 6 });
    expect(figures["win-rate-value"]).toMatchObject({ value: { value: 1500 / 2600 }, n: 5 });
  });

  it("the parts of a win rate add up: won + lost = closed", () => {
    const figures = figuresOf(TEAM);
    expect(figures["won-count"].value.value).toBe(3);
    expect(figures["lost-count"].value.value).toBe(3);
    expect(figures["closed-count"].value.value).toBe(6);
  });

  it("the cycle of 9, 20 and 60 days has the median 20 and the mean 89 ÷ 3", () => {
    const figures = figuresOf(TEAM);
    expect(figures["cycle-median-days"].value).toEqual({ unit: "days", value: 20 });
    expect(figures["cycle-mean-days"].value).toEqual({ unit: "days", value: 89 / 3 });
  });

  it("velocity: 1 open × 50 % × 500 average ÷ 20 days = 12.5, rounded away from zero to 13 a day", () => {
    expect(figuresOf(TEAM).velocity.value).toEqual({ unit: "money", value: 13 });
  });

  it("open deals count today, whatever the period, each amount by its chance", () => {
    const figures = figuresOf(TEAM, everything("2025-Q4"));
    expect(figures["open-amount"].value.value).toBe(4000);
    expect(figures["weighted-open-amount"].value.value).toBe(1000);
  });

  it("a win rate's explanation lists each closed deal: 1 for won, 0 for lost", () => {
    const { rows } = figuresOf(TEAM)["win-rate"].explain();
    expect(rows.map(({ ref, amount }) => [ref.id, amount.value])).toEqual([
      ["f1", 1],
      ["f2", 1],
      ["l1", 1],
      ["f3", 0],
      ["l2", 0],
      ["x1", 0],
    ]);
  });

  it("a period without closed deals has no win rate, no cycle and no velocity, and says why", () => {
    const world = kpiWorld({ deals: [wonDeal("d1", "2025-01-05", 100)], today: "2026-03-20" });
    const figures = figuresOf(world);
    expect(figures["win-rate"].value.value).toBeNull();
    expect(figures["win-rate"].note?.key).toBe("kpi.none.closed-deals");
    expect(figures["cycle-median-days"].note?.key).toBe("kpi.none.cycles");
    expect(figures.velocity.note?.key).toBe("kpi.none.closed-deals");
  });

  it("deals of nothing have a win rate by number and none by amount", () => {
    const world = kpiWorld({ deals: [wonDeal("a", "2026-01-05", 0), lostDeal("b", "2026-01-06", 0)] });
    const figures = figuresOf(world);
    expect(figures["win-rate"].value.value).toBe(0.5);
    expect(figures["win-rate-value"].value.value).toBeNull();
  });

  it("a cycle of no days gives no velocity", () => {
    const sameDay = wonDeal("a", "2026-01-05", 100, { createdOn: day("2026-01-05") });
    expect(figuresOf(kpiWorld({ deals: [sameDay] })).velocity.note?.key).toBe(
      "customer.analysis.none.cycle-zero",
    );
  });

  it("closed deals that no date tells the period of are counted apart and listed", () => {
    const world = kpiWorld({ deals: [aDeal("lost", { category: "lost" }), wonDeal("a", "2026-01-05", 1)] });
    const deals = analysedDeals(world, Q1);
    const undated = undatedDeals(world, Q1, deals);
    expect([undated.n, deals.won.at.length, deals.lost.at.length]).toEqual([1, 1, 0]);
    expect(undated.explain().rows.map((row) => row.ref.id)).toEqual(["lost"]);
  });

  it("an empty book says so", () => {
    expect(figuresOf(kpiWorld({}))["open-amount"].note?.key).toBe("kpi.none.deals");
  });

  it("only the deals of the chosen system count", () => {
    const deals = [wonDeal("z", "2026-01-05", 1, { source: "zoho" }), lostDeal("g", "2026-01-05", 1)];
    expect(
      figuresOf(kpiWorld({ deals }), everything("2026-Q1", { source: "zoho" }))["win-rate"],
    ).toMatchObject({
      value: { value: 1 },
      n: 1,
    });
  });
});

describe("the parts of a dimension", () => {
  it("members stand in the manager's order, the unassigned last", () => {
    expect(partsOf(TEAM, "member").map(({ key, figures }) => [key, figures["win-rate"].n])).toEqual([
      ["fang", 3],
      ["lei", 2],
      ["", 1],
    ]);
  });

  it("a deal counts for the group its owner was in on its own day", () => {
    const won = partsOf(TEAM, "group").map(({ key, figures }) => [key, figures["won-amount"].value.value]);
    expect(won).toEqual([
      ["new", 500],
      ["old", 1000],
      ["", 0],
    ]);
  });

  it("industry and lead source come from the customer", () => {
    expect(partsOf(TEAM, "industry").map(({ key, figures }) => [key, figures["won-count"].n])).toEqual([
      ["steel", 1],
      ["", 2],
    ]);
    expect(partsOf(TEAM, "lead-source")[0]?.key).toBe("fair");
  });

  it("months stand in time", () => {
    expect(partsOf(TEAM, "month").map((part) => part.key)).toEqual(["2026-01", "2026-02", "2026-03"]);
  });

  it("four closed deals are not ranked, five are; equal rates share a place", () => {
    const deals = ["a", "b", "c"].flatMap((product) =>
      Array.from({ length: product === "c" ? 4 : 5 }, (_, at) =>
        wonDeal(`${product}${at}`, "2026-01-05", 1, { product }),
      ),
    );
    expect(partsOf(kpiWorld({ deals }), "product").map(({ key, rank }) => [key, rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", null],
    ]);
  });

  it("a deal of two members counts for each by their share and once for the team", () => {
    const shares = [
      { memberId: "fang" as MemberId, share: 333_333 as Ppm },
      { memberId: "lei" as MemberId, share: 666_667 as Ppm },
    ];
    const deals = [wonDeal("d", "2026-01-05", 100, { credits: shares })];
    const world = kpiWorld({ ...membersOf(TEAM), deals });
    expect(figuresOf(world)["won-count"]).toMatchObject({ value: { value: 1 }, n: 1 });
    expect(
      partsOf(world, "member").map(({ key, figures }) => [key, figures["won-amount"].value.value]),
    ).toEqual([
      ["fang", 33],
      ["lei", 67],
      ["", 0],
    ]);
  });
});

function membersOf({ rows }: KpiContext) {
  return {
    members: [...rows.members.values()],
    groups: [...rows.groups.values()],
    memberships: [...rows.memberships.values()],
  };
}

const someDeal = fc
  .record({
    category: fc.constantFrom("won", "lost", "open", "void"),
    owner: fc.constantFrom("fang", "lei", "stranger", undefined),
    amount: fc.option(fc.integer({ min: -500, max: 100_000 })),
    month: fc.integer({ min: 1, max: 6 }),
    product: fc.constantFrom("x", "y", undefined),
    share: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  })
  .map((of): Partial<Deal> => ({
    category: of.category as Deal["category"],
    ...(of.owner === undefined ? {} : { ownerName: of.owner }),
    ...(of.amount === null ? {} : { amount: of.amount as never }),
    ...(of.category === "open"
      ? { probability: 333_333 as Ppm }
      : { closedOn: day(`2026-0${of.month}-17`), createdOn: day("2026-01-05") }),
    ...(of.product === undefined ? {} : { product: of.product }),
    ...(of.share === null ? {} : { credits: [{ memberId: "lei" as MemberId, share: of.share as Ppm }] }),
  }));
const someBook = fc.array(someDeal, { maxLength: 25 }).map((deals) =>
  kpiWorld({
    ...membersOf(TEAM),
    today: "2026-03-20",
    deals: deals.map((deal, at) => aDeal(`d${String(at).padStart(2, "0")}`, deal)),
  }),
);

describe("for any book", () => {
  it("counts and amounts of a dimension's parts add up to the whole, whatever the dimension", () => {
    fc.assert(
      fc.property(someBook, fc.constantFrom(...DIMENSIONS), (context, dimension) => {
        const isTime = dimension === "month" || dimension === "quarter";
        const whole = figuresOf(context);
        const parts = partsOf(context, dimension);
        const keys = ["won-count", "lost-count", "won-amount", "lost-amount"] as const;
        const open = isTime ? [] : (["open-count", "open-amount", "weighted-open-amount"] as const);
        for (const key of [...keys, ...open]) {
          // Counts are fractions where deals are shared: whole parts per million.
          const scale = key.endsWith("-count") ? 1_000_000 : 1;
          const exact = (value: number | null) => Math.round((value ?? 0) * scale);
          const sum = parts.reduce((total, part) => total + exact(part.figures[key].value.value), 0);
          expect(sum).toBe(exact(whole[key].value.value));
        }
      }),
    );
  });

  it("says of every subject what the KPIs say", () => {
    const subjects = [
      { kind: "team" },
      { kind: "unassigned" },
      { kind: "member", id: "lei" },
      { kind: "group", id: "new" },
    ] as const;
    fc.assert(
      fc.property(someBook, fc.constantFrom(...subjects), (context, subject) => {
        const filter = everything("2026-Q1", { subject: subject as never });
        const figures = figuresOf(context, filter);
        for (const key of ["win-rate", "win-rate-value", "won-amount", "cycle-median-days"] as const) {
          const kpi = kpiValue(context, key, filter);
          expect([figures[key].value, figures[key].n]).toEqual([kpi.value, kpi.n]);
        }
        for (const key of ["open-amount", "weighted-open-amount"] as const) {
          expect(figures[key].value).toEqual(kpiValue(context, key, filter).value);
        }
      }),
    );
  });
});
