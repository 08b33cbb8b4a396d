import type { Day } from "../base/day.ts";
import { addDays } from "../base/day.ts";
import { money, multiplyMoney, sumMoney, ZERO } from "../base/money.ts";
import type { Money } from "../base/money.ts";
import type { ListedFact } from "./fact-totals.ts";
import type { Deal, Source, Stage } from "./records.ts";
import { columnKey } from "./stages.ts";

/** A stage as a column needs it. */
export type ColumnStage = Pick<Stage, "stage" | "category"> & Partial<Pick<Stage, "source" | "column">>;

/** One column of the board and the deals that stand in it. */
export interface PipelineColumn {
  readonly key: string;
  /** "" for open deals without a stage. */
  readonly stage: string;
  readonly category: Deal["category"];
  /** The stages that share the column, in their order. */
  readonly stages: readonly ColumnStage[];
  readonly deals: readonly Deal[];
  /** Amount × chance of each deal. */
  readonly weights: readonly (Money | undefined)[];
  readonly amount: Money;
  /** Amount × chance of its deals; a deal without either adds nothing. */
  readonly weighted: Money;
}

/** Days for which the board shows a deal after it was won or lost. */
export const RECENT_DAYS = 90;

/** Amount × chance, rounded half away from zero; `undefined` where either is missing, which is not zero.
 * @example weightedAmount({ amount: 1000, probability: 300000 }) // => 300
 * @example weightedAmount({ amount: 1000 }) // => undefined
 */
export function weightedAmount(deal: Pick<Deal, "amount" | "probability">): Money | undefined {
  if (deal.amount === undefined || deal.probability === undefined) return undefined;
  return multiplyMoney(deal.amount, deal.probability);
}

/** Whether a deal is open, or was closed in the last 90 days; one that says nothing of its day is not recent.
 * @example isCurrent({ category: "won", closedOn: "2026-08-01" }, "2026-11-01") // => false
 * @example isCurrent({ category: "open" }, "2026-11-01") // => true
 */
export function isCurrent(
  deal: Pick<Deal, "category" | "closedOn" | "expectedCloseOn">,
  today: Day,
): boolean {
  if (deal.category === "open") return true;
  const on = deal.closedOn ?? deal.expectedCloseOn;
  return deal.category !== "void" && on !== undefined && on > recentSince(today);
}

let recent: { readonly today: Day; readonly since: Day } | null = null;

/** Asked for every deal, answered once a day. */
function recentSince(today: Day): Day {
  if (recent?.today !== today) recent = { today, since: addDays(today, -RECENT_DAYS) };
  return recent.since;
}

/** Deals by stage, a column for every stage in its order, the dearest deal first; stages of one category that name one
 * column share it and stand where the first of them does. A deal whose stage has no column of its category stands in the
 * first column of that category; open deals without a stage stand in one of their own before the others; void deals stand
 * in none.
 * @example pipelineColumns([], []) // => []
 */
export function pipelineColumns(
  deals: readonly Deal[],
  stages: readonly ColumnStage[],
): readonly PipelineColumn[] {
  const columns = new Map<string, { readonly stages: ColumnStage[]; readonly deals: Deal[] }>();
  const keyByStage = new Map<string, string>();
  for (const stage of stages) {
    if (stage.category === "void") continue;
    const key = columnKey(stage.column ?? stage.stage, stage.category);
    keyByStage.set(columnKey(stage.stage, stage.category), key);
    const column = columns.get(key);
    if (column) column.stages.push(stage);
    else columns.set(key, { stages: [stage], deals: [] });
  }
  const unstaged: Deal[] = [];
  const first = (category: Deal["category"]) =>
    [...columns.values()].find((column) => column.stages[0]!.category === category)?.deals ?? unstaged;
  const placeByStage = { open: new Map(), won: new Map(), lost: new Map() } as Record<
    Exclude<Deal["category"], "void">,
    Map<string | undefined, Deal[]>
  >;
  for (const deal of deals) {
    if (deal.category === "void") continue;
    const known = placeByStage[deal.category];
    const place = known.get(deal.stage) ?? placeOf(deal);
    known.set(deal.stage, place);
    place.push(deal);
  }
  const made = [...columns].map(([key, column]) => makeColumn(key, column));
  if (unstaged.length === 0) return made;
  return [makeColumn("", { stages: [{ stage: "", category: "open" }], deals: unstaged }), ...made];

  function placeOf(deal: Deal): Deal[] {
    const key = keyByStage.get(columnKey(deal.stage ?? "", deal.category));
    if (key !== undefined) return columns.get(key)!.deals;
    return deal.category === "open" && !deal.stage ? unstaged : first(deal.category);
  }
}

