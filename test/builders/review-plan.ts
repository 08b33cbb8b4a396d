import { day } from "../../core/base/day.ts";
import type { MemberId } from "../../core/base/id.ts";
import type { PlanRows } from "../../core/review/improvement-plan.ts";
import type { ImprovementPlan } from "../../core/review/records.ts";
import type { Member } from "../../core/team/records.ts";

/** A plan of m1 for a quarter with two checkpoints that nobody has looked at. */
export function aPlan(more: Partial<ImprovementPlan> = {}): ImprovementPlan {
  return {
    id: "p1",
    memberId: "m1" as MemberId,
    from: day("2026-10-06"),
    until: day("2026-12-31"),
    aim: "quotes within a day",
    support: "",
    checkpoints: [
      { id: "c1", on: day("2026-11-10"), expected: "half of them", note: "" },
      { id: "c2", on: day("2026-12-10"), expected: "nearly all", note: "" },
    ],
    ...more,
  };
}

/** The tables of plans with m1. */
export function planRows(of: { readonly plans?: readonly ImprovementPlan[] } = {}): PlanRows {
  const members = new Map<string, Pick<Member, "name">>([["m1", { name: "王芳" }]]);
  return { members, improvementPlans: new Map((of.plans ?? []).map((plan) => [plan.id, plan])) };
}
