import { expect, it } from "vitest";
import { putRecords, removeRecords } from "../../../../../core/base/change.ts";
import type { Change } from "../../../../../core/base/change.ts";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import type { TableName } from "../../../../../core/base/id.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { rebaseSteps } from "../../../../../core/vault/rebase/rebase-changes.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { customer, order, skill, stampAt, workspaceAfter } from "../build-workspace.ts";

const DEAL = {
  id: "d1",
  name: "云帆续约",
  stage: "谈判",
  category: "open",
  probability: 500_000,
  source: "typed",
};
const SEEN = workspaceAfter([
  putRecords("skills", [skill("s1")]),
  putRecords("customers", [customer("c1")]),
  putRecords("orders", [order("o1")]),
  putRecords("deals", [DEAL]),
]);
const set = (table: TableName, id: string, fields: Readonly<Record<string, unknown>>): Change => ({
  op: "set",
  table,
  id,
  fields,
});
const after = (...changes: readonly Change[]): Workspace => applyChanges(SEEN, changes, stampAt(9));
const rebase = (now: Workspace, ...changes: readonly Change[]) =>
  runToEnd(rebaseSteps({ seen: SEEN, now }, changes));
const keysOf = (now: Workspace, ...changes: readonly Change[]) => {
  const outcome = rebase(now, ...changes);
  return outcome.ok ? [] : outcome.error.map(({ message }) => message.key);
};

it("changes of the present workspace are the very list", () => {
  const changes = [putRecords("skills", [skill("s1", 2)])];
  expect(runToEnd(rebaseSteps({ seen: SEEN, now: SEEN }, changes))).toEqual({ ok: true, value: changes });
});

it("a stale put keeps the field that another change wrote", () => {
  const now = after(set("orders", "o1", { number: "A-7" }));
  const outcome = rebase(now, putRecords("orders", [order("o1", 250)]));
  expect(outcome).toEqual({
    ok: true,
    value: [putRecords("orders", [{ ...order("o1", 250), number: "A-7" }])],
  });
});

it("a change of a table that nobody touched is the very change", () => {
  const change = putRecords("skills", [skill("s1", 5)]);
  const outcome = rebase(after(set("orders", "o1", { number: "A-7" })), change);
  expect(outcome.ok && outcome.value[0]).toBe(change);
});

it("a stale list of a set is joined with what was added to it", () => {
  const seen = workspaceAfter([putRecords("members", [{ id: "m1", aliases: ["王"] }])]);
  const now = applyChanges(seen, [set("members", "m1", { aliases: ["王", "小王"] })], stampAt(9));
  const stale = set("members", "m1", { aliases: ["王", "W"] });
  const outcome = runToEnd(rebaseSteps({ seen, now }, [stale]));
  expect(outcome.ok && outcome.value[0]).toMatchObject({ fields: { aliases: ["王", "小王", "W"] } });
});

it("an edit of a record that is gone does not bring it back", () => {
  const now = after(removeRecords("orders", ["o1"]));
  expect(keysOf(now, putRecords("orders", [order("o1", 9)]))).toEqual(["vault.rebase.gone"]);
});

it("half of one stage and half of another are refused with the record and the field", () => {
  const now = after(
    set("deals", "d1", {
      stage: "赢单",
      category: "won",
      probability: 1_000_000,
    }),
  );
  const outcome = rebase(now, putRecords("deals", [{ ...DEAL, probability: 600_000 }]));
  expect(outcome).toMatchObject({
    error: [{ field: "stage", message: { key: "vault.rebase.field", params: { record: "云帆续约" } } }],
  });
});

it("a second move of a deal takes the place of the first", () => {
  const now = after(set("deals", "d1", { stage: "方案" }));
  const moved = putRecords("deals", [{ ...DEAL, stage: "赢单", category: "won" }]);
  expect(rebase(now, moved)).toEqual({ ok: true, value: [moved] });
});

it("what is sealed was made of what is no longer there and is refused", () => {
  const now = after(set("orders", "o1", { number: "A-7" }));
  expect(keysOf(now, putRecords("statements", [{ id: "m1|2026-Q1" }]))).toEqual(["vault.rebase.moved"]);
});

it("a record that points at one that is gone is refused", () => {
  const now = after(removeRecords("customers", ["c1"]));
  const pointing = { ...order("o2"), customerId: "c1" };
  expect(keysOf(now, putRecords("orders", [pointing]))).toEqual(["vault.rebase.moved"]);
});

it("a record that another has pointed at since is not removed", () => {
  const now = after(putRecords("orders", [{ ...order("o2"), customerId: "c1" }]));
  expect(keysOf(now, removeRecords("customers", ["c1"]))).toEqual(["vault.rebase.moved"]);
});

it("a record that was changed since is removed all the same", () => {
  const removal = removeRecords("orders", ["o1"]);
  const now = after(set("orders", "o1", { number: "A-7" }));
  expect(rebase(now, removal)).toEqual({ ok: true, value: [removal] });
});
