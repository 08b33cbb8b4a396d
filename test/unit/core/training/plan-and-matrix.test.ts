import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId, MemberId } from "../../../../core/base/id.ts";
import { money } from "../../../../core/base/money.ts";
import { period } from "../../../../core/base/period.ts";
import { completion, openCells } from "../../../../core/training/matrix/completion.ts";
import { courseMatrix } from "../../../../core/training/matrix/course-matrix.ts";
import { setBudget } from "../../../../core/training/plan/edit-budget.ts";
import { trainingPlan } from "../../../../core/training/plan/plan-totals.ts";
import { addSession, enrol } from "../../../../core/training/sessions/edit-sessions.ts";
import { aMembership } from "../../../builders/team.ts";
import {
  aCourse,
  aSession,
  aTeachingCourse,
  anEnrolment,
  trainingRows,
  TODAY,
} from "../../../builders/training.ts";

const Q3 = { period: period("2026-Q3", 1), nameOf: ({ zh }: { readonly zh: string }) => zh };

function stateOf(rows: Parameters<typeof trainingRows>[0], today = TODAY) {
  return courseMatrix(trainingRows(rows), today)[0]!.state;
}

const attended = { attendance: "attended", score: 80 } as const;

describe("courseMatrix", () => {
  test("a mandatory course is due until its day and overdue from the day after", () => {
    const courses = [aCourse("c1", { mandatoryFor: "all", mandatoryFrom: day("2026-08-01"), dueDays: 30 })];
    expect(stateOf({ courses }, day("2026-08-31"))).toBe("due");
    expect(stateOf({ courses }, day("2026-09-01"))).toBe("overdue");
  });

  test("who joins a group later has their days from there", () => {
    const courses = [
      aCourse("c1", { mandatoryFor: ["g2" as GroupId], mandatoryFrom: day("2026-01-01"), dueDays: 10 }),
    ];
    const memberships = [
      aMembership("m1", "g1"),
      aMembership("m1", "g2", "2026-08-25"),
      aMembership("m2", "g1"),
    ];
    const cells = courseMatrix(trainingRows({ courses, memberships }), TODAY);
    expect(cells.map((cell) => [cell.state, cell.dueOn])).toEqual([
      ["due", "2026-09-04"],
      ["none", null],
    ]);
  });

  test("a certificate is good, runs out, has run out, and is overdue where it is mandatory", () => {
    const course = { hasCertificate: true, certificateMonths: 12 };
    const rows = (fields: object) => ({
      courses: [aCourse("c1", { ...course, ...fields })],
      trainingSessions: [aSession("k1", "c1", { on: day("2025-09-30") })],
      enrolments: [anEnrolment("k1", "m1", { attendance: "attended" })],
    });
    expect(stateOf(rows({}), day("2026-07-31"))).toBe("passed");
    expect(stateOf(rows({}), day("2026-09-01"))).toBe("expiring");
    expect(stateOf(rows({}), day("2026-09-30"))).toBe("expired");
    expect(stateOf(rows({ mandatoryFor: "all" }), day("2026-09-30"))).toBe("overdue");
  });

  test("attended without the score that the course asks for is a question, not a pass", () => {
    const rows = {
      courses: [aTeachingCourse("c1")],
      trainingSessions: [aSession("k1", "c1")],
      enrolments: [anEnrolment("k1", "m1", { attendance: "attended" })],
    };
    expect(stateOf(rows)).toBe("unscored");
  });

  test("a failed course with a new enrolment is enrolled", () => {
    const rows = {
      courses: [aTeachingCourse("c1")],
      trainingSessions: [
        aSession("k1", "c1"),
        aSession("k2", "c1", { on: day("2026-10-01"), status: "planned" }),
      ],
      enrolments: [anEnrolment("k1", "m1", { ...attended, score: 10 }), anEnrolment("k2", "m1")],
    };
    expect(stateOf(rows)).toBe("enrolled");
  });

  test("completion counts mandatory cells only and names each in its explanation", () => {
    const rows = trainingRows({
      courses: [aCourse("c1", { mandatoryFor: "all" }), aCourse("c2", { order: 2 })],
      trainingSessions: [aSession("k1", "c1")],
      enrolments: [anEnrolment("k1", "m1", { attendance: "attended" })],
    });
    const done = completion(courseMatrix(rows, TODAY), { today: TODAY, nameOf: ({ zh }) => zh });
    expect(done.value.value).toBe(0.5);
    expect(done.explain().rows.map((row) => [row.label, row.amount.value])).toEqual([
      ["m1 · c1", 1],
      ["m2 · c1", 0],
    ]);
  });

  test("what waits for somebody begins with what is overdue", () => {
    const courses = [
      aCourse("c1", { mandatoryFor: "all", mandatoryFrom: day("2026-01-01"), dueDays: 1 }),
      aTeachingCourse("c2", { order: 2 }),
    ];
    const rows = trainingRows({
      courses,
      trainingSessions: [aSession("k1", "c2")],
      enrolments: [anEnrolment("k1", "m1", { attendance: "attended" })],
    });
    expect(openCells(courseMatrix(rows, TODAY)).map((cell) => cell.state)).toEqual([
      "overdue",
      "overdue",
      "unscored",
    ]);
  });
});

