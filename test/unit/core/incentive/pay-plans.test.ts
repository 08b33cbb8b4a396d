import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, KpiId, MemberId, PayPlanId } from "../../../../core/base/id.ts";
import { period } from "../../../../core/base/period.ts";
import { approveStatements } from "../../../../core/incentive/pay/approve.ts";
import { planProblems } from "../../../../core/incentive/plan/plan-problems.ts";
import { simulate } from "../../../../core/incentive/plan/simulate.ts";
import { frequencyClashes } from "../../../../core/incentive/plan/frequency-clashes.ts";
import type { PayPlan, PayRule } from "../../../../core/incentive/records.ts";
import {
  aCommission,
  aMember,
  aPlan,
  approvedIn,
  payOf,
  payWorld,
  percent,
  Q1,
  sale,
  yuan,
} from "../../../builders/incentive-pay.ts";
import type { PayWorld } from "../../../builders/incentive-pay.ts";

const JANUARY = period("2026-01", 1);
const orders = [sale("o1", "2026-01-05", yuan(1000)), sale("o2", "2026-05-05", yuan(1000))];

describe("plans of two frequencies", () => {
  test("pay a member by one of them: the one that speaks of them most closely", () => {
    const mine = aPlan([aCommission()], {
      id: "mine" as PayPlanId,
      subjects: ["member:m1"],
      frequency: "month",
    });
    const world = { plans: [aPlan([aCommission()]), mine], orders };
    expect(payOf(world, JANUARY).total).toBe(yuan(50));
    expect(payOf(world, Q1)).toBeNull();
  });
});

describe("a quarter between two plans", () => {
  const first = aPlan([aCommission()], { until: day("2026-07-01") });
  const second = aPlan([aCommission()], { id: "second" as PayPlanId, from: day("2026-10-01") });
  const world = { plans: [first, second], orders, today: "2027-01-05" };

  test("lets no earlier one be passed over that waits for its approval", () => {
    const approved = approvedIn(world, Q1);
    const command = approveStatements(payWorld(approved), ["m1" as MemberId], period("2026-Q4", 1));
    expect(command.ok ? null : command.error[0]!.message).toMatchObject({
      key: "incentive.problem.earlier",
      params: { before: { period: "2026-Q2" } },
    });
  });
});

describe("a quarter after months", () => {
  const months = aPlan([aCommission()], { frequency: "month", until: day("2026-04-01") });
  const quarters = aPlan([aCommission()], { id: "quarters" as PayPlanId, from: day("2026-04-01") });

  test("waits for the approval of each of them", () => {
    const approved = approvedIn({ plans: [months, quarters], orders }, JANUARY);
    const command = approveStatements(payWorld(approved), ["m1" as MemberId], period("2026-Q2", 1));
    expect(command.ok ? null : command.error[0]!.message).toMatchObject({
      key: "incentive.problem.earlier",
      params: { before: { period: "2026-02" } },
    });
  });
});

describe("pay that changes between months and quarters inside a quarter", () => {
  const edge = (on: string) => ({ until: day(on) });
  const next = { id: "next" as PayPlanId };
  const [monthly, quarterly] = [{ frequency: "month" as const }, { frequency: "quarter" as const }];
  const clashes = (before: PayPlan, after: PayPlan, more: Partial<PayWorld> = {}) =>
    frequencyClashes(payWorld({ plans: [before, after], orders, ...more }), after);

  test("counts the months before it twice, where quarters follow months", () => {
    const before = aPlan([], { ...monthly, ...edge("2026-08-15") });
    expect(clashes(before, aPlan([], { ...next, ...quarterly, from: day("2026-08-15") }))).toEqual([
      { quarterId: "2026-Q3", kind: "twice", monthIds: ["2026-07"], memberIds: ["m1"] },
    ]);
  });

  test("counts them nowhere, where months follow quarters", () => {
    const before = aPlan([], { ...quarterly, ...edge("2026-09-01") });
    expect(clashes(before, aPlan([], { ...next, ...monthly, from: day("2026-09-01") }))).toEqual([
      { quarterId: "2026-Q3", kind: "never", monthIds: ["2026-07", "2026-08"], memberIds: ["m1"] },
    ]);
  });

  test("is none on the first day of a quarter", () => {
    const before = aPlan([], { ...monthly, ...edge("2026-07-01") });
    expect(clashes(before, aPlan([], { ...next, ...quarterly, from: day("2026-07-01") }))).toEqual([]);
  });

  test("is one where a month is approved and the plan then reckons by quarters", () => {
    const plan = aPlan([aCommission()], monthly);
    const july = period("2026-07", 1);
    const approved = approvedIn({ plans: [plan], orders, today: "2026-08-05" }, july);
    const changed = { ...plan, ...quarterly };
    expect(frequencyClashes(payWorld({ ...approved, plans: [changed] }), changed)).toMatchObject([
      { quarterId: "2026-Q3", kind: "twice", monthIds: ["2026-07"] },
    ]);
  });
});

describe("the simulator", () => {
  test("pays nobody for a period in which they were not there", () => {
    const members = [aMember("m1", { hiredOn: day("2026-04-10") })];
    const plan = aPlan([aCommission({ floor: yuan(100) })]);
    const of = { plans: [plan], periods: [Q1, period("2026-Q2", 1)], memberIds: ["m1" as MemberId] };
    const cells = simulate(payWorld({ members, plan, orders: [] }), of);
    expect(cells.map((cell) => [cell.present, cell.tried[0]])).toEqual([
      [0, 0],
      [yuan(100), yuan(100)],
    ]);
  });
});

describe("a rule without its KPI or group", () => {
  test("is refused at its own field, and the message says what to choose", () => {
    const kpiId = "" as KpiId;
    const rules: readonly PayRule[] = [
      { kind: "kpi-bonus", id: "k", name: "", kpiId, amount: yuan(1), from: percent(100) },
      { kind: "override", id: "o", name: "", rate: percent(5), groupId: "" as GroupId },
    ];
    expect(planProblems(aPlan(rules)).map((one) => [one.field, one.message.key])).toEqual([
      ["rules.k.kpiId", "incentive.problem.rule-kpi"],
      ["rules.o.groupId", "incentive.problem.rule-group"],
    ]);
  });
});
