import type { Explanation } from "../base/explain.ts";
import { message } from "../base/message.ts";
import { money, sumMoney, ZERO } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import { explainSum } from "./fact-totals.ts";
import type { ListedFact } from "./fact-totals.ts";
import { ownedBy } from "./history/difference-line.ts";
import type { ImportDifference } from "./import-difference.ts";
import type { OwnedFact } from "./owner.ts";
import { listedDeal } from "./pipeline.ts";
import type { Deal } from "./records.ts";

/** Why the open pipeline is another one after imports, in the order in which it is told. */
export const BRIDGE_KINDS = [
  "new",
  "returned",
  "reopened",
  "taken-over",
  "grown",
  "cut",
  "handed-over",
  "won",
  "lost",
  "void",
  "gone",
] as const;
export type BridgeKind = (typeof BRIDGE_KINDS)[number];

/** One step from the pipeline before to the pipeline after: what it adds, negative where it takes away. */
export interface BridgeStep {
  readonly kind: BridgeKind;
  readonly amount: Money;
  readonly deals: readonly ListedFact[];
}

/** `before` plus the amounts of all steps is `after`, to the minor unit. */
export interface PipelineBridge {
  readonly before: Money;
  readonly steps: readonly BridgeStep[];
  readonly after: Money;
  explainBefore(): Explanation;
  explainAfter(): Explanation;
}

/** How the open pipeline went from what it was before imports to what it is after them. A deal counts with its amount while
 * it is open and its source's newest whole file names it; each deal is in one step at most, so nothing counts twice: one
 * that is won with another amount leaves with the amount it had. `passes` chooses owners: deals that come to them from
 * others, or go, are steps of their own.
 * @example pipelineBridge({ deals: [], absences: { before: new Set(), after: new Set() } }).after // => 0
 */
export function pipelineBridge(
  difference: Pick<ImportDifference, "deals" | "absences">,
  passes: (owner: OwnedFact) => boolean = () => true,
): PipelineBridge {
  const { absences } = difference;
  const was: ListedFact[] = [];
  const is: ListedFact[] = [];
  const dealsByKind = new Map<BridgeKind, ListedFact[]>(BRIDGE_KINDS.map((kind) => [kind, []]));
  for (const { id, before, after } of difference.deals) {
    const old = sideOf(before as Deal | null, absences.before.has(id), passes);
    const now = sideOf(after as Deal | null, absences.after.has(id), passes);
    if (old.counts) was.push(listedDeal(old.deal!, old.deal!.amount));
    if (now.counts) is.push(listedDeal(now.deal!, now.deal!.amount));
    const kind = kindOf(old, now);
    if (kind === null) continue;
    const step = money(
      (now.counts ? (now.deal!.amount ?? 0) : 0) - (old.counts ? (old.deal!.amount ?? 0) : 0),
    );
    dealsByKind.get(kind)!.push(listedDeal((now.deal ?? old.deal)!, step));
  }
  const steps = [...dealsByKind].flatMap(([kind, deals]) =>
    deals.length === 0 ? [] : [{ kind, amount: totalOf(deals), deals }],
  );
  return {
    before: totalOf(was),
    steps,
    after: totalOf(is),
    explainBefore: () => explainSum(message("customer.difference.bridge.before"), was),
    explainAfter: () => explainSum(message("customer.difference.bridge.after"), is),
  };
}

interface Side {
  readonly deal: Deal | null;
  readonly isAbsent: boolean;
  readonly isOwned: boolean;
  readonly counts: boolean;
}

function sideOf(deal: Deal | null, isAbsent: boolean, passes: (owner: OwnedFact) => boolean): Side {
  if (deal === null || deal.category !== "open") return { deal, isAbsent, isOwned: false, counts: false };
  const isOwned = passes(ownedBy(deal as never));
  return { deal, isAbsent, isOwned, counts: isOwned && !isAbsent };
}

function kindOf(old: Side, now: Side): BridgeKind | null {
  if (!old.counts && !now.counts) return null;
  if (old.counts && now.counts) {
    const step = (now.deal!.amount ?? 0) - (old.deal!.amount ?? 0);
    return step === 0 ? null : step > 0 ? "grown" : "cut";
  }
  if (now.counts) {
    if (old.deal === null) return "new";
    if (old.isAbsent) return "returned";
    return old.deal.category === "open" ? "taken-over" : "reopened";
  }
  if (now.deal === null || now.isAbsent) return "gone";
  return now.deal.category === "open" ? "handed-over" : now.deal.category;
}

function totalOf(deals: readonly ListedFact[]): Money {
  return deals.length === 0 ? ZERO : sumMoney(deals.map(({ amount }) => amount ?? ZERO));
}
