import { expect, test } from "vitest";
import { putRecords } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import type { Explanation } from "../../../../core/base/explain.ts";
import { message } from "../../../../core/base/message.ts";
import { lockStanding, targetAtVersion, treeAtVersion } from "../../../../core/target/lock-standing.ts";
import { rowStanding } from "../../../../core/target/standing.ts";
import { lockOf, lockTargets } from "../../../../core/target/target-lock.ts";
import { withVersion } from "../../../../core/target/with-version.ts";
import { after, book, periodIndex, treeOf, visits, visitTarget } from "../../../builders/target-book.ts";

const SCOPE = { kpiId: visits.id, year: 2026 };

/** Locked at 300 + 300 + 300; September then raised to 400 for the market; 450 reached. */
function raised(reached: number | null = 450) {
  let rows = book({ targets: { "team 2026-07": 300, "team 2026-08": 300, "team 2026-09": 300 } });
  rows = after(rows, lockTargets(rows, { ...SCOPE, on: day("2026-03-01"), note: "" }));
  const change = [putRecords("targets", [visitTarget("team 2026-09", 400)])];
  rows = after(rows, withVersion(rows, change, { on: day("2026-08-03"), reason: "market" }));
  const tree = treeOf(rows);
  const at = { row: 0, period: periodIndex(tree, "2026-Q3") };
  const actualOf = () => ({
    value: { unit: "count", value: reached } as const,
    explain: () => ({ title: message("book") }) as Explanation,
  });
  const standing = rowStanding(tree, at, { actualOf, today: day("2026-09-14") });
  return { tree, at, lock: lockOf(rows, SCOPE)!, standing };
}

test("450 of 900 locked and 1000 now are 50 % of the original and 45 % of the current target", () => {
  const { tree, at, lock, standing } = raised();
  const stands = lockStanding(tree, at, { lock, standing });
  expect(stands.originalTarget.quantity).toEqual({ unit: "count", value: 900 });
  expect(stands.againstOriginal.quantity).toEqual({ unit: "percent", value: 0.5 });
  expect(stands.againstCurrent.quantity).toEqual({ unit: "percent", value: 0.45 });
});

test("both figures name the lock and the version with its reason", () => {
  const { tree, at, lock, standing } = raised();
  const stands = lockStanding(tree, at, { lock, standing });
  const version = message("target.note.version", {
    number: 1,
    day: { day: day("2026-08-03") },
    reason: "market",
    before: { unit: "count", value: 900 },
    after: { unit: "count", value: 1000 },
  });
  const notes = [message("target.note.locked", { day: { day: day("2026-03-01") } }), version];
  expect(stands.againstOriginal.explain().notes).toEqual(notes);
  expect(stands.againstCurrent.explain().notes).toEqual(notes);
});

test("a version that did not touch a place is not named there", () => {
  const { tree, lock } = raised();
  const at = { row: 0, period: periodIndex(tree, "2026-07") };
  expect(targetAtVersion(tree, at, { lock, number: 1 }).explain().notes).toHaveLength(1);
});

test("without a target at the lock there is no attainment against it, and the figure says why", () => {
  const { tree, lock, standing } = raised();
  const at = { row: 0, period: periodIndex(tree, "2026-Q4") };
  const { againstOriginal } = lockStanding(tree, at, { lock, standing });
  expect([againstOriginal.quantity.value, againstOriginal.note?.key]).toEqual([
    null,
    "target.none.no-original",
  ]);
});

test("without a result neither has a value", () => {
  const { tree, at, lock, standing } = raised(null);
  const stands = lockStanding(tree, at, { lock, standing });
  expect([stands.againstOriginal.note?.key, stands.againstCurrent.note?.key]).toEqual([
    "target.none.no-actual",
    "target.none.no-actual",
  ]);
});

test("the tree of a version is made once", () => {
  const { tree, lock } = raised();
  expect(treeAtVersion(tree, lock, 0)).toBe(treeAtVersion(tree, lock, 0));
});
