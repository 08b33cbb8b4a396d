import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, KpiId, MemberId, Subject } from "../../../../core/base/id.ts";
import type { Ppm } from "../../../../core/base/money.ts";
import { effectiveSet } from "../../../../core/kpi/effective-set.ts";
import { weightFindings } from "../../../../core/kpi/kpi-findings.ts";
import { seedKpis, seedKpiSets } from "../../../../core/kpi/seed-kpis.ts";
import { parseWeight, setWeights, spreadWeights } from "../../../../core/kpi/set-weights.ts";
import { SEED_GROUPS } from "../../../../core/team/locales/seed-groups.ts";
import { aGroup, aKpi, aMember, aMembership, aSet, kpiWorld } from "../../../builders/kpi-context.ts";

const g1: Subject = { kind: "group", id: "g1" as GroupId };
const m1 = "m1" as MemberId;
const own = { ...aSet("g1", "2026-04-01", { b: 100 }), id: "member:m1:2026-04-01", subject: "member:m1" };
const world = {
  members: [aMember("m1")],
  groups: [aGroup("g1")],
  memberships: [aMembership("m1", "g1", "2026-01-01")],
  kpis: [aKpi("a"), aKpi("b")],
  kpiSets: [aSet("g1", "2026-01-01", { a: 100 }), own],
};
const kpisOn = (sets: typeof world.kpiSets, on: string) =>
  effectiveSet(kpiWorld({ ...world, kpiSets: sets }), m1, day(on))?.weights.map((one) => one.kpiId);

describe("the set that holds", () => {
  test("is the group's until the day on which the member's own begins", () => {
    expect([kpisOn(world.kpiSets, "2026-03-31"), kpisOn(world.kpiSets, "2026-04-01")]).toEqual([
      ["a"],
      ["b"],
    ]);
  });

  test("is the group's again once the member's own is empty", () => {
    const back = { ...own, id: "member:m1:2026-07-01", from: day("2026-07-01"), weights: [] };
    expect(kpisOn([...world.kpiSets, back], "2026-07-01")).toEqual(["a"]);
  });
});

describe("setWeights", () => {
  const weights = [{ kpiId: "b" as KpiId, weight: 1_000_000 as Ppm }];

  test("begins a new set on the day given and leaves the old one as it was", () => {
    const outcome = setWeights(kpiWorld(world), { subject: g1, from: day("2026-07-01") }, weights);
    const record = { id: "group:g1:2026-07-01", subject: "group:g1", from: "2026-07-01", weights };
    expect(outcome).toEqual({ ok: true, value: [{ op: "put", table: "kpiSets", records: [record] }] });
  });

  test("keeps an empty set where an earlier one would show through, and removes it where none would", () => {
    const member: Subject = { kind: "member", id: m1 };
    const later = setWeights(kpiWorld(world), { subject: member, from: day("2026-07-01") }, []);
    expect(later.ok && later.value.map((change) => change.op)).toEqual(["put"]);
    const same = setWeights(kpiWorld(world), { subject: member, from: day("2026-04-01") }, []);
    expect(same.ok && same.value.map((change) => change.op)).toEqual(["remove"]);
  });

  test("refuses a weight above 100 %", () => {
    const over = [{ kpiId: "a" as KpiId, weight: 1_000_001 as Ppm }];
    expect(setWeights(kpiWorld(world), { subject: g1, from: day("2026-07-01") }, over).ok).toBe(false);
  });
});

describe("weights that do not total 100 %", () => {
  test("are found, with sum and difference", () => {
    const kpiSets = [aSet("g1", "2026-01-01", { a: 60, b: 30 })];
    const [finding] = weightFindings(kpiWorld({ ...world, kpiSets }), day("2026-03-31"));
    expect(finding?.message).toEqual({
      key: "kpi.finding.weights-short",
      params: {
        subject: { key: "team.name", params: { zh: "g1", en: "g1" } },
        sum: { unit: "percent", value: 0.9 },
        off: { unit: "percent", value: 0.1 },
      },
    });
  });

  test("are spread to exactly 100 % in the same order, whatever they are", () => {
    const list = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, (parts) => {
        const weights = parts.map((weight, at) => ({ kpiId: `k${at}` as KpiId, weight: weight as Ppm }));
        const spread = spreadWeights(weights);
        expect(spread.reduce((sum, one) => sum + one.weight, 0)).toBe(1_000_000);
        expect(spread.map((one) => one.kpiId)).toEqual(weights.map((one) => one.kpiId));
      }),
    );
  });

  test("are spread in whole percent: 30, 30, 20 become 38, 37, 25, a tie to the earlier", () => {
    const weights = [30, 30, 20].map((percent, at) => ({
      kpiId: `k${at}` as KpiId,
      weight: (percent * 10_000) as Ppm,
    }));
    expect(spreadWeights(weights).map((one) => one.weight / 10_000)).toEqual([38, 37, 25]);
  });
});

test.each([
  ["12.5 %", 125_000],
  ["", 0],
  ["100", 1_000_000],
])("parseWeight reads %j as %d", (text, weight) => {
  expect(parseWeight(text)).toEqual({ ok: true, value: weight });
});

test.each(["100.1", "-1", "x", "1.23456"])("parseWeight refuses %j", (text) => {
  expect(parseWeight(text).ok).toBe(false);
});

test("the seeded sets of the three groups total 100 % and name only seeded KPIs", () => {
  const groups = SEED_GROUPS.map((seed) => aGroup(seed.key, { name: seed.name }));
  const ids = new Set<string>(seedKpis().map((kpi) => kpi.id));
  const sets = seedKpiSets(groups, day("2026-01-01"));
  expect(sets.map((set) => set.weights.reduce((sum, one) => sum + one.weight, 0))).toEqual([1e6, 1e6, 1e6]);
  expect(sets.flatMap((set) => set.weights).every((one) => ids.has(one.kpiId))).toBe(true);
});
