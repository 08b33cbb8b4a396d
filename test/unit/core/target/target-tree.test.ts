import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import { sumFindings, sumFindingMessage } from "../../../../core/target/reconcile.ts";
import { strayTargets } from "../../../../core/target/set-targets.ts";
import {
  book,
  cellAt,
  group,
  member,
  rowIndex,
  satisfaction,
  seat,
  treeOf,
} from "../../../builders/target-book.ts";

const findings = (targets: Record<string, number>) =>
  sumFindings(treeOf(book({ targets }))).map((one) => [one.key, one.difference, one.missing]);

test("the rows are team, groups and their members in the manager's order", () => {
  const tree = treeOf(book());
  expect(tree.rows.map((row) => [row.key, row.depth])).toEqual([
    ["team", 0],
    ["group:g1", 1],
    ["member:a@g1", 2],
    ["member:b@g1", 2],
    ["group:g2", 1],
    ["member:c@g2", 2],
  ]);
});

test("a quarter without a value of its own shows the sum of its months, marked as derived", () => {
  const tree = treeOf(book({ targets: { "team 2026-07": 1, "team 2026-08": 2, "team 2026-09": 3 } }));
  expect(cellAt(tree, "team", "2026-Q3")).toEqual({ kind: "periods", value: 6 });
});

test("two months of three make no quarter", () => {
  const tree = treeOf(book({ targets: { "team 2026-07": 1, "team 2026-08": 2 } }));
  expect(cellAt(tree, "team", "2026-Q3")).toEqual({ kind: "none", value: null });
});

test("a team without a value shows the sum of its people, through groups", () => {
  const tree = treeOf(book({ targets: { "member:a 2026-07": 3, "member:c 2026-07": 4 } }));
  expect(cellAt(tree, "team", "2026-07")).toEqual({ kind: "people", value: 7 });
});

test("a typed value stands although its parts add up to another", () => {
  const tree = treeOf(book({ targets: { "group:g1 2026-07": 10, "member:a 2026-07": 3 } }));
  expect(cellAt(tree, "group:g1", "2026-07").value).toBe(10);
});

test("levels and ratios are not summed", () => {
  const rows = book({ targets: {} });
  const tree = treeOf(rows, satisfaction.id);
  expect(tree.sums).toBe(false);
  expect(sumFindings(tree)).toEqual([]);
});

test("members that give less than their group are a finding with the rest", () => {
  expect(findings({ "group:g1 2026-Q3": 10, "member:a 2026-Q3": 3, "member:b 2026-Q3": 4 })).toEqual([
    ["group:g1|3|people", 3, 0],
  ]);
});

test("months that give more than their quarter are an over-assignment of a quarter", () => {
  const tree = treeOf(
    book({ targets: { "team 2026-Q3": 8, "team 2026-07": 4, "team 2026-08": 3, "team 2026-09": 3 } }),
  );
  const [finding] = sumFindings(tree);
  expect([finding?.direction, finding?.difference, finding?.overAssignment]).toEqual(["periods", -2, 0.25]);
});

test("a whole that nobody has divided yet is no finding", () => {
  expect(
    findings({
      "team 2026": 100,
      "team 2026-Q1": 25,
      "team 2026-Q2": 25,
      "team 2026-Q3": 25,
      "team 2026-Q4": 25,
    }),
  ).toEqual([]);
});

test("parts without a value are counted beside the rest", () => {
  expect(findings({ "team 2026": 100, "team 2026-Q1": 25 })).toEqual([["team|0|periods", 75, 3]]);
});

test("a difference that was left on purpose is marked, until it changes", () => {
  const rows = book({ targets: { "group:g2 2026-Q3": 10, "member:c 2026-Q3": 7 } });
  const left = { ...rows.targets.get("visits|group:g2|2026-Q3|target")!, accepted: { people: 3 } };
  const marked = { ...rows, targets: new Map(rows.targets).set(left.id, left) };
  expect(sumFindings(treeOf(marked))[0]?.accepted).toBe(true);
  const changed = { ...marked, targets: new Map(marked.targets).set(left.id, { ...left, value: 11 }) };
  expect(sumFindings(treeOf(changed))[0]?.accepted).toBe(false);
});

test("a finding is said with its parts by their kind", () => {
  const tree = treeOf(book({ targets: { "group:g1 2026-Q3": 10, "member:a 2026-Q3": 3 } }));
  const said = sumFindingMessage(tree, sumFindings(tree)[0]!, {
    subject: "g1",
    period: "Q3",
    amount: String,
  });
  expect(said.key).toBe("target.finding.short");
  expect(said.params).toMatchObject({
    parts: { key: "target.parts.members" },
    sum: "3",
    whole: "10",
    difference: "7",
  });
});

const moved = {
  groups: [group("g1", 1), group("g2", 2)],
  members: [member("a", 1)],
  memberships: [seat("a", "g1"), seat("a", "g2", "2026-08-01")],
};

test("a member who moved on 1 August counts for the old group in July and for the new one after", () => {
  const targets = { "member:a 2026-07": 5, "member:a 2026-08": 6, "member:a 2026-09": 7 };
  const tree = treeOf(book({ ...moved, targets }));
  expect([cellAt(tree, "group:g1", "2026-Q3").value, cellAt(tree, "group:g2", "2026-Q3").value]).toEqual([
    5, 13,
  ]);
  expect(cellAt(tree, "member:a@g1", "2026-08")).toEqual({ kind: "absent", value: null });
});

test("a typed quarter of a member who moved counts in each group by working days: 23 of 66 in July", () => {
  const tree = treeOf(book({ ...moved, targets: { "member:a 2026-Q3": 66 } }));
  expect(cellAt(tree, "member:a@g1", "2026-Q3")).toEqual({ kind: "part", value: 23 });
  expect(cellAt(tree, "member:a@g2", "2026-Q3")).toEqual({ kind: "part", value: 43 });
});

test("someone who joined in September has no July", () => {
  const rows = book({
    members: [member("a", 1, { hiredOn: day("2026-09-01") })],
    memberships: [seat("a", "g1")],
  });
  const tree = treeOf(rows);
  expect(rowIndex(tree, "member:a")).toBe(2);
  expect(cellAt(tree, "member:a", "2026-07").kind).toBe("absent");
  expect(cellAt(tree, "member:a", "2026-Q3").kind).toBe("none");
});

test("a target of someone in a month before they came is stray", () => {
  const rows = book({
    members: [member("a", 1, { hiredOn: day("2026-09-01") })],
    memberships: [seat("a", "g1")],
    targets: { "member:a 2026-07": 5, "member:a 2026-09": 5 },
  });
  expect(strayTargets(treeOf(rows)).map((one) => one.periodId)).toEqual(["2026-07"]);
});

test("a member in no group stands directly under the team", () => {
  const tree = treeOf(
    book({ members: [member("z", 1)], memberships: [], targets: { "member:z 2026-07": 2 } }),
  );
  expect(tree.rows.at(-1)).toMatchObject({ key: "member:z@", depth: 1, parent: 0 });
  expect(cellAt(tree, "team", "2026-07").value).toBe(2);
});
