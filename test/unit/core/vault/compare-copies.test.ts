import { describe, expect, it } from "vitest";
import { compareCopies } from "../../../../core/vault/compare-copies.ts";
import type { LedgerCopy, StoreCopy } from "../../../../core/vault/compare-copies.ts";

const at = (sequence: number, generation = "g1", total = 10) => ({ sequence, generation, total });
const whole = (sequence: number, generation?: string, total?: number): StoreCopy => ({
  kind: "whole",
  standing: at(sequence, generation, total),
});
const ledger = (
  sequence: number,
  more: Partial<Extract<LedgerCopy, { kind: "readable" }>> = {},
): LedgerCopy => ({
  kind: "readable",
  standing: at(sequence),
  snapshot: { generation: "g1", sequence: 5 },
  isBroken: false,
  ...more,
});
const plan = (of: LedgerCopy, store: StoreCopy) => compareCopies(of, store).do;
const absent = { kind: "absent" } as const;
const newer = { kind: "newer" } as const;
const damaged = { kind: "damaged", standing: at(9) } as const;
const unreadable = { kind: "unreadable" } as const;

describe("comparing ledger and store", () => {
  it("opens when both hold the same state", () => {
    expect(plan(ledger(9), whole(9))).toBe("open");
  });

  it("refuses when either was made by a newer version, whatever the other is", () => {
    expect(plan(newer, whole(9))).toBe("refuse-newer");
    expect(plan(ledger(9), newer)).toBe("refuse-newer");
    expect(plan(absent, newer)).toBe("refuse-newer");
  });

  it("restores a store that is absent, damaged or short from the ledger", () => {
    expect(plan(ledger(9), absent)).toBe("restore-store");
    expect(plan(ledger(9), damaged)).toBe("restore-store");
    expect(plan(ledger(9), whole(9, "g1", 8))).toBe("restore-store");
  });

  it("catches a store up that is behind, as far back as the snapshot reaches", () => {
    expect(compareCopies(ledger(9), whole(7))).toEqual({ do: "catch-up", fromSequence: 8 });
    expect(plan(ledger(9), whole(5))).toBe("catch-up");
    expect(plan(ledger(9), whole(4))).toBe("restore-store");
  });

  it("takes the ledger's state when the generations differ and the ledger is not behind", () => {
    expect(plan(ledger(9), whole(9, "g0"))).toBe("restore-store");
    expect(plan(ledger(9), whole(8, "g0"))).toBe("restore-store");
  });

  it("writes the ledger anew when it ends before the store, is gone, or cannot be read", () => {
    expect(plan(ledger(7), whole(9))).toBe("rewrite-ledger");
    expect(plan(absent, whole(9))).toBe("rewrite-ledger");
    expect(plan(unreadable, whole(9))).toBe("rewrite-ledger");
    expect(plan(ledger(9, { isBroken: true }), whole(9))).toBe("rewrite-ledger");
  });

  it("saves what is readable of the store when the ledger cannot help", () => {
    expect(plan(unreadable, damaged)).toBe("salvage");
    expect(plan(absent, damaged)).toBe("salvage");
  });

  it("does not take a loss for a first start", () => {
    expect(plan(absent, absent)).toBe("first-start");
    expect(plan(unreadable, absent)).toBe("nothing-readable");
  });
});
