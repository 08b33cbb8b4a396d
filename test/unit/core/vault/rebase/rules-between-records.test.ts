import { expect, it } from "vitest";
import { putRecords, removeRecords, setFields } from "../../../../../core/base/change.ts";
import type { AnyRecord, Change } from "../../../../../core/base/change.ts";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import type { TableName } from "../../../../../core/base/id.ts";
import { applyChanges } from "../../../../../core/vault/apply-changes.ts";
import { rebaseSteps } from "../../../../../core/vault/rebase/rebase-changes.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { group, member, seat, visitTarget, visits } from "../../../../builders/target-book.ts";
import { customer, skill, stampAt, workspaceAfter } from "../build-workspace.ts";

const named = (id: string, zh: string, more: object = {}) => ({
  ...skill(id),
  name: { zh, en: "" },
  ...more,
});
const put = (table: TableName, ...records: readonly object[]): Change =>
  putRecords(table, records as readonly AnyRecord[]);
const after = (seen: Workspace, ...changes: readonly Change[]) => applyChanges(seen, changes, stampAt(9));
const keysOf = (seen: Workspace, theirs: readonly Change[], mine: readonly Change[]) => {
  const outcome = runToEnd(rebaseSteps({ seen, now: after(seen, ...theirs) }, mine));
  return outcome.ok ? [] : outcome.error.map(({ message }) => message.key);
};

const SKILLS = workspaceAfter([put("skills", named("s1", "谈判"), named("s2", "演讲"))]);

it("a name that another record was given a moment ago does not stand twice", () => {
  const theirs = [put("skills", named("s3", "写作"))];
  expect(keysOf(SKILLS, theirs, [put("skills", named("s4", " 写作"))])).toEqual(["vault.rebase.twice"]);
  expect(keysOf(SKILLS, theirs, [put("skills", named("s4", "倾听"))])).toEqual([]);
});

it("the refusal names the record that was there first", () => {
  const now = after(SKILLS, put("skills", named("s3", "写作")));
  const outcome = runToEnd(rebaseSteps({ seen: SKILLS, now }, [put("skills", named("s1", "写作"))]));
  const { params } = (outcome as { error: readonly { message: { params: Record<string, unknown> } }[] })
    .error[0]!.message;
  expect(params["record"]).toEqual({ key: "team.name", params: { zh: "写作", en: "写作" } });
});

it("a record keeps the name that it had before the other one took it", () => {
  const theirs = [put("skills", named("s3", "谈判"))];
  expect(keysOf(SKILLS, theirs, [put("skills", named("s1", "谈判", { order: 5 }))])).toEqual([]);
});

it("the name of what was archived a moment ago is free", () => {
  const theirs = [put("skills", named("s2", "演讲", { archived: true }))];
  expect(keysOf(SKILLS, theirs, [put("skills", named("s1", "演讲"))])).toEqual([]);
});

it("two quick deals for one new customer do not make two customers of one name", () => {
  const seen = workspaceAfter([put("customers", customer("c1", "远山"))]);
  const theirs = [put("customers", customer("c2", "云帆科技"))];
  expect(keysOf(seen, theirs, [put("customers", customer("c3", "云帆科技"))])).toEqual([
    "vault.rebase.twice",
  ]);
});

it("an order's number, a member's alias and a duty's name within its group are looked at too", () => {
  const pairs: readonly (readonly [TableName, object, object])[] = [
    ["orders", { id: "a", number: "A-1" }, { id: "b", number: "a-1" }],
    ["members", { ...member("a", 1), aliases: ["小王"] }, { ...member("b", 2), aliases: ["小王"] }],
    ["duties", { ...named("a", "报价"), groupId: "g1" }, { ...named("b", "报价"), groupId: "g1" }],
    ["duties", { ...named("a", "报价"), groupId: "g1" }, { ...named("b", "报价"), groupId: "g2" }],
  ];
  const found = pairs.map(([table, first, second]) =>
    keysOf(workspaceAfter([]), [put(table, first)], [put(table, second)]),
  );
  expect(found.map((keys) => keys.length)).toEqual([1, 1, 1, 0]);
});

const TARGETS = workspaceAfter([
  put("kpis", visits),
  put("groups", group("g1", 1)),
  put("members", member("a", 1), member("b", 2)),
  put("memberships", seat("a", "g1"), seat("b", "g1")),
  put("targets", visitTarget("group:g1 2026-07", 10)),
]);
const SPLIT = [put("targets", visitTarget("member:a 2026-07", 4), visitTarget("member:b 2026-07", 6))];

it("a split of a whole that was changed a moment ago is refused: its parts would be those of another whole", () => {
  const theirs = [put("targets", visitTarget("group:g1 2026-07", 12))];
  expect(keysOf(TARGETS, theirs, SPLIT)).toEqual(["vault.rebase.moved"]);
});

it("a split stands beside a change of another month", () => {
  const theirs = [put("targets", visitTarget("group:g1 2026-08", 12))];
  expect(keysOf(TARGETS, theirs, SPLIT)).toEqual([]);
});

it("a single target is typed whatever became of the whole: the page says what is left", () => {
  const theirs = [put("targets", visitTarget("group:g1 2026-07", 12))];
  expect(keysOf(TARGETS, theirs, [put("targets", visitTarget("member:a 2026-07", 4))])).toEqual([]);
});

it("a split whose whole was taken away a moment ago leaves no parts of nothing in doubt: they are typed values", () => {
  const theirs = [removeRecords("targets", ["visits|group:g1|2026-07|target"])];
  expect(keysOf(TARGETS, theirs, SPLIT)).toEqual([]);
});

it("weights of one set are joined by their KPI", () => {
  const set = (a: number, b: number) => ({
    id: "k",
    subject: "team",
    from: "2026-01-01",
    weights: [
      { kpiId: "x", weight: a },
      { kpiId: "y", weight: b },
    ],
  });
  const seen = workspaceAfter([put("kpiSets", set(500_000, 500_000))]);
  const now = after(seen, put("kpiSets", set(600_000, 500_000)));
  const outcome = runToEnd(rebaseSteps({ seen, now }, [put("kpiSets", set(500_000, 400_000))]));
  expect(outcome).toEqual({ ok: true, value: [put("kpiSets", set(600_000, 400_000))] });
});

it("a field that is set does not point at what was removed a moment ago, as a record that is put does not", () => {
  const seen = workspaceAfter([
    put("groups", group("g1", 1)),
    put("members", member("a", 1), member("b", 2)),
  ]);
  const theirs = [removeRecords("members", ["b"])];
  const led = (leaderId: string) => setFields("groups", "g1", { leaderId } as object);
  expect(keysOf(seen, theirs, [led("b")])).toEqual(["vault.rebase.moved"]);
  expect(keysOf(seen, theirs, [led("a")])).toEqual([]);
});
