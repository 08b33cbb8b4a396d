import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { clearCalendarDay, setCalendarDay } from "../../../../core/target/calendar-days.ts";
import { openingAt } from "../../../../core/target/opening.ts";
import { clearTargets, setOpenings, setTargets } from "../../../../core/target/set-targets.ts";
import { numberShape } from "../../../../core/target/target-rows.ts";
import {
  after,
  book,
  member,
  rowIndex,
  seat,
  treeOf,
  valuesOf,
  visits,
} from "../../../builders/target-book.ts";

const shape = numberShape(visits, "CNY", 4);
const edit = (rowKey: string, periodId: string, text: string) => ({ rowKey, periodId, text });

test("a pasted block is written as one", () => {
  const rows = book();
  const edits = [edit("member:a@g1", "2026-07", "12"), edit("member:b@g1", "2026-07", "１，０００")];
  expect(valuesOf(after(rows, setTargets(treeOf(rows), edits, shape)))).toEqual({
    "member:a 2026-07": 12,
    "member:b 2026-07": 1000,
  });
});

test("one wrong cell refuses the block and names the cell", () => {
  const edits = [edit("team", "2026-07", "12"), edit("team", "2026-08", "十二")];
  expect(setTargets(treeOf(book()), edits, shape)).toEqual({
    ok: false,
    error: [{ field: "team|2026-08", message: { key: "target.problem.number", params: { text: "十二" } } }],
  });
});

test("an emptied cell removes the target, an unchanged one changes nothing", () => {
  const rows = book({ targets: { "team 2026-07": 5 } });
  expect(setTargets(treeOf(rows), [edit("team", "2026-07", "5")], shape)).toEqual({ ok: true, value: [] });
  expect(valuesOf(after(rows, setTargets(treeOf(rows), [edit("team", "2026-07", "")], shape)))).toEqual({});
});

test("a member who was not there then is refused", () => {
  const rows = book({
    members: [member("a", 1, { hiredOn: day("2026-09-01") })],
    memberships: [seat("a", "g1")],
  });
  const result = setTargets(treeOf(rows), [edit("member:a@g1", "2026-07", "5")], shape);
  expect(result.ok ? null : result.error[0]?.message.key).toBe("target.problem.absent");
});

test("the quarter of a member who changed groups in it is refused: its months can be typed", () => {
  const rows = book({
    members: [member("a", 1)],
    memberships: [seat("a", "g1"), seat("a", "g2", "2026-08-01")],
  });
  const result = setTargets(treeOf(rows), [edit("member:a@g1", "2026-Q3", "5")], shape);
  expect(result.ok ? null : result.error[0]?.message.key).toBe("target.problem.part");
});

test("clearing takes the year's targets of this KPI and line, and no other year's", () => {
  const rows = book({ targets: { "team 2026-07": 5, "team 2025-07": 4, "member:a 2026": 1 } });
  expect(valuesOf(after(rows, clearTargets(treeOf(rows))))).toEqual({ "team 2025-07": 4 });
});

test("an opening figure stands on a target and counts up the tree", () => {
  const rows = book({ targets: { "member:a 2026": 9, "member:b 2026": 9 } });
  const edits = [edit("member:a@g1", "2026", "3"), edit("member:b@g1", "2026", "4")];
  const tree = treeOf(after(rows, setOpenings(treeOf(rows), edits, shape)));
  expect([openingAt(tree, rowIndex(tree, "member:a"), 0), openingAt(tree, 0, 0)]).toEqual([3, 7]);
});

test("an opening figure without a target is refused", () => {
  const result = setOpenings(treeOf(book()), [edit("team", "2026", "3")], shape);
  expect(result.ok ? null : result.error[0]?.message.key).toBe("target.problem.opening-needs-target");
});

test("typing a new target keeps the opening figure", () => {
  const rows = book({ targets: { "team 2026": 9 } });
  const opened = after(rows, setOpenings(treeOf(rows), [edit("team", "2026", "3")], shape));
  const done = after(opened, setTargets(treeOf(opened), [edit("team", "2026", "12")], shape));
  expect([...done.targets.values()][0]).toMatchObject({ value: 12, opening: 3 });
});

test("a day of one's own is written under its date, and a date that does not exist is refused", () => {
  expect(setCalendarDay({ day: "2026-11-23", kind: "holiday", name: " 司庆 " })).toEqual({
    ok: true,
    value: [
      { op: "put", table: "calendarDays", records: [{ id: "2026-11-23", kind: "holiday", name: "司庆" }] },
    ],
  });
  expect(setCalendarDay({ day: "2026-02-30", kind: "holiday", name: "" }).ok).toBe(false);
});

test("taking back a day that was never set changes nothing", () => {
  expect(clearCalendarDay({ calendarDays: new Map() }, "2026-11-23")).toEqual({ ok: true, value: [] });
});
