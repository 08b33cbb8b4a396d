import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { CustomerId, MemberId, Subject } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { kpiValue } from "../../../../core/kpi/kpi-value.ts";
import { satisfactionBy } from "../../../../core/kpi/satisfaction-by.ts";
import {
  aCase,
  aCustomer,
  aGroup,
  aMember,
  aMembership,
  anAnswer,
  kpiWorld,
} from "../../../builders/kpi-context.ts";
import type { KpiWorld } from "../../../builders/kpi-context.ts";

const TEAM: Subject = { kind: "team" };
const QUARTER = period("2026-Q1", 1);

function ask(world: KpiWorld, kpiId: string, subject: Subject = TEAM) {
  return kpiValue(kpiWorld(world), kpiId, { subject, period: QUARTER });
}

describe("satisfaction", () => {
  const world: KpiWorld = {
    members: [aMember("m1")],
    groups: [aGroup("g1")],
    memberships: [aMembership("m1", "g1", "2026-01-01")],
    customers: [aCustomer("k1", { ownerName: "m1" })],
    cases: [aCase("c1", "2026-03-02", { satisfaction: 2 })],
    answers: [5, 4, 4].map((score, at) =>
      anAnswer(`a${at}`, "csat", score, { customerId: "k1" as CustomerId, customerName: "Acme" }),
    ),
  };

  test("is the share of 4s and 5s among answers and the scores of cases, each of which is listed", () => {
    const found = ask(world, "satisfaction");
    expect([found.value.value, found.n]).toEqual([0.75, 4]);
    expect(found.explain().rows.map((row) => row.ref.id)).toEqual(["c1", "a0", "a1", "a2"]);
  });

  test("an answer without an owner counts for its customer's, and for the group they were in", () => {
    const member: Subject = { kind: "member", id: "m1" as MemberId };
    expect(ask(world, "satisfaction", member).n).toBe(3);
    expect(satisfactionBy(kpiWorld(world), "group", QUARTER).map(({ key, csat }) => [key, csat.n])).toEqual([
      ["team", 4],
      ["group:g1", 3],
      ["unassigned", 1],
    ]);
  });

  test("answers alone are enough, those of another period are not", () => {
    expect(ask({ answers: [anAnswer("a1", "csat", 3)] }, "satisfaction").value.value).toBe(0);
    const early = [anAnswer("a1", "csat", 5, { on: day("2025-12-31") })];
    expect(ask({ answers: early }, "satisfaction")).toMatchObject({
      value: { value: null },
      note: { key: "kpi.none.answers" },
    });
  });

  test("by customer it has the team first, then whoever answered most", () => {
    const answers = [
      anAnswer("a1", "csat", 5, { customerName: "Acme" }),
      anAnswer("a2", "csat", 3, { customerName: "Borg" }),
      anAnswer("a3", "nps", 10, { customerName: "Borg" }),
    ];
    const rows = satisfactionBy(kpiWorld({ answers }), "customer", QUARTER);
    expect(rows.map(({ key, csat, nps }) => [key, csat.value.value, nps.value.value])).toEqual([
      ["team", 0.5, 100],
      ["customer:Borg", 0, 100],
      ["customer:Acme", 1, null],
    ]);
  });
});

describe("the net promoter score", () => {
  test("is the share of 9–10 less the share of 0–6, times 100", () => {
    const answers = [10, 9, 9, 8, 7, 6, 0, 10].map((score, at) => anAnswer(`a${at}`, "nps", score));
    const found = ask({ answers }, "nps");
    expect([found.value, found.n]).toEqual([{ unit: "score", value: 25 }, 8]);
  });

  test("has no value without answers to its own question", () => {
    expect(ask({}, "nps").note?.key).toBe("kpi.none.answers");
    expect(ask({ answers: [anAnswer("a1", "csat", 5)] }, "nps").value.value).toBeNull();
  });
});
