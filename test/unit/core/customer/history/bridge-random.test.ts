import fc from "fast-check";
import { expect, test } from "vitest";
import { sumMoney } from "../../../../../core/base/money.ts";
import { importDifference } from "../../../../../core/customer/import-difference.ts";
import { pipelineBridge } from "../../../../../core/customer/pipeline-bridge.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { factsOf } from "../../../../../core/vault/workspace.ts";
import { emptyBook, importInto, tableOf } from "../../../../builders/import.ts";

const HEADER = ["id", "name", "owner", "stage", "amount"];
const FIELDS = { id: "id", name: "name", owner: "owner", stage: "stage", amount: "amount" };
const STAGES = ["Lead", "Offer", "Won", "Lost"];
const OWNERS = ["", "Ann", "Bob"];

const row = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: 100_000 }));
const file = fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ([id]) => id });

function week(book: Workspace, rows: readonly (readonly number[])[], index: number): Workspace {
  const lines = rows.map(([id, owner, stage, cents]) => [
    String(id),
    `Deal ${id}`,
    OWNERS[owner!]!,
    STAGES[stage!]!,
    cents! % 5 === 0 ? "" : String(cents! / 100),
  ]);
  return importInto(book, tableOf(HEADER, ...lines), {
    batchId: `w${index}`,
    hash: String(index),
    settings: { object: "deals", source: "zoho", headerByField: FIELDS },
  });
}

test("before and all steps come to after, to the cent, for any imports and any owner; every deal is in one step at most", () => {
  fc.assert(
    fc.property(
      fc.array(file, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.constantFrom(undefined, "Ann", "Bob"),
      (files, from, owner) => {
        const book = files.reduce(week, emptyBook());
        const all = [...book.rows.batches.values()];
        const scope = all.slice(from % (all.length + 1));
        const passes =
          owner === undefined
            ? undefined
            : (of: { ownerName?: string | undefined }) => of.ownerName === owner;
        const bridge = pipelineBridge(importDifference(book, scope), passes);
        expect(sumMoney([bridge.before, ...bridge.steps.map((step) => step.amount)])).toBe(bridge.after);
        const ids = bridge.steps.flatMap((step) => step.deals.map((deal) => deal.ref.id));
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});

test("the pipeline after the newest import is that of the book without what its file leaves out", () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), (files) => {
      const book = files.reduce(week, emptyBook());
      const all = [...book.rows.batches.values()];
      const absent = new Set<string>(all.findLast((batch) => batch.isWhole === true)?.absent);
      const open = factsOf(book, "deals").filter((deal) => deal.category === "open" && !absent.has(deal.id));
      const { after } = pipelineBridge(importDifference(book, all.slice(-1)));
      expect(after).toBe(open.reduce((sum, deal) => sum + (deal.amount ?? 0), 0));
    }),
    { numRuns: 200, seed: 6 },
  );
});
