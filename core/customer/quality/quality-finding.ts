import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { badRowMessage } from "../import/bad-row-message.ts";
import type { BadRow, Batch, Contact, Customer, Deal, ImportObject, Order, Source } from "../records.ts";

/** What can be wrong with a record of a source, the heaviest first. */
export const QUALITY_CODES = [
  "bad-row",
  "no-amount",
  "won-no-amount",
  "late",
  "dates-crossed",
  "no-closing-day",
  "no-owner",
  "owner-unknown",
  "owner-left",
  "no-customer",
  "no-expected-close",
  "stage-unknown",
  "twice",
  "no-way",
  "no-level",
  "no-industry",
  "no-reason",
  "no-next-step",
  "chance-off",
  "only-named",
  "no-column",
] as const;
export type QualityCode = (typeof QUALITY_CODES)[number];

/** `risk`: a figure is wrong because of it; `warning`: it may go wrong; `hint`: something is not known. */
export type QualitySeverity = "risk" | "warning" | "hint";

/** The objects that are looked through. */
export type QualityObject = "deals" | "customers" | "contacts" | "orders";
export type QualityFact = Deal | Customer | Contact | Order;

/** Something about one record that its source should put right. Text is made of it only where it is shown: a book of a
 * hundred thousand deals may have as many findings. */
export interface QualityFinding {
  /** The same for the same finding as long as it lasts. */
  readonly id: string;
  readonly code: QualityCode;
  readonly object: ImportObject;
  readonly source: Source;
  /** The field of the file that it concerns, as in `FIELDS_BY_OBJECT`; `null` for the whole record. */
  readonly field: string | null;
  /** The record; a finding about a file has its batch instead. */
  readonly fact: QualityFact | null;
  readonly batch: Batch | null;
  /** The row of a file that could not be read. */
  readonly bad?: BadRow;
  /** What goes into the sentence: the other day, how many bear the name. */
  readonly about?: string | number;
}

const SEVERITY: Readonly<Record<QualityCode, QualitySeverity>> = {
  "bad-row": "risk",
  "no-amount": "risk",
  "won-no-amount": "risk",
  late: "risk",
  "dates-crossed": "risk",
  "no-closing-day": "risk",
  "no-owner": "warning",
  "owner-unknown": "warning",
  "owner-left": "warning",
  "no-customer": "warning",
  "no-expected-close": "warning",
  "stage-unknown": "warning",
  twice: "warning",
  "no-way": "warning",
  "no-level": "hint",
  "no-industry": "hint",
  "no-reason": "hint",
  "no-next-step": "hint",
  "chance-off": "hint",
  "only-named": "hint",
  "no-column": "hint",
};

/** How heavy a kind of finding is.
 * @example severityOf("late") // => "risk"
 */
export function severityOf(code: QualityCode): QualitySeverity {
  return SEVERITY[code];
}

/** What is wrong, as a sentence without its end: it stands in tables and in the fix-list.
 * @example whatIsWrong({ code: "no-reason", field: "lossReason" }).key // => "customer.quality.what.no-reason"
 */
export function whatIsWrong(finding: Pick<QualityFinding, "code" | "field" | "about" | "bad">): Message {
  if (finding.bad !== undefined) return badRowMessage(finding.bad.reason);
  const field = finding.field === null ? "" : message(`customer.field.${finding.field}`);
  return message(`customer.quality.what.${finding.code}`, { field, about: finding.about ?? "" });
}

/** What to do about it.
 * @example remedyOf({ code: "twice" }) // => { key: "customer.quality.remedy.twice" }
 */
export function remedyOf(finding: Pick<QualityFinding, "code">): Message {
  return message(`customer.quality.remedy.${finding.code}`);
}
