import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import type { PeriodId } from "../../../../core/base/period.ts";
import { setLevels } from "../../../../core/kpi/edit-levels.ts";
import { addPoints } from "../../../../core/kpi/edit-points.ts";
import { finalScore } from "../../../../core/kpi/final-score.ts";
import { USUAL_LEVELS } from "../../../../core/kpi/levels.ts";
import type { ScorePoint } from "../../../../core/kpi/records.ts";
import { scorecard } from "../../../../core/kpi/scorecard.ts";
import { heldPoints } from "../../../../core/kpi/score-points.ts";
import { day } from "../../../../core/base/day.ts";
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
const input = { id: "p1", memberId: m1, periodId: "2026-03" as PeriodId, on: day("2026-03-31") };
const given = (...points: number[]): readonly ScorePoint[] =>
  points.map((one, at) => ({ ...input, id: `p${at}`, points: one, reason: "reason" }));

function cardOf(value: number | null) {
  const context = kpiWorld({
    members: [aMember("m1")],
    groups: [aGroup("g1")],
    memberships: [aMembership("m1", "g1", "2026-01-01")],
    kpis: [aKpi("visits", { threshold: 80, target: 100, stretch: 120 }), aKpi("talks", { target: 1 })],
    kpiSets: [aSet("g1", "2026-01-01", { visits: 60, talks: 40 })],
    measurements: value === null ? [] : [aMarchValue("visits", "m1", value)],
  });
  return scorecard(context, m1, { period: period("2026-03", 1), wantedOf: () => ({}) });
}

const finalOf = (value: number | null, ...points: number[]) =>
  finalScore(cardOf(value), { points: given(...points), levels: USUAL_LEVELS });

describe("a final score", () => {
  test("is the score of the KPIs and the points: 98 and 2 make an A", () => {
    const { total, level } = finalOf(99, 2);
    expect([total.value.value, level?.name]).toEqual([100, "A"]);
  });

  test.each([
    [[7, 6], 10],
    [[-8, -4], -10],
    [[12, -4, 1], 9],
    [[0.1, 0.2], 0.3],
    [[], 0],
  ])("of points %j counts %d", (points, held) => {
    expect(heldPoints(given(...points))).toBe(held);
  });

  test("goes below zero no further than its points: 0 and a penalty of 10 make −10, a D", () => {
    const { total, level } = finalOf(1, -10);
    expect([total.value.value, level?.name]).toEqual([-10, "D"]);
  });

  test("is not made by points alone, and the missing KPIs are named", () => {
    const { total, level, card } = finalOf(null, 5);
    expect([total.value.value, level]).toEqual([null, null]);
    expect(card.missing.map((kpi) => kpi.id)).toEqual(["visits", "talks"]);
  });

  test("explains itself by the score of the KPIs, each point, and who is missing", () => {
    const said = finalOf(100, 5).total.explain();
    expect(said.inputs.map((one) => one.value.value)).toEqual([100, 5]);
    expect(said.notes.map((note) => note.key)).toContain("kpi.note.left-out");
  });
});

describe("points", () => {
  test.each(["0", "11", "-10.5", "1.234", "abc", ""])("refuse %j", (text) => {
    expect(addPoints({ ...input, text, reason: "r" })).toMatchObject({ error: [{ field: "points" }] });
  });

  test("need a reason", () => {
    expect(addPoints({ ...input, text: "3", reason: "  " })).toMatchObject({ error: [{ field: "reason" }] });
  });

  test.each(["-2.5", "−2.5", "－２.５"])("may be a penalty, typed as %s", (text) => {
    const made = addPoints({ ...input, text, reason: "late" });
    expect(made.ok && made.value[0]).toMatchObject({ records: [{ points: -2.5, reason: "late" }] });
  });
});

describe("the table of levels", () => {
  test("refuses scores that do not fall", () => {
    const lines = [
      { name: "S", from: "90", coefficient: "1.5" },
      { name: "A", from: "90", coefficient: "1" },
      { name: "B", from: "", coefficient: "0" },
    ];
    expect(setLevels(lines)).toMatchObject({ error: [{ field: "1.from" }] });
  });

  test("refuses two of the same name and a coefficient above 10", () => {
    const last = { name: "S", from: "", coefficient: "1" };
    expect(setLevels([{ ...last, from: "90" }, last])).toMatchObject({ error: [{ field: "1.name" }] });
    expect(setLevels([{ ...last, coefficient: "10.5" }])).toMatchObject({
      error: [{ field: "0.coefficient" }],
    });
  });
});
