import { expect, test } from "vitest";
import { PRIVATE_TABLES, withoutPrivate } from "../../../../core/vault/private-tables.ts";
import type { OneToOneNote } from "../../../../core/meeting/records.ts";
import { aSample } from "../../../builders/vault-sample.ts";

test("what is made for others has no private note, and all the rest", () => {
  const sample = aSample();
  const note = { id: "n1", text: "私下说的" } as OneToOneNote;
  const rows = { ...sample.rows, oneToOneNotes: new Map([["n1", note]]) };
  const shared = withoutPrivate({ ...sample, rows });
  expect(PRIVATE_TABLES.map((table) => shared.rows[table].size)).toEqual([0]);
  expect(shared.rows.members).toBe(sample.rows.members);
  expect(rows.oneToOneNotes.size).toBe(1);
});
