import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyRecord, Change } from "../../../../core/base/change.ts";
import { applyChanges, invertChanges, recordById } from "../../../../core/vault/apply-changes.ts";
import { checkChanges } from "../../../../core/vault/check-changes.ts";
import { countRecords } from "../../../../core/vault/counts.ts";
import type { Workspace } from "../../../../core/vault/workspace.ts";
import {
  SETTINGS,
  customer,
  order,
  skill,
  smallWorkspace,
  stampAt,
  workspaceAfter,
} from "./build-workspace.ts";

const put = (table: Change["table"], ...records: readonly AnyRecord[]): Change => ({
  op: "put",
  table,
  records,
});

describe("a change", () => {
  it("gives only the fields that differ the new stamp", () => {
    const after = smallWorkspace();
    expect(after.rowStamps.skills.get("s1")).toEqual({ "": stampAt(1), archived: stampAt(2) });
    expect(after.rowStamps.skills.get("s2")).toBe(stampAt(1));
  });

  it("keeps all stamps when it writes what is already there", () => {
    const before = smallWorkspace();
    const after = applyChanges(before, [put("skills", skill("s2", 2))], stampAt(9));
    expect(after.rowStamps.skills.get("s2")).toBe(stampAt(1));
  });

  it("leaves a tombstone when it removes, and takes it back when the record returns", () => {
    const before = smallWorkspace();
    expect(before.tombstones).toEqual(new Map([["customers/c1", stampAt(3)]]));
    const after = applyChanges(before, [put("customers", customer("c1"))], stampAt(9));
    expect(after.tombstones).toEqual(new Map());
  });

  it("leaves no tombstone where there was nothing to remove", () => {
    const after = workspaceAfter([{ op: "remove", table: "skills", ids: ["none"] }]);
    expect(after.tombstones.size).toBe(0);
  });

  it("removes an optional field that is set to undefined", () => {
    const before = workspaceAfter([put("customers", { ...customer("c1"), industry: "制造" } as AnyRecord)]);
    const change: Change = { op: "set", table: "customers", id: "c1", fields: { industry: undefined } };
    expect(recordById(applyChanges(before, [change], stampAt(2)), "customers", "c1")).toEqual(customer("c1"));
  });

  it("gives a new identity to the tables it touches and to no other", () => {
    const before = smallWorkspace();
    const after = applyChanges(before, [put("orders", order("o1"))], stampAt(9));
    const moved = [...Object.keys(before.rows), ...Object.keys(before.facts)].filter((table) => {
      const of = (workspace: Workspace) => ({ ...workspace.rows, ...workspace.facts })[table as "skills"];
      return of(before) !== of(after);
    });
    expect(moved).toEqual(["orders"]);
  });

  it("fills pages of 500 and rewrites only the page it touches", () => {
    const orders = Array.from({ length: 1001 }, (_, index) => order(`o${index}`));
    const before = workspaceAfter([put("orders", ...orders)]);
    expect(before.facts.orders.pages.map(({ rows }) => rows.length)).toEqual([500, 500, 1]);
    const after = applyChanges(before, [put("orders", order("o700", 5))], stampAt(2));
    const kept = after.facts.orders.pages.map((page, index) => page === before.facts.orders.pages[index]);
    expect(kept).toEqual([true, false, true]);
    expect(after.facts.orders.pageIndexById).toBe(before.facts.orders.pageIndexById);
  });

  it("throws when it sets a field of a record that is not there: a programmer's error", () => {
    const change: Change = { op: "set", table: "skills", id: "none", fields: {} };
    expect(() => applyChanges(smallWorkspace(), [change], stampAt(9))).toThrow("not there");
  });
});

describe("checking a change", () => {
  const reasons = (...changes: readonly Change[]) => {
    const checked = checkChanges(smallWorkspace(), changes);
    return checked.ok ? [] : checked.error.map(({ field, message }) => [field, message.key]);
  };

  it("lets a record of the right shape through", () => {
    expect(reasons(put("settings", { ...SETTINGS, name: "华北" } as AnyRecord))).toEqual([]);
  });

  it("names the field that breaks a rule", () => {
    expect(reasons(put("orders", order("o1", 0.5)))).toEqual([["amount", "vault.problem.field"]]);
  });

  it("refuses a field that the table does not have", () => {
    const odd = { ...skill("s9"), colour: "red" };
    expect(reasons(put("skills", odd))).toEqual([["colour", "vault.problem.unknown-field"]]);
  });

  it("refuses to set a record that is gone, unless the same commit puts it first", () => {
    const set: Change = { op: "set", table: "skills", id: "s9", fields: { order: 3 } };
    expect(reasons(set)).toEqual([[undefined, "vault.problem.record-gone"]]);
    expect(reasons(put("skills", skill("s9")), set)).toEqual([]);
  });

  it("refuses to set a record that the same commit removes", () => {
    const remove: Change = { op: "remove", table: "skills", ids: ["s1"] };
    const set: Change = { op: "set", table: "skills", id: "s1", fields: { order: 3 } };
    expect(reasons(remove, set)).toEqual([[undefined, "vault.problem.record-gone"]]);
  });

  it("refuses to remove the settings", () => {
    const remove: Change = { op: "remove", table: "settings", ids: ["workspace"] };
    expect(reasons(remove)).toEqual([[undefined, "vault.problem.settings-stay"]]);
  });
});

