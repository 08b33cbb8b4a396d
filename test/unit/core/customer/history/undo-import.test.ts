import { describe, expect, test } from "vitest";
import { nextStamp } from "../../../../../core/base/stamp.ts";
import { runToEnd } from "../../../../../core/base/run-to-end.ts";
import { planUndo } from "../../../../../core/customer/undo-import.ts";
import { factById } from "../../../../../core/vault/workspace.ts";
import {
  aBatch,
  aChange,
  aDeal,
  commitTo,
  linesOf,
  november,
  undone,
  undoPlan,
  withRecords,
} from "../../../../builders/history.ts";
import { emptyBook } from "../../../../builders/import.ts";
import { aCustomer } from "../../../../builders/history.ts";
import { aMember } from "../../../../builders/kpi-context.ts";

const LATER = nextStamp(null, Date.parse(november(20)), "test");
const WEEKS = [aBatch("b1"), aBatch("b2", { at: november(16) }), aBatch("b3", { at: november(23) })];

/** Week 2 moved deal d1 from 100 in A to 200 in B. */
const MOVED = aChange("b2", "d1", {
  before: { stage: "A", amount: 100, batchId: "b1", line: 2 },
  after: { stage: "B", amount: 200, batchId: "b2", line: 7 },
});

function twoWeeks() {
  return withRecords(emptyBook(), {
    batches: WEEKS.slice(0, 2),
    deals: [aDeal("d1", { stage: "B", amount: 200 as never, batchId: "b2" as never, line: 7 })],
    batchChanges: [MOVED],
  });
}

function edited(book: ReturnType<typeof twoWeeks>, fields: Readonly<Record<string, unknown>>) {
  return commitTo(book, [{ op: "set", table: "deals", id: "d1", fields }], LATER);
}

describe("an import that nothing followed", () => {
  test("gives changed fields, batch and line back as they were", () => {
    const book = undone(twoWeeks(), "b2");
    expect(factById(book, "deals", "d1")).toEqual(aDeal("d1", { amount: 100 as never }));
    expect(book.rows.batches.get("b2")).toMatchObject({
      undone: true,
      undo: { at: november(24), reverted: 1, kept: 0, failed: 0 },
    });
  });

  test("takes the facts that it added away, and what it noted down of its changes", () => {
    const book = withRecords(twoWeeks(), { deals: [aDeal("d2", { batchId: "b2" as never })] });
    const after = undone(book, "b2");
    expect(factById(after, "deals", "d2")).toBeUndefined();
    expect(after.facts.batchChanges.pageIndexById.size).toBe(0);
  });

  test("brings back what it removed", () => {
    const light = { id: "zoho:customers:~acme", name: "Acme", source: "zoho", batchId: "b1", line: 2 };
    const removed = aChange("b2", light.id, { table: "customers", kind: "removed", before: light });
    const book = withRecords(twoWeeks(), { batchChanges: [MOVED, removed] });
    expect(factById(undone(book, "b2"), "customers", light.id)).toEqual(light);
  });

  test("is refused when it was taken back already, and when nobody knows it", () => {
    const book = undone(twoWeeks(), "b2");
    expect(() => undoPlan(book, "b2")).toThrow("customer.undo.already");
    expect(runToEnd(planUndo(book, "b9")).ok).toBe(false);
  });
});

describe("a record that was edited since", () => {
  test("keeps the field that was typed, with its day, and gets the others back", () => {
    const book = edited(twoWeeks(), { amount: 300, by: { amount: "typed" } });
    const plan = undoPlan(book, "b2");
    expect(linesOf(plan.reverted)).toEqual(["deals/d1 fields stage"]);
    expect(linesOf(plan.kept)).toEqual(["deals/d1 fields amount"]);
    expect(plan.kept[0]!.reason).toMatchObject({
      key: "customer.undo.kept.typed-on",
      params: { day: { day: "2026-11-20" } },
    });
    expect(factById(undone(book, "b2"), "deals", "d1")).toEqual(
      aDeal("d1", { amount: 300 as never, by: { amount: "typed" } }),
    );
  });

  test("keeps what belongs together with a typed field", () => {
    const change = aChange("b2", "d1", {
      before: { stage: "A", probability: 200_000 },
      after: { stage: "B", probability: 400_000 },
    });
    const book = withRecords(twoWeeks(), { batchChanges: [change] });
    const typed = edited(book, { stage: "C", probability: 400_000, by: { stage: "typed" } });
    expect(linesOf(undoPlan(withChange(typed, change), "b2").kept)).toEqual([
      "deals/d1 fields stage probability",
    ]);
  });

  test("stays when the import had added it", () => {
    const added = withRecords(twoWeeks(), { deals: [aDeal("d1", { batchId: "b2" as never })] });
    const book = edited(withoutChanges(added), { amount: 5, by: { amount: "typed" } });
    const plan = undoPlan(book, "b2");
    expect(linesOf(plan.kept)).toEqual(["deals/d1 removed"]);
    expect(linesOf(plan.reverted)).toEqual([]);
  });
});

