import { nameKey } from "../team/name-key.ts";
import { absencesOf } from "./history/absences.ts";
import type { Absences } from "./history/absences.ts";
import { customerLines, orderLines } from "./history/book-lines.ts";
import { dealLines } from "./history/deal-lines.ts";
import { DIFFERENCE_KINDS } from "./history/difference-line.ts";
import type { DifferenceLine } from "./history/difference-line.ts";
import { findRecord } from "./history/history-book.ts";
import { recordSpans, touchedSpans } from "./history/record-span.ts";
import type { RecordSpan, SpanBook } from "./history/record-span.ts";
import { ownerIndex } from "./owner.ts";
import type { Batch, Deal, Stage } from "./records.ts";

/** What imports changed in the book, told record by record. */
export interface ImportDifference {
  readonly scope: readonly Batch[];
  /** By kind, within a kind the largest amount first. */
  readonly lines: readonly DifferenceLine[];
  /** Every deal before and after, touched or not: what the open pipeline was and became. */
  readonly deals: readonly RecordSpan[];
  readonly absences: Absences;
}

const known = new WeakMap<
  object,
  { readonly key: readonly unknown[]; readonly difference: ImportDifference }
>();

/** The difference that the imports of a scope made: net per field over all of them, so that a deal which went and came
 * back is no news. What was typed here and what other imports did is no part of it. Records that a whole file leaves out
 * count as gone. The same difference for the same book and imports.
 * @example importDifference({ rows: { batches: new Map(), members: new Map(), stages: new Map() }, facts: { batchChanges: { pages: [] }, deals: { pages: [] }, customers: { pages: [] }, orders: { pages: [] }, twins: { pages: [] } } }, []).lines // => []
 */
export function importDifference(book: SpanBook, scope: readonly Batch[]): ImportDifference {
  const { rows, facts } = book;
  const parts = [facts.batchChanges, facts.customers, facts.orders, facts.twins].map((table) => table.pages);
  const key = [...parts, rows.batches, rows.members, rows.stages, scope.map(({ id }) => id).join()];
  const last = known.get(facts.deals.pages);
  if (last !== undefined && last.key.every((part, index) => part === key[index])) return last.difference;
  const difference = findDifference(book, scope);
  known.set(facts.deals.pages, { key, difference });
  return difference;
}

function findDifference(book: SpanBook, scope: readonly Batch[]): ImportDifference {
  const { rows } = book;
  const owners = ownerIndex([...rows.members.values()]);
  const absences = absencesOf(book, "deals", scope);
  const customersAbsent = absencesOf(book, "customers", scope);
  const orderOf = stageOrder([...rows.stages.values()]);
  const deals = recordSpans(book, "deals", scope);
  const lines = [
    ...deals.flatMap((span) => dealLines(span, { absences, owners, orderOf })),
    ...recordSpans(book, "customers", scope).flatMap((span) =>
      customerLines(span, { absences: customersAbsent, owners }),
    ),
    ...recordSpans(book, "orders", scope).flatMap(orderLines),
  ];
  const rank = new Map(DIFFERENCE_KINDS.map((kind, index) => [kind, index]));
  return {
    scope,
    lines: lines.toSorted(
      (a, b) => rank.get(a.kind)! - rank.get(b.kind)! || (b.amount ?? -1) - (a.amount ?? -1),
    ),
    deals,
    absences,
  };
}

/** What imports did to deals that were there before: the news that somebody must speak about. Costs what was changed, not
 * what the book holds.
 * @example dealNews({ rows: { batches: new Map(), members: new Map(), stages: new Map() }, facts: { batchChanges: { pages: [] }, twins: { pages: [] } } }, []) // => []
 */
export function dealNews(book: SpanBook, scope: readonly Batch[]): readonly DifferenceLine[] {
  const { rows } = book;
  const absences = absencesOf(book, "deals", scope);
  const owners = ownerIndex([...rows.members.values()]);
  const input = { absences, owners, orderOf: stageOrder([...rows.stages.values()]) };
  const touched = touchedSpans(book, "deals", scope);
  const known = new Set(touched.map((span) => span.id));
  const gone = [...absences.after].flatMap((id) => {
    const deal = absences.before.has(id) || known.has(id) ? undefined : findRecord(book, "deals", id);
    const fields = deal as unknown as RecordSpan["after"];
    return deal === undefined ? [] : [{ id, before: fields, after: fields }];
  });
  return [...touched, ...gone].flatMap((span) => dealLines(span, input));
}

function stageOrder(stages: readonly Stage[]) {
  const orders = new Map(stages.map((stage) => [`${stage.source}/${nameKey(stage.stage)}`, stage.order]));
  return ({ source, stage }: Pick<Deal, "source" | "stage">) =>
    orders.get(`${source}/${nameKey(stage ?? "")}`);
}
