import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import { money } from "../../../../../core/base/money.ts";
import type { PeriodId } from "../../../../../core/base/period.ts";
import { addMarketSize, editMarketSizes } from "../../../../../core/target/goals/edit-market-sizes.ts";
import type { MarketText } from "../../../../../core/target/goals/edit-market-sizes.ts";
import { marketDisputes, marketScopes, marketShares } from "../../../../../core/target/goals/market-share.ts";
import type { MarketSize } from "../../../../../core/target/records.ts";
import { aCustomer, anOrder, kpiWorld } from "../../../../builders/kpi-context.ts";

function aSize(id: string, fields: Partial<MarketSize> = {}): MarketSize {
  const period = "2026-Q1" as PeriodId;
  return {
    id,
    scope: "",
    periodId: period,
    size: money(10_000),
    source: id,
    on: day("2026-04-01"),
    ...fields,
  };
}

function sizesOf(...sizes: readonly MarketSize[]) {
  return new Map(sizes.map((size) => [size.id, size]));
}

const world = kpiWorld({
  today: "2026-09-14",
  customers: [aCustomer("c1", { region: "华东" }), aCustomer("c2", { industry: "化工" })],
  orders: [
    { ...anOrder("o1", "2026-02-01", 500), customerId: aCustomer("c1").id },
    { ...anOrder("o2", "2026-03-01", 300), customerId: aCustomer("c2").id },
    anOrder("o3", "2026-05-01", 900),
  ],
});

describe("marketShares", () => {
  it("divides own sales of the period by the size, and explains it down to the orders", () => {
    const [share] = marketShares(world, sizesOf(aSize("协会")));
    expect(share?.share.value).toEqual({ unit: "percent", value: 0.08 });
    const explained = share!.share.explain();
    expect(explained.inputs[1]?.label.params).toMatchObject({ source: "协会", day: { day: "2026-04-01" } });
    expect(explained.inputs[0]?.explain?.().rows.map((row) => row.ref.id)).toEqual(["o1", "o2"]);
  });

  it("counts of a scope the customers whose region or industry bears its name", () => {
    const shares = marketShares(world, sizesOf(aSize("a", { scope: "华东" }), aSize("b", { scope: "化工" })));
    expect(shares.map((one) => [one.size.scope, one.share.value.value])).toEqual([
      ["化工", 0.03],
      ["华东", 0.05],
    ]);
  });

  it("has no share where no customer bears the scope, or the period has not begun, and says why", () => {
    const sizes = sizesOf(aSize("a", { scope: "火星" }), aSize("b", { periodId: "2027" as PeriodId }));
    const shares = marketShares(world, sizes);
    expect(shares.map((one) => [one.share.value.value, one.share.note?.key])).toEqual([
      [null, "target.goal.none.future"],
      [null, "target.market.none.scope"],
    ]);
  });

  it("offers regions and industries of the book as scopes", () => {
    expect(marketScopes(world)).toEqual(["化工", "华东"]);
  });
});

describe("marketDisputes", () => {
  it("shows between what the share lies where sources differ, and nothing where they agree", () => {
    const shares = marketShares(world, sizesOf(aSize("协会"), aSize("咨询", { size: money(16_000) })));
    expect(marketDisputes(shares)).toMatchObject([{ low: 0.05, high: 0.08 }]);
    expect(marketDisputes(marketShares(world, sizesOf(aSize("a"), aSize("b"))))).toEqual([]);
  });
});

describe("market sizes", () => {
  const reading = {
    shape: { unit: "money", kind: "flow", digits: 2, shownPower: 4 },
    fiscalStart: 1,
    today: day("2026-09-14"),
  } as const;
  const text: MarketText = {
    scope: " 华东 ",
    periodId: "2026-q1",
    size: "120",
    source: "协会",
    on: "2026/3/1",
  };

  it("are read as people type them, in the shown multiple", () => {
    expect(addMarketSize(new Map(), { id: "m1", text }, reading)).toMatchObject({
      value: [
        {
          records: [
            {
              id: "m1",
              scope: "华东",
              periodId: "2026-Q1",
              size: 120_000_000,
              source: "协会",
              on: "2026-03-01",
            },
          ],
        },
      ],
    });
  });

  it("are refused field by field, with nothing written", () => {
    const bad = { ...text, periodId: "spring", size: "0", source: " ", on: "2027-01-01" };
    const refused = addMarketSize(new Map(), { id: "m1", text: bad }, reading);
    expect(!refused.ok && refused.error.map((one) => one.message.key)).toEqual([
      "target.market.problem.period",
      "target.market.problem.size",
      "target.market.problem.source",
      "target.market.problem.day-future",
    ]);
  });

  it("take one word of a source for a scope and period", () => {
    const sizes = sizesOf(aSize("m0", { scope: "华东", source: "协会" }));
    expect(addMarketSize(sizes, { id: "m1", text }, reading)).toMatchObject({
      error: [{ field: "source", message: { key: "target.market.problem.twice" } }],
    });
  });

  it("keep to the last fen what was not touched by an edit", () => {
    const sizes = sizesOf(aSize("m0", { size: money(12_345_678_901) }));
    expect(editMarketSizes(sizes, [{ id: "m0", cell: "source", text: "年报" }], reading)).toMatchObject({
      value: [{ records: [{ source: "年报", size: 12_345_678_901 }] }],
    });
  });
});
