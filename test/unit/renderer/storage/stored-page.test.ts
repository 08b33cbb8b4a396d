import { expect, test } from "vitest";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { recordText } from "../../../../core/vault/record-text.ts";
import type { FactPage } from "../../../../core/vault/workspace.ts";
import { fromStoredPage, toStoredPage } from "../../../../renderer/storage/stored-records.ts";

test("a page whose JSON was made before is stored as one that is written out now", () => {
  const rows = [{ id: "p1", name: "笔", source: "typed" }];
  const page = { rows, stamps: ["0000000rs-0000-d1" as Stamp] } as unknown as FactPage;
  const texts = new Map([[rows, recordText(JSON.stringify(rows))]]);
  const stored = toStoredPage("products", { index: 0, page }, texts);
  expect(stored).toEqual(toStoredPage("products", { index: 0, page }));
  expect(fromStoredPage(stored)?.rows).toEqual(rows);
});
