import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { readResultsSheet } from "../../../../core/training/sheet/read-results-sheet.ts";
import { aMember } from "../../../builders/team.ts";
import { aSession, aTeachingCourse, anEnrolment, TODAY, trainingRows } from "../../../builders/training.ts";

const rows = trainingRows({
  members: [aMember("m1", { employeeNumber: "A01" }), aMember("m2", { order: 2, aliases: ["Wang Fang"] })],
  courses: [aTeachingCourse("c1")],
  trainingSessions: [aSession("k1", "c1", { status: "planned" })],
  enrolments: [anEnrolment("k1", "m1", { feedback: "好" })],
});

function read(lines: readonly (readonly string[])[], today = TODAY) {
  const table = { rows: lines, lines: lines.map((_, at) => at + 1) };
  return readResultsSheet(rows, table, { sessionId: "k1" as never, today });
}

describe("readResultsSheet", () => {
  test("finds the head below a title, members by number and alias, and keeps what an empty cell does not say", () => {
    const result = read([
      ["签到表"],
      ["工号", "姓名", "到场", "成绩", "反馈"],
      ["a01", "", "√", "88", ""],
      ["", "wang fang", "请假", "", ""],
    ]);
    if (!result.ok) throw new Error("refused");
    expect([result.value.rows, result.value.fresh, result.value.changed]).toEqual([2, 1, 1]);
    expect(result.value.changes.map((change) => change.table)).toEqual([
      "trainingSessions",
      "enrolments",
      "skillRatings",
    ]);
    const [, enrolments] = result.value.changes;
    expect(enrolments?.op === "put" && enrolments.records).toEqual([
      anEnrolment("k1", "m1", { attendance: "attended", score: 88, feedback: "好" }),
      anEnrolment("k1", "m2", { attendance: "excused" }),
    ]);
  });

  test("names every bad cell with its line, and then changes nothing", () => {
    const result = read([
      ["姓名", "成绩"],
      ["m1", "八十"],
      ["谁", "80"],
      ["m2", "120"],
    ]);
    if (!result.ok) throw new Error("refused");
    expect(result.value.changes).toEqual([]);
    expect(result.value.bad.map((one) => [one.at, one.column, one.text, one.why.key])).toEqual([
      [2, "成绩", "八十", "training.problem.score"],
      [3, "姓名", "谁", "training.sheet.unknown"],
      [4, "成绩", "120", "training.problem.score"],
    ]);
  });

  test("a name beside the number of somebody else is refused", () => {
    const result = read([
      ["工号", "姓名", "成绩"],
      ["A01", "m2", "80"],
    ]);
    expect(result.ok && result.value.bad.map((one) => [one.text, one.why.key])).toEqual([
      ["m2", "training.sheet.two"],
    ]);
  });

  test("a person who stands there twice is refused at the second line", () => {
    const result = read([
      ["姓名", "成绩"],
      ["m1", "80"],
      ["m1", "90"],
    ]);
    expect(result.ok && result.value.bad.map((one) => [one.at, one.why.key])).toEqual([
      [3, "training.sheet.twice"],
    ]);
  });

  test("a sheet before the day of the session is refused at its cells", () => {
    const result = read(
      [
        ["姓名", "到场"],
        ["m1", "出席"],
      ],
      day("2026-08-01"),
    );
    expect(result.ok && result.value.bad[0]!.why.key).toBe("training.problem.too-early");
  });

  test("a sheet without a head that we know is refused whole", () => {
    expect(read([["甲", "乙"]]).ok).toBe(false);
  });
});