describe("an import that later ones followed", () => {
  const third = aChange("b3", "d1", {
    before: { stage: "B", batchId: "b2", line: 7 },
    after: { stage: "C", batchId: "b3", line: 9 },
  });
  const book = withRecords(twoWeeks(), {
    batches: [WEEKS[2]!],
    deals: [aDeal("d1", { stage: "C", amount: 200 as never, batchId: "b3" as never, line: 9 })],
    batchChanges: [third],
  });

  test("keeps the fields that the later one wrote and names its file", () => {
    const plan = undoPlan(book, "b2");
    expect(linesOf(plan.kept)).toEqual(["deals/d1 fields stage"]);
    expect(plan.kept[0]!.reason).toMatchObject({
      key: "customer.undo.kept.later",
      params: { file: "b3.csv", day: { day: "2026-11-23" } },
    });
  });

  test("gives the others back to the file that had written them, and the later file stays the record's own", () => {
    expect(factById(undone(book, "b2"), "deals", "d1")).toMatchObject({
      stage: "C",
      amount: 100,
      batchId: "b3",
      line: 9,
      by: { amount: "b1" },
    });
  });

  test("leaves the record that it had added and the later one wrote", () => {
    const added = withoutChanges(book, [MOVED.id]);
    expect(linesOf(undoPlan(added, "b2").kept)).toEqual(["deals/d1 removed"]);
    expect(factById(undone(added, "b2"), "deals", "d1")).toBeDefined();
  });

  test("leads back to the start when both are taken back, the newest first", () => {
    const both = undone(undone(book, "b3"), "b2");
    expect(factById(both, "deals", "d1")).toEqual(aDeal("d1", { amount: 100 as never }));
  });
});

describe("what cannot be taken back", () => {
  test("is a record that is gone", () => {
    const book = commitTo(twoWeeks(), [{ op: "remove", table: "deals", ids: ["d1"] }], LATER);
    const plan = undoPlan(book, "b2");
    expect(linesOf(plan.failed)).toEqual(["deals/d1 fields stage amount"]);
    expect(plan.failed[0]!.reason).toEqual({ key: "customer.undo.failed.gone" });
  });

  test("is an added customer on whom a deal of another file hangs", () => {
    const book = withRecords(twoWeeks(), {
      customers: [aCustomer("c1")],
      deals: [aDeal("d3", { customerId: "c1" as never })],
    });
    const plan = undoPlan(book, "b2");
    expect(linesOf(plan.failed)).toEqual(["customers/c1 removed"]);
    expect(plan.failed[0]!.reason?.params).toMatchObject({ count: 1, name: "d3" });
  });

  test("is not a customer whose deal goes back to another one by the same undo", () => {
    const change = aChange("b2", "d1", { before: { customerId: null }, after: { customerId: "c1" } });
    const book = withRecords(emptyBook(), {
      batches: WEEKS.slice(0, 2),
      customers: [aCustomer("c1")],
      deals: [aDeal("d1", { customerId: "c1" as never })],
      batchChanges: [change],
    });
    expect(linesOf(undoPlan(book, "b2").reverted)).toEqual([
      "customers/c1 removed",
      "deals/d1 fields customerId",
    ]);
  });

  test("is an added customer whose own added deal was edited since", () => {
    const book = withRecords(emptyBook(), {
      batches: WEEKS.slice(0, 2),
      customers: [aCustomer("c1")],
      deals: [aDeal("d1", { customerId: "c1", batchId: "b2", by: { amount: "typed" } } as never)],
    });
    const plan = undoPlan(book, "b2");
    expect([linesOf(plan.kept), linesOf(plan.failed)]).toEqual([
      ["deals/d1 removed"],
      ["customers/c1 removed"],
    ]);
  });

  test("is an added member who has a target by now, and not the one who has none", () => {
    const members = [aMember("m1"), aMember("m2")];
    const target = {
      id: "t",
      kpiId: "k",
      subject: "member:m1",
      periodId: "2026-Q4",
      line: "target",
      value: 1,
    };
    const book = withRecords(withRecords(twoWeeks(), { members, targets: [target] }), {
      batchChanges: members.map(({ id }) => aChange("b2", id, { table: "members", kind: "added" })),
    });
    const plan = undoPlan(book, "b2");
    expect(linesOf(plan.failed)).toEqual(["members/m1 removed"]);
    expect(linesOf(plan.reverted)).toContain("members/m2 removed");
  });

  test("is an added stage in which a deal of another file stands", () => {
    const stages = ["A", "Z"].map((stage, order) => ({
      id: `zoho:${stage}`,
      source: "zoho",
      stage,
      category: "open",
      order,
    }));
    const book = withRecords(twoWeeks(), {
      deals: [aDeal("d5")],
      stages,
      batchChanges: stages.map(({ id }) => aChange("b2", id, { table: "stages", kind: "added" })),
    });
    const plan = undoPlan(book, "b2");
    expect(linesOf(plan.failed)).toEqual(["stages/zoho:A removed"]);
    expect(linesOf(plan.reverted)).toContain("stages/zoho:Z removed");
  });
});

function withoutChanges(book: ReturnType<typeof twoWeeks>, ids: readonly string[] = [MOVED.id]) {
  return commitTo(book, [{ op: "remove", table: "batchChanges", ids }], LATER);
}

function withChange(book: ReturnType<typeof twoWeeks>, change: typeof MOVED) {
  return withRecords(withoutChanges(book), { batchChanges: [change] });
}