describe("trainingPlan", () => {
  const rows = trainingRows({
    courses: [aCourse("c1")],
    trainingSessions: [
      aSession("k1", "c1", { cost: money(100_000) }),
      aSession("k2", "c1", { on: day("2026-09-20"), status: "planned", hours: 2.5, cost: money(50_001) }),
      aSession("k3", "c1", { on: day("2026-09-21"), status: "cancelled", cost: money(70_000) }),
      aSession("k4", "c1", { on: day("2026-10-01"), status: "planned", cost: money(1) }),
    ],
    enrolments: [
      anEnrolment("k1", "m1", { attendance: "attended" }),
      anEnrolment("k1", "m2", { attendance: "missed" }),
      anEnrolment("k2", "m2"),
      anEnrolment("k3", "m2"),
    ],
    trainingBudgets: [{ id: "2026-Q3", money: money(140_000), hoursEach: 3, note: "" }],
  });

  test("costs of the period are summed to the fen; a cancelled session costs nothing", () => {
    const plan = trainingPlan(rows, Q3);
    expect(plan.cost.value.value).toBe(150_001);
    expect(plan.left.value.value).toBe(-10_001);
    expect(plan.cost.explain().rows.map((row) => row.ref.id)).toEqual(["k1", "k2"]);
  });

  test("hours count for who came or is expected, and what is over the limit is told", () => {
    const plan = trainingPlan(rows, Q3);
    expect(plan.members.map((one) => [one.member.id, one.hours.value.value, one.over])).toEqual([
      ["m1", 4, 1],
      ["m2", 2.5, 0],
    ]);
    expect(plan.hours.value.value).toBe(6.5);
  });

  test("without a budget nothing is left over, and the figure says why", () => {
    const plan = trainingPlan(rows, { ...Q3, period: period("2026", 1) });
    expect([plan.left.value.value, plan.left.note?.key]).toEqual([null, "training.note.no-budget"]);
  });
});

describe("setBudget", () => {
  test("a budget goes with its last field", () => {
    const rows = trainingRows({ trainingBudgets: [{ id: "2026", hoursEach: 24, note: "" }] });
    const command = setBudget(rows, { periodId: period("2026", 1).id, fields: { hoursEach: undefined } });
    expect(command).toEqual({ ok: true, value: [{ op: "remove", table: "trainingBudgets", ids: ["2026"] }] });
  });
});

describe("addSession and enrol", () => {
  const rows = trainingRows({ courses: [aCourse("c1", { hours: 6, cost: money(9) })] });

  test("a session has the usual hours and cost of its course", () => {
    const command = addSession(rows, {
      id: "k1" as never,
      courseId: "c1" as never,
      on: TODAY,
      memberIds: ["m1" as MemberId],
    });
    expect(command.ok && command.value.map((change) => change.op === "put" && change.records)).toEqual([
      [aSession("k1", "c1", { on: TODAY, hours: 6, cost: money(9), status: "planned" })],
      [anEnrolment("k1", "m1")],
    ]);
  });

  test("more members than seats are refused with both numbers", () => {
    const small = { ...rows, trainingSessions: new Map([["k1", aSession("k1", "c1", { seats: 1 })]]) };
    const command = enrol(small, {
      sessionId: "k1" as never,
      memberIds: ["m1", "m2"] as never,
      kind: "open",
    });
    expect(command.ok ? null : command.error).toEqual([
      { field: "seats", message: { key: "training.problem.seats", params: { seats: 1, enrolled: 2 } } },
    ]);
  });

  test("enrolling twice changes nothing", () => {
    const one = trainingRows({
      courses: [aCourse("c1")],
      trainingSessions: [aSession("k1", "c1")],
      enrolments: [anEnrolment("k1", "m1", { attendance: "attended" })],
    });
    expect(enrol(one, { sessionId: "k1" as never, memberIds: ["m1"] as never, kind: "open" })).toEqual({
      ok: true,
      value: [],
    });
  });
});
