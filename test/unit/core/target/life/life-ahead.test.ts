import { expect, test } from "vitest";
import { day } from "../../../../../core/base/day.ts";
import type { KpiId } from "../../../../../core/base/id.ts";
import { lifeAhead } from "../../../../../core/target/life/life-ahead.ts";
import type { Target } from "../../../../../core/target/records.ts";
import { book, leavingTree, member, stayingTree, visitTarget } from "../../../../builders/target-book.ts";

const JULY = day("2026-07-05");

/** The leaver's August as a target of another KPI and line. */
function also(kpiId: string, line: Target["line"]): Target {
  const target = visitTarget("member:a 2026-08", 42);
  return { ...target, kpiId: kpiId as KpiId, line, id: `${kpiId}|member:a|2026-08|${line}` };
}

test("every KPI and line with targets is looked at, in the manager's order", () => {
  const { book: rows } = leavingTree();
  const targets = new Map(rows.targets);
  for (const one of [also("sales", "challenge"), also("sales", "target")]) targets.set(one.id, one);
  const found = lifeAhead({ ...rows, targets }, JULY);
  expect(found.map(({ tree, findings }) => [tree.scope.kpiId, tree.scope.line, findings[0]!.rest])).toEqual([
    ["sales", "target", 22],
    ["sales", "challenge", 22],
    ["visits", "target", 11],
  ]);
});

test("next year's targets are looked at too, those of a year that is over are not", () => {
  const members = [member("a", 1, { leftOn: day("2027-02-10") }), member("b", 2), member("c", 3)];
  const rows = book({ members, targets: { "member:a 2027-02": 21, "member:a 2027-03": 5 } });
  const years = (today: string) => lifeAhead(rows, day(today)).map(({ tree }) => tree.scope.year);
  expect([years("2026-11-23"), years("2028-01-10")]).toEqual([[2027], []]);
});

test("who stays longer is found beside who goes", () => {
  expect(
    lifeAhead(stayingTree().book, JULY).map(({ findings, longer }) => [findings.length, longer.length]),
  ).toEqual([[0, 1]]);
});

test("the same tables and day are looked through once", () => {
  const { book: rows } = leavingTree();
  expect(lifeAhead(rows, JULY)).toBe(lifeAhead(rows, JULY));
});
