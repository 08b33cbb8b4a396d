import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Table } from "../../../../../core/base/table.ts";
import { nextStamp } from "../../../../../core/base/stamp.ts";
import { undoChanges } from "../../../../../core/customer/undo-import.ts";
import { invertChanges } from "../../../../../core/vault/apply-changes.ts";
import { rowsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { allFacts, commitTo, november, undone, undoPlan } from "../../../../builders/history.ts";
import { emptyBook, importInto, tableOf } from "../../../../builders/import.ts";

interface RandomFile {
  readonly object: "deals" | "customers" | "orders";
  readonly mode: "upsert" | "add" | "update";
  readonly createMembers: boolean;
  readonly rows: readonly (readonly number[])[];
}

const file = fc.record({
  object: fc.constantFrom("deals", "customers", "orders"),
  mode: fc.constantFrom("upsert", "upsert", "add", "update"),
  createMembers: fc.boolean(),
  rows: fc.uniqueArray(fc.array(fc.nat({ max: 3 }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 6,
    selector: ([id]) => id,
  }),
}) as fc.Arbitrary<RandomFile>;

const CUSTOMERS = ["Acme", "Bolt", "", "Crane"];
const OWNERS = ["", "Ann", "Bob", "Cid"];
const STAGES = ["Lead", "Offer", "Won", "Lost"];

/** Few ids, customers, owners and stages, so that files speak of the same things. */
function tableFrom({ object, rows }: RandomFile): Table {
  const day = (digit: number) => `2026-1${digit % 3}-1${digit}`;
  const amount = (digit: number) => (digit === 0 ? "" : String(digit * 100));
  if (object === "customers") {
    const lines = rows.map(([id, name, owner, level]) => [
      `C${id}`,
      CUSTOMERS[name!] || "Dyke",
      OWNERS[owner!]!,
      ["", "A", "B", "A"][level!]!,
    ]);
    return tableOf(["id", "customer name", "owner", "level"], ...lines);
  }
  const lines = rows.map(([id, customer, owner, stage, sum, on]) => [
    `R${id}`,
    CUSTOMERS[customer!]!,
    OWNERS[owner!]!,
    object === "deals" ? STAGES[stage!]! : day(stage!),
    object === "deals" ? amount(sum!) : String(sum! * 100),
    object === "deals" ? day(on!) : ["", "Pump", "Boiler", ""][on!]!,
  ]);
  const header =
    object === "deals"
      ? ["id", "customer", "owner", "stage", "amount", "expected close"]
      : ["id", "customer", "owner", "date", "amount", "product"];
  return tableOf(header, ...lines);
}

const FIELDS = {
  deals: {
    id: "id",
    customer: "customer",
    owner: "owner",
    stage: "stage",
    amount: "amount",
    expectedClose: "expected close",
  },
  customers: { id: "id", name: "customer name", owner: "owner", level: "level" },
  orders: {
    id: "id",
    customer: "customer",
    owner: "owner",
    date: "date",
    amount: "amount",
    product: "product",
  },
};

function importRandom(book: Workspace, random: RandomFile, index: number): Workspace {
  const { object, mode, createMembers } = random;
  return importInto(book, tableFrom(random), {
    batchId: `b${index}`,
    hash: String(index),
    createMembers,
    settings: { object, mode, source: "zoho", headerByField: FIELDS[object] },
  });
}

/** The book after the files, the one before the last, and the last batch that was written. */
function history(files: readonly RandomFile[]) {
  const states = [emptyBook()];
  for (const [index, one] of files.entries()) states.push(importRandom(states[index]!, one, index));
  return states;
}

function team(book: Workspace) {
  return (["groups", "members", "memberships", "stages"] as const).map((table) =>
    rowsOf(book, table).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

const RUNS = { numRuns: 300, seed: 20261124 };

describe("whatever files came before", () => {
  test("taking back the newest import leaves every fact, member and stage as it was", () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
        const states = history(files);
        const [before, after] = states.slice(-2) as [Workspace, Workspace];
        const id = `b${files.length - 1}`;
        if (!after.rows.batches.has(id)) return;
        const back = undone(after, id);
        expect(allFacts(back)).toEqual(allFacts(before));
        expect(team(back)).toEqual(team(before));
      }),
      RUNS,
    );
  });

  test("taking back all of them, the newest first, leaves an empty book", () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
        const book = history(files).at(-1)!;
        const ids = [...book.rows.batches.keys()].toReversed();
        const empty = ids.reduce<Workspace>((state, id) => undone(state, id), book);
        expect(allFacts(empty).size).toBe(0);
        expect(team(empty).flat()).toEqual([]);
      }),
      RUNS,
    );
  });

  test("undoing the undo of any of them brings every fact and its log back", () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), fc.nat(), (files, which) => {
        const book = history(files).at(-1)!;
        const ids = [...book.rows.batches.keys()];
        if (ids.length === 0) return;
        const changes = undoChanges(undoPlan(book, ids[which % ids.length]!), november(24));
        const inverse = invertChanges(book, changes);
        const stamp = nextStamp(null, 1, "test");
        const again = commitTo(commitTo(book, changes, stamp), inverse, stamp);
        expect(allFacts(again)).toEqual(allFacts(book));
        expect(again.rows.batches).toEqual(book.rows.batches);
      }),
      RUNS,
    );
  });

  test("taking back an older one never touches a field that a later one wrote", () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 2, maxLength: 4 }), (files) => {
        const book = history(files).at(-1)!;
        const [first, ...later] = [...book.rows.batches.keys()];
        if (first === undefined || later.length === 0) return;
        const back = allFacts(undone(book, first), ["batchChanges"]);
        for (const [key, fact] of allFacts(book, ["batchChanges"])) {
          const { batchId, by = {} } = fact as { batchId?: string; by?: Record<string, string> };
          if (batchId === first || Object.values(by).includes(first)) continue;
          if (!later.includes(batchId ?? "")) continue;
          expect(back.has(key)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});
