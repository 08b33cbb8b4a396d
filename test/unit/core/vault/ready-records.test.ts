import { expect, test } from "vitest";
import { putRecords, removeRecords } from "../../../../core/base/change.ts";
import { runToEnd } from "../../../../core/base/run-to-end.ts";
import type { Stamp } from "../../../../core/base/stamp.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { encodeEntry, entrySteps } from "../../../../core/vault/ledger-entry.ts";
import type { LedgerEntry } from "../../../../core/vault/ledger-entry.ts";
import { recordText } from "../../../../core/vault/record-text.ts";
import { factsOf } from "../../../../core/vault/workspace.ts";
import { emptyBook } from "../../../builders/import.ts";

const STAMP = "0000000rs-0000-d1" as Stamp;
const LATER = "0000000rt-0000-d1" as Stamp;

function products(count: number, from = 0) {
  return Array.from({ length: count }, (_, at) => ({ id: `p${from + at}`, name: "笔", source: "typed" }));
}

test("a list of about a page of new records becomes a page as it is", () => {
  const records = products(400);
  const book = applyChanges(emptyBook(), [putRecords("products", records)], STAMP);
  const { pages, pageIndexById } = book.facts.products;
  expect(pages).toHaveLength(1);
  expect(pages[0]!.rows).toBe(records);
  expect([pages[0]!.stamps[399], pageIndexById.get("p399")]).toEqual([STAMP, 0]);
});

test("a list with a record that is known, or one record twice, goes record by record", () => {
  const book = applyChanges(emptyBook(), [putRecords("products", products(300))], STAMP);
  const after = applyChanges(book, [putRecords("products", products(300, 299))], LATER);
  expect(factsOf(after, "products")).toHaveLength(599);
  const twice = applyChanges(
    emptyBook(),
    [putRecords("products", [...products(300), ...products(1)])],
    STAMP,
  );
  expect(factsOf(twice, "products")).toHaveLength(300);
});

test("a page taken as it is is copied before a later record of the same commit changes it", () => {
  const records = products(300);
  const changed = { ...records[7]!, name: "墨" };
  const book = applyChanges(
    emptyBook(),
    [putRecords("products", records), putRecords("products", [changed])],
    STAMP,
  );
  expect(factsOf(book, "products")[7]!.name).toBe("墨");
  expect(records[7]!.name).toBe("笔");
});

test("records that come back as a page are no longer gone", () => {
  const records = products(300);
  const book = applyChanges(emptyBook(), [putRecords("products", records)], STAMP);
  const emptied = applyChanges(book, [removeRecords("products", ["p5"])], LATER);
  const again = applyChanges(
    emptied,
    [
      removeRecords(
        "products",
        records.map(({ id }) => id),
      ),
    ],
    LATER,
  );
  expect(applyChanges(again, [putRecords("products", records)], LATER).tombstones.size).toBe(0);
});

test("an entry is the same, whether its records were written out before or not", () => {
  const records = products(300);
  const entry = {
    sequence: 1,
    generation: "g",
    stamp: STAMP,
    kind: "import",
    label: { key: "x" },
    total: 300,
    changes: [putRecords("products", records), removeRecords("products", ["p1"])],
  } as LedgerEntry;
  const texts = new Map([[records, recordText(JSON.stringify(records))]]);
  expect(runToEnd(entrySteps(entry, 2, texts))).toEqual(encodeEntry(entry, 2));
});
