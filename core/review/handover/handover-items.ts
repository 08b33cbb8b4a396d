import type { Day } from "../../base/day.ts";
import type { FactRef, MemberId, RecordRef } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { periodOf } from "../../base/period.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import type { Kpi } from "../../kpi/records.ts";
import type { Case, Customer, Deal } from "../../customer/records.ts";
import type { Pages } from "../../customer/import/import-book.ts";
import type { HandedFact, HandedTable } from "../../customer/hand-over-fact.ts";
import { creditsOf, ownerIndexOf } from "../../customer/owner.ts";
import type { OwnedFact, OwnerIndex } from "../../customer/owner.ts";
import { fiscalYearOf } from "../../target/fiscal-year.ts";
import { lifeFindings } from "../../target/life/life-findings.ts";
import type { LifeFinding } from "../../target/life/life-findings.ts";
import { TARGET_LINES } from "../../target/records.ts";
import { settingsIn } from "../../target/target-rows.ts";
import { targetTree } from "../../target/target-tree.ts";
import type { TargetTree } from "../../target/target-tree.ts";
import { lettersOf } from "../../team/duty-book.ts";
import { isOwner } from "../../team/letters.ts";
import { nameMessage } from "../../team/name-key.ts";
import { inOrder, living } from "../../team/team-rows.ts";
import { withLeaving } from "./handover-book.ts";
import type { HandoverBook, HandoverOf } from "./handover-book.ts";

/** What a member holds, in the order in which it is handed over. */
export const HANDOVER_KINDS = [
  "groups",
  "duties",
  "stand-ins",
  "tasks",
  "actions",
  "customers",
  "deals",
  "cases",
  "targets",
] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** One thing to hand over. */
export interface HandoverItem {
  readonly key: string;
  readonly kind: HandoverKind;
  readonly ref: RecordRef | FactRef;
  readonly label: string | Message;
  /** What the taker must know beside it. */
  readonly detail?: Message;
  readonly amount?: Quantity;
}

/** A record of the book, or the member's part of it. */
export interface FactItem extends HandoverItem {
  readonly kind: HandedTable;
  readonly fact: HandedFact;
}

/** Months of one KPI and line that are no longer the member's. */
export interface TargetItem extends HandoverItem {
  readonly kind: "targets";
  readonly tree: TargetTree;
  readonly finding: LifeFinding;
}

/** Everything that a member holds on a day: groups led, duties done or answered for, duties they stand in for, open tasks and
 * actions, customers, open deals and cases that count for them in whole or in part, and, of one who leaves, the targets of the
 * months after. In the order of the kinds, then as the team and the book have them; deals and targets of the most money first.
 * @example handoverItems(handoverBook(), { memberId: "a", today: "2026-06-15", leavesOn: null }).map((item) => item.key) // => ["duties/d1", "tasks/t1", "customers/c1", "deals/o1"]
 */
export function handoverItems(book: HandoverBook, of: HandoverOf): readonly HandoverItem[] {
  return [...teamItems(book, of.memberId), ...bookItems(book, of.memberId), ...targetItems(book, of)];
}

function teamItems({ rows }: HandoverBook, memberId: MemberId): readonly HandoverItem[] {
  const groups = living(rows.groups).filter((group) => group.leaderId === memberId);
  const duties = living(rows.duties).filter((duty) =>
    isOwner(lettersOf(rows.assignments, duty.id, memberId)),
  );
  const standIns = living(rows.duties).filter((duty) => duty.standInId === memberId);
  const tasks = inOrder(rows.tasks).filter(
    (task) => task.ownerId === memberId && (task.status === "open" || task.status === "doing"),
  );
  const actions = inOrder(rows.actions).filter(
    (action) => action.ownerId === memberId && action.state === "open",
  );
  const item = (kind: HandoverKind, ref: RecordRef, said: Pick<HandoverItem, "label" | "detail">) => ({
    key: `${kind}/${ref.id}`,
    kind,
    ref,
    ...said,
  });
  return [
    ...groups.map(({ id, name }) =>
      item(
        "groups",
        { table: "groups", id },
        { label: nameMessage(name), detail: message("review.handover.leads") },
      ),
    ),
    ...duties.map(({ id, name }) =>
      item(
        "duties",
        { table: "duties", id },
        { label: nameMessage(name), detail: lettersMessage(lettersOf(rows.assignments, id, memberId)) },
      ),
    ),
    ...standIns.map(({ id, name }) =>
      item("stand-ins", { table: "duties", id }, { label: nameMessage(name) }),
    ),
    ...tasks.map(({ id, title, dueOn }) =>
      item("tasks", { table: "tasks", id }, { label: title, ...dueDetail(dueOn) }),
    ),
    ...actions.map(({ id, text, dueOn }) =>
      item("actions", { table: "actions", id }, { label: text, ...dueDetail(dueOn) }),
    ),
  ];
}

function lettersMessage(letters: string): Message {
  const parts = letters.replace(/[CI]/g, "");
  return message(`review.handover.letters.${parts}`);
}

