import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { KpiId } from "../../../../core/base/id.ts";
import { lifeNeeds } from "../../../../core/meeting/life-needs.ts";
import { needsAttention } from "../../../../core/meeting/needs-attention.ts";
import { leavingTree, stayingTree, visitTarget } from "../../../builders/meeting-life.ts";

const JULY = day("2026-07-05");

test("a leaver whose targets are not handed on needs the manager, with day, KPI and amount", () => {
  const [need] = needsAttention(
    { paces: [], findings: lifeNeeds(leavingTree().book, JULY), unassigned: null, missing: [] },
    5,
  ).needs;
  expect(need).toMatchObject({ kind: "life", level: 2, about: "a", ref: { table: "members", id: "a" } });
  expect(need!.reason.key).toBe("meeting.need.life.left");
  expect(need!.reason.params).toMatchObject({
    amount: { unit: "count", value: 11 },
    day: { day: "2026-08-15" },
  });
});

test("one leaver in two KPIs is one line that says how many more there are", () => {
  const { book: rows } = leavingTree();
  const more = {
    ...visitTarget("member:a 2026-08", 42),
    kpiId: "sales" as KpiId,
    id: "sales|member:a|2026-08|target",
  };
  const needs = lifeNeeds({ ...rows, targets: new Map(rows.targets).set(more.id, more) }, JULY);
  expect(needs.map(({ what }) => [what.key, what.params!["count"]])).toEqual([
    ["meeting.need.life.left.more", 1],
  ]);
});

test("who stays longer than the targets know is named with what is lacking", () => {
  const [need] = lifeNeeds(stayingTree().book, JULY);
  expect([need!.code, need!.what.params!["amount"]]).toEqual(["life-longer", { unit: "count", value: 6 }]);
});

test("when the targets know, nobody is named", () => {
  expect(lifeNeeds(stayingTree("2026-08-15").book, JULY)).toEqual([]);
});
