import { day } from "../../core/base/day.ts";
import type { BatchId, CustomerId, DealId } from "../../core/base/id.ts";
import { money } from "../../core/base/money.ts";
import { period } from "../../core/base/period.ts";
import type { BatchChange, Customer, Deal, Stage, StageEvent } from "../../core/customer/records.ts";
import type { AnalysisFilter } from "../../core/kpi/analysis/analysis-filter.ts";
import { aDeal } from "./kpi-context.ts";

/** Everybody's deals of all systems in a period. */
export function everything(periodId: string, more: Partial<AnalysisFilter> = {}): AnalysisFilter {
  return { subject: { kind: "team" }, source: null, period: period(periodId, 1), ...more };
}

/** A won deal of a day and amount. */
export function wonDeal(id: string, on: string, amount: number | undefined, more: Partial<Deal> = {}): Deal {
  return closedDeal(id, { category: "won", closedOn: day(on) }, { ...priced(amount), ...more });
}

/** A lost deal of a day and amount. */
export function lostDeal(id: string, on: string, amount: number | undefined, more: Partial<Deal> = {}): Deal {
  return closedDeal(id, { category: "lost", closedOn: day(on) }, { ...priced(amount), ...more });
}

/** A deal's move into a stage. */
export function aMove(dealId: string, stage: string, on: string, expected?: string): StageEvent {
  return {
    id: `${dealId}:${on}:${stage}`,
    dealId: dealId as DealId,
    stage,
    on: day(on),
    source: "generic",
    ...(expected === undefined ? {} : { expectedCloseOn: day(expected) }),
  };
}

/** An open stage of generic tables. */
export function aStage(stage: string, order: number, more: Partial<Stage> = {}): Stage {
  return { id: `generic:${stage}`, source: "generic", stage, category: "open", order, ...more };
}

/** A customer of an industry. */
export function aCustomer(id: string, more: Partial<Customer> = {}): Customer {
  return { id: id as CustomerId, name: id, source: "generic", ...more };
}

/** An import that moved a deal's expected close. */
export function aCloseChange(dealId: string, before: string, after: string, batchId = "b1"): BatchChange {
  return {
    id: `${batchId}:${dealId}`,
    batchId: batchId as BatchId,
    table: "deals",
    recordId: dealId,
    kind: "changed",
    before: { expectedCloseOn: before },
    after: { expectedCloseOn: after },
  };
}

function closedDeal(id: string, closed: Partial<Deal>, more: Partial<Deal>): Deal {
  return aDeal(id, { ...closed, ...more });
}

function priced(amount: number | undefined): Partial<Deal> {
  return amount === undefined ? {} : { amount: money(amount) };
}
