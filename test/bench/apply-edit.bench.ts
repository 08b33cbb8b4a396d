import { setFields, putRecords } from "../../core/base/change.ts";
import { addDays, day } from "../../core/base/day.ts";
import type { OrderId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Order } from "../../core/customer/records.ts";
import { PAGE_ROWS, applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
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
];

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
