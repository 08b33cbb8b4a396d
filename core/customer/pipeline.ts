import { multiplyMoney, sumMoney } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import type { ListedFact } from "./fact-totals.ts";
import type { Deal, Stage } from "./records.ts";
import { columnKey } from "./stages.ts";

/** One stage of the pipeline and the deals that stand in it. */
export interface PipelineColumn {
  readonly key: string;
  /** "" for open deals without a stage. */
  readonly stage: string;
  readonly category: Deal["category"];
  readonly deals: readonly Deal[];
  readonly amount: Money;
  /** Amount × chance of its deals; a deal without either adds nothing. */
  readonly weighted: Money;
}

/** Amount × chance, rounded half away from zero; `undefined` where either is missing, which is not zero.
 * @example weightedAmount({ amount: 1000, probability: 300000 }) // => 300
 * @example weightedAmount({ amount: 1000 }) // => undefined
 */
export function weightedAmount(deal: Pick<Deal, "amount" | "probability">): Money | undefined {
  if (deal.amount === undefined || deal.probability === undefined) return undefined;
  return multiplyMoney(deal.amount, deal.probability);
}

/** Deals by stage, a column for every stage in its order, the dearest deal first. A deal whose stage has no column of its
 * category stands in the first column of that category; open deals without a stage stand in one of their own before the
 * others; void deals stand in none.
 * @example pipelineColumns([], []) // => []
 */
export function pipelineColumns(
  deals: readonly Deal[],
  stages: readonly Pick<Stage, "stage" | "category">[],
): readonly PipelineColumn[] {
  const shown = stages.filter((stage) => stage.category !== "void");
  const keys = shown.map((stage) => columnKey(stage.stage, stage.category));
  const dealsByKey = new Map<string, Deal[]>(keys.map((key) => [key, []]));
  const unstaged: Deal[] = [];
  const columnOf = (stage: string, category: Deal["category"]): Deal[] => {
    const own = dealsByKey.get(columnKey(stage, category));
    const first = shown.findIndex((one) => one.category === category);
    const isUnstaged = category === "open" && stage === "";
    return own ?? (isUnstaged || first < 0 ? unstaged : dealsByKey.get(keys[first]!)!);
  };
  // Found once for each pair that occurs, and not for each deal.
  const found = new Map<Deal["category"], Map<string, Deal[]>>();
  for (const deal of deals) {
    const { category, stage = "" } = deal;
    if (category === "void") continue;
    const ofCategory = found.get(category) ?? new Map<string, Deal[]>();
    found.set(category, ofCategory);
    const column = ofCategory.get(stage) ?? columnOf(stage, category);
    ofCategory.set(stage, column);
    column.push(deal);
  }
  const columns = shown.map((stage, at) => makeColumn(keys[at]!, stage, dealsByKey.get(keys[at]!) ?? []));
  return unstaged.length === 0
    ? columns
    : [makeColumn("", { stage: "", category: "open" }, unstaged), ...columns];
}

/** What deals come to: won, open, and open × chance. A deal without an amount (or a chance) adds nothing.
 * @example dealTotals([{ id: "d1", category: "open", amount: 1000, probability: 300000 }]) // => { won: 0, open: 1000, weighted: 300 }
 */
export function dealTotals(deals: readonly Deal[]): {
  readonly won: Money;
  readonly open: Money;
  readonly weighted: Money;
} {
  const won: Money[] = [];
  const open: Money[] = [];
  const weighted: Money[] = [];
  for (const deal of deals) {
    if (deal.amount === undefined) continue;
    if (deal.category === "won") won.push(deal.amount);
    if (deal.category !== "open") continue;
    open.push(deal.amount);
    const part = weightedAmount(deal);
    if (part !== undefined) weighted.push(part);
  }
  return { won: sumMoney(won), open: sumMoney(open), weighted: sumMoney(weighted) };
}

/** A deal as a line of a list, with the amount that counts there.
 * @example listedDeal({ id: "d1", name: "", closedOn: "2026-03-01" }, 500) // => { ref: { table: "deals", id: "d1" }, label: "d1", day: "2026-03-01", amount: 500 }
 */
export function listedDeal(deal: Deal, amount: Money | undefined): ListedFact {
  const label = [deal.name, deal.customerName]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
  const day = deal.closedOn ?? deal.expectedCloseOn;
  return { ref: { table: "deals", id: deal.id }, label: label || deal.id, day, amount };
}

function makeColumn(
  key: string,
  { stage, category }: Pick<Stage, "stage" | "category">,
  deals: readonly Deal[],
): PipelineColumn {
  const known = (amounts: readonly (Money | undefined)[]) =>
    sumMoney(amounts.filter((amount) => amount !== undefined));
  return {
    key,
    stage,
    category,
    deals: deals.toSorted((a, b) => (b.amount ?? -1) - (a.amount ?? -1)),
    amount: known(deals.map((deal) => deal.amount)),
    weighted: known(deals.map(weightedAmount)),
  };
}
