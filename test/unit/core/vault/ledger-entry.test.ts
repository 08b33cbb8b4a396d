import { describe, expect, it } from "vitest";
import type { Change } from "../../../../core/base/change.ts";
import { decodeEntry, encodeEntry } from "../../../../core/vault/ledger-entry.ts";
import type { LedgerEntry } from "../../../../core/vault/ledger-entry.ts";
import { order, skill, stampAt } from "./build-workspace.ts";

const entry = (...changes: readonly Change[]): LedgerEntry => ({
  sequence: 3,
  generation: "g1",
  stamp: stampAt(3),
  kind: "do",
  label: {
    key: "team.renamed",
    params: { name: "王伟", total: { unit: "count", value: 3 }, in: { key: "x" } },
  },
  total: 4,
  changes,
});

const readBack = (of: LedgerEntry) => decodeEntry(encodeEntry(of, 1), 1);
const altered = (change: (text: string) => string) => {
  const put: Change = { op: "put", table: "skills", records: [skill("s1")] };
  const text = new TextDecoder().decode(encodeEntry(entry(put), 1));
  return decodeEntry(new TextEncoder().encode(change(text)), 1);
};

describe("a ledger entry", () => {
  it("is read back as it was written", () => {
    const all = entry(
      { op: "put", table: "skills", records: [skill("s1")] },
      { op: "set", table: "skills", id: "s1", fields: { archived: true } },
      { op: "remove", table: "orders", ids: ["o1"] },
    );
    expect(readBack(all)).toEqual({ ok: true, value: all });
  });

  it("remembers which fields were removed", () => {
    const read = readBack(
      entry({ op: "set", table: "customers", id: "c1", fields: { industry: undefined } }),
    );
    const [change] = read.ok ? read.value.changes : [];
    expect(change?.op === "set" && Object.keys(change.fields)).toEqual(["industry"]);
  });

  it("goes over several lines when it is long, and holds the same records", () => {
    const records = Array.from({ length: 1200 }, (_, index) => order(`o${index}`));
    const read = readBack(entry({ op: "put", table: "orders", records }));
    const changes = read.ok ? read.value.changes : [];
    expect(changes).toHaveLength(3);
    expect(changes.flatMap((change) => (change.op === "put" ? change.records : []))).toEqual(records);
  });

  it("takes only the fields that the schema names", () => {
    const read = altered((text) => text.replace('"order":1', '"order":1,"__proto__":{"x":1},"odd":2'));
    const [change] = read.ok ? read.value.changes : [];
    const [record] = change?.op === "put" ? change.records : [];
    expect(record).toEqual(skill("s1"));
    expect((record as { x?: number }).x).toBeUndefined();
  });

  it("is refused when a table or a field is none of ours", () => {
    expect(altered((text) => text.replace("skills", "dreams"))).toEqual({ ok: false, error: "damaged" });
    expect(altered((text) => text.replace('"order":1', '"order":"x"'))).toEqual({
      ok: false,
      error: "damaged",
    });
  });

  it("of an older schema is taken as it was written, with tables and fields that are gone since", () => {
    const old = entry(
      { op: "put", table: "dreams" as never, records: [{ id: "d1", depth: 3 } as never] },
      { op: "set", table: "skills", id: "s1", fields: { gone: 1, empty: undefined } },
      { op: "remove", table: "dreams" as never, ids: ["d0"] },
    );
    expect(decodeEntry(encodeEntry(old, 1), 2)).toEqual({ ok: true, value: old });
  });

  it("is told apart when a newer version wrote it", () => {
    expect(decodeEntry(encodeEntry(entry(), 2), 1)).toEqual({ ok: false, error: "newer" });
  });
});
