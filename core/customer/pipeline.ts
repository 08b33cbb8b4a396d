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
  for (const deal of deals) {
    if (deal.category === "void") continue;
    const own = dealsByKey.get(columnKey(deal.stage ?? "", deal.category));
    const first = shown.findIndex((stage) => stage.category === deal.category);
    const isUnstaged = deal.category === "open" && !deal.stage;
    (own ?? (isUnstaged || first < 0 ? unstaged : dealsByKey.get(keys[first]!)!)).push(deal);
  }
  const columns = shown.map((stage, at) => makeColumn(keys[at]!, stage, dealsByKey.get(keys[at]!) ?? []));
  return unstaged.length === 0
    ? columns
    : [makeColumn("", { stage: "", category: "open" }, unstaged), ...columns];
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
