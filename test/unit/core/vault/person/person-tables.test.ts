import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../../../core/base/id.ts";
import { personTables } from "../../../../../core/vault/person/person-tables.ts";
import { factsOf } from "../../../../../core/vault/workspace.ts";
import { aSample } from "../../../../builders/vault-sample.ts";

const sample = aSample();
const WANG = "m-wang-fang" as MemberId;
const tables = personTables(sample, WANG);
const tableOf = (name: string) => tables.find(({ table }) => table === name)!;

describe("all data of one person", () => {
  test("has their record, pay, reviews and notes on them", () => {
    const names = tables.map(({ table }) => table);
    for (const name of ["members", "memberships", "statements", "reviews", "evidence", "targets", "orders"]) {
      expect(names).toContain(name);
    }
    expect(tableOf("members").records.map(({ id }) => id)).toEqual([WANG]);
  });

  test("has the orders that they own, with amounts in yuan in the sheets and in fen in the records", () => {
    const { columns, rows, records } = tableOf("orders");
    const own = factsOf(sample, "orders").filter(({ ownerName }) => ownerName === "王芳");
    expect(records.length).toBe(own.length);
    expect(rows[0]![columns.indexOf("amount")]).toBe((records[0] as { amount?: number }).amount! / 100);
  });

  test("has no definitions and nothing of another member", () => {
    const names = tables.map(({ table }) => table);
    expect(names).not.toContain("kpis");
    expect(JSON.stringify(tables.filter(({ table }) => table !== "customers"))).not.toContain("m-zhao-lei");
  });

  test("has every field that any record of a table has, in the order of the table", () => {
    const { columns, rows } = tableOf("members");
    expect(columns.slice(0, 3)).toEqual(["id", "name", "employeeNumber"]);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });
});
