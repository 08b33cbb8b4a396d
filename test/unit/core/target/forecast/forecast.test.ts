import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import { money } from "../../../../../core/base/money.ts";
import type { Ppm } from "../../../../../core/base/money.ts";
import { period } from "../../../../../core/base/period.ts";
import { workingCalendar } from "../../../../../core/base/working-calendar.ts";
import type { Deal } from "../../../../../core/customer/records.ts";
import { forecastOf } from "../../../../../core/target/forecast/forecast.ts";
import type { ForecastInput } from "../../../../../core/target/forecast/forecast.ts";
import { samePoint } from "../../../../../core/target/forecast/late-business.ts";
import { aDeal, aMember, anOrder, kpiWorld } from "../../../../builders/target-forecast.ts";
import type { KpiWorld } from "../../../../builders/kpi-context.ts";

const calendar = workingCalendar([]);
const MARCH = period("2026-03", 1);
const input: ForecastInput = {
  metric: "won-amount",
  subject: { kind: "team" },
  period: MARCH,
  calendar,
  absences: new Map(),
  target: null,
};

const open = (id: string, amount: number, percent: number, on = "2026-03-20") =>
  aDeal(id, {
    amount: money(amount),
    probability: (percent * 10_000) as Ppm,
    expectedCloseOn: day(on),
  });
const won = (id: string, amount: number, on: string, createdOn?: string) =>
  aDeal(id, {
    amount: money(amount),
    category: "won",
    closedOn: day(on),
    ...(createdOn === undefined ? {} : { createdOn: day(createdOn) }),
  });
const of = (world: KpiWorld, more: Partial<ForecastInput> = {}) =>
  forecastOf(kpiWorld({ today: "2026-03-16", ...world }), { ...input, ...more });

/** Past months of 2025-03 to 2026-02, each with one deal found and won in its last days. */
const pastMonths = (amounts: readonly number[]): readonly Deal[] =>
  amounts.map((amount, at) => {
    const month = new Date(Date.UTC(2025, 2 + at, 1)).toISOString().slice(0, 7);
    return won(`past${at}`, amount, `${month}-28`, `${month}-27`);
  });

describe("a forecast", () => {
  it("adds what is won, each open deal by its chance, and the mean of late business: 500 + 300 + 200", () => {
    const late = pastMonths([100, 300, 200, 100, 300, 200, 100, 300, 200, 100, 300, 200]);
    const start = won("s", 1, "2025-02-03");
    const deals = [start, won("w", 500, "2026-03-03"), open("o", 1000, 30), ...late];
    expect(of({ deals })).toMatchObject({ actual: 500, open: 300, late: 200, value: 1000 });
  });

  it("leaves out open deals that close in another period, and says which lack amount or chance", () => {
    const deals = [open("april", 1000, 50, "2026-04-02"), open("bare", 1000, 50)];
    const bare = { ...deals[1]!, probability: undefined };
    const forecast = of({ deals: [deals[0]!, bare as Deal] });
    expect(forecast.value).toBe(0);
    expect(forecast.notes).toContainEqual({
      key: "target.forecast.note.without-chance",
      params: { count: 1 },
    });
  });

  it("takes the stage's chance where the deal has none of its own", () => {
    const stages = [
      { id: "generic:S", source: "generic", stage: "S", category: "open", order: 1, probability: 250_000 },
    ];
    const deal = aDeal("d", { amount: money(1000), stage: "S", expectedCloseOn: day("2026-03-20") });
    expect(of({ deals: [deal], stages: stages as never }).open).toBe(250);
  });

  it("counts late business only from deals created after the same point of the past month", () => {
    const early = won("e", 900, "2026-02-25", "2026-02-02");
    const late = won("l", 100, "2026-02-25", "2026-02-24");
    const january = won("j", 300, "2026-01-29", "2026-01-28");
    const forecast = of({ deals: [won("start", 1, "2025-12-31"), early, late, january] });
    expect(forecast.lateFigures.map((figure) => figure.value)).toEqual([100, 300]);
    expect(forecast.late).toBe(200);
  });

  it("has no run-rate under two whole past periods, and says so", () => {
    const forecast = of({ deals: [won("w", 500, "2026-02-03", "2026-02-02")] });
    expect(forecast.late).toBeNull();
    expect(forecast.notes).toContainEqual({ key: "target.forecast.note.few-periods", params: { count: 0 } });
  });

  it("is what a period came to when it is over, with a chance of 0 or 1", () => {
    const world = { deals: [won("w", 500, "2026-02-03"), open("o", 900, 90, "2026-02-20")] };
    const february = period("2026-02", 1);
    expect(of(world, { period: february, target: 500 })).toMatchObject({
      value: 500,
      low: 500,
      high: 500,
      chance: 1,
    });
    expect(of(world, { period: february, target: 501 }).chance).toBe(0);
  });

  it("counts a split deal by the member's share", () => {
    const shared = {
      ...open("o", 1000, 50),
      credits: [{ memberId: "m1", share: 400_000 }],
    } as unknown as Deal;
    const world = { deals: [shared], members: [aMember("m1")] };
    expect(of(world, { subject: { kind: "member", id: "m1" as never } }).open).toBe(200);
    expect(of(world, { metric: "won-count" }).open).toBe(0.5);
  });

  it("of orders holds no deals and says so", () => {
    const orders = [anOrder("a", "2026-03-02", 700)];
    const forecast = of({ orders, deals: [open("o", 1000, 50)] }, { metric: "order-amount" });
    expect(forecast).toMatchObject({ actual: 700, open: 0, value: 700 });
    expect(forecast.notes).toContainEqual({ key: "target.forecast.note.no-deals" });
  });

  it("puts the deal first without which the target is out of reach", () => {
    const forecast = of({ deals: [open("small", 10, 90), open("big", 900, 90)] }, { target: 850 });
    expect(forecast.deals.map(({ deal }) => deal.id)).toEqual(["big", "small"]);
    expect(forecast.deals[0]!.stake).toBe(forecast.chance);
    expect(forecast.deals[1]!.stake).toBe(0);
  });

  it("explains itself by parts whose sum it is", () => {
    const forecast = of({ deals: [won("w", 500, "2026-03-03"), open("o", 1000, 30)] });
    const { inputs, rows, value } = forecast.explain();
    expect(value).toEqual({ unit: "money", value: 800 });
    expect(inputs.slice(0, 2).map((one) => one.value.value)).toEqual([500, 300]);
    expect(rows.map((row) => [row.ref.id, row.amount.value])).toEqual([["o", 300]]);
  });
});

