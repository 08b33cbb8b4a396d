import { expect, it } from "vitest";
import { putRecords, removeRecords } from "../../../../../core/base/change.ts";
import type { AnyRecord, Change } from "../../../../../core/base/change.ts";
import { day } from "../../../../../core/base/day.ts";
import type { KpiId, TableName } from "../../../../../core/base/id.ts";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import { lockTargets } from "../../../../../core/target/target-lock.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { checkChanges } from "../../../../../core/vault/check-changes.ts";
import { rebaseSteps } from "../../../../../core/vault/rebase/rebase-changes.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { visitTarget, visits } from "../../../../builders/target-book.ts";
import { stampAt, workspaceAfter } from "../build-workspace.ts";

const put = (table: TableName, ...records: readonly object[]): Change =>
  putRecords(table, records as readonly AnyRecord[]);

/** What a commit says of changes that saw the workspace before the others were written. */
const refusals = (seen: Workspace, theirs: readonly Change[], mine: readonly Change[]) => {
  const now = applyChanges(seen, theirs, stampAt(9));
  const rebased = runToEnd(rebaseSteps({ seen, now }, mine));
  const checked = rebased.ok ? checkChanges(now, rebased.value) : rebased;
  return checked.ok ? [] : checked.error.map(({ message }) => message.key);
};

it("a target that was locked a moment ago is not changed without a reason", () => {
  const seen = workspaceAfter([put("kpis", visits), put("targets", visitTarget("team 2026-07", 10))]);
  const lock = lockTargets(seen.rows, {
    kpiId: visits.id as KpiId,
    year: 2026,
    on: day("2026-03-01"),
    note: "",
  });
  const mine = [put("targets", visitTarget("team 2026-07", 12))];
  expect(refusals(seen, lock.ok ? lock.value : [], mine)).toEqual(["target.problem.reason"]);
  expect(refusals(seen, [], mine)).toEqual([]);
});

it("a statement that was approved a moment ago takes no more lines", () => {
  const line = {
    id: "a1",
    memberId: "m1",
    periodId: "2026-Q1",
    kind: "correction",
    amount: 5,
    reason: "补",
    on: "2026-04-02",
  };
  const theirs = [put("statements", { id: "m1|2026-Q1", memberId: "m1", periodId: "2026-Q1" })];
  expect(refusals(workspaceAfter([]), theirs, [put("payAdjustments", line)])).toEqual([
    "incentive.problem.sealed",
  ]);
});

it("a review of a cycle that was locked a moment ago stays as it is", () => {
  const cycle = { id: "2026-Q1", state: "calibration", lockCount: 0, reopenings: [] };
  const seen = workspaceAfter([
    put("reviewCycles", cycle),
    put("reviews", { id: "2026-Q1|m1", cycleId: "2026-Q1" }),
  ]);
  const theirs = [put("reviewCycles", { ...cycle, state: "locked", lockCount: 1 })];
  expect(refusals(seen, theirs, [removeRecords("reviews", ["2026-Q1|m1"])])).toEqual(["app.review.locked"]);
});
