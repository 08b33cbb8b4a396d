import type { Chunks } from "../../../core/kpi/context.ts";
import { memoBy } from "../../../core/kpi/memo-by.ts";
import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { countRecords, totalOf } from "../../../core/vault/counts.ts";
import { factCount } from "../../../core/vault/lazy-pages.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import type { HomeSource } from "./home-source.ts";

/** The book at a glance: what is open, by stage, and what came new. */
export function bookFigures({ book, workspace }: HomeSource) {
  const stages = openStages(book.context.facts.deals);
  const value = (metric: string) =>
    kpiValue(book.context, metric, { subject: { kind: "team" }, period: book.period });
  const by = settingsOf(workspace).newCustomerBy;
  return {
    open: stages.reduce((sum, { count }) => sum + count, 0),
    customers: factCount(workspace.facts.customers),
    orders: factCount(workspace.facts.orders),
    isEmpty: totalFacts(workspace) === 0,
    weighted: value("weighted-open-amount"),
    newCustomers: value(by === "deal" ? "new-customers-by-deal" : "new-customers-by-order"),
    orderAmount: value("order-amount"),
    stages,
  };
}

/** Results of the period that belong to no member, and their part of all. */
export function unassignedFigures({ book }: HomeSource) {
  if (!book.sales) return null;
  const amount = kpiValue(book.context, book.sales.id, {
    subject: { kind: "unassigned" },
    period: book.period,
  }).value;
  const all = kpiValue(book.context, book.sales.id, { subject: { kind: "team" }, period: book.period }).value;
  if (amount.value === null || amount.value === 0 || all.value === null || all.value === 0) return null;
  return { amount, share: amount.value / all.value };
}

/** How many of the pack's commentaries are written: the team's and one for each member. */
export function commentaryFigures({ book, workspace }: HomeSource) {
  const subjects = ["team", ...membersOn(workspace.rows, book.today).map((member) => `member:${member.id}`)];
  const written = subjects.filter((subject) =>
    workspace.rows.commentaries.get(`${book.period.id}|${subject}`)?.text.trim(),
  );
  return { written: written.length, all: subjects.length };
}

/** Records of all tables together. */
export function recordCount({ workspace }: HomeSource): number {
  return totalOf(countRecords(workspace));
}

function totalFacts(workspace: HomeSource["workspace"]): number {
  const { customers, deals, orders } = workspace.facts;
  return factCount(customers) + factCount(deals) + factCount(orders);
}

interface OpenStage {
  readonly stage: string;
  readonly count: number;
  readonly probability: number;
}

/** The stages of the open deals, the least likely first; a stage is as likely as its first deal says. */
function openStages(deals: Chunks<Deal>): readonly OpenStage[] {
  const byStage = new Map<string, OpenStage>();
  for (const chunk of deals) {
    for (const one of memoBy([chunk], "open-stages", () => openStagesOf(chunk))) {
      const known = byStage.get(one.stage);
      byStage.set(one.stage, known ? { ...known, count: known.count + one.count } : one);
    }
  }
  return [...byStage.values()].toSorted((a, b) => a.probability - b.probability);
}

function openStagesOf(chunk: readonly Deal[]): readonly OpenStage[] {
  const byStage = new Map<string, OpenStage>();
  for (const { category, stage = "", probability = 0 } of chunk) {
    if (category !== "open") continue;
    const known = byStage.get(stage);
    byStage.set(stage, {
      stage,
      probability: known?.probability ?? probability,
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...byStage.values()];
}
