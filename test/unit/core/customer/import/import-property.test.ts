import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableCell } from "../../../../../core/base/table.ts";
import { factsOf } from "../../../../../core/vault/workspace.ts";
import { emptyBook, importInto, plan, tableOf } from "../../../../builders/import.ts";

const HEADER = ["order_id", "employee", "customer", "order_date", "amount", "status"];

const id = fc.oneof(fc.constantFrom("1", "2", "3", "4", ""), fc.string());
const amount = fc.oneof(fc.constantFrom("5", "1,234.50", "12万", "x", "$5", "-3"), fc.string(), fc.double());
const on = fc.oneof(fc.constantFrom("2026-01-02", "3/4/2026", "30/10/2025", "45351", "soon"), fc.string());
const text = fc.oneof(
  fc.constantFrom("王芳", "Acme", "合计", ""),
  fc.string(),
  fc.constant<TableCell>({ error: "#N/A" }),
);
const row: fc.Arbitrary<readonly TableCell[]> = fc.tuple(
  id,
  text,
  text,
  on,
  amount,
  fc.constantFrom("", "作废", "已发货"),
);
const rows = fc.array(row, { maxLength: 12 });

test("read is always added + updated + unchanged + skipped + bad, in every mode", () => {
  fc.assert(
    fc.property(rows, rows, fc.constantFrom("upsert", "add", "update", "skip"), (before, after, mode) => {
      const book = importInto(emptyBook(), tableOf(HEADER, ...before), { settings: { object: "orders" } });
      const { batch } = plan(book, tableOf(HEADER, ...after), {
        settings: { object: "orders", mode },
        batchId: "b2",
      });
      const { read, added, updated, unchanged, skipped, bad } = batch.rows;
      expect(added + updated + unchanged + skipped + bad).toBe(read);
    }),
    { numRuns: 60 },
  );
});

test("whatever a file holds: importing it again changes nothing", () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const table = tableOf(HEADER, ...cells);
      const book = importInto(emptyBook(), table, { settings: { object: "orders" } });
      expect(plan(book, table, { settings: { object: "orders" }, batchId: "b2" }).changes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("what is added is in the book, once", () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const table = tableOf(HEADER, ...cells);
      const { added } = plan(emptyBook(), table, { settings: { object: "orders" } }).batch.rows;
      expect(
        factsOf(importInto(emptyBook(), table, { settings: { object: "orders" } }), "orders"),
      ).toHaveLength(added);
    }),
    { numRuns: 60 },
  );
});