function dueDetail(dueOn: Day | undefined): Pick<HandoverItem, "detail"> {
  return dueOn === undefined ? {} : { detail: message("review.handover.due", { day: { day: dueOn } }) };
}

function bookItems({ rows, facts }: HandoverBook, memberId: MemberId): readonly FactItem[] {
  const index = ownerIndexOf(rows.members);
  const owned = <Fact extends OwnedFact>(table: Pages<Fact>) => ownedBy(table, { index, memberId });
  const customers = owned<Customer>(facts.customers);
  const deals = owned<Deal>(facts.deals).filter((deal) => deal.category === "open");
  const cases = owned<Case>(facts.cases).filter((one) => one.closedOn === undefined);
  return [
    ...customers.map((one): FactItem => ({
      key: `customers/${one.id}`,
      kind: "customers",
      ref: { table: "customers", id: one.id },
      label: one.name,
      fact: one,
      ...(one.level ? { detail: message("review.handover.level", { level: one.level }) } : {}),
    })),
    ...deals.toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).map(dealItem),
    ...cases.map((one): FactItem => ({
      key: `cases/${one.id}`,
      kind: "cases",
      ref: { table: "cases", id: one.id },
      label: [one.number, one.subject ?? one.customerName ?? one.kind].filter(Boolean).join(" "),
      detail: message("review.handover.case", { status: one.status }),
      fact: one,
    })),
  ];
}

function dealItem(deal: Deal): FactItem {
  const parts = { customer: deal.customerName ?? "", stage: deal.stage ?? "" };
  const form = `${parts.customer === "" ? "" : "customer"}${parts.stage === "" ? "" : "-stage"}`;
  return {
    key: `deals/${deal.id}`,
    kind: "deals",
    ref: { table: "deals", id: deal.id },
    label: deal.name === "" ? deal.id : deal.name,
    fact: deal,
    ...(form === "" ? {} : { detail: message(`review.handover.deal.${form.replace(/^-/, "")}`, parts) }),
    ...(deal.amount === undefined ? {} : { amount: { unit: "money", value: deal.amount } as const }),
  };
}

/** The records of a table that count for a member, in whole or in part. */
function ownedBy<Fact extends OwnedFact>(
  table: Pages<Fact>,
  of: { readonly index: OwnerIndex; readonly memberId: MemberId },
): readonly Fact[] {
  const { index, memberId } = of;
  return memoBy([table.pages, index], `handover:${memberId}`, () =>
    table.pages.flatMap((page) =>
      page.rows.filter((row) => creditsOf(row, index).shares.some((one) => one.memberId === memberId)),
    ),
  );
}

/** The targets that a member who leaves no longer carries: one item a KPI, line and fiscal year, from the year of the day on.
 * @example targetItems(handoverBook(), { memberId: "a", today: "2026-06-15", leavesOn: "2026-08-01" }).map((item) => item.key) // => ["targets/visits|target|2026"]
 */
export function targetItems(book: HandoverBook, of: HandoverOf): readonly TargetItem[] {
  const { rows } = withLeaving(book, of);
  if (rows.members.get(of.memberId)?.leftOn === undefined) return [];
  const { fiscalStart } = settingsIn(rows);
  const first = fiscalYearOf(periodOf(of.today, "month", fiscalStart), fiscalStart);
  const kpis = living(rows.kpis).filter((kpi) => kpi.kind === "flow");
  const years = targetYears(book, first);
  return kpis.flatMap((kpi) =>
    years.flatMap((year) =>
      TARGET_LINES.flatMap((line) => {
        const tree = targetTree(rows, { kpiId: kpi.id, line, year });
        const finding = tree && lifeFindings(tree, of.today).find((one) => one.member.id === of.memberId);
        return tree && finding ? [targetItem(kpi, tree, finding)] : [];
      }),
    ),
  );
}

function targetItem(kpi: Kpi, tree: TargetTree, finding: LifeFinding): TargetItem {
  const { line, year } = tree.scope;
  return {
    key: `targets/${kpi.id}|${line}|${year}`,
    kind: "targets",
    ref: { table: "kpis", id: kpi.id },
    label: message("review.handover.target", {
      kpi: nameMessage(kpi.name),
      line: message(`target.line.${line}`),
      year,
    }),
    detail: message("review.handover.months", { count: finding.months.length }),
    amount: quantityOf(kpi.unit, finding.rest),
    tree,
    finding,
  };
}

/** The fiscal years from `first` on that have targets. */
function targetYears({ rows }: HandoverBook, first: number): readonly number[] {
  const years = new Set<number>();
  for (const { periodId } of rows.targets.values()) {
    const year = Number(periodId.slice(0, 4));
    // A month's or quarter's fiscal year may begin in the year before the one it names.
    for (const one of [year - 1, year]) if (one >= first) years.add(one);
  }
  return [...years].toSorted((a, b) => a - b);
}
