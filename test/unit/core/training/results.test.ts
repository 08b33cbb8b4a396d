import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { day } from "../../../../core/base/day.ts";
import type { Change } from "../../../../core/base/change.ts";
import type { MemberId, SessionId } from "../../../../core/base/id.ts";
import type { Result } from "../../../../core/base/result.ts";
import { ratingOn } from "../../../../core/team/skill-levels.ts";
import { editCourse } from "../../../../core/training/courses/edit-courses.ts";
import { certificateEnd } from "../../../../core/training/results/outcome.ts";
import { trainingChanges } from "../../../../core/training/results/training-changes.ts";
import { editSession, removeSession, withdraw } from "../../../../core/training/sessions/edit-sessions.ts";
import { writeResults } from "../../../../core/training/sessions/result-cells.ts";
import type { ResultCell } from "../../../../core/training/sessions/result-cells.ts";
import type { TrainingRows } from "../../../../core/training/training-rows.ts";
import { aRating } from "../../../builders/team.ts";
import { aSession, aTeachingCourse, anEnrolment, trainingRows, TODAY } from "../../../builders/training.ts";

const SESSION = "k1" as SessionId;
const M1 = "m1" as MemberId;

function rowsOf(over: Parameters<typeof trainingRows>[0] = {}): TrainingRows {
  return trainingRows({
    courses: [aTeachingCourse("c1")],
    trainingSessions: [aSession("k1", "c1")],
    enrolments: [anEnrolment("k1", "m1"), anEnrolment("k1", "m2")],
    ...over,
  });
}

/** The rows after changes. */
function after(rows: TrainingRows, command: Result<readonly Change[]>): TrainingRows {
  if (!command.ok) throw new Error(command.error[0]!.message.key);
  const next: Record<string, Map<string, unknown>> = {};
  for (const change of command.value) {
    const table = (next[change.table] ??= new Map(
      rows[change.table as keyof TrainingRows] as ReadonlyMap<string, unknown>,
    ));
    if (change.op === "put") for (const record of change.records) table.set(record.id, record);
    if (change.op === "remove") for (const id of change.ids) table.delete(id);
  }
  return { ...rows, ...next } as TrainingRows;
}

function typed(rows: TrainingRows, cell: ResultCell, text: string, memberId = "m1") {
  const edits = [{ memberId: memberId as MemberId, cell, text }];
  return writeResults(rows, { sessionId: SESSION, edits, today: TODAY });
}

function level(rows: TrainingRows, on = "2026-09-01") {
  return ratingOn(rows.skillRatings, { memberId: M1, skillId: "s1" as never, on: day(on) })?.level;
}

