import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, KpiId, MemberId } from "../../../../core/base/id.ts";
import type { Ppm } from "../../../../core/base/money.ts";
import { checkCriterion } from "../../../../core/incentive/promotion/check-criterion.ts";
import { decidePromotion } from "../../../../core/incentive/promotion/decide-promotion.ts";
import { saveLadderStep } from "../../../../core/incentive/promotion/edit-ladder.ts";
import { membershipsInRole, monthsBetween } from "../../../../core/incentive/promotion/months-in-role.ts";
import { promotionCandidates } from "../../../../core/incentive/promotion/promotion-candidates.ts";
import { criterionText, readCriterion } from "../../../../core/incentive/promotion/read-criterion.ts";
import type { Criterion } from "../../../../core/incentive/records.ts";
import {
  aDecision,
  aMember,
  aStep,
  promotionWorld,
  rewardWorld,
} from "../../../builders/incentive-rewards.ts";
import {
  afterChanges,
  aMembership,
  aRating,
  aSkill,
  problemKeys,
  workspaceOf,
} from "../../../builders/team.ts";

const on = day("2026-11-23");
const a = aMember("a");
const visits = (more: Partial<Criterion> = {}) =>
  ({ kind: "kpi", kpiId: "visits" as KpiId, atLeast: 3, periods: 3, ...more }) as Criterion;
const quarter = { "2026-08": { a: 5 }, "2026-09": { a: 4 } };

describe("a criterion of results", () => {
  test("is met when each of the last three months reaches it; the figure is the weakest", () => {
    const check = checkCriterion(promotionWorld({ values: { a: 3 }, more: quarter }), visits(), {
      member: a,
      on,
    });
    expect(check).toMatchObject({ isMet: true, value: { unit: "count", value: 3 } });
    expect(check.explain().inputs.map((one) => one.value.value)).toEqual([5, 4, 3]);
  });

  test("is not met when one month falls short, though another is missing", () => {
    const world = promotionWorld({ values: { a: 2 }, more: { "2026-08": { a: 5 } } });
    expect(checkCriterion(world, visits(), { member: a, on }).isMet).toBe(false);
  });

  test("is not known when a month has no value and the others reach it", () => {
    const check = checkCriterion(promotionWorld({ values: { a: 3 } }), visits(), { member: a, on });
    expect(check.isMet).toBeNull();
    expect(check.note).toEqual({ key: "incentive.unknown.periods", params: { count: 2, all: 3 } });
  });

  test("is met by not exceeding it where lower is better", () => {
    const world = promotionWorld({ values: { a: 3 }, more: quarter, kpi: { direction: "lower" } });
    expect(checkCriterion(world, visits({ atLeast: 5 } as Criterion), { member: a, on })).toMatchObject({
      isMet: true,
      value: { value: 5 },
    });
  });

  test("by attainment is in parts per million of the KPI's own target", () => {
    const world = promotionWorld({ values: { a: 3 }, target: 4 });
    const of = { kind: "attainment", kpiId: "visits" as KpiId, periods: 1 } as const;
    const met = (atLeast: number) =>
      checkCriterion(world, { ...of, atLeast: atLeast as Ppm }, { member: a, on }).isMet;
    expect([met(750_000), met(750_001)]).toEqual([true, false]);
  });

  test("of a KPI that is gone is not known", () => {
    const check = checkCriterion(promotionWorld({}), visits({ kpiId: "x" as KpiId }), { member: a, on });
    expect(check.note?.key).toBe("incentive.unknown.gone");
  });
});

describe("other criteria", () => {
  test("count months since title and grade last changed, whatever the group", () => {
    const rows = {
      memberships: new Map(
        [
          { ...aMembership("a", "g", "2024-01-01"), title: "助理" },
          aMembership("a", "g", "2025-03-15"),
          aMembership("a", "h", "2026-02-01"),
        ].map((one) => [one.id, one]),
      ),
    };
    expect(membershipsInRole(rows, "a" as MemberId, on).map((one) => one.from)).toEqual([
      "2025-03-15",
      "2026-02-01",
    ]);
    expect(monthsBetween(day("2025-03-15"), on)).toBe(20);
  });

  test("take the rating that holds on the day, and know nothing of who was never rated", () => {
    const parts = { values: { a: 1, b: 1 }, skills: [aSkill("s")], ratings: [aRating("a", "s", 3)] };
    const met = (id: string) =>
      checkCriterion(
        promotionWorld(parts),
        { kind: "skill", skillId: "s", atLeast: 3 },
        { member: aMember(id), on },
      ).isMet;
    expect([met("a"), met("b")]).toEqual([true, null]);
  });

  test("count a course as passed from its day on", () => {
    const passed = [{ memberId: "a" as MemberId, courseId: "talk", on: day("2026-11-23") }];
    const met = (when: string) =>
      checkCriterion(
        promotionWorld({ values: { a: 1 }, passed }),
        { kind: "course", courseId: "talk" },
        { member: a, on: day(when) },
      ).isMet;
    expect([met("2026-11-22"), met("2026-11-23")]).toEqual([false, true]);
  });
});

