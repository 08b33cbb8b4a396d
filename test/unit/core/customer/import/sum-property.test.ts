import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TableCell } from "../../../../../core/base/table.ts";
import { FIELDS_BY_OBJECT } from "../../../../../core/customer/import/import-field.ts";
import type { FieldKind } from "../../../../../core/customer/import/import-field.ts";
import { IMPORT_OBJECTS } from "../../../../../core/customer/records.ts";
import type { ImportObject } from "../../../../../core/customer/records.ts";
import { emptyBook, importInto, plan, tableOf } from "../../../../builders/import.ts";

const id = fc.constantFrom("1", "2", "3", "zcrm_4", "5.80502800005686E+18", "");
const word = fc.constantFrom("甲", "Acme", "合计", "constructor", "", "a\nb");
const number = fc.constantFrom<TableCell>("5", "1.2万", "(1,234)", "USD 3", "x", "", 7, { error: "#N/A" });
const CELLS: Readonly<Record<FieldKind, fc.Arbitrary<TableCell>>> = {
  id,
  text: word,
  long: word,
  owner: fc.constantFrom("王芳", "王芳(已停用)", "Bob", ""),
  stage: fc.constantFrom("赢单", "Closed Lost", "Qualification", ""),
  status: fc.constantFrom("进行中", "作废", "Won", ""),
  currency: fc.constantFrom("CNY", "EUR", ""),
  money: number,
  day: fc.constantFrom<TableCell>("2026-01-02", "3/4/2026", "31/02/2025", "", 45_351, {
    moment: "2026-01-02T00:00:00",
  }),
  percent: fc.constantFrom("50%", "0.5", "120", ""),
  number: fc.constantFrom("3", "9", "4.5", "11", ""),
};

/** Rows of an object under the keys of its fields. */
function rowsOf(object: ImportObject): fc.Arbitrary<readonly (readonly TableCell[])[]> {
  return fc.array(fc.tuple(...FIELDS_BY_OBJECT[object].map(({ kind }) => CELLS[kind])), { maxLength: 8 });
}

function filled(object: ImportObject, rows: readonly (readonly TableCell[])[]) {
  const fields = FIELDS_BY_OBJECT[object].map(({ key }) => key);
  const headerByField = Object.fromEntries(fields.map((key) => [key, key]));
  return { table: tableOf(fields, ...rows), settings: { object, headerByField, headerIndex: 0 } };
}

describe.each(IMPORT_OBJECTS.map((object) => [object] as const))("%s", (object) => {
  test("read is added + updated + unchanged + skipped + bad, each bad row is listed, and what is brought is sound", () => {
    fc.assert(
      fc.property(
        rowsOf(object),
        rowsOf(object),
        fc.constantFrom("upsert", "add", "update", "skip"),
        (before, after, mode) => {
          const first = filled(object, before);
          const book = importInto(emptyBook(), first.table, { settings: first.settings });
          const { table, settings } = filled(object, after);
          const { batch, bad } = plan(book, table, { settings: { ...settings, mode }, batchId: "b2" });
          const { read, added, updated, unchanged, skipped } = batch.rows;
          expect(added + updated + unchanged + skipped + batch.rows.bad).toBe(read);
          expect(bad.length).toBe(batch.rows.bad);
          expect(read).toBeLessThanOrEqual(after.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("the same file again changes nothing", () => {
    fc.assert(
      fc.property(rowsOf(object), (rows) => {
        const { table, settings } = filled(object, rows);
        const book = importInto(emptyBook(), table, { settings });
        expect(plan(book, table, { settings, batchId: "b2" }).batch.rows).toMatchObject({
          added: 0,
          updated: 0,
        });
      }),
      { numRuns: 40 },
    );
  });
});