describe("writeResults", () => {
  test("a passed score raises the skill from the day of the session, source training", () => {
    const rows = after(rowsOf(), typed(rowsOf(), "score", "60"));
    expect([...rows.skillRatings.values()]).toEqual([
      { ...aRating("m1", "s1", 3, "2026-08-10"), source: "training" },
    ]);
    expect(level(rows, "2026-08-09")).toBe(undefined);
  });

  test("result and rating are in the changes of one command", () => {
    const command = typed(rowsOf(), "score", "60");
    expect(command.ok && command.value.map((change) => change.table)).toEqual(["enrolments", "skillRatings"]);
  });

  test("a score below the pass mark raises nothing", () => {
    expect(level(after(rowsOf(), typed(rowsOf(), "score", "59.5")))).toBe(undefined);
  });

  test("a level that is higher already stays, and nothing is written beside it", () => {
    const rows = rowsOf({ skillRatings: [aRating("m1", "s1", 4, "2026-01-01")] });
    expect([...after(rows, typed(rows, "score", "90")).skillRatings.keys()]).toEqual(["m1:s1:2026-01-01"]);
  });

  test("what the manager said on the day of the session stands", () => {
    const rows = rowsOf({ skillRatings: [aRating("m1", "s1", 2, "2026-08-10")] });
    expect(level(after(rows, typed(rows, "score", "90")))).toBe(2);
  });

  test("after the manager has lowered a level, passing once more raises it again", () => {
    const rows = rowsOf({
      trainingSessions: [aSession("k0", "c1", { on: day("2026-02-01") }), aSession("k1", "c1")],
      enrolments: [anEnrolment("k0", "m1", { attendance: "attended", score: 80 }), anEnrolment("k1", "m1")],
      skillRatings: [
        { ...aRating("m1", "s1", 3, "2026-02-01"), source: "training" },
        aRating("m1", "s1", 1, "2026-05-01"),
      ],
    });
    expect(level(after(rows, typed(rows, "score", "70")))).toBe(3);
  });

  test("a corrected score takes the rating back", () => {
    const passed = after(rowsOf(), typed(rowsOf(), "score", "88"));
    const corrected = after(passed, typed(passed, "score", "48"));
    expect(corrected.skillRatings.size).toBe(0);
  });

  test("attendance of a planned session says that it was held", () => {
    const rows = rowsOf({ trainingSessions: [aSession("k1", "c1", { status: "planned" })] });
    const held = after(rows, typed(rows, "attendance", "√"));
    expect(held.trainingSessions.get("k1")?.status).toBe("held");
  });

  test("a score says that the member was there", () => {
    const rows = after(rowsOf(), typed(rowsOf(), "score", "75分"));
    expect(rows.enrolments.get("k1|m1")).toEqual(
      anEnrolment("k1", "m1", { attendance: "attended", score: 75 }),
    );
  });

  test("a score of somebody who was not there is refused at its cell", () => {
    const missed = after(rowsOf(), typed(rowsOf(), "attendance", "缺席"));
    const command = typed(missed, "score", "80");
    expect(command.ok ? null : command.error).toEqual([
      { field: "m1:score", message: { key: "training.problem.score-missed" } },
    ]);
  });

  test("results before the day of the session are refused", () => {
    const rows = rowsOf({
      trainingSessions: [aSession("k1", "c1", { on: day("2026-09-02"), status: "planned" })],
    });
    const command = typed(rows, "attendance", "出席");
    expect(command.ok ? null : command.error[0]!.message.key).toBe("training.problem.too-early");
  });

  test("one bad cell of a pasted block refuses the block and names every bad cell", () => {
    const edits = [
      { memberId: M1, cell: "score" as const, text: "80" },
      { memberId: "m2" as MemberId, cell: "score" as const, text: "八十" },
      { memberId: "m2" as MemberId, cell: "rating" as const, text: "6" },
    ];
    const command = writeResults(rowsOf(), { sessionId: SESSION, edits, today: TODAY });
    expect(command.ok ? [] : command.error.map((one) => one.field)).toEqual(["m2:score", "m2:rating"]);
  });

  test("the same results a second time change nothing", () => {
    const text = fc.constantFrom("", "0", "59", "60", "100");
    fc.assert(
      fc.property(text, text, fc.constantFrom(0, 2, 3, 5), (first, second, held) => {
        const rows = rowsOf({ skillRatings: [aRating("m1", "s1", held, "2026-01-01")] });
        const edits = [
          { memberId: M1, cell: "score" as const, text: first },
          { memberId: "m2" as MemberId, cell: "score" as const, text: second },
        ];
        const once = after(rows, writeResults(rows, { sessionId: SESSION, edits, today: TODAY }));
        const again = writeResults(once, { sessionId: SESSION, edits, today: TODAY });
        expect(again).toEqual({ ok: true, value: [] });
        expect(level(once)).toBeGreaterThanOrEqual(held);
      }),
    );
  });
});

describe("what a result gave", () => {
  const passed = after(rowsOf(), typed(rowsOf(), "score", "88"));

  test("moves with the session", () => {
    const moved = after(
      passed,
      editSession(passed, { id: SESSION, fields: { on: day("2026-08-12") }, today: TODAY }),
    );
    expect([...moved.skillRatings.keys()]).toEqual(["m1:s1:2026-08-12"]);
  });

  test("goes when the session is cancelled and comes back when it was not", () => {
    const cancelled = after(
      passed,
      editSession(passed, { id: SESSION, fields: { status: "cancelled" }, today: TODAY }),
    );
    expect(cancelled.skillRatings.size).toBe(0);
    const held = after(
      cancelled,
      editSession(cancelled, { id: SESSION, fields: { status: "held" }, today: TODAY }),
    );
    expect(level(held)).toBe(3);
  });

  test("goes with the session and with the enrolment", () => {
    expect(after(passed, removeSession(passed, SESSION)).skillRatings.size).toBe(0);
    expect(after(passed, withdraw(passed, { sessionId: SESSION, memberIds: [M1] })).skillRatings.size).toBe(
      0,
    );
  });

  test("follows the level that the course teaches", () => {
    const course = { id: "c1" as never, fields: { level: 4 }, today: TODAY };
    expect(level(after(passed, editCourse(passed, course)))).toBe(4);
  });

  test("leaves a rating of training that no session stands for alone", () => {
    const old = { ...aRating("m1", "s1", 2, "2025-01-01"), source: "training" as const };
    const rows = rowsOf({ skillRatings: [old] });
    const done = after(rows, typed(rows, "score", "90"));
    expect([...done.skillRatings.keys()]).toEqual(["m1:s1:2025-01-01", "m1:s1:2026-08-10"]);
  });
});

describe("trainingChanges", () => {
  test("an empty draft changes nothing", () => {
    expect(trainingChanges(rowsOf(), {})).toEqual([]);
  });
});

describe("certificateEnd", () => {
  test("a certificate of twelve months of 29 February ends with the first of March", () => {
    const end = certificateEnd({ hasCertificate: true, certificateMonths: 12 }, day("2024-02-29"));
    expect(end).toBe("2025-03-01");
  });
});
