import fc from "fast-check";
import { expect, test } from "vitest";
import { sumFindings } from "../../../../core/target/reconcile.ts";
import type { Direction } from "../../../../core/target/reconcile.ts";
import { leaveDifference, matchWholeToParts, spreadRest } from "../../../../core/target/spread-rest.ts";
import type { SpreadBy } from "../../../../core/target/spread-rest.ts";
import { after, book, periodIndex, rowIndex, treeOf, valuesOf } from "../../../builders/target-book.ts";
import type { TargetRows } from "../../../../core/target/target-rows.ts";

function whole(rows: TargetRows, subject: string, periodId: string, direction: Direction) {
  const tree = treeOf(rows);
  return { tree, at: { row: rowIndex(tree, subject), period: periodIndex(tree, periodId), direction } };
}

function spread(rows: TargetRows, place: [string, string, Direction], by: SpreadBy = "shares") {
  const { tree, at } = whole(rows, ...place);
  return after(rows, spreadRest(tree, { ...at, by }));
}

test("the rest goes by present shares when everyone has a value", () => {
  const rows = book({ targets: { "group:g1 2026-Q3": 12, "member:a 2026-Q3": 6, "member:b 2026-Q3": 3 } });
  expect(valuesOf(spread(rows, ["group:g1", "2026-Q3", "people"]))).toMatchObject({
    "member:a 2026-Q3": 8,
    "member:b 2026-Q3": 4,
  });
});

test("the rest goes to those without a value, and typed ones stay", () => {
  const rows = book({ targets: { "group:g1 2026-Q3": 12, "member:a 2026-Q3": 7 } });
  expect(valuesOf(spread(rows, ["group:g1", "2026-Q3", "people"]))).toEqual({
    "group:g1 2026-Q3": 12,
    "member:a 2026-Q3": 7,
    "member:b 2026-Q3": 5,
  });
});

test("months without a value take the rest by their working days: August 21, September 22", () => {
  const rows = book({ targets: { "team 2026-Q3": 66, "team 2026-07": 23 } });
  expect(valuesOf(spread(rows, ["team", "2026-Q3", "periods"], "working-days"))).toMatchObject({
    "team 2026-08": 21,
    "team 2026-09": 22,
  });
});

test("an over-assignment is taken back by shares", () => {
  const rows = book({ targets: { "group:g1 2026-Q3": 9, "member:a 2026-Q3": 8, "member:b 2026-Q3": 4 } });
  expect(valuesOf(spread(rows, ["group:g1", "2026-Q3", "people"]))).toMatchObject({
    "member:a 2026-Q3": 6,
    "member:b 2026-Q3": 3,
  });
});

const monthly = (subject: string, months: [number, number, number], quarter = true) => ({
  ...(quarter ? { [`${subject} 2026-Q3`]: months[0] + months[1] + months[2] } : {}),
  [`${subject} 2026-07`]: months[0],
  [`${subject} 2026-08`]: months[1],
  [`${subject} 2026-09`]: months[2],
});

test("where everyone has months the rest is spread month by month, and quarters follow: nothing is left to say", () => {
  const rows = book({
    targets: {
      ...monthly("group:g1", [110, 115, 125]),
      ...monthly("member:a", [60, 62, 65]),
      ...monthly("member:b", [46, 50, 55]),
    },
  });
  const done = spread(rows, ["group:g1", "2026-Q3", "people"]);
  expect(sumFindings(treeOf(done))).toEqual([]);
  expect(valuesOf(done)["member:a 2026-Q3"]! + valuesOf(done)["member:b 2026-Q3"]!).toBe(350);
});

test("a quarter that is raised carries its months with it, in the group and in its members", () => {
  const rows = book({
    targets: {
      "team 2026-Q3": 40,
      ...monthly("group:g1", [10, 10, 10]),
      ...monthly("member:a", [5, 5, 5]),
      ...monthly("member:b", [5, 5, 5]),
    },
  });
  const done = spread(rows, ["team", "2026-Q3", "people"], "equal");
  expect(sumFindings(treeOf(done))).toEqual([]);
  expect(valuesOf(done)["group:g2 2026-Q3"]).toBe(10);
});

test("months of the team are repaired together with the people below them", () => {
  const rows = book({
    targets: {
      "team 2026-Q3": 36,
      ...monthly("team", [10, 10, 10], false),
      ...monthly("group:g1", [6, 6, 6], false),
      ...monthly("group:g2", [4, 4, 4], false),
    },
  });
  const done = spread(rows, ["team", "2026-Q3", "periods"]);
  expect(sumFindings(treeOf(done))).toEqual([]);
  expect(valuesOf(done)).toMatchObject({ "team 2026-07": 12, "group:g1 2026-07": 7, "group:g2 2026-07": 5 });
});

