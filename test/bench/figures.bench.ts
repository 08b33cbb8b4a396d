import { setFields } from "../../core/base/change.ts";
import type { Change } from "../../core/base/change.ts";
import { money } from "../../core/base/money.ts";
import { periodOf } from "../../core/base/period.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Order } from "../../core/customer/records.ts";
import type { Target } from "../../core/target/records.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { rowsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { sizedWorkspace } from "../builders/sized-workspace.ts";
import { allFigures } from "./all-figures.ts";
import type { BenchFigure, Prepared } from "./harness.ts";
import { TODAY } from "./today.ts";
import { unseen } from "./unseen.ts";

const STAMP = nextStamp(null, 0, "bench");
const FLOOR = "one pass over the same facts that adds up the amounts";

export const figures: readonly BenchFigure[] = [
  {
    name: "one order edited: all figures of home, targets and KPIs anew (25 members)",
    floorName: FLOOR,
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    prepare: (size) => editing(sizedWorkspace({ orders: size, members: 25, today: TODAY }), orderEdit),
  },
  {
    name: "one order edited: all figures of home, targets and KPIs anew (10 000 orders)",
    floorName: FLOOR,
    of: "members",
    sizes: [9, 25, 50],
    prepare: (size) => editing(sizedWorkspace({ orders: 10_000, members: size, today: TODAY }), orderEdit),
  },
  {
    name: "one target edited: all figures of home, targets and KPIs anew (10 000 orders)",
    floorName: FLOOR,
    of: "members",
    sizes: [9, 25, 50],
    prepare: (size) => editing(sizedWorkspace({ orders: 10_000, members: size, today: TODAY }), targetEdit),
  },
  {
    name: "first figures after the start: all of home, targets and KPIs (25 members)",
    floorName: FLOOR,
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 7,
    prepare(size) {
      const workspace = sizedWorkspace({ orders: size, members: 25, today: TODAY });
      return { run: () => allFigures(unseen(workspace), TODAY), floor: () => sumOfAmounts(workspace) };
    },
  },
];

/** Each run edits what the run before left, as one edit after another does. */
function editing(start: Workspace, editAt: (from: Workspace, round: number) => Change): Prepared {
  let workspace = start;
  let round = 0;
  allFigures(workspace, TODAY);
  return {
    run() {
      round += 1;
      const changes = [editAt(workspace, round)];
      if (!checkChanges(workspace, changes).ok) throw new Error("the edit was refused");
      workspace = applyChanges(workspace, changes, STAMP);
      return allFigures(workspace, TODAY);
    },
    floor: () => sumOfAmounts(workspace),
  };
}

/** An order of the running quarter, or what was done last: its amount touches most of what is shown. */
function orderEdit(workspace: Workspace, round: number): Change {
  const { pages } = workspace.facts.orders;
  const quarter = periodOf(TODAY, "quarter", 1);
  const page = pages[pages.length >> 1]!;
  const order = page.rows.find(({ on }) => on >= quarter.start) ?? page.rows[0]!;
  return setFields<Order>("orders", order.id, { amount: money(100_000 + round) });
}

function targetEdit(workspace: Workspace, round: number): Change {
  const quarter = periodOf(TODAY, "quarter", 1);
  const wanted = rowsOf(workspace, "targets").find(
    (target) => target.subject === "member:m0" && target.periodId === quarter.id,
  );
  if (!wanted) throw new Error("everybody has a target");
  return setFields<Target>("targets", wanted.id, { value: 100_000 + round });
}

function sumOfAmounts(workspace: Workspace): number {
  let sum = 0;
  for (const { rows } of workspace.facts.orders.pages) for (const { amount } of rows) sum += amount;
  return sum;
}
