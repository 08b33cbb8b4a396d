import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, MemberId, Subject } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import type { PeriodId } from "../../../../core/base/period.ts";
import { kpiValue } from "../../../../core/kpi/kpi-value.ts";
import { missingByMember, missingValues } from "../../../../core/kpi/missing-values.ts";
import type { Kpi, Measurement } from "../../../../core/kpi/records.ts";
import {
  aGroup,
  aKpi,
  aMeasurement,
  aMember,
  aMembership,
  aSet,
  kpiWorld,
} from "../../../builders/kpi-context.ts";

const people = {
  members: [aMember("m1"), aMember("m2", { order: 1 })],
  groups: [aGroup("g1"), aGroup("g2")],
  memberships: [
    aMembership("m1", "g1", "2026-01-01"),
    aMembership("m1", "g2", "2026-03-01"),
    aMembership("m2", "g2", "2026-01-01"),
  ],
};
const m1: Subject = { kind: "member", id: "m1" as MemberId };
const g1: Subject = { kind: "group", id: "g1" as GroupId };
const g2: Subject = { kind: "group", id: "g2" as GroupId };
const team: Subject = { kind: "team" };

function typed(
  memberId: string,
  periodId: string,
  value: number,
  parts?: readonly [number, number],
): Measurement {
  const more = parts ? { numerator: parts[0], denominator: parts[1] } : {};
  return aMeasurement("k", memberId, { periodId: periodId as PeriodId, value, ...more });
}

function ask(kpi: Partial<Kpi>, measurements: readonly Measurement[], of: { subject: Subject; id: string }) {
  const context = kpiWorld({ ...people, kpis: [aKpi("k", kpi)], measurements });
  return kpiValue(context, "k", { subject: of.subject, period: period(of.id, 1) });
}

describe("a typed flow", () => {
  const measurements = [typed("m1", "2026-02", 5), typed("m1", "2026-03", 7), typed("m2", "2026-03", 1)];

  test("adds months up to the quarter and the year", () => {
    expect(ask({}, measurements, { subject: m1, id: "2026-Q1" }).value.value).toBe(12);
    expect(ask({}, measurements, { subject: m1, id: "2026" }).value.value).toBe(12);
  });

  test("counts each month for the group the member was in at its end", () => {
    const value = (subject: Subject) => ask({}, measurements, { subject, id: "2026-Q1" }).value.value;
    expect([g1, g2, team].map(value)).toEqual([5, 8, 13]);
  });

  test("typed for the whole quarter stands as it is", () => {
    const whole = [...measurements, typed("m1", "2026-Q1", 20)];
    expect(ask({}, whole, { subject: m1, id: "2026-Q1" }).value.value).toBe(20);
  });

  test("has no value where nothing was typed: missing is not zero", () => {
    const found = ask({}, measurements, { subject: m1, id: "2026-Q2" });
    expect([found.value.value, found.note?.key]).toEqual([null, "kpi.none.typed"]);
  });

  test("of a quarter names the quarter when a month is asked for", () => {
    const found = ask({ frequency: "quarter" }, [], { subject: m1, id: "2026-02" });
    expect(found.note).toEqual({
      key: "kpi.none.by-frequency",
      params: { period: { period: "2026-Q1" } },
    });
  });
});

describe("a typed ratio", () => {
  const ratio = { kind: "ratio", unit: "percent" } as const;

  test("is computed from its parts and never averaged", () => {
    const measurements = [typed("m1", "2026-03", 0.9, [9, 10]), typed("m2", "2026-03", 0.5, [45, 90])];
    expect(ask(ratio, measurements, { subject: team, id: "2026-Q1" }).value.value).toBe(0.54);
  });

  test("without parts has no value for two people, and its own for one", () => {
    const measurements = [typed("m1", "2026-03", 0.9), typed("m2", "2026-03", 0.5, [45, 90])];
    const found = ask(ratio, measurements, { subject: team, id: "2026-Q1" });
    expect([found.value.value, found.note?.key]).toEqual([null, "kpi.none.no-parts"]);
    expect(ask(ratio, measurements, { subject: m1, id: "2026-Q1" }).value.value).toBe(0.9);
  });

  test("typed for the group itself stands before its members' values", () => {
    const own = aMeasurement("k", "", { subject: "group:g2", periodId: "2026-03" as PeriodId, value: 0.7 });
    expect(ask(ratio, [typed("m1", "2026-03", 0.9), own], { subject: g2, id: "2026-Q1" }).value.value).toBe(
      0.7,
    );
  });
});

describe("a typed level", () => {
  test("is the latest of each member, added up for amounts and counts", () => {
    const measurements = [typed("m1", "2026-02", 5), typed("m1", "2026-03", 7), typed("m2", "2026-01", 1)];
    expect(ask({ kind: "level" }, measurements, { subject: m1, id: "2026-Q1" }).value.value).toBe(7);
    expect(ask({ kind: "level" }, measurements, { subject: team, id: "2026-Q1" }).value.value).toBe(8);
  });

  test("of scores has no value for several people", () => {
    const measurements = [typed("m1", "2026-03", 7), typed("m2", "2026-03", 1)];
    const level = { kind: "level", unit: "score" } as const;
    expect(ask(level, measurements, { subject: team, id: "2026-03" }).note?.key).toBe("kpi.none.no-parts");
  });
});

describe("missing values", () => {
  const world = {
    members: [
      aMember("m1", { hiredOn: day("2026-02-15") }),
      aMember("m2", { leftOn: day("2026-02-20"), order: 1 }),
    ],
    groups: [aGroup("g1")],
    memberships: [aMembership("m1", "g1", "2026-01-01"), aMembership("m2", "g1", "2026-01-01")],
    kpis: [aKpi("k")],
    kpiSets: [aSet("g1", "2026-01-01", { k: 100 })],
  };
  const listed = (of: Parameters<typeof kpiWorld>[0]) =>
    missingByMember(missingValues(kpiWorld(of), period("2026-Q1", 1))).map(({ memberId, kpis }) => [
      memberId,
      kpis.flatMap((one) => one.periodIds),
    ]);

  test("are asked of those who were there, for months that have ended", () => {
    expect(listed({ ...world, today: "2026-03-20" })).toEqual([
      ["m1", ["2026-02"]],
      ["m2", ["2026-01", "2026-02"]],
    ]);
  });

  test("are not asked where the month or the whole quarter was typed", () => {
    const measurements = [typed("m1", "2026-Q1", 1), typed("m2", "2026-01", 1)];
    expect(listed({ ...world, measurements })).toEqual([["m2", ["2026-02"]]]);
  });

  test("are not asked for KPIs that are in nobody's set", () => {
    expect(listed({ ...world, kpiSets: [] })).toEqual([]);
  });
});
