import type { FactRef } from "../../base/id.ts";
import type { Message, MessageParam } from "../../base/message.ts";
import { message } from "../../base/message.ts";
import type { Money } from "../../base/money.ts";
import type { OwnedFact } from "../owner.ts";
import { recordLabel } from "./history-book.ts";
import type { Fields } from "./history-book.ts";
import type { RecordSpan, ToldTable } from "./record-span.ts";

/** What can have happened to a record, in the order in which it is told. */
export const DIFFERENCE_KINDS = [
  "new",
  "won",
  "lost",
  "void",
  "gone",
  "slipped",
  "cut",
  "grown",
  "pulled-in",
  "forward",
  "back",
  "moved",
  "reassigned",
  "reopened",
  "returned",
  "customer-new",
  "customer-level",
  "customer-reassigned",
  "customer-gone",
  "order-new",
  "order-changed",
  "order-paid",
  "order-refunded",
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One thing that imports did to one record. */
export interface DifferenceLine {
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly ref: FactRef;
  readonly label: string;
  readonly customer: string;
  /** The owner after the imports, and the one before where it differs. */
  readonly owner: OwnedFact;
  readonly ownerBefore: OwnedFact;
  readonly before: MessageParam | null;
  readonly after: MessageParam | null;
  /** What it is about in money: the amount of the record, or by how much it grew or was cut; `null` where it has none. */
  readonly amount: Money | null;
  /** By how many days the expected close moved. */
  readonly days?: number;
  readonly batchId?: string | undefined;
  readonly line?: number | undefined;
  readonly sentence: Message;
}

/** What a line says beyond what its record says. */
export interface LineParts {
  readonly kind: DifferenceKind;
  readonly before?: MessageParam | null | undefined;
  readonly after?: MessageParam | null | undefined;
  readonly amount?: Money | null | undefined;
  readonly days?: number | undefined;
}

/** A line about a record; its sentence names what was there before and after, the amount and the days.
 * @example differenceLine("deals", { id: "d1", before: {}, after: { name: "Boiler" } }, { kind: "won" }).sentence.key // => "customer.difference.line.won"
 */
export function differenceLine(table: ToldTable, span: RecordSpan, parts: LineParts): DifferenceLine {
  const fields = (span.after ?? span.before)!;
  const { kind, before = null, after = null, amount = null, days } = parts;
  const label = recordLabel({ ...fields, id: span.id });
  return {
    key: `${kind}/${span.id}`,
    kind,
    ref: { table, id: span.id },
    label,
    customer: String(fields["customerName"] ?? ""),
    owner: ownedBy(fields),
    ownerBefore: ownedBy(span.before ?? fields),
    before,
    after,
    amount,
    ...(days === undefined ? {} : { days }),
    batchId: span.batchId,
    line: span.line,
    sentence: message(`customer.difference.line.${kind}`, {
      name: label,
      before: before ?? "—",
      after: after ?? "—",
      amount: { unit: "money", value: amount },
      days: days ?? 0,
    }),
  };
}

/** What fields say about the owner.
 * @example ownedBy({ ownerName: "Ann", stage: "A" }) // => { ownerName: "Ann", credits: undefined }
 */
export function ownedBy(fields: Fields): OwnedFact {
  return { ownerName: fields["ownerName"], credits: fields["credits"] } as OwnedFact;
}
