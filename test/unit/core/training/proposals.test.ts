import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { money } from "../../../../core/base/money.ts";
import { period } from "../../../../core/base/period.ts";
import { workingCalendar } from "../../../../core/base/working-calendar.ts";
import { acceptProposals } from "../../../../core/training/proposals/accept-proposals.ts";
import { proposePlan } from "../../../../core/training/proposals/propose-plan.ts";
import { trainingNeeds } from "../../../../core/training/proposals/training-needs.ts";
import type { TrainingRows } from "../../../../core/training/training-rows.ts";
import { aMember, aRating, aSkill, anAbsence, anExpectation } from "../../../builders/team.ts";
import {
  aCourse,
  aKpi,
  aSession,
  aTeachingCourse,
  anEnrolment,
  TODAY,
  trainingRows,
} from "../../../builders/training.ts";

const Q4 = period("2026-Q4", 1);
const calendar = workingCalendar([]);

function proposed(rows: TrainingRows, weak: Parameters<typeof trainingNeeds>[1]["weak"] = []) {
  const needs = trainingNeeds(rows, { today: TODAY, weak });
  return proposePlan(rows, { needs, period: Q4, today: TODAY, calendar });
}

const gap = {
  skillExpectations: [anExpectation("g1", "s1", 4)],
  skillRatings: [aRating("m1", "s1", 2), aRating("m2", "s1", 4)],
};

describe("trainingNeeds", () => {
  test("a gap asks for the course that closes most of it without overshooting", () => {
    const courses = [
      aTeachingCourse("c3", { level: 3 }),
      aTeachingCourse("c5", { level: 5, order: 2 }),
      aTeachingCourse("c4", { level: 4, order: 3 }),
    ];
    const needs = trainingNeeds(trainingRows({ ...gap, courses }), { today: TODAY, weak: [] });
    expect(needs.map((need) => [need.member.id, need.course.id, need.urgency])).toEqual([["m1", "c4", 20]]);
  });

  test("who was never rated is asked about and not sent", () => {
    const rows = trainingRows({ ...gap, skillRatings: [], courses: [aTeachingCourse("c4", { level: 4 })] });
    expect(trainingNeeds(rows, { today: TODAY, weak: [] })).toEqual([]);
  });

  test("who is enrolled already needs the course no more", () => {
    const rows = trainingRows({
      ...gap,
      courses: [aTeachingCourse("c4", { level: 4 })],
      trainingSessions: [aSession("k1", "c4", { on: day("2026-10-10"), status: "planned" })],
      enrolments: [anEnrolment("k1", "m1")],
    });
    expect(trainingNeeds(rows, { today: TODAY, weak: [] })).toEqual([]);
  });

  test("a weak KPI is a second reason for a course that is needed anyway", () => {
    const kpi = aKpi("visits");
    const courses = [
      aCourse("c1", { kpiIds: [kpi.id] }),
      aTeachingCourse("c4", { level: 4, kpiIds: [kpi.id], order: 2 }),
    ];
    const rows = trainingRows({ ...gap, courses, kpis: [kpi] });
    const weak = [{ member: rows.members.get("m1")!, kpi, score: 62 }];
    const needs = trainingNeeds(rows, { today: TODAY, weak });
    expect(needs.map((need) => [need.course.id, need.reasons.map((one) => one.kind), need.urgency])).toEqual([
      ["c4", ["gap", "kpi"], 22],
    ]);
  });
});

