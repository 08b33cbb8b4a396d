import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { FACT_TABLES, ROW_TABLES } from "../../../../core/base/id.ts";
import type { TableName } from "../../../../core/base/id.ts";
import { isFactTable } from "../../../../core/vault/apply-changes.ts";
import { quickCheck } from "../../../../core/vault/quick-check.ts";
import { factsOf, rowsOf, SCHEMA_BY_TABLE } from "../../../../core/vault/workspace.ts";
import { aSample } from "../../../builders/vault-sample.ts";

const tables = [...ROW_TABLES, ...FACT_TABLES];
const value = fc.oneof(
  fc.constantFrom<unknown>(
    "2026-01-02",
    "2026-02-30",
    "",
    "open",
    "zoho",
    "x".repeat(200),
    "x".repeat(201),
    "x".repeat(20_001),
    0,
    -1,
    1.5,
    11,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    null,
    undefined,
    true,
    [],
    {},
    [{ memberId: "m1", share: 5 }],
    { amount: "typed", stage: 4 },
    { zh: "名", en: "Name" },
  ),
  fc.string(),
  fc.jsonValue(),
);

test.each(tables)("answers as the schema does for records of %s, right ones and wrong ones", (table) => {
  const schema: z.ZodType = SCHEMA_BY_TABLE[table];
  const check = quickCheck(schema);
  const fields = Object.keys(SCHEMA_BY_TABLE[table].shape);
  const record = fc
    .array(fc.tuple(fc.constantFrom(...fields), value), { maxLength: 3 })
    .map((changed) => ({ ...sampleOf(table), ...Object.fromEntries(changed) }));
  fc.assert(
    fc.property(fc.oneof(record, value), (one) => {
      expect(check(one)).toBe(schema.safeParse(one).success);
    }),
    { numRuns: 300 },
  );
});

test("what it does not know of a schema's language it asks the schema", () => {
  const check = quickCheck(z.object({ at: z.union([z.iso.date(), z.bigint()]) }));
  expect([check({ at: "2026-01-02" }), check({ at: 5n }), check({ at: 5 })]).toEqual([true, true, false]);
});

const sample = aSample();
const SOME = { id: "x1", source: "zoho", scale: "csat", score: 5, on: "2026-01-02", name: "A", amount: 5 };

function sampleOf(table: TableName): object {
  const [first] = isFactTable(table) ? factsOf(sample, table) : rowsOf(sample, table);
  return first ?? SOME;
}
