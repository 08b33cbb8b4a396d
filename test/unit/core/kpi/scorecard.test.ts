import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { scorecard } from "../../../../core/kpi/scorecard.ts";
import { scoreLineOf } from "../../../../core/kpi/score-line.ts";
import {
  aGroup,
  aKpi,
  aMarchValue,
  aMember,
  aMembership,
  aSet,
  kpiWorld,
} from "../../../builders/kpi-context.ts";

const m1 = "m1" as MemberId;
const march = period("2026-03", 1);
const world = {
  members: [aMember("m1")],
  groups: [aGroup("g1")],
  memberships: [aMembership("m1", "g1", "2026-01-01")],
  kpis: [
    aKpi("visits", { threshold: 80, target: 100, stretch: 120 }),
    aKpi("calls", { threshold: 80, target: 100, stretch: 120 }),
    aKpi("talks", { target: 10 }),
  ],
  kpiSets: [aSet("g1", "2026-01-01", { visits: 50, calls: 25, talks: 25 })],
  measurements: [aMarchValue("visits", "m1", 90), aMarchValue("calls", "m1", 110)],
};
const card = scorecard(kpiWorld(world), m1, { period: march, wantedOf: () => ({}) });

describe("a scorecard", () => {
  test("leaves the weight of a missing KPI to the others and names it: (50 × 80 + 25 × 110) ÷ 75", () => {
    expect(card.lines.map((line) => line.score.value.value)).toEqual([80, 110, null]);
    expect(card.total.value.value).toBe((500_000 * 80 + 250_000 * 110) / 750_000);
    expect(card.missing.map((kpi) => kpi.id)).toEqual(["talks"]);
  });

  test("explains its total by the scores, and each score by the value behind it", () => {
    const [visits] = card.total.explain().inputs;
    const score = visits?.explain?.();
    expect(score?.inputs.map((input) => input.value.value)).toEqual([90, 80, 100, 120]);
    expect(score?.inputs[0]?.explain?.().rows[0]?.ref.id).toBe("visits|member:m1|2026-03");
  });

  test("scores against the target of the tree where there is one", () => {
    const wantedOf = () => ({ target: 90 });
    const [visits] = scorecard(kpiWorld(world), m1, { period: march, wantedOf }).lines;
    expect([visits?.target, visits?.score.value.value]).toEqual([90, 100]);
  });

  test("without a set has no lines and says so", () => {
    const none = scorecard(kpiWorld({ ...world, kpiSets: [] }), m1, { period: march, wantedOf: () => ({}) });
    expect([none.lines.length, none.total.value.value, none.total.note?.key]).toEqual([
      0,
      null,
      "kpi.none.set",
    ]);
  });
});

describe("the points of a score", () => {
  const quarter = period("2026-Q1", 1);

  test("of a monthly flow are three times as high in a quarter; those of a ratio stay", () => {
    const flow = aKpi("k", { threshold: 12, target: 20, stretch: 28 });
    const line = scoreLineOf(flow, { period: quarter, wanted: {} });
    expect([line?.threshold, line?.target, line?.stretch]).toEqual([36, 60, 84]);
    expect(scoreLineOf({ ...flow, kind: "ratio" }, { period: quarter, wanted: {} })?.target).toBe(20);
  });

  test("a threshold beyond a subject's target gives way to 60 % of it, or 140 % where lower is better", () => {
    const higher = aKpi("k", { kind: "ratio", threshold: 80, target: 100 });
    expect(scoreLineOf(higher, { period: quarter, wanted: { target: 50 } })?.threshold).toBe(30);
    const lower = aKpi("k", { kind: "ratio", direction: "lower", threshold: 5, target: 3 });
    expect(scoreLineOf(lower, { period: quarter, wanted: { target: 10 } })?.threshold).toBe(14);
  });

  test("without a target there are none", () => {
    expect(scoreLineOf(aKpi("k", { threshold: 5 }), { period: quarter, wanted: {} })).toBe(null);
  });
});