test("a sum that was broken below is not mended in silence", () => {
  const rows = book({
    targets: { "team 2026-07": 20, "group:g1 2026-07": 9, "group:g2 2026-07": 9, "member:c 2026-07": 5 },
  });
  const left = sumFindings(treeOf(spread(rows, ["team", "2026-07", "people"])));
  expect(left.map((one) => one.key)).toEqual(["group:g2|11|people"]);
});

test("setting the whole to its parts writes the sum", () => {
  const rows = book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } });
  const { tree, at } = whole(rows, "group:g2", "2026-07", "people");
  expect(valuesOf(after(rows, matchWholeToParts(tree, at)))["group:g2 2026-07"]).toBe(5);
});

test("after one month of one member is raised, two wholes set to their parts carry everything above along", () => {
  const targets = {
    ...monthly("team", [10, 10, 10]),
    ...monthly("group:g2", [10, 10, 10]),
    ...monthly("member:c", [10, 10, 10]),
  };
  let rows = book({ targets: { ...targets, "member:c 2026-07": 15 } });
  const places: readonly [string, string, Direction][] = [
    ["member:c", "2026-Q3", "periods"],
    ["group:g2", "2026-07", "people"],
  ];
  for (const place of places) {
    const { tree, at } = whole(rows, ...place);
    rows = after(rows, matchWholeToParts(tree, at));
  }
  expect(sumFindings(treeOf(rows))).toEqual([]);
  expect(valuesOf(rows)).toMatchObject({ "team 2026-07": 15, "team 2026-Q3": 35, "group:g2 2026-Q3": 35 });
});

test("leaving the rest marks it on the whole and changes no value", () => {
  const rows = book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } });
  const { tree, at } = whole(rows, "group:g2", "2026-07", "people");
  const done = after(rows, leaveDifference(tree, at));
  expect(valuesOf(done)).toEqual(valuesOf(rows));
  expect(sumFindings(treeOf(done)).map((one) => one.accepted)).toEqual([true]);
});

test("a group without members cannot take a rest", () => {
  const rows = book({ members: [], memberships: [], targets: { "group:g2 2026-07": 9 } });
  const { tree, at } = whole(rows, "group:g2", "2026-07", "people");
  expect(spreadRest(tree, { ...at, by: "shares" }).ok).toBe(false);
});

const value = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined });
const places = ["team", "group:g1", "group:g2", "member:a", "member:b", "member:c"].flatMap((subject) =>
  ["2026", "2026-Q3", "2026-07", "2026-08", "2026-09"].map((periodId) => `${subject} ${periodId}`),
);
const anyTargets = fc
  .tuple(...places.map(() => value))
  .map((list) =>
    Object.fromEntries(places.flatMap((place, at) => (list[at] === undefined ? [] : [[place, list[at]]]))),
  );

test("after a spread the parts add up to the whole exactly, whatever stood in the tree", () => {
  fc.assert(
    fc.property(
      anyTargets,
      fc.nat(),
      fc.constantFrom<SpreadBy>("shares", "equal", "working-days"),
      (targets, pick, by) => {
        const rows = book({ targets });
        const found = sumFindings(treeOf(rows));
        if (found.length === 0) return;
        const finding = found[pick % found.length]!;
        const result = spreadRest(treeOf(rows), { ...finding, by });
        if (!result.ok) return;
        const left = sumFindings(treeOf(after(rows, result)));
        expect(left.map((one) => one.key)).not.toContain(finding.key);
      },
    ),
    { numRuns: 500 },
  );
});

test("a spread never writes a negative target or half a unit", () => {
  fc.assert(
    fc.property(anyTargets, fc.nat(), (targets, pick) => {
      const rows = book({ targets });
      const found = sumFindings(treeOf(rows));
      if (found.length === 0) return;
      const result = spreadRest(treeOf(rows), { ...found[pick % found.length]!, by: "shares" });
      if (!result.ok) return;
      const written = Object.values(valuesOf(after(rows, result)));
      expect(written.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a rest over missing parts leaves every typed sibling as it was", () => {
  fc.assert(
    fc.property(anyTargets, fc.nat(), (targets, pick) => {
      const rows = book({ targets });
      const found = sumFindings(treeOf(rows)).filter((one) => one.missing > 0 && one.difference > 0);
      const months = found.filter((one) => one.period >= 5);
      if (months.length === 0) return;
      const finding = months[pick % months.length]!;
      const done = valuesOf(after(rows, spreadRest(treeOf(rows), { ...finding, by: "equal" })));
      const month = treeOf(rows).periods[finding.period]!.id;
      for (const [place, before] of Object.entries(valuesOf(rows))) {
        if (place.endsWith(` ${month}`)) expect([place, done[place]]).toEqual([place, before]);
      }
    }),
    { numRuns: 300 },
  );
});
