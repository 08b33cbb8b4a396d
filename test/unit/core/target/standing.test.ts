import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { Explanation } from "../../../../core/base/explain.ts";
import { message } from "../../../../core/base/message.ts";
import { rowStanding } from "../../../../core/target/standing.ts";
import type { ActualOf } from "../../../../core/target/standing.ts";
import { book, periodIndex, treeOf } from "../../../builders/target-book.ts";

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
