import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, KpiId } from "../../../../core/base/id.ts";
import { explainLine } from "../../../../core/incentive/pay/explain-pay.ts";
import type { PayRule } from "../../../../core/incentive/records.ts";
import {
  aCommission,
  aGroup,
  aKpi,
  aMember,
  aMembership,
  aMeasurement,
  aPlan,
  approvedIn,
  payOf,
  percent,
  Q1,
  Q2,
  sale,
  yuan,
} from "../../../builders/incentive-pay.ts";
import type { PayWorld } from "../../../builders/incentive-pay.ts";

const override: PayRule = {
  kind: "override",
  id: "o",
  name: "管理提成",
  rate: percent(10),
  groupId: "g1" as GroupId,
};
const leader = aPlan([override], { id: "lead" as never, subjects: ["member:m9"] });

describe("a leader's override", () => {
  const world: PayWorld = {
    plans: [leader, aPlan([aCommission()])],
    members: [aMember("m1", { leftOn: day("2026-03-15") }), aMember("m2"), aMember("m9")],
    groups: [aGroup("g1"), aGroup("g2")],
    memberships: [
      aMembership("m1", "g1", "2020-01-01"),
      aMembership("m2", "g1", "2020-01-01"),
      aMembership("m2", "g2", "2026-03-01"),
      aMembership("m9", "g1", "2020-01-01"),
    ],
    orders: [
      sale("o1", "2026-02-01", yuan(10_000)),
      sale("o2", "2026-02-01", yuan(70_000), { ownerName: "m2" }),
      sale("o3", "2026-05-01", yuan(10_000)),
    ],
  };

  test("counts who left the team during the period, and not who went to another group", () => {
    const [line] = payOf(world, Q1, "m9").lines;
    expect(line!.facts.map((fact) => [fact.ref, fact.amount])).toEqual([["members/m1", yuan(500)]]);
  });

  test("does not count who had left before the period", () => {
    expect(payOf(world, Q2, "m9").total).toBe(0);
  });
});

describe("a bonus for each member's own group", () => {
  const kpi = aKpi("sales", { unit: "money", source: "book", metric: "order-amount", target: yuan(100) });
  const rule: PayRule = {
    kind: "team-bonus",
    id: "t",
    name: "",
    kpiId: "sales" as KpiId,
    amount: yuan(900),
    from: percent(100),
    among: "group",
    split: "equal",
  };
  const world: PayWorld = {
    plan: aPlan([rule]),
    kpis: [kpi],
    members: [aMember("m1"), aMember("m2"), aMember("m3", { leftOn: day("2026-03-15") })],
    groups: [aGroup("g1")],
    memberships: [aMembership("m1", "g1", "2020-01-01"), aMembership("m3", "g1", "2020-01-01")],
    orders: [sale("o1", "2026-02-01", yuan(10_000))],
  };

  test("pays nothing to who has no group or is no more there, and says why", () => {
    const of = (id: string) => {
      const [line] = payOf(world, Q1, id).lines;
      return [line!.amount, line!.steps.map((step) => step.key)[0]];
    };
    expect([of("m1"), of("m2"), of("m3")]).toEqual([
      [yuan(900), "reached"],
      [0, "not-sharing"],
      [0, "not-sharing"],
    ]);
  });
});

describe("what a changed member says", () => {
  test("is that a result has changed, not that a person was refunded", () => {
    const members = [aMember("m1"), aMember("m9")];
    const groups = [aGroup("g1")];
    const memberships = ["m1", "m9"].map((id) => aMembership(id, "g1", "2020-01-01"));
    const orders = [sale("o1", "2026-02-01", yuan(10_000))];
    const world = { plans: [leader, aPlan([aCommission()])], members, groups, memberships, orders };
    const approved = approvedIn(world, Q1, ["m9"]);
    const causeOf = (changed: Partial<PayWorld>) =>
      payOf({ ...approved, ...changed }, Q2, "m9").lines.flatMap((line) => line.change?.cause ?? []);
    expect(causeOf({ orders: [] })).toEqual(["result"]);
    expect(causeOf({ memberships: memberships.slice(1) })).toEqual(["result"]);
  });
});

describe("a bonus shared by results that are no money", () => {
  const kpi = aKpi("quality", { unit: "score", kind: "level", frequency: "quarter", target: 4 });
  const rule: PayRule = {
    kind: "team-bonus",
    id: "t",
    name: "",
    kpiId: kpi.id,
    amount: yuan(900),
    from: percent(100),
    among: "team",
    split: "by-result",
  };
  const typed = (subject: string, value: number) =>
    aMeasurement("quality", "", { subject: subject as never, periodId: Q1.id, value });
  const world: PayWorld = {
    plan: aPlan([rule]),
    kpis: [kpi],
    members: [aMember("m1"), aMember("m2")],
    measurements: [typed("team", 4.5), typed("member:m1", 4.4), typed("member:m2", 4.6)],
  };

  test("goes by the results as they are, not by whole numbers", () => {
    expect([payOf(world, Q1).total, payOf(world, Q1, "m2").total]).toEqual([yuan(440), yuan(460)]);
  });

  test("holds with results of any size", () => {
    const measurements = [typed("team", 1e13), typed("member:m1", 1e13), typed("member:m2", 1e13)];
    expect(payOf({ ...world, measurements }, Q1).total).toBe(yuan(450));
  });

  test("shows each result in its own unit", () => {
    const statement = payOf(world, Q1);
    const rows = explainLine(statement, statement.lines[0]!, "m1").rows;
    expect(rows.map((row) => row.amount)).toEqual([
      { unit: "score", value: 4.4 },
      { unit: "score", value: 4.6 },
    ]);
  });
});
