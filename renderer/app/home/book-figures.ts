import { kpiValue } from "../../../core/kpi/kpi-value.ts";
import type { Deal } from "../../../core/customer/records.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { countRecords, totalOf } from "../../../core/vault/counts.ts";
import { factsOf, settingsOf } from "../../../core/vault/workspace.ts";
import type { HomeSource } from "./home-source.ts";

/** The book at a glance: what is open, by stage, and what came new. */
export function bookFigures({ book, workspace }: HomeSource) {
  const open = factsOf(workspace, "deals").filter((deal) => deal.category === "open");
  const value = (metric: string) =>
    kpiValue(book.context, metric, { subject: { kind: "team" }, period: book.period });
  const by = settingsOf(workspace).newCustomerBy;
  return {
    open: open.length,
    customers: factsOf(workspace, "customers").length,
    orders: factsOf(workspace, "orders").length,
    isEmpty: totalFacts(workspace) === 0,
    weighted: value("weighted-open-amount"),
    newCustomers: value(by === "deal" ? "new-customers-by-deal" : "new-customers-by-order"),
    orderAmount: value("order-amount"),
    stages: stagesOf(open),
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
  return customers.pageIndexById.size + deals.pageIndexById.size + orders.pageIndexById.size;
}

function stagesOf(open: readonly Deal[]): readonly { readonly stage: string; readonly count: number }[] {
  const byStage = new Map<string, { count: number; probability: number }>();
  for (const deal of open) {
    const stage = deal.stage ?? "";
    const known = byStage.get(stage) ?? { count: 0, probability: deal.probability ?? 0 };
    byStage.set(stage, { ...known, count: known.count + 1 });
  }
  return [...byStage.entries()]
    .toSorted(([, a], [, b]) => a.probability - b.probability)
    .map(([stage, { count }]) => ({ stage, count }));
}
