import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { GroupId } from "../../../../core/base/id.ts";
import { sumFindings } from "../../../../core/target/reconcile.ts";
import { splitYear } from "../../../../core/target/split-year.ts";
import type { YearSplit } from "../../../../core/target/split-year.ts";
import {
  after,
  book,
  cellAt,
  group,
  member,
  sales,
  seat,
  treeOf,
  valuesOf,
} from "../../../builders/target-book.ts";
import type { BookParts } from "../../../builders/target-book.ts";

const both = ["g1", "g2"] as GroupId[];
const plan = (more: Partial<YearSplit> = {}): YearSplit => ({
  total: 1200,
  season: { by: "equal" },
  depth: "members",
  groupIds: both,
  ...more,
});

function split(more: Partial<YearSplit> = {}, parts: BookParts = {}) {
  const rows = book(parts);
  return after(rows, splitYear(treeOf(rows), plan(more)));
}

test("1 200 visits split equally are 300 a quarter, 100 a month, for three full-time members 400 a year", () => {
  const tree = treeOf(split());
  expect(cellAt(tree, "team", "2026-Q2").value).toBe(300);
  expect(cellAt(tree, "team", "2026-05").value).toBe(100);
  expect(["a", "b", "c"].map((id) => cellAt(tree, `member:${id}`, "2026").value)).toEqual([400, 400, 400]);
});

test("a split leaves nothing to reconcile", () => {
  expect(sumFindings(treeOf(split({ total: 1237, season: { by: "working-days" } })))).toEqual([]);
});

test("by working days February 2026 with 16 of 248 days gets 16 of 248", () => {
  expect(cellAt(treeOf(split({ total: 248, season: { by: "working-days" } })), "team", "2026-02").value).toBe(
    16,
  );
});

test("last year's shape is kept", () => {
  const months = [1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2];
  const tree = treeOf(split({ total: 160, season: { by: "last-year", months } }));
  expect(months.map((_, at) => tree.cells[0]![5 + at]!.value)).toEqual(months.map((one) => one * 10));
});

test("a last year without a single value has no shape", () => {
  const result = splitYear(
    treeOf(book()),
    plan({ season: { by: "last-year", months: Array(12).fill(null) } }),
  );
  expect(result.ok ? null : result.error[0]?.message.key).toBe("target.problem.no-last-year");
});

test("half a position takes half", () => {
  const parts = {
    members: [member("a", 1), member("b", 2, { ftePercent: 50 })],
    memberships: [seat("a", "g1"), seat("b", "g1")],
  };
  const tree = treeOf(split({ total: 1800, groupIds: ["g1" as GroupId] }, parts));
  expect([cellAt(tree, "member:a", "2026").value, cellAt(tree, "member:b", "2026").value]).toEqual([
    1200, 600,
  ]);
});

test("a group that takes no part gets nothing", () => {
  expect(
    Object.keys(valuesOf(split({ groupIds: ["g1" as GroupId] }))).filter((key) => key.startsWith("group:g2")),
  ).toEqual([]);
});

test("a member who joins in July has no target before", () => {
  const parts = {
    members: [member("a", 1), member("b", 2, { hiredOn: day("2026-07-01") })],
    memberships: [seat("a", "g1"), seat("b", "g1")],
  };
  const tree = treeOf(split({ groupIds: ["g1" as GroupId] }, parts));
  expect(cellAt(tree, "member:b", "2026-06").kind).toBe("absent");
  expect(cellAt(tree, "member:b", "2026").value).toBe(cellAt(tree, "member:b", "2026-Q3").value! * 2);
});

test("three new customers a month among nine people come to everybody in turn", () => {
  const ids = Array.from({ length: 9 }, (_, at) => `m${at}`);
  const parts = {
    groups: [group("g1", 1)],
    members: ids.map((id, at) => member(id, at)),
    memberships: ids.map((id) => seat(id, "g1")),
  };
  const tree = treeOf(split({ total: 36, groupIds: ["g1" as GroupId] }, parts));
  expect(ids.map((id) => cellAt(tree, `member:${id}`, "2026").value)).toEqual(Array(9).fill(4));
});

test("former targets of the year that the split does not reach are removed, opening figures stay", () => {
  const rows = book({ targets: { "member:a 2026-07": 5, "team 2026": 9 } });
  const team = { ...rows.targets.get("visits|team|2026|target")!, opening: 4 };
  const opened = { ...rows, targets: new Map(rows.targets).set(team.id, team) };
  const done = after(opened, splitYear(treeOf(opened), plan({ depth: "team" })));
  expect(done.targets.has("visits|member:a|2026-07|target")).toBe(false);
  expect(done.targets.get(team.id)?.opening).toBe(4);
});

test("money is split in whole yuan; fen that the year has go along", () => {
  const rows = book();
  const done = after(rows, splitYear(treeOf(rows, sales.id), plan({ total: 1_000_000_050 })));
  const months = [...done.targets.values()].filter(
    (one) => one.subject === "member:a" && /-\d\d$/.test(one.periodId),
  );
  expect(months.filter((one) => one.value % 100 !== 0).length).toBe(1);
  expect(sumFindings(treeOf(done, sales.id))).toEqual([]);
});

test("whatever the total, season and depth, a split adds up in both directions", () => {
  const season = fc.oneof(
    fc.constant({ by: "equal" } as const),
    fc.constant({ by: "working-days" } as const),
    fc.record({
      by: fc.constant("last-year" as const),
      months: fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 12, maxLength: 12 }),
    }),
  );
  const depth = fc.constantFrom("team", "groups", "members");
  const moves = {
    memberships: [
      seat("a", "g1"),
      seat("a", "g2", "2026-08-01"),
      seat("b", "g1"),
      seat("c", "g2", "2026-03-10"),
    ],
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), season, depth, (total, by, down) => {
      const tree = treeOf(split({ total, season: by, depth: down }, moves));
      expect(sumFindings(tree)).toEqual([]);
      expect(cellAt(tree, "team", "2026").value).toBe(total);
    }),
    { numRuns: 40 },
  );
});

test("typed weights lay the year over the months exactly: 1 to 12 of 780 are 10 to 120", () => {
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  const split = splitYear(treeOf(book()), {
    total: 780,
    season: { by: "typed", months },
    depth: "team",
    groupIds: [],
  });
  const values = valuesOf(after(book(), split));
  expect(values).toMatchObject({ "team 2026": 780, "team 2026-01": 10, "team 2026-12": 120 });
});

test("eleven typed weights are refused", () => {
  const season = { by: "typed", months: Array.from({ length: 11 }, () => 1) } as const;
  const split = splitYear(treeOf(book()), { total: 780, season, depth: "team", groupIds: [] });
  expect(split.ok).toBe(false);
});
