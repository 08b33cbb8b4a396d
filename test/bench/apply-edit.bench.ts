import { setFields, putRecords } from "../../core/base/change.ts";
import type { Change } from "../../core/base/change.ts";
import { addDays, day } from "../../core/base/day.ts";
import type { OrderId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import { runToEnd } from "../../core/base/run-to-end.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Order } from "../../core/customer/records.ts";
import { PAGE_ROWS, applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import type { Passage } from "../../core/vault/rebase/passage.ts";
import { rebaseSteps } from "../../core/vault/rebase/rebase-changes.ts";
import { emptyWorkspace } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import type { BenchFigure } from "./harness.ts";

const START = day("2025-01-01");
const STAMP = nextStamp(null, 0, "bench");

export const figures: readonly BenchFigure[] = [
  {
    name: "one order edited: checked and applied",
    floorName: "structuredClone of one page of 500 orders",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    prepare(size) {
      const workspace = workspaceOf(size);
      const page = Array.from({ length: PAGE_ROWS }, (_, index) => orderAt(index));
      const changes = [setFields<Order>("orders", orderAt(size >> 1).id, { amount: money(4_200) })];
      return {
        run: () => checkChanges(workspace, changes).ok && applyChanges(workspace, changes, STAMP),
        floor: () => structuredClone(page),
      };
    },
  },
  {
    name: "one order edited while another is being written: brought up to it, checked and applied",
    floorName: "the same edit of the book as it is",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    prepare(size) {
      const seen = workspaceOf(size);
      const now = applyChanges(seen, [amountOf(size >> 2, 77)], STAMP);
      const changes = [amountOf(size >> 1, 4_200)];
      const write = (list: readonly Change[]) => checkChanges(now, list).ok && applyChanges(now, list, STAMP);
      return {
        run: () => write(broughtUp({ seen, now }, changes)),
        floor: () => write(changes),
      };
    },
  },
  {
    name: "all orders put by a command that saw the book before one edit: brought up to it",
    floorName: "structuredClone of the orders",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    prepare(size) {
      const seen = workspaceOf(size);
      const now = applyChanges(seen, [amountOf(size >> 2, 77)], STAMP);
      const orders = Array.from({ length: size }, (_, index) => ({
        ...orderAt(index),
        amount: money(index),
      }));
      return {
        run: () => broughtUp({ seen, now }, [putRecords("orders", orders)]),
        floor: () => structuredClone(orders),
      };
    },
  },
];

function amountOf(index: number, amount: number): Change {
  return setFields<Order>("orders", orderAt(index).id, { amount: money(amount) });
}

function broughtUp(passage: Passage, changes: readonly Change[]): readonly Change[] {
  const rebased = runToEnd(rebaseSteps(passage, changes));
  if (!rebased.ok) throw new Error("the changes were refused");
  return rebased.value;
}

function workspaceOf(size: number): Workspace {
  const empty = emptyWorkspace({
    id: "workspace",
    name: "",
    currency: "CNY",
    fiscalStart: 1,
    salesBasis: "order",
    newCustomerBy: "order",
    dutyLimit: 6,
  });
  const orders = Array.from({ length: size }, (_, index) => orderAt(index));
  return applyChanges(empty, [putRecords("orders", orders)], STAMP);
}

function orderAt(index: number): Order {
  return {
    id: `generic:orders:${index}` as OrderId,
    number: String(index),
    customerName: `customer ${index % 211}`,
    ownerName: `owner ${index % 9}`,
    on: addDays(START, index % 365),
    amount: money(10_000 + index),
    source: "generic",
    sourceId: String(index),
  };
}
