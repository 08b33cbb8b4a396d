import { describe, expect, it } from "vitest";
import type { AnyRecord, Change } from "../../../../../core/base/change.ts";
import { putRecords, removeRecords, setFields } from "../../../../../core/base/change.ts";
import type { Stamp } from "../../../../../core/base/stamp.ts";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import { applyChanges, recordById } from "../../../../../core/vault/apply-changes.ts";
import { checkChanges } from "../../../../../core/vault/check-changes.ts";
import { mergeChanges } from "../../../../../core/vault/merge/merge-changes.ts";
import { openedCopy } from "../../../../../core/vault/merge/opened-copy.ts";
import { planMerge } from "../../../../../core/vault/merge/plan-merge.ts";
import type { CopyToMerge, MergePlan } from "../../../../../core/vault/merge/plan-merge.ts";
import { recordTitle } from "../../../../../core/vault/merge/record-title.ts";
import { rememberSeen } from "../../../../../core/vault/merge/seen.ts";
import { emptyWorkspace } from "../../../../../core/vault/workspace.ts";
import { aSettings } from "../../../../builders/vault-sample.ts";
import { customer, order } from "../build-workspace.ts";

/* Small cases in one line each: `from` the same start, here and there. */

const at = (count: number, device: string) =>
  `0000000rs-${count.toString(36).padStart(4, "0")}-${device}` as Stamp;
const put = (table: Change["table"], ...records: readonly object[]) =>
  putRecords(table, records as readonly AnyRecord[]);
const KPI = "visits";
const target = (value: number) => ({
  id: `${KPI}|team|2026-07|target`,
  kpiId: KPI,
  subject: "team",
  periodId: "2026-07",
  line: "target",
  value,
});
const lock = {
  id: `${KPI}|2026`,
  kpiId: KPI,
  year: 2026,
  on: "2026-01-05",
  note: "",
  original: { [target(1).id]: 3 },
  versions: [],
};

function versioned(reason: string, id: string, [before, after]: readonly [number, number]) {
  return { ...lock, versions: [{ number: 1, on: "2026-03-01", reason, changes: [{ id, before, after }] }] };
}

function person(id: string, employeeNumber: string) {
  const more = employeeNumber === "" ? {} : { employeeNumber };
  return { id, name: id, aliases: [], ftePercent: 100, interests: {}, notes: "", order: 1, ...more };
}

function start(...changes: readonly Change[]): CopyToMerge {
  return { workspace: applyChanges(emptyWorkspace(aSettings()), changes, at(1, "d0")), stamp: at(1, "d0") };
}

function go(copy: CopyToMerge, device: string, count: number, ...changes: readonly Change[]): CopyToMerge {
  const stamp = at(count, device);
  const opened = rememberSeen(copy.workspace, copy.stamp, device);
  return { workspace: applyChanges(opened, changes, stamp), stamp };
}

function plan(mine: CopyToMerge, theirs: CopyToMerge): MergePlan {
  return runToEnd(planMerge({ mine, theirs }));
}

function outcome(
  mine: CopyToMerge,
  theirs: CopyToMerge,
  choices: ReadonlyMap<string, "mine" | "theirs"> = new Map(),
) {
  const found = plan(mine, theirs);
  const changes = mergeChanges(found, choices);
  expect(checkChanges(mine.workspace, changes).ok).toBe(true);
  return { ...found, workspace: applyChanges(mine.workspace, changes, at(99, "d1")) };
}

