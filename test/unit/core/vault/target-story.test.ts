import { expect, test } from "vitest";
import { day } from "../../../../core/base/day.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { sumFindings } from "../../../../core/target/reconcile.ts";
import { targetTree } from "../../../../core/target/target-tree.ts";
import { rowsAtVersion, valuesAtVersion } from "../../../../core/target/target-versions.ts";
import { sampleWorkspace } from "../../../../core/vault/sample/sample-workspace.ts";

const workspace = sampleWorkspace(day("2026-11-23"), "000000000-0000-sample" as Stamp);
const lock = workspace.rows.targetLocks.get("paid|2026")!;

test("the sample's payments are as their one version left them, and every sum held before it too", () => {
  for (const [id, value] of valuesAtVersion(lock, 1))
    expect(workspace.rows.targets.get(id)?.value).toBe(value);
  const original = targetTree(rowsAtVersion(workspace.rows, lock, 0), {
    kpiId: lock.kpiId,
    line: "target",
    year: 2026,
  })!;
  expect(sumFindings(original)).toEqual([]);
});

test("the version moves ¥80,000 from the third quarter into the fourth and leaves the year as it was", () => {
  const differences = lock.versions[0]!.changes.map(({ id, before, after }) => [id, after! - before!]);
  expect(Object.fromEntries(differences)).toMatchObject({
    "paid|team|2026-Q3|target": -8_000_000,
    "paid|team|2026-Q4|target": 8_000_000,
  });
  expect(differences).toHaveLength(12);
});

test("its tasks stand under a target that is there, and none of them is late", () => {
  const tasks = [...workspace.rows.tasks.values()];
  expect(tasks.every(({ targetId }) => workspace.rows.targets.has(targetId!))).toBe(true);
  expect(tasks.filter(({ status, dueOn }) => status !== "done" && dueOn! < "2026-11-23")).toEqual([]);
});

test("its goal grows for three years, and its market has a size with a source", () => {
  const [goal] = [...workspace.rows.goals.values()];
  expect(Object.keys(goal!.valueByYear)).toEqual(["2027", "2028", "2029"]);
  expect([...workspace.rows.marketSizes.values()].map(({ source }) => source)).toEqual(["行业协会年度报告"]);
});

test.each(["2026-01-02", "2026-02-28", "2024-07-01"])("on %s no day of the story lies ahead", (today) => {
  const { targetLocks, marketSizes } = sampleWorkspace(day(today), "000000000-0000-sample" as Stamp).rows;
  const [one] = [...targetLocks.values()];
  const days = [one!.on, one!.versions[0]!.on, ...[...marketSizes.values()].map(({ on }) => on)];
  expect(days.every((on) => on <= today)).toBe(true);
});