describe("the range and the chance of a forecast", () => {
  const dealArb = fc.record({
    amount: fc.integer({ min: 0, max: 1e7 }),
    percent: fc.integer({ min: 0, max: 100 }),
  });
  const worldOf = (deals: readonly { amount: number; percent: number }[]) => ({
    deals: deals.map(({ amount, percent }, at) => open(`d${at}`, amount, percent)),
  });

  it("are the same for the same data", () => {
    const world = worldOf([
      { amount: 500, percent: 40 },
      { amount: 800, percent: 70 },
    ]);
    const [one, two] = [of(world, { target: 700 }), of(structuredClone(world), { target: 700 })];
    expect([one.low, one.high, one.chance]).toEqual([two.low, two.high, two.chance]);
  });

  it("never fall when a deal grows or becomes more likely", () => {
    const check = fc.property(
      fc.array(dealArb, { minLength: 1, maxLength: 6 }),
      fc.nat(1e6),
      fc.nat(30),
      (deals, more, likelier) => {
        const [first, ...rest] = deals;
        const better = { amount: first!.amount + more, percent: Math.min(100, first!.percent + likelier) };
        const target = 5e6;
        const before = of(worldOf(deals), { target });
        const after = of(worldOf([better, ...rest]), { target });
        expect(after.value).toBeGreaterThanOrEqual(before.value);
        expect(after.chance!).toBeGreaterThanOrEqual(before.chance!);
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      },
    );
    fc.assert(check, { numRuns: 40 });
  });

  it("are certain when every deal is", () => {
    const world = worldOf([
      { amount: 500, percent: 100 },
      { amount: 800, percent: 0 },
    ]);
    expect(of(world, { target: 500 })).toMatchObject({ value: 500, low: 500, high: 500, chance: 1 });
  });
});

describe("the same point of a past period", () => {
  it("has the same share of working days before it: 10 of 22 in March 2026 are 10 of 21 in March 2025", () => {
    expect(samePoint(calendar, { period: MARCH, past: period("2025-03", 1), today: day("2026-03-16") })).toBe(
      "2025-03-17",
    );
  });

  it("lies as many days before the start where the period has not begun", () => {
    expect(samePoint(calendar, { period: MARCH, past: period("2025-03", 1), today: day("2026-02-19") })).toBe(
      "2025-02-19",
    );
  });

  it("is the end where nothing is left", () => {
    expect(samePoint(calendar, { period: MARCH, past: period("2025-03", 1), today: day("2026-04-01") })).toBe(
      "2025-04-01",
    );
  });
});
