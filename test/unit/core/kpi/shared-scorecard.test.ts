import { describe, expect, test } from "vitest";
import type { GroupId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { levelTone } from "../../../../core/kpi/level-tone.ts";
import { levelOf, USUAL_LEVELS } from "../../../../core/kpi/levels.ts";
import { totalScore } from "../../../../core/kpi/scorecard.ts";
import { sharedScorecard } from "../../../../core/kpi/shared-scorecard.ts";
import { aKpi, aMarchValue, aMember, aMembership, aSet, kpiWorld } from "../../../builders/kpi-context.ts";

const march = period("2026-03", 1);
const TEAM = { kind: "team" } as const;
const group = (id: string) => ({ kind: "group", id: id as GroupId }) as const;
const nothing = { period: march, wantedOf: () => ({}) };

/** Two people who sell and one who serves, each group with its own KPIs. */
const world = kpiWorld({
  members: ["m1", "m2", "m3"].map((id) => aMember(id)),
  memberships: [
    aMembership("m1", "g1", "2026-01-01"),
    aMembership("m2", "g1", "2026-01-01"),
    aMembership("m3", "g2", "2026-01-01"),
  ],
  kpis: [aKpi("visits", { target: 10 }), aKpi("calls", { target: 30 })],
  kpiSets: [aSet("g1", "2026-01-01", { visits: 100 }), aSet("g2", "2026-01-01", { visits: 40, calls: 60 })],
  measurements: [
    aMarchValue("visits", "m1", 20),
    aMarchValue("visits", "m2", 0),
    aMarchValue("visits", "m3", 10),
  ],
});

describe("a shared scorecard", () => {
  test("holds what all did together against what is wanted of all, not a mean of their scores", () => {
    const { lines, total, memberIds } = sharedScorecard(world, group("g1"), nothing);
    expect(memberIds).toEqual(["m1", "m2"]);
    expect(lines.map(({ value, target, score }) => [value.value.value, target, score.value.value])).toEqual([
      [20, 20, 100],
    ]);
    expect(total.value.value).toBe(100);
  });

  test("of the team weighs a KPI as its members do on average, and asks it of those who have it", () => {
    const { lines, missing } = sharedScorecard(world, TEAM, nothing);
    expect(lines.map(({ kpi, weight, target }) => [kpi.id, weight, target])).toEqual([
      ["visits", 800_000, 30],
      ["calls", 200_000, 30],
    ]);
    expect(missing.map(({ id }) => id)).toEqual(["calls"]);
  });

  test("takes the subject's own target where there is one, for all of them as it is", () => {
    const wantedOf = () => ({ target: 40 });
    const { lines } = sharedScorecard(world, group("g1"), { period: march, wantedOf });
    expect(lines.map(({ target, score }) => [target, score.value.value])).toEqual([[40, 0]]);
  });

  test("says in its explanation of how many people a KPI is asked", () => {
    const notes = sharedScorecard(world, group("g1"), nothing).lines[0]!.score.explain().notes;
    expect(notes.map(({ key, params }) => [key, params])).toEqual([["kpi.note.people", { count: 2 }]]);
  });

  test("of nobody has no lines and no total", () => {
    const card = sharedScorecard(world, group("g9"), nothing);
    expect([card.lines.length, card.total.value.value]).toEqual([0, null]);
  });
});

test("a score stands as its level does, whatever the levels are called and from which scores they begin", () => {
  const tones = [112, 100, 99.9, 79, 59].map((score) => levelTone(USUAL_LEVELS, score));
  expect(tones).toEqual(["ahead", "ahead", "on-pace", "behind", "at-risk"]);
});

test("a total that is exactly 80 is not taken for less: 80 % of 82.1 and 20 % of 71.6", () => {
  const parts = [
    { weight: 800_000, score: 82.1 },
    { weight: 200_000, score: 71.6 },
  ];
  expect(totalScore(parts)).toBe(80);
  expect(levelOf(USUAL_LEVELS, totalScore(parts))?.name).toBe("B");
});