const idArb = fc.constantFrom("a", "b", "c", "d");
const changeArb: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    op: fc.constant("put" as const),
    table: fc.constant("skills" as const),
    records: fc.array(
      fc.tuple(idArb, fc.nat(3)).map(([id, at]) => skill(id, at)),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    op: fc.constant("put" as const),
    table: fc.constant("orders" as const),
    records: fc.array(
      fc.tuple(idArb, fc.nat(3)).map(([id, amount]) => order(id, amount)),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    op: fc.constant("set" as const),
    table: fc.constant("skills" as const),
    id: idArb,
    fields: fc.record({ archived: fc.boolean() }),
  }),
  fc.record({
    op: fc.constant("remove" as const),
    table: fc.constantFrom("skills" as const, "orders" as const),
    ids: fc.array(idArb, { maxLength: 2 }),
  }),
);

/** The records alone, whatever their order, stamps and pages. */
function recordsOf(workspace: Workspace) {
  const byId = (records: Iterable<AnyRecord>) => [...records].toSorted((x, y) => (x.id < y.id ? -1 : 1));
  return {
    skills: byId(workspace.rows.skills.values()),
    orders: byId(workspace.facts.orders.pages.flatMap(({ rows }) => rows)),
  };
}

const start = () => workspaceAfter([put("skills", skill("a"), skill("b")), put("orders", order("a"))]);

/** The commits that pass the check, one after the other. */
function applied(commits: readonly (readonly Change[])[]) {
  let workspace = start();
  const done: { readonly before: Workspace; readonly changes: readonly Change[] }[] = [];
  for (const changes of commits) {
    if (!checkChanges(workspace, changes).ok) continue;
    done.push({ before: workspace, changes });
    workspace = applyChanges(workspace, changes, stampAt(done.length + 1));
  }
  return { workspace, done };
}

const commitsArb = fc.array(fc.array(changeArb, { maxLength: 4 }), { maxLength: 6 });

describe("undo", () => {
  it("leads back to the same records, step by step, whatever was done", () => {
    fc.assert(
      fc.property(commitsArb, (commits) => {
        let { workspace } = applied(commits);
        for (const { before, changes } of applied(commits).done.toReversed()) {
          workspace = applyChanges(workspace, invertChanges(before, changes), stampAt(50));
          expect(recordsOf(workspace)).toEqual(recordsOf(before));
        }
      }),
    );
  });

  it("of undo is the change itself", () => {
    fc.assert(
      fc.property(commitsArb, (commits) => {
        for (const { before, changes } of applied(commits).done) {
          const after = applyChanges(before, changes, stampAt(40));
          const inverse = invertChanges(before, changes);
          const undone = applyChanges(after, inverse, stampAt(41));
          const redone = applyChanges(undone, invertChanges(after, inverse), stampAt(42));
          expect(recordsOf(redone)).toEqual(recordsOf(after));
        }
      }),
    );
  });
});

describe("pages", () => {
  it("hold every fact once, at the page its index names, with a stamp beside it", () => {
    fc.assert(
      fc.property(commitsArb, (commits) => {
        const { pages, pageIndexById } = applied(commits).workspace.facts.orders;
        const places = pages.flatMap(({ rows }, index) => rows.map(({ id }) => [id, index] as const));
        expect(new Map(places)).toEqual(new Map(pageIndexById));
        expect(places).toHaveLength(pageIndexById.size);
        for (const { rows, stamps } of pages) expect(stamps).toHaveLength(rows.length);
      }),
    );
  });

  it("never hold a record and its tombstone at once", () => {
    fc.assert(
      fc.property(commitsArb, (commits) => {
        const { workspace } = applied(commits);
        for (const key of workspace.tombstones.keys()) {
          const [table, id] = key.split("/") as ["skills" | "orders", string];
          expect(recordById(workspace, table, id)).toBeUndefined();
        }
        expect(countRecords(workspace).settings).toBe(1);
      }),
    );
  });
});
