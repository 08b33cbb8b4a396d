import { describe, expect, it } from "vitest";
import { putRecords, setFields } from "../../../../core/base/change.ts";
import { day } from "../../../../core/base/day.ts";
import { money } from "../../../../core/base/money.ts";
import { nextStamp } from "../../../../core/base/stamp.ts";
import type { Order } from "../../../../core/customer/records.ts";
import { applyChanges } from "../../../../core/vault/apply-changes.ts";
import { kpiContext } from "../../../../core/vault/kpi-context.ts";
import {
  factCount,
  lazyPage,
  lazyStore,
  readNextPage,
  unreadCount,
} from "../../../../core/vault/lazy-pages.ts";
import type { FactPage, Workspace } from "../../../../core/vault/workspace.ts";
import { emptyWorkspace } from "../../../../core/vault/workspace.ts";
import { anOrder, kpiTestSettings } from "../../../builders/kpi-context.ts";

const STAMP = nextStamp(null, 0, "test");

/** Two pages of orders, and how often they were read. */
function lazyOrders() {
  const reads: string[] = [];
  const pages = [["a", "b"], ["c"]].map((ids) =>
    lazyPage<"orders">(ids.length, () => {
      reads.push(ids.join());
      return { rows: ids.map((id) => anOrder(id, "2026-03-01", 5)), stamps: ids.map(() => STAMP) };
    }),
  );
  return { store: lazyStore<"orders">(pages), reads };
}

function bookOf(orders: Workspace["facts"]["orders"]): Workspace {
  const empty = emptyWorkspace(kpiTestSettings);
  return { ...empty, facts: { ...empty.facts, orders } };
}

describe("a lazy table", () => {
  it("counts its facts without reading a page", () => {
    const { store, reads } = lazyOrders();
    expect(factCount(store)).toBe(3);
    expect(reads).toEqual([]);
  });

  it("reads a page once, however often it is asked", () => {
    const { store, reads } = lazyOrders();
    const page: FactPage<"orders"> = store.pages[1]!;
    expect(page.rows).toBe(page.rows);
    expect(reads).toEqual(["c"]);
  });

  it("reads one page at a time, then has nothing left and knows every id", () => {
    const { store, reads } = lazyOrders();
    expect([readNextPage(store as never), reads.length]).toEqual([true, 1]);
    expect([readNextPage(store as never), readNextPage(store as never)]).toEqual([true, false]);
    expect([...store.pageIndexById]).toEqual([
      ["a", 0],
      ["b", 0],
      ["c", 1],
    ]);
  });

  it("has its whole index when an id is looked up in the middle of reading", () => {
    const { store } = lazyOrders();
    readNextPage(store as never);
    expect(store.pageIndexById.get("c")).toBe(1);
  });

  it("says how many of its facts nobody has read yet", () => {
    const { store } = lazyOrders();
    expect(unreadCount(store)).toBe(3);
    readNextPage(store as never);
    expect(unreadCount(store)).toBe(1);
    expect(store.pages[1]!.rows).toHaveLength(1);
    expect(unreadCount(store)).toBe(0);
  });

  it("stays unread when figures are asked of another table", () => {
    const { store, reads } = lazyOrders();
    const context = kpiContext(bookOf(store), day("2026-03-31"));
    expect(context.facts.deals).toEqual([]);
    expect(reads).toEqual([]);
    expect(context.facts.orders).toBe(context.facts.orders);
    expect(reads).toEqual(["a,b", "c"]);
  });

  it("is edited like any other: the pages beside the edited one stay", () => {
    const { store } = lazyOrders();
    const before = bookOf(store);
    const change = setFields<Order>("orders", anOrder("c", "2026-03-01", 5).id, { amount: money(9) });
    const after = applyChanges(
      before,
      [change, putRecords("orders", [anOrder("d", "2026-04-01", 1)])],
      STAMP,
    );
    expect(after.facts.orders.pages[0]).toBe(store.pages[0]);
    expect(after.facts.orders.pages[1]!.rows.map(({ id, amount }) => [id, amount])).toEqual([
      ["c", 9],
      ["d", 1],
    ]);
    expect(factCount(after.facts.orders)).toBe(4);
  });
});
