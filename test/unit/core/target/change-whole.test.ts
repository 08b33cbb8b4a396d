import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeWhole, openedBy } from "../../../../core/target/change-whole.ts";
import { sumFindings } from "../../../../core/target/reconcile.ts";
import { splitYear } from "../../../../core/target/split-year.ts";
import type { GroupId } from "../../../../core/base/id.ts";
import { PERIODS_IN_YEAR } from "../../../../core/target/fiscal-year.ts";
import { after, book, periodIndex, rowIndex, treeOf, valuesOf } from "../../../builders/target-book.ts";

function at(rows: ReturnType<typeof book>, subject: string, periodId: string, value: number) {
  const tree = treeOf(rows);
  return [tree, { row: rowIndex(tree, subject), period: periodIndex(tree, periodId), value }] as const;
}

/** A year of 1200 down to everybody's months. */
function splitBook() {
  const rows = book();
  const groupIds = ["g1", "g2"] as GroupId[];
  const season = { by: "equal" } as const;
  return after(rows, splitYear(treeOf(rows), { total: 1200, season, depth: "members", groupIds }));
}

describe("a whole that is changed", () => {
  test("by shares takes its months and people along, and only what stands above no longer adds up", () => {
    const rows = splitBook();
    const [tree, to] = at(rows, "team", "2026-Q3", 331);
    const next = after(rows, changeWhole(tree, to, "shares"));
    const found = sumFindings(treeOf(next));
    expect(found.map(({ row, period, direction }) => [row, period, direction])).toEqual([
      [0, 0, "periods"],
      [0, 0, "people"],
    ]);
    expect(found.map((one) => one.difference)).toEqual([-31, -31]);
  });

  test("by shares closes what was open before as well", () => {
    const rows = book({
      targets: { "group:g1 2026-Q3": 12, "member:a 2026-Q3": 6, "member:b 2026-Q3": 3 },
    });
    const [tree, to] = at(rows, "group:g1", "2026-Q3", 15);
    expect(valuesOf(after(rows, changeWhole(tree, to, "shares")))).toEqual({
      "group:g1 2026-Q3": 15,
      "member:a 2026-Q3": 10,
      "member:b 2026-Q3": 5,
    });
  });

  test("by shares closes what was open further down", () => {
    const targets = {
      "team 2026-07": 10,
      "group:g1 2026-07": 8,
      "group:g2 2026-07": 2,
      "member:a 2026-07": 3,
    };
    const rows = book({ targets: { ...targets, "member:b 2026-07": 3 } });
    const [tree, to] = at(rows, "team", "2026-07", 20);
    expect(valuesOf(after(rows, changeWhole(tree, to, "shares")))).toMatchObject({
      "group:g1 2026-07": 16,
      "member:a 2026-07": 8,
      "member:b 2026-07": 8,
    });
  });

  test("left as it is keeps its parts, and the difference is not asked about again", () => {
    const rows = splitBook();
    const [tree, to] = at(rows, "group:g1", "2026-07", 90);
    const next = after(rows, changeWhole(tree, to, "leave"));
    const own = sumFindings(treeOf(next)).find((one) => one.row === to.row && one.period === to.period);
    expect(own).toMatchObject({ direction: "people", accepted: true });
    expect(valuesOf(next)["member:a 2026-07"]).toBe(valuesOf(rows)["member:a 2026-07"]);
  });

  test("opens nothing where its parts have no values or add up to it", () => {
    const rows = splitBook();
    const present = valuesOf(rows)["team 2026-Q3"]!;
    expect(openedBy(...at(rows, "team", "2026-Q3", present))).toEqual([]);
    expect(openedBy(...at(book(), "team", "2026-Q3", 5))).toEqual([]);
    expect(openedBy(...at(rows, "member:a", "2026-07", 5))).toEqual([]);
  });

  test("to nothing by shares brings everything below to nothing", () => {
    const rows = splitBook();
    const [tree, to] = at(rows, "group:g1", "2026-Q3", 0);
    const next = valuesOf(after(rows, changeWhole(tree, to, "shares")));
    expect([next["member:a 2026-08"], next["member:b 2026-Q3"], next["group:g1 2026-09"]]).toEqual([0, 0, 0]);
  });
});

const subject = fc.constantFrom("team", "group:g1", "group:g2", "member:a", "member:b", "member:c");
const periodId = fc.constantFrom("2026", "2026-Q3", "2026-07", "2026-08", "2026-09", "2026-Q4", "2026-10");
const someTargets = fc
  .array(fc.tuple(subject, periodId, fc.nat(200)), { maxLength: 30 })
  .map((list) => Object.fromEntries(list.map(([who, when, value]) => [`${who} ${when}`, value])));

const change = fc.record({ who: subject, when: periodId, value: fc.nat(3000) });

test("by shares everything right below adds up exactly, whatever stood in the tree, and nothing is negative", () => {
  fc.assert(
    fc.property(fc.boolean(), someTargets, change, (isFull, targets, { who, when, value }) => {
      const typed = new Map([...(isFull ? splitBook() : book()).targets, ...book({ targets }).targets]);
      const rows = { ...book(), targets: typed };
      const [tree, to] = at(rows, who, when, value);
      const result = changeWhole(tree, to, "shares");
      if (!result.ok) return;
      const next = after(rows, result);
      expect(openedBy(treeOf(next), to)).toEqual([]);
      expect(treeOf(next).cells[to.row]![to.period]!.value).toBe(value);
      expect(Object.values(valuesOf(next)).every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("by shares in a tree that adds up, nothing below the place fails to add up afterwards", () => {
  const rows = splitBook();
  const tree = treeOf(rows);
  fc.assert(
    fc.property(
      fc.nat(tree.rows.length - 1),
      fc.nat(PERIODS_IN_YEAR - 1),
      fc.nat(5000),
      (row, period, value) => {
        const result = changeWhole(tree, { row, period, value }, "shares");
        const next = treeOf(after(rows, result));
        const below = sumFindings(next).filter((one) => isBelow(next, one, { row, period }));
        expect(below).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

/** The place itself, and all that lies under it in people and in time. */
function isBelow(
  tree: ReturnType<typeof treeOf>,
  one: { readonly row: number; readonly period: number },
  place: { readonly row: number; readonly period: number },
): boolean {
  let row: number | null = one.row;
  while (row !== null && row !== place.row) row = tree.rows[row]!.parent;
  const of = tree.periods[place.period]!;
  const period = tree.periods[one.period]!;
  return row !== null && period.start >= of.start && period.end <= of.end;
}