describe("candidates", () => {
  const step = aStep([visits({ periods: 1 } as Criterion)]);

  test("stand where the step begins, the nearest to it first", () => {
    const world = promotionWorld({ values: { a: 2, b: null, c: 9 }, steps: [step] });
    expect(promotionCandidates(world, on).map((one) => one.member.name)).toEqual(["c", "b", "a"]);
  });

  test("explain how many criteria are met by each of them", () => {
    const [first] = promotionCandidates(promotionWorld({ values: { c: 9 }, steps: [step] }), on);
    const { value, inputs } = first!.progress.explain();
    expect(value.value).toBe(1);
    expect(inputs.map(({ label }) => label.key)).toEqual(["incentive.promotion.input.met"]);
  });

  test("are none in another group, and none with another title", () => {
    const steps = [aStep([], { groupId: "h" as GroupId }), aStep([], { id: "x", fromTitle: "经理" })];
    expect(promotionCandidates(promotionWorld({ values: { a: 2 }, steps }), on)).toEqual([]);
  });

  test("of a step without criteria are never ready", () => {
    const [first] = promotionCandidates(promotionWorld({ values: { a: 2 }, steps: [aStep()] }), on);
    expect(first).toMatchObject({ isReady: false, met: 0 });
  });
});

describe("a decision", () => {
  const { rows } = rewardWorld({ values: { a: 1 }, steps: [aStep()] });

  test("to promote makes the dated membership in the same commit, and keeps the group", () => {
    const decided = decidePromotion(rows, aDecision());
    const after = afterChanges(workspaceOf(rows), decided.ok ? decided.value : []);
    expect(after.rows.memberships.get("a:2026-12-01")).toMatchObject({
      groupId: "g",
      title: "高级销售",
      grade: "senior",
    });
    expect(after.rows.promotions.get("p1")?.step).toBe("销售 → 高级销售");
  });

  test("to defer needs a reason and changes no membership", () => {
    expect(problemKeys(decidePromotion(rows, aDecision({ outcome: "deferred" })))).toEqual([
      "incentive.problem.reason",
    ]);
    const decided = decidePromotion(rows, aDecision({ outcome: "deferred", reason: "再看一个季度" }));
    expect(decided.ok && decided.value).toHaveLength(1);
  });

  test("to promote against a criterion that is not met, or not known, needs a reason", () => {
    for (const isMet of [false, null]) {
      const findings = [{ label: "拜访", figure: "2", isMet }];
      expect(problemKeys(decidePromotion(rows, aDecision({ findings })))).toEqual([
        "incentive.problem.reason",
      ]);
    }
  });

  test("to promote is refused before the member belonged to a group", () => {
    expect(problemKeys(decidePromotion(rows, aDecision({ on: day("2024-01-01") })))).toEqual([
      "incentive.problem.no-group",
    ]);
  });
});

describe("a ladder step", () => {
  test("is refused twice for the same two titles of a group, whatever the width of its letters", () => {
    const steps = new Map([["up", aStep()]]);
    expect(problemKeys(saveLadderStep(steps, aStep([], { id: "x", toTitle: " 高级销售 " })))).toEqual([
      "incentive.problem.step-twice",
    ]);
    expect(saveLadderStep(steps, aStep())).toEqual({ ok: true, value: [] });
  });

  test("has criteria that read back as they were typed", () => {
    const reading = { kpis: rewardWorld({}).context.rows.kpis, currency: "CNY" };
    const typed = { kind: "kpi", ofId: "visits", atLeast: "20", periods: "3" } as const;
    const read = readCriterion(typed, reading);
    expect(read).toEqual({ ok: true, value: visits({ atLeast: 20 } as Criterion) });
    expect(read.ok && criterionText(read.value, reading)).toEqual(typed);
  });

  test("refuses thirteen periods and an attainment of nothing", () => {
    const reading = { kpis: rewardWorld({}).context.rows.kpis, currency: "CNY" };
    const typed = { kind: "attainment", ofId: "visits", atLeast: "0", periods: "13" } as const;
    expect(problemKeys(readCriterion(typed, reading))).toEqual([
      "incentive.problem.least",
      "incentive.problem.periods",
    ]);
  });
});