describe("a merge", () => {
  it("takes a deputy's edit of what the manager wrote before, without a conflict", () => {
    const before = go(
      start(put("customers", customer("c1"))),
      "d1",
      2,
      setFields("customers", "c1", { name: "B" } as object),
    );
    const opened = { workspace: openedCopy({ ...before, head: before }, "d2"), stamp: before.stamp };
    const deputy = go(opened, "d2", 3, setFields("customers", "c1", { name: "C" } as object));
    const { conflicts, workspace } = outcome(before, deputy);
    expect(conflicts).toEqual([]);
    expect(recordById(workspace, "customers", "c1")).toMatchObject({ name: "C" });
  });

  it("keeps a person's choice against the proposal with a stamp of its own, so that it stands when merged again", () => {
    const first = start(put("customers", customer("c1")));
    const mine = go(first, "d1", 2, setFields("customers", "c1", { name: "B" } as object));
    const theirs = go(first, "d2", 3, setFields("customers", "c1", { name: "C" } as object));
    const { workspace } = outcome(mine, theirs, new Map([["customers/c1#name", "mine" as const]]));
    expect(recordById(workspace, "customers", "c1")).toMatchObject({ name: "B" });
    const again = outcome({ workspace, stamp: at(99, "d1") }, theirs);
    expect([again.conflicts, again.records]).toEqual([[], []]);
  });

  it("removes what one side removed and the other left alone", () => {
    const first = start(put("customers", customer("c1")));
    const { conflicts, workspace } = outcome(first, go(first, "d2", 2, removeRecords("customers", ["c1"])));
    expect([conflicts, recordById(workspace, "customers", "c1")]).toEqual([[], undefined]);
  });

  it("removes a record after all when a person chooses so", () => {
    const first = start(put("customers", customer("c1")));
    const mine = go(first, "d1", 3, setFields("customers", "c1", { name: "B" } as object));
    const theirs = go(first, "d2", 2, removeRecords("customers", ["c1"]));
    expect(plan(mine, theirs).conflicts).toMatchObject([{ kind: "removed", proposed: "mine" }]);
    const { workspace } = outcome(mine, theirs, new Map([["customers/c1", "theirs" as const]]));
    expect(recordById(workspace, "customers", "c1")).toBeUndefined();
  });

  it("keeps a customer that one side removed while the other wrote an order for it", () => {
    const first = start(put("customers", customer("c1")));
    const mine = go(first, "d1", 2, removeRecords("customers", ["c1"]));
    const theirs = go(first, "d2", 3, put("orders", { ...order("o1"), customerId: "c1" }));
    for (const { conflicts, workspace } of [outcome(mine, theirs), outcome(theirs, mine)]) {
      expect(recordById(workspace, "customers", "c1")).toBeDefined();
      expect(conflicts).toMatchObject([
        { kind: "removed", saved: { neededBy: { table: "orders", id: "o1" } } },
      ]);
    }
  });

  it("removes nothing that a new record needs, not by choice either, and names the record", () => {
    const first = start(put("customers", customer("c1")));
    const mine = go(first, "d1", 2, removeRecords("customers", ["c1"]));
    const edited = setFields("customers", "c1", { name: "B" } as object);
    const theirs = go(first, "d2", 3, edited, put("orders", { ...order("o1"), customerId: "c1" }));
    for (const [here, there] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { conflicts } = plan(here, there);
      expect(conflicts).toMatchObject([{ fixedBy: { table: "orders", id: "o1" } }]);
      const removal = conflicts[0]!.proposed === "mine" ? ("theirs" as const) : ("mine" as const);
      const { workspace } = outcome(here, there, new Map([["customers/c1", removal]]));
      expect(recordById(workspace, "customers", "c1")).toMatchObject({ name: "B" });
    }
  });

  it("offers no value that names a record which the merge removes", () => {
    const group = { id: "g1", name: { zh: "一组", en: "" }, purpose: "", color: "teal", order: 1 };
    const led = (leaderId: string) => put("groups", { ...group, archived: false, leaderId });
    const people = ["a", "b", "c"].map((id) => person(id, ""));
    const first = start(put("members", ...people), led("b"));
    const renewed = go(first, "d2", 3, led("a"));
    const theirs = go(renewed, "d2", 4, led("b"), setFields("groups", "g1", { leaderId: "c" } as object));
    const mine = go(first, "d1", 5, led("a"), removeRecords("members", ["c"]));
    const [conflict] = plan(mine, theirs).conflicts;
    expect(conflict).toMatchObject({ key: "groups/g1#leaderId", fixedBy: { table: "members", id: "c" } });
    const { workspace } = outcome(mine, theirs, new Map([["groups/g1#leaderId", "theirs" as const]]));
    expect(recordById(workspace, "groups", "g1")).toMatchObject({ leaderId: "a" });
  });

  it("names both records where a number that may stand once would stand twice", () => {
    const first = start();
    const mine = go(first, "d1", 2, put("members", person("a", "E1")));
    const theirs = go(first, "d2", 3, put("members", person("b", "e1"), person("c", "E2")));
    const doubled = [{ table: "members", id: "a", otherId: "b" }];
    expect([plan(mine, theirs).doubled, plan(theirs, mine).doubled]).toEqual([doubled, doubled]);
    const both = outcome(mine, theirs);
    expect(both.workspace.rows.members.size).toBe(3);
    expect(plan({ workspace: both.workspace, stamp: at(99, "d1") }, theirs).doubled).toEqual([]);
  });

  it("lets locked targets stand whichever side locked them, and says why", () => {
    const first = start(put("targets", target(3)));
    const locked = go(first, "d1", 2, put("targetLocks", lock));
    const edited = go(first, "d2", 3, put("targets", target(4)));
    for (const { refused, workspace } of [outcome(locked, edited), outcome(edited, locked)]) {
      expect(recordById(workspace, "targets", target(1).id)).toMatchObject({ value: 3 });
      expect(workspace.rows.targetLocks.size).toBe(1);
      expect(refused).toMatchObject([
        { table: "targets", reason: { key: "vault.merge.sealed.targetLocks" } },
      ]);
    }
  });

  it("takes targets that were changed under the lock with a reason, lock and value together", () => {
    const first = start(put("targets", target(3)), put("targetLocks", lock));
    const version = {
      number: 1,
      on: "2026-03-01",
      reason: "r",
      changes: [{ id: target(1).id, before: 3, after: 4 }],
    };
    const theirs = go(
      first,
      "d2",
      3,
      put("targets", target(4)),
      put("targetLocks", { ...lock, versions: [version] }),
    );
    const { refused, workspace } = outcome(first, theirs);
    expect(refused).toEqual([]);
    expect(recordById(workspace, "targets", target(1).id)).toMatchObject({ value: 4 });
  });

  it("keeps the reasons of both sides when each changed another target under one lock", () => {
    const august = { ...target(5), id: `${KPI}|team|2026-08|target`, periodId: "2026-08" };
    const first = start(put("targets", target(3), august), put("targetLocks", lock));
    const mine = go(
      first,
      "d1",
      2,
      put("targets", target(4)),
      put("targetLocks", versioned("m", target(1).id, [3, 4])),
    );
    const theirs = go(
      first,
      "d2",
      3,
      put("targets", { ...august, value: 9 }),
      put("targetLocks", versioned("t", august.id, [5, 9])),
    );
    for (const { conflicts, refused, workspace } of [outcome(mine, theirs), outcome(theirs, mine)]) {
      expect([conflicts, refused]).toEqual([[], []]);
      expect([...workspace.rows.targets.values()].map(({ value }) => value)).toEqual([4, 9]);
      expect(workspace.rows.targetLocks.get(lock.id)?.versions).toMatchObject([
        { number: 1, reason: "m" },
        { number: 2, reason: "t" },
      ]);
    }
  });

  it("lets the later version of one target hold, keeps both and says so", () => {
    const first = start(put("targets", target(3)), put("targetLocks", lock));
    const mine = go(
      first,
      "d1",
      2,
      put("targets", target(4)),
      put("targetLocks", versioned("m", target(1).id, [3, 4])),
    );
    const theirs = go(
      first,
      "d2",
      3,
      put("targets", target(9)),
      put("targetLocks", versioned("t", target(1).id, [3, 9])),
    );
    for (const { conflicts, refused, workspace } of [outcome(mine, theirs), outcome(theirs, mine)]) {
      expect(conflicts).toEqual([]);
      expect(refused).toMatchObject([{ id: target(1).id, reason: { key: "vault.merge.sealed.versions" } }]);
      expect(workspace.rows.targets.get(target(1).id)).toMatchObject({ value: 9 });
      expect(workspace.rows.targetLocks.get(lock.id)?.versions).toHaveLength(2);
    }
  });

  it("takes the fields that say one thing together from one side, as one conflict", () => {
    const deal = { id: "x1", name: "Pump", category: "open", stage: "Offer", source: "typed" };
    const first = start(put("deals", deal));
    const won = { stage: "Won", category: "won", closedOn: "2026-03-02" };
    const mine = go(first, "d1", 2, setFields("deals", "x1", won as object));
    const theirs = go(first, "d2", 3, setFields("deals", "x1", { stage: "Negotiation" } as object));
    const { conflicts, workspace } = outcome(mine, theirs);
    expect(conflicts).toMatchObject([{ key: "deals/x1#stage", proposed: "theirs" }]);
    expect(recordById(workspace, "deals", "x1")).toEqual({ ...deal, stage: "Negotiation" });
    const chosen = outcome(mine, theirs, new Map([["deals/x1#stage", "mine" as const]]));
    expect(recordById(chosen.workspace, "deals", "x1")).toEqual({ ...deal, ...won });
  });

  it("keeps who typed a field with the field, when the other side imported another", () => {
    const first = start(put("customers", { ...customer("c1"), phone: "1" }));
    const mine = go(
      first,
      "d1",
      2,
      setFields("customers", "c1", { phone: "2", by: { phone: "typed" } } as object),
    );
    const theirs = go(
      first,
      "d2",
      3,
      setFields("customers", "c1", { industry: "x", by: { industry: "b2" } } as object),
    );
    const { workspace } = outcome(mine, theirs);
    expect(recordById(workspace, "customers", "c1")).toMatchObject({
      by: { phone: "typed", industry: "b2" },
    });
  });

  it("takes nothing for removed that a share left out, nor a list that it cut", () => {
    const series = {
      id: "s1",
      name: "A",
      kind: "weekly",
      rule: "FREQ=WEEKLY",
      from: "2026-01-05",
      startsAt: "09:00",
      minutes: 30,
      place: "",
      memberIds: ["m1", "m2"],
      onHoliday: "next",
      archived: false,
    };
    const mine = start(put("customers", customer("c1"), customer("c2")), put("meetingSeries", series));
    const part = start(
      put("customers", customer("c1")),
      put("meetingSeries", { ...series, memberIds: ["m1"] }),
    );
    const settings = { ...aSettings(), isPart: true };
    const share = {
      ...part,
      workspace: {
        ...part.workspace,
        rows: { ...part.workspace.rows, settings: new Map([["workspace", settings]]) },
      },
    };
    expect(plan(mine, share)).toMatchObject({ records: [], conflicts: [] });
    expect(outcome(share, mine).workspace.rows.meetingSeries.get("s1" as never)?.memberIds).toEqual([
      "m1",
      "m2",
    ]);
  });

  it("calls a record by names and never by ids", () => {
    const { workspace } = start(
      put("customers", customer("c1")),
      put("stageEvents", { id: "e1", dealId: "x1", stage: "Won", on: "2026-03-01", source: "typed" }),
      put("deals", { id: "x1", name: "Pump", category: "open", source: "typed" }),
    );
    expect(recordTitle([workspace], "customers", "c1")).toBe("云帆科技");
    expect(recordTitle([workspace], "stageEvents", "e1")).toMatchObject({ params: { first: "Pump" } });
  });
});
