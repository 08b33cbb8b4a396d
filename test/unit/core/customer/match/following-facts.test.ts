import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ok } from "../../../../../core/base/result.ts";
import { callDifferent } from "../../../../../core/customer/match/call-different.ts";
import { matchPairs } from "../../../../../core/customer/match/match-pairs.ts";
import { setSourceOrder } from "../../../../../core/customer/match/set-source-order.ts";
import { factById, factsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { undone } from "../../../../builders/history.ts";
import { after, bookOf, matched, planOf, unmatched } from "../../../../builders/two-crms.ts";
import type { CrmFile } from "../../../../builders/two-crms.ts";

const FX = "fxiaoke:customers:C1";
const ZOHO = "zoho:customers:Z1";
const CUSTOMERS: readonly CrmFile[] = [
  { source: "fxiaoke", object: "customers", rows: [["C1", "华信", "", "", ""]] },
  { source: "zoho", object: "customers", rows: [["Z1", "Huaxin", "", "", ""]] },
];
type Row = readonly string[];

function payments(source: "fxiaoke" | "zoho", ...rows: readonly Row[]): CrmFile {
  const name = source === "zoho" ? "Huaxin" : "华信";
  const whole = rows.map(([id, on, amount, order = ""]) => [id!, name, on!, amount!, order]);
  return { source, object: "payments", rows: whole };
}
const FX_PAID = payments("fxiaoke", ["P1", "2026-03-01", "500"]);
const ZOHO_PAID = payments("zoho", ["Q1", "2026-03-01", "500"], ["Q2", "2026-03-09", "70"]);

function paid(book: Workspace): number {
  return factsOf(book, "payments").reduce((sum, { amount }) => sum + amount, 0);
}

const APART = bookOf([...CUSTOMERS, FX_PAID, ZOHO_PAID]);
const ONE = matched(APART, "customers", FX, ZOHO);

describe("payments of two systems", () => {
  test("count once as soon as their customers are one, with each system's word kept", () => {
    expect([paid(APART), paid(ONE)]).toEqual([107_000, 57_000]);
    expect(
      factsOf(ONE, "twins")
        .filter(({ table }) => table === "payments")
        .map(({ id, keptId }) => [id, keptId]),
    ).toEqual([
      ["fxiaoke:payments:P1", "fxiaoke:payments:P1"],
      ["zoho:payments:Q1", "fxiaoke:payments:P1"],
    ]);
  });

  test("count once whichever file comes last, and the same files again change nothing", () => {
    const customers = matched(bookOf(CUSTOMERS), "customers", FX, ZOHO);
    for (const files of [
      [FX_PAID, ZOHO_PAID],
      [ZOHO_PAID, FX_PAID],
    ]) {
      const book = bookOf(files, customers);
      expect(paid(book)).toBe(57_000);
      expect(files.map((file) => planOf(book, { ...file, batchId: "again" }).changes)).toEqual([[], []]);
    }
  });

  test("are two again when their customers are taken apart", () => {
    const apart = unmatched(ONE, ZOHO);
    expect(paid(apart)).toBe(107_000);
    expect(factsOf(apart, "twins")).toEqual([]);
    expect(factById(apart, "payments", "zoho:payments:Q1")!.customerId).toBe(ZOHO);
    expect(factById(apart, "payments", "fxiaoke:payments:P1")).toEqual(
      factById(APART, "payments", "fxiaoke:payments:P1"),
    );
  });

  test("are two again when one is taken apart, and stay so", () => {
    const apart = unmatched(ONE, "zoho:payments:Q1");
    expect(paid(apart)).toBe(107_000);
    const again = matched(unmatched(apart, ZOHO), "customers", FX, ZOHO);
    expect(paid(again)).toBe(107_000);
  });

  test("are as they were once the import that brought the second is taken back", () => {
    const customers = matched(bookOf([...CUSTOMERS, FX_PAID]), "customers", FX, ZOHO);
    const book = undone(bookOf([ZOHO_PAID], customers), "zoho-payments");
    expect([paid(book), factsOf(book, "payments").length]).toEqual([50_000, 1]);
    expect(paid(bookOf([{ ...ZOHO_PAID, batchId: "b9" }], book))).toBe(57_000);
  });

  test("are two where they name two orders", () => {
    const orders: readonly CrmFile[] = [
      { source: "fxiaoke", object: "orders", rows: [["O1", "华信", "2026-02-01", "500"]] },
      { source: "zoho", object: "orders", rows: [["S1", "Huaxin", "2026-02-05", "900"]] },
    ];
    const files = [
      payments("fxiaoke", ["P1", "2026-03-01", "500", "O1"]),
      payments("zoho", ["Q1", "2026-03-01", "500", "S1"]),
    ];
    const book = matched(bookOf([...CUSTOMERS, ...orders, ...files]), "customers", FX, ZOHO);
    expect(paid(book)).toBe(100_000);
    const asked = matchPairs(book, "payments", () => "");
    expect(asked.map(({ certainty }) => certainty)).toEqual(["likely"]);
    expect(paid(matched(book, "orders", "fxiaoke:orders:O1", "zoho:orders:S1"))).toBe(50_000);
  });

  test("count as often as the system that tells of most, alike ones one for one", () => {
    const counts = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.boolean());
    fc.assert(
      fc.property(counts, ([ours, theirs, isFirst]) => {
        const rows = (mark: string, n: number) =>
          Array.from({ length: n }, (_, at) => [`${mark}${at}`, "2026-03-01", "1"]);
        const files = [payments("fxiaoke", ...rows("P", ours)), payments("zoho", ...rows("Q", theirs))];
        const customers = bookOf(CUSTOMERS);
        const book = isFirst
          ? bookOf(files, matched(customers, "customers", FX, ZOHO))
          : matched(bookOf(files, customers), "customers", FX, ZOHO);
        expect(paid(book)).toBe(100 * Math.max(ours, theirs));
      }),
      { numRuns: 40 },
    );
  });

  test("of one system are never the same", () => {
    const book = bookOf([
      ...CUSTOMERS,
      payments("zoho", ["Q1", "2026-03-01", "5"], ["Q2", "2026-03-01", "5"]),
    ]);
    expect([paid(book), matchPairs(book, "payments", () => "")]).toEqual([1000, []]);
  });
});

