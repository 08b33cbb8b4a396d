import fc from "fast-check";
import { expect, test } from "vitest";
import { matchPairs } from "../../../../../core/customer/match/match-pairs.ts";
import { matchRecords } from "../../../../../core/customer/match/match-records.ts";
import { soundOf } from "../../../../../core/customer/match/sound-of.ts";
import { factsOf } from "../../../../../core/vault/workspace.ts";
import type { Workspace } from "../../../../../core/vault/workspace.ts";
import { after, bookOf, matched, planOf, unmatched } from "../../../../builders/two-crms.ts";
import type { CrmFile } from "../../../../builders/two-crms.ts";

const NAMES = ["华信科技", "东方机电", "瑞丰贸易", "远达物流"] as const;
const word = fc.constantFrom("", "软件", "制造", "IT", "A");

/** Some of the same companies as each system has them, and deals that name them. */
const side = fc.record({
  customers: fc.uniqueArray(fc.tuple(fc.nat(3), word, word, word), { selector: ([at]) => at }),
  deals: fc.uniqueArray(fc.tuple(fc.nat(9), fc.nat(3), fc.integer({ min: 1, max: 3 })), {
    selector: ([id]) => id,
  }),
});
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

function filesOf(source: "fxiaoke" | "zoho", { customers, deals }: Side, batch = ""): readonly CrmFile[] {
  const spelt = (at: number) =>
    source === "zoho" ? `${NAMES[at]!}（中国）有限公司` : `${NAMES[at]!}股份公司`;
  const stage = source === "zoho" ? "Closed Won" : "赢单";
  const rows = {
    customers: customers.map(([at, ...said]) => [`K${at}`, spelt(at), ...said]),
    deals: deals.map(([id, at, amount]) => [
      `D${id}`,
      `项目 ${id}`,
      spelt(at),
      `${amount}00`,
      stage,
      "2026-03-01",
    ]),
  };
  return (["customers", "deals"] as const)
    .filter((object) => rows[object].length > 0)
    .map((object) => ({ source, object, rows: rows[object], batchId: `${source}-${object}${batch}` }));
}

/** Accepts all that is certain, customers first, then what hangs on them. */
function accepted(book: Workspace): Workspace {
  return (["customers", "deals"] as const).reduce((at, table) => {
    const pairs = matchPairs(at, table, soundOf).filter(({ certainty }) => certainty === "certain");
    return after(at, matchRecords(at, pairs));
  }, book);
}

const byId = (book: Workspace, table: "customers" | "deals" | "twins") =>
  new Map(factsOf(book, table).map((row) => [row.id, row]));
const content = (book: Workspace) =>
  (["customers", "deals", "twins"] as const).map((table) => byId(book, table));

test("which system's files come first makes no difference", () => {
  fc.assert(
    fc.property(side, side, (fx, zoho) => {
      const one = filesOf("fxiaoke", fx);
      const two = filesOf("zoho", zoho);
      expect(content(accepted(bookOf([...one, ...two])))).toEqual(
        content(accepted(bookOf([...two, ...one]))),
      );
    }),
    { numRuns: 20 },
  );
});

test("which system's next files come first makes no difference to what is matched", () => {
  fc.assert(
    fc.property(side, side, side, side, (fx, zoho, laterFx, laterZoho) => {
      const start = accepted(bookOf([...filesOf("fxiaoke", fx), ...filesOf("zoho", zoho)]));
      const one = filesOf("fxiaoke", laterFx, "-2");
      const two = filesOf("zoho", laterZoho, "-2");
      expect(content(bookOf([...one, ...two], start))).toEqual(content(bookOf([...two, ...one], start)));
    }),
    { numRuns: 20 },
  );
});

test("the same files again change nothing, and every row is counted", () => {
  fc.assert(
    fc.property(side, side, (fx, zoho) => {
      const files = [...filesOf("fxiaoke", fx), ...filesOf("zoho", zoho)];
      const book = accepted(bookOf(files));
      for (const file of files) {
        const { batch, changes } = planOf(book, { ...file, batchId: "again" });
        expect(changes).toEqual([]);
        expect(batch.rows.unchanged).toBe(batch.rows.read);
      }
    }),
    { numRuns: 20 },
  );
});

test("matched and taken apart again, the book is as before", () => {
  fc.assert(
    fc.property(side, side, fc.nat(3), (fx, zoho, at) => {
      const before = bookOf([...filesOf("fxiaoke", fx), ...filesOf("zoho", zoho)]);
      const ids = [...byId(before, "customers").keys()];
      const kept = ids.filter((id) => id.startsWith("fxiaoke"))[at];
      const twin = ids.find((id) => id.startsWith("zoho"));
      fc.pre(kept !== undefined && twin !== undefined);
      const book = unmatched(matched(before, "customers", kept!, twin!), twin!);
      expect(content(book)).toEqual(content(before));
    }),
    { numRuns: 40 },
  );
});

test("matching neither loses nor doubles money", () => {
  fc.assert(
    fc.property(side, side, (fx, zoho) => {
      const before = bookOf([...filesOf("fxiaoke", fx), ...filesOf("zoho", zoho)]);
      const book = accepted(before);
      const gone = factsOf(book, "twins").filter(
        ({ id, keptId, table }) => table === "deals" && id !== keptId,
      );
      const sum = (of: Workspace) =>
        factsOf(of, "deals").reduce((total, { amount }) => total + (amount ?? 0), 0);
      const twice = gone.reduce((total, { said }) => total + Number(said["amount"]), 0);
      expect(sum(book)).toBe(sum(before) - twice);
    }),
    { numRuns: 20 },
  );
});
