import type { Day } from "../base/day.ts";
import type { FactRef, RecordRef } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type { Money } from "../base/money.ts";
import { listMessage } from "../team/name-key.ts";
import type { ImportBook, Pages } from "./import/import-book.ts";
import { oneHistory } from "./one-history.ts";
import type { Batch, BatchChange, Deal } from "./records.ts";
import { TYPED_FIELDS } from "./typed-fields.ts";

/** The kinds of entries, as they can be told apart on a screen. */
export const TIMELINE_KINDS = [
  "deals",
  "activities",
  "orders",
  "payments",
  "cases",
  "answers",
  "changes",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened with a customer. */
export interface TimelineEntry {
  readonly id: string;
  readonly on: Day;
  readonly kind: TimelineKind;
  readonly what: Message;
  /** What a person wrote about it. */
  readonly text?: string;
  readonly amount?: Money;
  /** What to open. */
  readonly ref: FactRef | RecordRef;
}

/** What a timeline is made of. A workspace is one. */
export interface TimelineBook {
  readonly rows: { readonly batches: ReadonlyMap<string, Batch> };
  readonly facts: Pick<
    ImportBook["facts"],
    "deals" | "stageEvents" | "activities" | "orders" | "payments" | "cases" | "answers"
  > & { readonly batchChanges: Pages<BatchChange> };
}

/** Everything dated that the book knows of a customer, the latest first: deals with their moves, activities, orders,
 * payments, cases, answers, and what imports changed in the customer and its deals. Activities of its deals are its own.
 * @example customerTimeline({ rows: { batches: new Map() }, facts: { deals: { pages: [] }, stageEvents: { pages: [] }, activities: { pages: [] }, orders: { pages: [{ rows: [{ id: "o1", number: "A-1", customerId: "c1", on: "2026-03-01", amount: 500 }] }] }, payments: { pages: [] }, cases: { pages: [] }, answers: { pages: [] }, batchChanges: { pages: [] } } }, "c1").map((entry) => entry.kind) // => ["orders"]
 */
export function customerTimeline(book: TimelineBook, customerId: string): readonly TimelineEntry[] {
  const { facts } = book;
  const isOwn = (fact: { readonly customerId?: string | undefined }) => fact.customerId === customerId;
  const deals = pick(facts.deals, isOwn);
  const dealById = new Map(deals.map((deal) => [deal.id as string, deal]));
  const entries: TimelineEntry[] = [
    ...deals.flatMap(dealEntries),
    ...stageEntries(book, dealById),
    ...pick(
      facts.activities,
      (one) => isOwn(one) || (one.customerId === undefined && dealById.has(one.dealId ?? "")),
    ).map((one) =>
      entryOf("activities", one, { on: one.on, what: told("activity", { kind: one.kind }), text: one.text }),
    ),
    ...pick(facts.orders, isOwn).map((one) =>
      entryOf("orders", one, { on: one.on, what: told("order", { number: one.number }), amount: one.amount }),
    ),
    ...pick(facts.payments, isOwn).map((one) =>
      entryOf("payments", one, { on: one.on, what: told("payment"), amount: one.amount }),
    ),
    ...pick(facts.cases, isOwn).flatMap((one) => {
      const name = one.subject || one.number || one.kind;
      const opened = one.openedOn && told("case-opened", { name, kind: one.kind });
      const closed = one.closedOn && told("case-closed", { name, kind: one.kind });
      const text = one.text === undefined ? {} : { text: one.text };
      return [
        ...(opened ? [entryOf("cases", one, { on: one.openedOn!, what: opened, ...text })] : []),
        ...(closed
          ? [{ ...entryOf("cases", one, { on: one.closedOn!, what: closed }), id: `${one.id}/closed` }]
          : []),
      ];
    }),
    ...pick(facts.answers, isOwn).map((one) =>
      entryOf("answers", one, {
        on: one.on,
        what: told(`answer-${one.scale}`, { score: one.score }),
        ...(one.text === undefined ? {} : { text: one.text }),
      }),
    ),
    ...changeEntries(book, customerId, dealById),
  ];
  return entries.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function pick<Row>({ pages }: Pages<Row>, test: (row: Row) => boolean): readonly Row[] {
  return pages.flatMap((page) => page.rows.filter(test));
}

function told(what: string, params: NonNullable<Message["params"]> = {}): Message {
  return message(`customer.time.${what}`, params);
}

function entryOf(
  kind: Exclude<TimelineKind, "changes">,
  { id }: { readonly id: string },
  of: Pick<TimelineEntry, "on" | "what" | "text" | "amount">,
): TimelineEntry {
  return { id: `${kind}/${id}`, kind, ref: { table: kind, id }, ...of };
}

function dealEntries(deal: Deal): readonly TimelineEntry[] {
  const name = deal.name || deal.id;
  const amount = deal.amount === undefined ? {} : { amount: deal.amount };
  const { category, createdOn, closedOn } = deal;
  const isEnded = (category === "won" || category === "lost") && closedOn !== undefined;
  return [
    ...(createdOn
      ? [entryOf("deals", deal, { on: createdOn, what: told("deal-opened", { name }), ...amount })]
      : []),
    ...(isEnded
      ? [
          {
            ...entryOf("deals", deal, { on: closedOn, what: told(`deal-${category}`, { name }), ...amount }),
            id: `deals/${deal.id}/closed`,
          },
        ]
      : []),
  ];
}

function stageEntries(book: TimelineBook, dealById: ReadonlyMap<string, Deal>): readonly TimelineEntry[] {
  const events = pick(book.facts.stageEvents, (one) => dealById.has(one.dealId));
  const histories = [...dealById.keys()].map((id) => oneHistory(events.filter((one) => one.dealId === id)));
  return histories.flat().map((one) => {
    const deal = dealById.get(one.dealId)!;
    const what = told("stage", { name: deal.name || deal.id, stage: one.stage });
    const amount = one.amount === undefined ? {} : { amount: one.amount };
    return { ...entryOf("deals", deal, { on: one.on, what, ...amount }), id: `stage/${one.id}` };
  });
}

/** What imports changed, one entry a record and import; fields by the names that they have on screens. */
function changeEntries(
  book: TimelineBook,
  customerId: string,
  dealById: ReadonlyMap<string, Deal>,
): readonly TimelineEntry[] {
  const isOwn = ({ table, recordId }: BatchChange) =>
    (table === "customers" && recordId === customerId) || (table === "deals" && dealById.has(recordId));
  return pick(book.facts.batchChanges, (one) => one.kind === "changed" && isOwn(one)).flatMap((one) => {
    const batch = book.rows.batches.get(one.batchId);
    if (batch === undefined) return [];
    const labels = changedLabels(one);
    if (labels.length === 0) return [];
    const name = one.table === "deals" ? dealById.get(one.recordId)!.name : undefined;
    const what = told(name === undefined ? "changed" : "changed-deal", {
      fields: listMessage(labels),
      file: batch.fileName,
      ...(name === undefined ? {} : { name }),
    });
    const ref = { table: "batches" as const, id: batch.id };
    return [
      { id: `change/${one.id}`, on: batch.at.slice(0, 10) as Day, kind: "changes" as const, what, ref },
    ];
  });
}

function changedLabels({ table, before, after }: BatchChange): readonly Message[] {
  const changed = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const fields = table === "deals" ? TYPED_FIELDS.deals : TYPED_FIELDS.customers;
  const labels = fields
    .filter(({ key }) => changed.has(key) || (key === "customer" && changed.has("customerName")))
    .map(({ label }) => label);
  return [...labels, ...(changed.has("ownerName") ? ["owner"] : [])].map((label) =>
    message(`customer.field.${label}`),
  );
}
