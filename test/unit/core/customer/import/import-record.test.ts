import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnyRecord } from "../../../../../core/base/change.ts";
import { isSame } from "../../../../../core/base/same.ts";
import type { BatchChange } from "../../../../../core/customer/records.ts";
import { recordById } from "../../../../../core/vault/apply-changes.ts";
import { factsOf, rowsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { emptyBook, importInto, plan, tableOf } from "../../../../builders/import.ts";

const ORDERS = ["order_id", "employee", "customer", "order_date", "amount"];
const DEALS = ["deal id", "deal name", "stage", "created time", "modified time", "amount"];
const deals = { settings: { object: "deals" as const } };

function changesOf(book: Workspace, batchId: string): readonly BatchChange[] {
  return factsOf(book, "batchChanges").filter((change) => change.batchId === batchId);
}

describe("what an import changed", () => {
  const first = tableOf(ORDERS, ["1", "王芳", "Acme", "2026-01-02", "5"]);

  test("facts that are added have no line: they carry their batch", () => {
    const book = importInto(emptyBook(), first);
    expect(factsOf(book, "batchChanges")).toEqual([]);
    expect(factsOf(book, "orders")[0]!.batchId).toBe("b1");
  });

  test("a changed fact has one line with the fields that differ, provenance with them", () => {
    const later = tableOf(ORDERS, ["9", "", "", "2026-01-03", "1"], ["1", "", "", "2026-01-02", "7"]);
    const book = importInto(importInto(emptyBook(), first), later, { batchId: "b2" });
    expect(changesOf(book, "b2")).toEqual([
      {
        id: "b2:1",
        batchId: "b2",
        table: "orders",
        recordId: "generic:orders:1",
        kind: "changed",
        before: { amount: 500, batchId: "b1", by: null, line: 2 },
        after: {
          amount: 700,
          batchId: "b2",
          by: { customerId: "b1", customerName: "b1", ownerName: "b1" },
          line: 3,
        },
      },
    ]);
  });

  test("a member whom an owner becomes has a line", () => {
    const book = importInto(emptyBook(), first, { createMembers: true });
    expect(changesOf(book, "b1").map(({ table, kind }) => `${table} ${kind}`)).toEqual(["members added"]);
  });

  test("a customers' file records what it moves to the customer, and the name that goes", () => {
    const customers = tableOf(["customer id", "customer name", "industry"], ["C1", "Acme", "Energy"]);
    const book = importInto(importInto(emptyBook(), first), customers, { batchId: "b2" });
    expect(changesOf(book, "b2").map(({ table, kind, before }) => [table, kind, before])).toEqual([
      [
        "customers",
        "removed",
        { id: "generic:customers:~acme", name: "Acme", source: "generic", batchId: "b1", line: 2 },
      ],
      ["orders", "changed", { customerId: "generic:customers:~acme" }],
    ]);
  });
});

describe("moves from stage to stage", () => {
  const before = tableOf(DEALS, ["1", "A", "Qualify", "2026-01-02", "2026-01-05", "5"]);
  const moved = (modified: string, stage = "Proposal") =>
    tableOf(DEALS, ["1", "A", stage, "2026-01-02", modified, "5"]);
  const eventsAfter = (modified: string, fileName = "deals.csv") => {
    const book = importInto(importInto(emptyBook(), before, deals), moved(modified), {
      ...deals,
      batchId: "b2",
      fileName,
    });
    return factsOf(book, "stageEvents");
  };

  test("a deal that stands in another stage has moved on the day on which it was modified", () => {
    expect(eventsAfter("2026-02-03")).toEqual([
      {
        id: "generic:stage-history:~generic:deals:1|proposal|2026-02-03",
        dealId: "generic:deals:1",
        stage: "Proposal",
        on: "2026-02-03",
        source: "generic",
        batchId: "b2",
        line: 2,
      },
    ]);
  });

  test("without a later day of its own it has moved when the file was written, else today", () => {
    expect(eventsAfter("", "pipeline_2026_02_09.csv")[0]!.on).toBe("2026-02-09");
    expect(eventsAfter("2026-01-02", "pipeline_2026_02_09.csv")[0]!.on).toBe("2026-02-09");
    expect(eventsAfter("")[0]!.on).toBe("2026-11-23");
  });

  test("a new deal and one that stays in its stage have not moved", () => {
    const book = importInto(importInto(emptyBook(), before, deals), moved("2026-02-03", "qualify"), {
      ...deals,
      batchId: "b2",
    });
    expect(factsOf(book, "stageEvents")).toEqual([]);
  });

  test("what the stage history has told is not told again", () => {
    const history = tableOf(
      ["record id", "deal name.id", "deal name", "stage", "modified time"],
      ["1", "1", "A", "Proposal", "2026-02-02"],
    );
    let book = importInto(emptyBook(), before, deals);
    book = importInto(book, history, {
      settings: { object: "stage-history", source: "generic" },
      batchId: "b2",
    });
    book = importInto(book, moved("2026-02-03"), { ...deals, batchId: "b3" });
    expect(factsOf(book, "stageEvents").map(({ stage, on }) => [stage, on])).toEqual([
      ["Proposal", "2026-02-02"],
    ]);
  });
});

describe("what a file leaves out", () => {
  const rows = (...ids: readonly string[]) =>
    tableOf(ORDERS, ...ids.map((id) => [id, "", "Acme", "2026-01-02", "5"]));
  const batchesAfter = (book: Workspace, ...ids: readonly string[]) =>
    plan(book, rows(...ids), { batchId: "b2", hash: ids.join("") });
  const book = importInto(emptyBook(), rows("1", "2", "3", "4"));

  test("the first file of its kind is whole and leaves nothing out", () => {
    expect(rowsOf(book, "batches")[0]).toMatchObject({ isWhole: true, absent: [], absentCount: 0 });
  });

  test("records that a whole file leaves out are named, and that alone is news", () => {
    const { batch, changes } = batchesAfter(book, "1", "2", "4");
    expect(batch).toMatchObject({ isWhole: true, absent: ["generic:orders:3"], absentCount: 1 });
    expect(changes.map(({ table }) => table)).toEqual(["batches"]);
  });

  test("the same absences a second time are no news", () => {
    const later = importInto(book, rows("1", "2", "4"), { batchId: "b2", hash: "01" });
    expect(plan(later, rows("1", "2", "4"), { batchId: "b3", hash: "02" }).changes).toEqual([]);
  });

  test("a file of fewer than half of the known records is a part, and leaves nothing out", () => {
    const { batch, changes } = batchesAfter(book, "1");
    expect(batch.isWhole).toBe(false);
    expect(batch.absent).toBeUndefined();
    expect(changes).toEqual([]);
  });

  test("an update of what is known is never whole", () => {
    const { batch } = plan(book, rows("1", "2", "3"), { settings: { mode: "update" }, batchId: "b2" });
    expect(batch.isWhole).toBe(false);
  });

  test("a bad row and a voided one are in the file all the same", () => {
    const table = tableOf(
      [...ORDERS, "life status"],
      ["1", "", "Acme", "2026-01-02", "5", ""],
      ["2", "", "Acme", "2026-01-02", "5", "作废"],
      ["3", "", "Acme", "soon", "5", ""],
    );
    const settings = {
      headerByField: { id: "order_id", date: "order_date", amount: "amount", life: "life status" },
    };
    const { batch } = plan(book, table, { settings: { ...settings, object: "orders" }, batchId: "b2" });
    expect(batch).toMatchObject({ absent: ["generic:orders:4"], rows: { skipped: 1, bad: 1 } });
  });

  test("customers whom only orders name are not missing from a file of customers", () => {
    const customers = tableOf(["customer id", "customer name"], ["C1", "Other"]);
    expect(plan(book, customers, { batchId: "b2" }).batch).toMatchObject({ isWhole: true, absentCount: 0 });
  });

  test("the day of the file is the one in its name", () => {
    const { batch } = plan(emptyBook(), rows("1"), { fileName: "Orders_2026_01_26.csv" });
    expect(batch.exportedOn).toBe("2026-01-26");
  });
});

const id = fc.constantFrom("1", "2", "3", "4", "5");
const text = fc.constantFrom("王芳", "Acme", "李雷", "");
const order = fc.tuple(
  id,
  text,
  text,
  fc.constantFrom("2026-01-02", "2026-03-04"),
  fc.constantFrom("5", "7", "x"),
);
const customer = fc.tuple(fc.constantFrom("C1", "C2"), text, fc.constantFrom("", "Energy", "Steel"));
const deal = fc.tuple(
  id,
  text,
  fc.constantFrom("", "A", "B", "won"),
  fc.constantFrom("", "2026-01-02"),
  fc.constantFrom("", "2026-02-03"),
  fc.constantFrom("", "5"),
);
const file = fc.oneof(
  fc
    .array(order, { maxLength: 6 })
    .map((rows) => ({ object: "orders" as const, table: tableOf(ORDERS, ...rows) })),
  fc
    .array(deal, { maxLength: 6 })
    .map((rows) => ({ object: "deals" as const, table: tableOf(DEALS, ...rows) })),
  fc.array(customer, { maxLength: 4 }).map((rows) => ({
    object: "customers" as const,
    table: tableOf(["customer id", "customer name", "industry"], ...rows),
  })),
);
const mode = fc.constantFrom("upsert" as const, "add" as const, "update" as const, "skip" as const);

test("for any files: what is recorded as before, laid over what is there after, is what was there before", () => {
  fc.assert(
    fc.property(
      fc.array(file, { maxLength: 3 }),
      file,
      mode,
      fc.boolean(),
      (earlier, last, how, createMembers) => {
        let book = emptyBook();
        for (const [at, { object, table }] of earlier.entries())
          book = importInto(book, table, {
            settings: { object },
            batchId: `b${at}`,
            createMembers: at === 0,
          });
        const settings = { object: last.object, mode: how };
        const after = importInto(book, last.table, { settings, batchId: "last", createMembers });
        const lines = changesOf(after, "last");
        for (const line of lines)
          expect(restored(after, line)).toEqual(recordById(book, line.table, line.recordId));
        for (const table of ["deals", "orders", "customers"] as const)
          for (const fact of factsOf(book, table)) {
            const isTold = lines.some((line) => line.table === table && line.recordId === fact.id);
            expect(isTold).toBe(!isSame(fact, recordById(after, table, fact.id)));
          }
      },
    ),
    { numRuns: 60 },
  );
});

/** The record as one line says that it was; `undefined`: it was not there. */
function restored(after: Workspace, line: BatchChange): AnyRecord | undefined {
  if (line.kind === "added") return undefined;
  const now = line.kind === "removed" ? {} : recordById(after, line.table, line.recordId);
  const fields = Object.entries({ ...now, ...line.before }).filter(([, value]) => value !== null);
  return Object.fromEntries(fields) as unknown as AnyRecord;
}