describe("proposePlan", () => {
  const overdue = aCourse("c1", {
    mandatoryFor: "all",
    mandatoryFrom: day("2026-01-01"),
    dueDays: 30,
    cost: money(50_000),
  });

  test("what is overdue goes before a gap, one session a week after the holidays", () => {
    const rows = trainingRows({
      ...gap,
      courses: [aTeachingCourse("c4", { level: 4 }), { ...overdue, order: 2 }],
    });
    expect(proposed(rows).proposals.map((one) => [one.course.id, one.on])).toEqual([
      ["c1", "2026-10-08"],
      ["c4", "2026-10-15"],
    ]);
  });

  test("the session lies on the day of its week on which the fewest are away", () => {
    const rows = trainingRows({
      courses: [overdue],
      absences: [anAbsence("m1", "2026-10-08", "2026-10-09")],
    });
    expect(proposed(rows).proposals[0]!.on).toBe("2026-10-09");
  });

  test("what the budget cannot pay for is named with the amount that is left", () => {
    const rows = trainingRows({
      courses: [overdue],
      trainingBudgets: [{ id: "2026-Q4", money: money(49_999), note: "" }],
    });
    const plan = proposed(rows);
    expect(plan.proposals).toEqual([]);
    expect(plan.leftOut.map((one) => [one.need.member.id, one.why.key, one.why.params?.["left"]])).toEqual([
      ["m1", "training.left-out.money", { unit: "money", value: 49_999 }],
      ["m2", "training.left-out.money", { unit: "money", value: 49_999 }],
    ]);
  });

  test("hours that fill the limit to the decimal fit", () => {
    const rows = trainingRows({
      courses: [{ ...overdue, hours: 2.2 }, aCourse("c2", { order: 2 })],
      trainingBudgets: [{ id: "2026-Q4", hoursEach: 3.3, note: "" }],
      trainingSessions: [aSession("k1", "c2", { on: day("2026-10-20"), hours: 1.1, status: "planned" })],
      enrolments: [anEnrolment("k1", "m1")],
    });
    expect(proposed(rows).proposals[0]!.needs.map(({ member }) => member.id)).toEqual(["m1", "m2"]);
  });

  test("nobody is sent to a session after they have left", () => {
    const members = [aMember("m1", { leftOn: day("2026-10-08") }), aMember("m2", { order: 2 })];
    const rows = trainingRows({ members, courses: [overdue] });
    expect(proposed(rows).proposals.map((one) => one.needs.map(({ member }) => member.id))).toEqual([["m2"]]);
  });

  test("a period that is over has no day left for a proposal", () => {
    const rows = trainingRows({ courses: [overdue] });
    const needs = trainingNeeds(rows, { today: TODAY, weak: [] });
    const plan = proposePlan(rows, { needs, period: period("2026-Q1", 1), today: TODAY, calendar });
    expect([plan.proposals.length, plan.leftOut[0]!.why.key]).toEqual([0, "training.left-out.day"]);
  });

  test("proposals exceed neither the budget nor the hours of anybody, whatever was planned before", () => {
    const course = fc.record({
      cost: fc.integer({ min: 0, max: 60_000 }),
      hours: fc.integer({ min: 1, max: 9 }),
      isMandatory: fc.boolean(),
    });
    const limits = fc.record({
      money: fc.integer({ min: 0, max: 120_000 }),
      hoursEach: fc.integer({ min: 0, max: 16 }),
      spent: fc.integer({ min: 0, max: 80_000 }),
    });
    fc.assert(
      fc.property(fc.array(course, { maxLength: 6 }), limits, (courses, of) => {
        const rows = trainingRows({
          skills: courses.map((_, at) => aSkill(`s${at}`)),
          skillExpectations: courses.map((_, at) => anExpectation("g1", `s${at}`, 4)),
          skillRatings: courses.map((_, at) => aRating("m1", `s${at}`, 1)),
          courses: courses.map((one, at) =>
            aCourse(`c${at}`, {
              skillId: `s${at}` as never,
              level: 4,
              cost: money(one.cost),
              hours: one.hours,
              mandatoryFor: one.isMandatory ? "all" : [],
            }),
          ),
          trainingSessions: [
            aSession("k1", "c0", { on: day("2026-11-02"), cost: money(of.spent), hours: 2 }),
          ],
          enrolments: [anEnrolment("k1", "m2", { attendance: "attended" })],
          trainingBudgets: [{ id: "2026-Q4", money: money(of.money), hoursEach: of.hoursEach, note: "" }],
        });
        const plan = proposed(rows);
        const spent = plan.proposals.reduce((sum, one) => sum + one.cost, 0);
        expect(spent === 0 || spent + (courses.length > 0 ? of.spent : 0) <= of.money).toBe(true);
        for (const id of ["m1", "m2"]) {
          const own = plan.proposals.filter((one) => one.needs.some((need) => need.member.id === id));
          const before = id === "m2" && courses.length > 0 ? 2 : 0;
          const hours = own.reduce((sum, one) => sum + one.course.hours, 0);
          expect(hours === 0 || hours + before <= of.hoursEach).toBe(true);
        }
        expect(proposed(rows)).toEqual(plan);
      }),
    );
  });
});

describe("acceptProposals", () => {
  test("a session and its enrolments come in one step, and the need is gone", () => {
    const rows = trainingRows({ ...gap, courses: [aTeachingCourse("c4", { level: 4 })] });
    const command = acceptProposals(rows, { proposals: proposed(rows).proposals, newId: () => "k9" });
    expect(command.ok && command.value.map((change) => [change.table, change.op])).toEqual([
      ["trainingSessions", "put"],
      ["enrolments", "put"],
    ]);
    const after = {
      ...rows,
      trainingSessions: new Map([["k9", aSession("k9", "c4", { on: day("2026-10-08"), status: "planned" })]]),
      enrolments: new Map([["k9|m1", anEnrolment("k9", "m1")]]),
    };
    expect(proposed(after).proposals).toEqual([]);
  });
});
