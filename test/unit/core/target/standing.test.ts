import { describe, expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { Explanation } from "../../../../core/base/explain.ts";
import { message } from "../../../../core/base/message.ts";
import { rowStanding } from "../../../../core/target/standing.ts";
import type { ActualOf } from "../../../../core/target/standing.ts";
import type { MemberId } from "../../../../core/base/id.ts";
import { targetTree } from "../../../../core/target/target-tree.ts";
import type { Member } from "../../../../core/team/records.ts";
import { book, member, periodIndex, rowIndex, treeOf, visits } from "../../../builders/target-book.ts";

const bookExplanation = { title: message("book") } as Explanation;
const reached =
  (value: number | null): ActualOf =>
  () => ({ value: { unit: "count", value }, explain: () => bookExplanation });

function standing(targets: Record<string, number>, actual: number | null, periodId = "2026-Q3") {
  const tree = treeOf(book({ targets }));
  return rowStanding(
    tree,
    { row: 0, period: periodIndex(tree, periodId) },
    { actualOf: reached(actual), today: day("2026-09-14") },
  );
}

test("a row's figures are those of the formulas: 53 of 66 days elapsed", () => {
  const row = standing({ "team 2026-Q3": 660 }, 560);
  expect(row.attainment.quantity).toEqual({ unit: "percent", value: 560 / 660 });
  expect(row.dueByNow.quantity).toEqual({ unit: "count", value: 530 });
  expect(row.pace.quantity).toEqual({ unit: "percent", value: 560 / 530 });
  expect(row.requiredPerDay.quantity).toEqual({ unit: "count", value: 100 / 13 });
  expect(row.state).toBe("ahead");
});

test("without a target there is no attainment, and the figure says why", () => {
  const row = standing({}, 560);
  expect([row.attainment.quantity.value, row.attainment.note?.key]).toEqual([null, "target.none.no-target"]);
  expect(row.state).toBeNull();
});

test("a derived target explains itself by its months, and each month by itself", () => {
  const row = standing({ "team 2026-07": 1, "team 2026-08": 2, "team 2026-09": 3 }, 5);
  const explanation = row.target.explain();
  expect(explanation.formula.key).toBe("target.formula.target.periods");
  expect(explanation.inputs.map((input) => input.value.value)).toEqual([1, 2, 3]);
  expect(explanation.inputs[0]?.explain?.().rows[0]?.ref).toEqual({
    table: "targets",
    id: "visits|team|2026-07|target",
  });
});

test("attainment explains itself by actual and target, down to the book", () => {
  const explanation = standing({ "team 2026-Q3": 660 }, 560).attainment.explain();
  expect(explanation.inputs.map((input) => input.label.key)).toEqual([
    "target.column.actual",
    "target.column.target",
  ]);
  expect(explanation.inputs[0]?.explain?.()).toBe(bookExplanation);
});

test("an opening figure is added to the book's and named", () => {
  const rows = book({ targets: { "team 2026": 660 } });
  const record = { ...rows.targets.get("visits|team|2026|target")!, opening: 40 };
  const tree = treeOf({ ...rows, targets: new Map([[record.id, record]]) });
  const row = rowStanding(tree, { row: 0, period: 0 }, { actualOf: reached(60), today: day("2026-09-14") });
  expect(row.actual.quantity).toEqual({ unit: "count", value: 100 });
  expect(row.actual.explain().inputs.map((input) => input.value.value)).toEqual([60, 40]);
});

test("a pace in a projected year says that its holidays are provisional", () => {
  const tree = treeOf(book({ targets: { "team 2026": 1 } }));
  const next = { ...tree, periods: tree.periods.map((one) => ({ ...one, end: day("2027-01-04") })) };
  const row = rowStanding(next, { row: 0, period: 0 }, { actualOf: reached(1), today: day("2026-09-14") });
  expect(row.pace.explain().notes.map((note) => note.key)).toContain("target.note.provisional");
});

describe("a member's own working days", () => {
  const own = (
    more: Partial<Member>,
    at: { readonly periodId: string; readonly today: string; readonly away?: readonly [string, string] },
  ) => {
    const absences = at.away
      ? [
          {
            id: "x",
            memberId: "a" as MemberId,
            kind: "sick" as const,
            from: day(at.away[0]),
            until: day(at.away[1]),
            note: "",
          },
        ]
      : [];
    const rows = book({
      members: [member("a", 1, more)],
      absences,
      targets: { [`member:a ${at.periodId}`]: 100 },
    });
    const year = Number(at.periodId.slice(0, 4));
    const tree = targetTree(rows, { kpiId: visits.id, line: "target", year })!;
    const place = { row: rowIndex(tree, "member:a"), period: periodIndex(tree, at.periodId) };
    return rowStanding(tree, place, { actualOf: reached(50), today: day(at.today) });
  };

  test("a leave of any length is not counted: 5 of August's 21 days", () => {
    const row = own({}, { periodId: "2026-08", today: "2026-08-17", away: ["2026-08-03", "2026-08-08"] });
    expect(row.days).toEqual({ total: 16, elapsed: 5, left: 11 });
    expect(row.dueByNow.quantity.value).toBe(500 / 16);
    expect(row.requiredPerDay.quantity.value).toBe(50 / 11);
  });

  test("who joins or leaves has the days between, and the figure says so", () => {
    const row = own(
      { hiredOn: day("2026-08-10"), leftOn: day("2026-08-22") },
      { periodId: "2026-08", today: "2026-08-17" },
    );
    expect(row.days).toEqual({ total: 10, elapsed: 5, left: 5 });
    expect(row.pace.explain().notes[0]).toEqual({
      key: "target.note.own-days",
      params: { member: "a", days: 10, all: 21 },
    });
  });

  test("who works half time has as many days, so pace and what is due are the same", () => {
    const at = { periodId: "2026-08", today: "2026-08-17" };
    expect(own({ ftePercent: 50 }, at).days).toEqual(own({}, at).days);
  });

  test("make-up days of real years count: February 2024, October 2025, February 2026", () => {
    const daysOf = (periodId: string, today: string) => own({}, { periodId, today }).days;
    // 4 and 18 February 2024 were worked; 10 to 17 were not.
    expect(daysOf("2024-02", "2024-02-19")).toEqual({ total: 18, elapsed: 9, left: 9 });
    // 11 October 2025 was worked; 1 to 8 were not.
    expect(daysOf("2025-10", "2025-10-13")).toEqual({ total: 18, elapsed: 3, left: 15 });
    // 14 and 28 February 2026 were worked; 15 to 23 were not.
    expect(daysOf("2026-02", "2026-02-24")).toEqual({ total: 16, elapsed: 11, left: 5 });
  });

  test("a leave over a make-up day takes that day off too", () => {
    const away = ["2024-02-03", "2024-02-05"] as const;
    expect(own({}, { periodId: "2024-02", today: "2024-02-19", away }).days).toEqual({
      total: 17,
      elapsed: 8,
      left: 9,
    });
  });

  test("who is away all month has no pace, with the reason", () => {
    const row = own({}, { periodId: "2026-08", today: "2026-08-17", away: ["2026-07-01", "2026-09-01"] });
    expect(row.pace.note?.key).toBe("target.none.no-days");
  });
});
