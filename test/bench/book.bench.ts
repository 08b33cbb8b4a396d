import { setFields } from "../../core/base/change.ts";
import { money } from "../../core/base/money.ts";
import { periodOf, shiftPeriod } from "../../core/base/period.ts";
import type { Period } from "../../core/base/period.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import type { Deal } from "../../core/customer/records.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { bookSize, sizedWorkspace } from "../builders/sized-workspace.ts";
import { homeFigures, kpiFigures, targetFigures } from "./all-figures.ts";
import type { BenchFigure, Prepared } from "./harness.ts";
import { TODAY } from "./today.ts";
import { unseen } from "./unseen.ts";

const STAMP = nextStamp(null, 0, "bench");
const FLOOR = "one pass over the deals that adds up the amounts";
const OF = "deals and activities";
const SIZES = [1_000, 10_000, 100_000] as const;
const QUARTER = periodOf(TODAY, "quarter", 1);

export const figures: readonly BenchFigure[] = [
  {
    name: "one deal edited in the book: all figures of home, targets and KPIs anew",
    floorName: FLOOR,
    of: OF,
    sizes: SIZES,
    prepare: (size) => editing(sizedWorkspace(bookSize(size, TODAY))),
  },
  {
    name: "the quarter before chosen in the book: all figures of home, targets and KPIs",
    floorName: FLOOR,
    of: OF,
    sizes: SIZES,
    samples: 7,
    clock: "answer",
    prepare: (size) => choosing(sizedWorkspace(bookSize(size, TODAY)), shiftPeriod(QUARTER, -1, 1)),
  },
  {
    name: "the year chosen in the book: all figures of home, targets and KPIs",
    floorName: FLOOR,
    of: OF,
    sizes: SIZES,
    samples: 7,
    clock: "answer",
    prepare: (size) => choosing(sizedWorkspace(bookSize(size, TODAY)), periodOf(TODAY, "year", 1)),
  },
];

/** Won deals of the quarter and open ones in turn. */
function editing(start: Workspace): Prepared {
  let workspace = start;
  let round = 0;
  figuresOf(workspace, QUARTER);
  return {
    run() {
      round += 1;
      const { rows } = workspace.facts.deals.pages[workspace.facts.deals.pages.length >> 1]!;
      const wanted = round % 2 === 0 ? "open" : "won";
      const deal = rows.find(
        ({ category, closedOn = TODAY }) => category === wanted && closedOn >= QUARTER.start,
      );
      const changes = [setFields<Deal>("deals", (deal ?? rows[0]!).id, { amount: money(100_000 + round) })];
      if (!checkChanges(workspace, changes).ok) throw new Error("the edit was refused");
      workspace = applyChanges(workspace, changes, STAMP);
      return figuresOf(workspace, QUARTER);
    },
    floor: () => sumOfAmounts(workspace),
  };
}

/** The running quarter has been looked at; the period was never. */
function choosing(start: Workspace, period: Period): Prepared {
  return {
    run() {
      const workspace = unseen(start);
      figuresOf(workspace, QUARTER);
      return timed(() => figuresOf(workspace, period));
    },
    floor: () => timed(() => sumOfAmounts(start)),
  };
}

function figuresOf(workspace: Workspace, period: Period): number {
  const when = { period, today: TODAY };
  return homeFigures(workspace, when) + targetFigures(workspace, when) + kpiFigures(workspace, when);
}

function timed(work: () => unknown): number {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

function sumOfAmounts(workspace: Workspace): number {
  let sum = 0;
  for (const { rows } of workspace.facts.deals.pages) for (const { amount } of rows) sum += amount ?? 0;
  return sum;
}