/** The columns with the deals that a test lets through, and what those come to.
 * @example filterColumns([], () => true) // => []
 */
export function filterColumns(
  columns: readonly PipelineColumn[],
  isShown: (deal: Deal) => boolean,
): readonly PipelineColumn[] {
  return columns.map((column) => {
    const deals: Deal[] = [];
    const weights: (Money | undefined)[] = [];
    for (let at = 0; at < column.deals.length; at += 1) {
      const deal = column.deals[at]!;
      if (!isShown(deal)) continue;
      deals.push(deal);
      weights.push(column.weights[at]);
    }
    if (deals.length === column.deals.length) return column;
    return { ...column, deals, weights, ...sumsOf(deals, weights) };
  });
}

const currentByColumns = new WeakMap<
  readonly PipelineColumn[],
  { readonly today: Day; readonly columns: readonly PipelineColumn[] }
>();

/** The columns with the deals that `isCurrent` lets through; the same for the same columns and day.
 * @example currentColumns(pipelineColumns([], []), "2026-11-01") // => []
 */
export function currentColumns(columns: readonly PipelineColumn[], today: Day): readonly PipelineColumn[] {
  const known = currentByColumns.get(columns);
  if (known?.today === today) return known.columns;
  const current = filterColumns(columns, (deal) => isCurrent(deal, today));
  currentByColumns.set(columns, { today, columns: current });
  return current;
}

/** The stage that a deal takes when it is moved to a column: the one of its own source there, else the first.
 * @example stageIn({ stages: [{ stage: "Offer", category: "open", source: "zoho" }, { stage: "报价", category: "open", source: "fxiaoke" }] }, "fxiaoke") // => "报价"
 */
export function stageIn(column: Pick<PipelineColumn, "stages">, source: Source): string {
  const own = column.stages.find((stage) => stage.source === source);
  return (own ?? column.stages[0])?.stage ?? "";
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

/** The columns that were made last: an edit leaves most of them as they were. */
const lastByKey = new Map<string, { readonly of: Placed; readonly column: PipelineColumn }>();

interface Placed {
  readonly stages: readonly ColumnStage[];
  readonly deals: readonly Deal[];
}

function makeColumn(key: string, of: Placed): PipelineColumn {
  const last = lastByKey.get(key);
  if (last && isSame(last.of.stages, of.stages) && isSame(last.of.deals, of.deals)) return last.column;
  const [{ stage, category, column }] = of.stages as [ColumnStage];
  const deals = dearestFirst(of.deals);
  const weights = deals.map(weightedAmount);
  const name = column ?? stage;
  const made = { key, stage: name, category, stages: of.stages, deals, weights, ...sumsOf(deals, weights) };
  lastByKey.set(key, { of, column: made });
  return made;
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** Amounts are compared in a list of their own: a large column is sorted in half the time. */
function dearestFirst(deals: readonly Deal[]): readonly Deal[] {
  const amounts = Float64Array.from(deals, ({ amount }) => amount ?? -1);
  const order = Uint32Array.from(deals.keys()).toSorted((a, b) => amounts[b]! - amounts[a]! || a - b);
  return Array.from(order, (at) => deals[at]!);
}

function sumsOf(
  deals: readonly Deal[],
  weights: readonly (Money | undefined)[],
): Pick<PipelineColumn, "amount" | "weighted"> {
  let [amount, weighted] = [ZERO, ZERO];
  for (const deal of deals) if (deal.amount !== undefined) amount = money(amount + deal.amount);
  for (const weight of weights) if (weight !== undefined) weighted = money(weighted + weight);
  return { amount, weighted };
}