describe("what happened before customers were one in the book", () => {
  const visits: readonly CrmFile[] = [
    { source: "fxiaoke", object: "activities", rows: [["A1", "华信", "2026-03-01", "演示新产品。"]] },
    {
      source: "zoho",
      object: "activities",
      rows: [
        ["B1", "Huaxin", "2026-03-01", "演示 新产品"],
        ["B2", "Huaxin", "2026-03-01", "Demo"],
      ],
    },
  ];

  test("activities of one day and text are one; of another text a person is asked", () => {
    const book = matched(bookOf([...CUSTOMERS, ...visits]), "customers", FX, ZOHO);
    expect(factsOf(book, "activities").map(({ id }) => id)).toEqual([
      "fxiaoke:activities:A1",
      "zoho:activities:B2",
    ]);
    const alone = matched(
      bookOf([...CUSTOMERS, visits[0]!, { ...visits[1]!, rows: [visits[1]!.rows[1]!] }]),
      "customers",
      FX,
      ZOHO,
    );
    expect(matchPairs(alone, "activities", () => "").map(({ certainty }) => certainty)).toEqual(["possible"]);
  });

  test("cases of one subject and opening day are one, with the state that the leading system tells", () => {
    const cases: readonly CrmFile[] = [
      { source: "fxiaoke", object: "cases", rows: [["K1", "华信", "漏水", "2026-03-01", "处理中"]] },
      { source: "zoho", object: "cases", rows: [["L1", "Huaxin", "漏水", "2026-03-01", "Closed"]] },
    ];
    const book = matched(bookOf([...CUSTOMERS, ...cases]), "customers", FX, ZOHO);
    expect(factsOf(book, "cases").map(({ status }) => status)).toEqual(["处理中"]);
    const other = after(book, ok(setSourceOrder(book, ["zoho", "fxiaoke"])));
    expect(factsOf(other, "cases").map(({ status }) => status)).toEqual(["Closed"]);
  });

  test("a pair that a person called different is left alone", () => {
    const ids = ["fxiaoke:payments:P1", "zoho:payments:Q1"] as const;
    const book = after(APART, ok(callDifferent([{ table: "payments", ids }], "2026-03-02" as never)));
    expect(paid(matched(book, "customers", FX, ZOHO))).toBe(107_000);
  });
});
