import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { agreedActions } from "../../../../core/review/agreed-actions.ts";
import { listPlans, planStanding, removePlan, writePlan } from "../../../../core/review/improvement-plan.ts";
import { reviewNeeds } from "../../../../core/review/review-needs.ts";
import type { ImprovementPlan, Review } from "../../../../core/review/records.ts";
import { anAction } from "../../../builders/meeting.ts";
import { aCycle, aReview, reviewRows } from "../../../builders/review-cycle.ts";
import { aPlan, planRows } from "../../../builders/review-plan.ts";

const today = day("2026-11-20");

function written(plan: ImprovementPlan, rows = planRows()): ImprovementPlan {
  const done = writePlan(rows, plan, today);
  if (!done.ok) throw new Error(done.error[0]!.message.key);
  return (done.value[0] as unknown as { records: ImprovementPlan[] }).records[0]!;
}

const fieldsOf = (plan: ImprovementPlan) => {
  const done = writePlan(planRows(), plan, today);
  return done.ok ? [] : done.error.map(({ field }) => field);
};

describe("a plan", () => {
  test("is written with its checkpoints by day and without spaces around its words", () => {
    const [first, second] = aPlan().checkpoints;
    const plan = written(aPlan({ aim: " a ", checkpoints: [second!, { ...first!, expected: " b " }] }));
    expect(plan.aim).toBe("a");
    expect(plan.checkpoints.map((one) => [one.id, one.expected])).toEqual([
      ["c1", "b"],
      ["c2", "nearly all"],
    ]);
  });

  test("notes the day on which a checkpoint was looked at, and forgets it when the result is taken back", () => {
    const [first, second] = aPlan().checkpoints;
    const looked = written(aPlan({ checkpoints: [{ ...first!, result: "met" }, second!] }));
    expect(looked.checkpoints[0]!.checkedOn).toBe(today);
    const { result: _taken, ...back } = looked.checkpoints[0]!;
    expect(written({ ...looked, checkpoints: [back, second!] }).checkpoints[0]).not.toHaveProperty(
      "checkedOn",
    );
  });

  test("keeps the day of a checkpoint that was looked at earlier", () => {
    const [first] = aPlan().checkpoints;
    const known = { ...first!, result: "met" as const, checkedOn: day("2026-11-10") };
    expect(written(aPlan({ checkpoints: [known] })).checkpoints[0]!.checkedOn).toBe("2026-11-10");
  });

  test("changes nothing when it is as it was", () => {
    expect(writePlan(planRows({ plans: [aPlan()] }), aPlan(), today)).toEqual({ ok: true, value: [] });
  });

  test("is refused with every field that is wrong", () => {
    const [first] = aPlan().checkpoints;
    const outside = { ...first!, on: day("2027-01-01"), expected: " " };
    expect(fieldsOf(aPlan({ aim: " ", checkpoints: [outside] }))).toEqual(["aim", "c1.on", "c1.expected"]);
    expect(fieldsOf(aPlan({ memberId: "m9" as ImprovementPlan["memberId"] }))).toEqual(["memberId"]);
    expect(fieldsOf(aPlan({ acknowledgedOn: day("2026-11-21") }))).toEqual(["acknowledgedOn"]);
    const outcome = { result: "met", on: day("2026-11-21"), text: "" } as const;
    expect(fieldsOf(aPlan({ outcome }))).toEqual(["outcome"]);
  });

  test("that is gone is passed over when it is removed", () => {
    expect(removePlan(planRows(), "p1")).toEqual({ ok: true, value: [] });
  });
});

describe("where a plan stands", () => {
  test("is due from the day of a checkpoint on until somebody has looked", () => {
    expect(planStanding(aPlan(), day("2026-11-09")).state).toBe("running");
    expect(planStanding(aPlan(), day("2026-11-10"))).toMatchObject({ state: "due", due: [{ id: "c1" }] });
    const [first, second] = aPlan().checkpoints;
    const looked = aPlan({ checkpoints: [{ ...first!, result: "missed" }, second!] });
    expect(planStanding(looked, today)).toMatchObject({ state: "running", next: { id: "c2" } });
  });

  test("asks for the outcome on its last day, and for nothing after it", () => {
    const plan = aPlan({ checkpoints: [] });
    expect(planStanding(plan, day("2026-12-30")).isOutcomeDue).toBe(false);
    expect(planStanding(plan, day("2026-12-31")).isOutcomeDue).toBe(true);
    const outcome = { result: "partly", on: today, text: "" } as const;
    expect(planStanding(aPlan({ outcome }), day("2027-02-01"))).toEqual({
      state: "closed",
      due: [],
      isOutcomeDue: false,
      next: null,
    });
  });

  test("puts what is due first in a list, and what is closed last", () => {
    const outcome = { result: "met", on: today, text: "" } as const;
    const closed = aPlan({ id: "closed", until: day("2026-11-01"), outcome });
    const running = aPlan({ id: "running", checkpoints: [] });
    const list = listPlans([closed, running, aPlan({ id: "due" })], today);
    expect(list.map(({ id }) => id)).toEqual(["due", "running", "closed"]);
  });
});

describe("what appraisals wait for", () => {
  const lockedRows = (talk?: Review["talk"]) => ({
    ...planRows(),
    ...reviewRows({
      cycles: [aCycle({ state: "locked", lockCount: 1 })],
      reviews: [aReview(talk ? { talk } : {})],
    }),
    reviewSnapshots: new Map([["2026-Q3|1", { on: day("2026-10-10") } as never]]),
  });
  const codes = (rows: Parameters<typeof reviewNeeds>[0], on = today) =>
    reviewNeeds(rows, on).map(({ code }) => code);

  test("is a checkpoint, and after the last day the outcome too", () => {
    const rows = { ...reviewRows(), ...planRows({ plans: [aPlan()] }) };
    expect(codes(rows, day("2026-11-09"))).toEqual([]);
    expect(codes(rows)).toEqual(["plan-checkpoint"]);
    expect(codes(rows, day("2026-12-31"))).toEqual(["plan-checkpoint", "plan-outcome"]);
  });

  test("is a talk from two weeks after the lock on, for two months", () => {
    expect(codes(lockedRows(), day("2026-10-23"))).toEqual([]);
    expect(codes(lockedRows(), day("2026-10-24"))).toEqual(["review-talk"]);
    expect(codes(lockedRows(), day("2026-12-09"))).toEqual(["review-talk"]);
    expect(codes(lockedRows(), day("2026-12-10"))).toEqual([]);
  });

  test("is an acknowledgement from a week after the talk on", () => {
    const talk = { on: day("2026-11-13"), text: "", agreed: "" };
    expect(codes(lockedRows(talk), day("2026-11-19"))).toEqual([]);
    expect(codes(lockedRows(talk))).toEqual(["review-acknowledged"]);
    expect(codes(lockedRows({ ...talk, acknowledgedOn: day("2026-11-14") }))).toEqual([]);
  });

  test("is still the talk while it is only planned", () => {
    expect(codes(lockedRows({ on: day("2026-11-21"), text: "", agreed: "" }))).toEqual(["review-talk"]);
  });
});

test("what was agreed in a talk is found among all actions by its review", () => {
  const mine = anAction("a1", { reviewId: "2026-Q3|m1" });
  const actions = new Map(
    [mine, anAction("a2"), anAction("a3", { reviewId: "2026-Q2|m1" })].map((one) => [one.id as string, one]),
  );
  expect(agreedActions(actions, "2026-Q3|m1")).toEqual([mine]);
});
