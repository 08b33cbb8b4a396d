import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import { growthPerYear } from "../../../../../core/target/goals/growth.ts";
import { goalOutlook } from "../../../../../core/target/goals/goal-outlook.ts";
import { setGoalNote, setGoalValues } from "../../../../../core/target/goals/edit-goals.ts";
import type { Goal } from "../../../../../core/target/records.ts";
import type { Kpi } from "../../../../../core/kpi/records.ts";
import { book, satisfaction, visits } from "../../../../builders/target-book.ts";

const NO_EXPLANATION = () => {
  throw new Error("nobody asked");
};

function outlookOf(of: {
  readonly kpi?: Kpi;
  readonly goals: Readonly<Record<string, number>>;
  readonly actuals: Readonly<Record<string, number>>;
}) {
  const { kpi = visits } = of;
  const goal: Goal = { id: kpi.id, kpiId: kpi.id, note: "", valueByYear: of.goals };
  return goalOutlook({
    kpi,
    goal,
    today: day("2026-09-14"),
    fiscalStart: 1,
    actualOf: (period) => ({
      value: { unit: "count", value: of.actuals[period.id] ?? null },
      explain: NO_EXPLANATION,
    }),
  });
}

function yearOf(outlook: ReturnType<typeof goalOutlook>, year: number) {
  return outlook.years.find((one) => one.year === year)!;
}

describe("goalOutlook", () => {
  const outlook = outlookOf({
    goals: { "2024": 90, "2025": 130, "2026": 110, "2027": 121, "2028": 400 },
    actuals: { "2024": 100, "2025": 110, "2026": 60 },
  });

  it("says of years that are over whether they reached their goal, with the attainment", () => {
    expect([yearOf(outlook, 2024).state, yearOf(outlook, 2025).state]).toEqual(["reached", "missed"]);
    expect(yearOf(outlook, 2025).attainment.quantity.value).toBe(110 / 130);
    expect(yearOf(outlook, 2026).attainment.quantity.value).toBeNull();
  });

  it("counts required growth from the last year that is over, not from the running one", () => {
    expect(outlook.base).toEqual({ year: 2025, value: 110 });
    expect(yearOf(outlook, 2028).required.quantity.value).toBeCloseTo((400 / 110) ** (1 / 3) - 1, 12);
  });

  it("compares required growth with that of the past, in words", () => {
    expect(outlook.achieved).toBeCloseTo(0.1, 12);
    const states = [2026, 2027, 2028].map((year) => yearOf(outlook, year).state);
    expect(states).toEqual(["already", "on-course", "steeper"]);
  });

  it("lets a year that has not begun have no actual, and says why", () => {
    const { actual } = yearOf(outlook, 2027);
    expect([actual.quantity.value, actual.note?.key]).toEqual([null, "target.goal.none.future"]);
  });

  it("leads through even growth from the last year that is over to each goal", () => {
    const sparse = outlookOf({ goals: { "2027": 400 }, actuals: { "2025": 100 } });
    const path = sparse.years.map((one) => one.path && Math.round(one.path));
    expect(path).toEqual([null, null, 100, 200, 400, null, null, null, null]);
  });

  it("shows every year that has a goal, however far", () => {
    const far = outlookOf({ goals: { "2015": 1, "2040": 5 }, actuals: {} });
    expect([far.years[0]?.year, far.years.at(-1)?.year]).toEqual([2015, 2040]);
    expect(yearOf(far, 2040)).toMatchObject({ state: "no-base", required: { quantity: { value: null } } });
  });

  it("counts rates in points and turns them where lower is better", () => {
    const kpi: Kpi = { ...satisfaction, direction: "lower" };
    const falling = outlookOf({
      kpi,
      goals: { "2027": 0.02, "2026": 0.001 },
      actuals: { "2024": 0.06, "2025": 0.05 },
    });
    expect(yearOf(falling, 2027).required.quantity.value).toBeCloseTo(-0.015, 12);
    expect(yearOf(falling, 2027).state).toBe("steeper");
    expect(outlookOf({ kpi, goals: { "2027": 0.06 }, actuals: { "2025": 0.05 } }).years.at(-1)?.year).toBe(
      2031,
    );
  });
});

describe("growthPerYear", () => {
  it("compounds back to where it was to lead", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 20 }),
        (from, to, years) => {
          const growth = growthPerYear("fraction", { from, to, years })!;
          expect((from * (1 + growth) ** years) / to).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it("never falls as the goal rises", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 1e9 }),
        fc.nat(1e6),
        (from, to, more) => {
          const less = growthPerYear("fraction", { from, to, years: 3 })!;
          expect(growthPerYear("fraction", { from, to: to + more, years: 3 })!).toBeGreaterThanOrEqual(less);
        },
      ),
    );
  });
});

describe("setGoalValues", () => {
  const shape = { unit: "count", kind: "flow", digits: 0, shownPower: 0 } as const;
  const rows = { goals: new Map<string, Goal>(), kpis: book().kpis };

  it("writes a block of years at once, or none of it", () => {
    const edits = [
      { year: 2027, text: "120" },
      { year: 2028, text: "1,500" },
    ];
    expect(setGoalValues(rows, { kpiId: visits.id, edits, shape })).toMatchObject({
      value: [{ records: [{ id: "visits", valueByYear: { "2027": 120, "2028": 1500 } }] }],
    });
    const wrong = [...edits, { year: 2029, text: "lots" }];
    expect(setGoalValues(rows, { kpiId: visits.id, edits: wrong, shape })).toMatchObject({
      error: [{ field: "2029", message: { key: "target.problem.number" } }],
    });
  });

  it("takes the goal away with its last year, unless it says why", () => {
    const goal: Goal = { id: visits.id, kpiId: visits.id, note: "", valueByYear: { "2027": 5 } };
    const clear = (note: string) =>
      setGoalValues(
        { ...rows, goals: new Map([[visits.id as string, { ...goal, note }]]) },
        { kpiId: visits.id, edits: [{ year: 2027, text: "" }], shape },
      );
    expect(clear("")).toEqual({ ok: true, value: [{ op: "remove", table: "goals", ids: ["visits"] }] });
    expect(clear("按五年规划")).toMatchObject({ value: [{ op: "put", records: [{ valueByYear: {} }] }] });
  });

  it("keeps grounds without any value", () => {
    const noted = setGoalNote(rows, { kpiId: visits.id, note: " 按五年规划 " });
    expect(noted).toMatchObject({ value: [{ records: [{ note: "按五年规划", valueByYear: {} }] }] });
  });
});
