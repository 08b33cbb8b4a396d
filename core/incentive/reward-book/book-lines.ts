import type { Day } from "../../base/day.ts";
import type { MemberId, RecordRef } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Money } from "../../base/money.ts";
import { period, periodOf } from "../../base/period.ts";
import type { PeriodId } from "../../base/period.ts";
import { fiscalYearOf } from "../../target/fiscal-year.ts";
import type { Member } from "../../team/records.ts";
import { eventShares } from "../events/event-figures.ts";
import type { PayAdjustment, Promotion, Recognition, RewardEvent, Statement } from "../records.ts";

/** What a book is made of, in the order of its sums. */
export const BOOK_KINDS = [
  "statement",
  "adjustment",
  "recognition",
  "travel",
  "team-building",
  "promotion",
] as const;
export type BookKind = (typeof BOOK_KINDS)[number];

/** What the book needs to know of a statement: it is read as it was approved. */
type BookStatement = Pick<Statement, "id" | "memberId" | "periodId" | "approvedOn" | "total"> & {
  readonly lines: readonly { readonly key: string }[];
};

/** The tables that a book is read from. A workspace's `rows` are these and more. */
export interface BookRows {
  readonly members: ReadonlyMap<string, Member>;
  readonly statements: ReadonlyMap<string, BookStatement>;
  readonly payAdjustments: ReadonlyMap<string, PayAdjustment>;
  readonly recognitions: ReadonlyMap<string, Recognition>;
  readonly rewardEvents: ReadonlyMap<string, RewardEvent>;
  readonly promotions: ReadonlyMap<string, Promotion>;
}

/** One thing that a person got. */
export interface BookLine {
  readonly ref: RecordRef;
  readonly kind: BookKind;
  readonly on: Day;
  /** The fiscal year that it belongs to. */
  readonly year: number;
  /** What the record itself is called: a title, a reason, a name, a period's id. */
  readonly text: string;
  readonly label: Message;
  /** `null`: worth no money, or nobody has said how much. */
  readonly amount: Money | null;
  /** In the total; not what stands in no approved statement yet. */
  readonly counts: boolean;
}

/** Everything that a person got, the latest first; of one day in the order of `BOOK_KINDS`. Statements and adjustments belong to
 * the fiscal year of their period, the rest to that of their day.
 * @example bookLines(rewardWorld({ events: [aJourney({ spent: 900, attendance: came({ a: 5, b: null }) })] }).rows, "a", 1).map((line) => [line.kind, line.amount]) // => [["travel", 450]]
 */
export function bookLines(rows: BookRows, memberId: MemberId, fiscalStart: number): readonly BookLine[] {
  const mine = <R extends { readonly memberId: MemberId }>(table: ReadonlyMap<string, R>) =>
    [...table.values()].filter((one) => one.memberId === memberId);
  const statements = mine(rows.statements);
  const named = new Set(statements.flatMap((one) => one.lines.map((line) => line.key)));
  const yearOfPeriod = (id: PeriodId) => fiscalYearOf(period(id, fiscalStart), fiscalStart);
  const yearOfDay = (on: Day) => fiscalYearOf(periodOf(on, "year", fiscalStart), fiscalStart);
  const lines: readonly BookLine[] = [
    ...statements.map((one) => statementLine(one, yearOfPeriod(one.periodId))),
    ...mine(rows.payAdjustments)
      .filter((one) => !named.has(`adjustment:${one.id}`))
      .map((one) => adjustmentLine(one, yearOfPeriod(one.periodId))),
    ...mine(rows.recognitions).map((one) => recognitionLine(one, yearOfDay(one.on))),
    ...[...rows.rewardEvents.values()]
      .filter((one) => one.attendance.some((each) => each.memberId === memberId))
      .map((one) => eventLine(one, memberId, yearOfDay(one.on))),
    ...mine(rows.promotions)
      .filter((one) => one.outcome === "promoted")
      .map((one) => promotionLine(one, yearOfDay(one.on))),
  ];
  return lines.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

function statementLine(one: BookStatement, year: number): BookLine {
  return {
    ref: { table: "statements", id: one.id },
    kind: "statement",
    on: one.approvedOn,
    year,
    text: one.periodId,
    label: message("incentive.book.line.statement", { period: { period: one.periodId } }),
    amount: one.total,
    counts: true,
  };
}

function adjustmentLine(one: PayAdjustment, year: number): BookLine {
  return {
    ref: { table: "payAdjustments", id: one.id },
    kind: "adjustment",
    on: one.on,
    year,
    text: one.reason,
    label: message("incentive.book.line.adjustment", { reason: one.reason }),
    amount: one.amount,
    counts: false,
  };
}

function recognitionLine(one: Recognition, year: number): BookLine {
  return {
    ref: { table: "recognitions", id: one.id },
    kind: "recognition",
    on: one.on,
    year,
    text: one.title,
    label: message("incentive.book.line.recognition", {
      kind: message(`incentive.recognition.kind.${one.kind}`),
      title: one.title,
    }),
    amount: one.cost ?? null,
    counts: true,
  };
}

function eventLine(one: RewardEvent, memberId: MemberId, year: number): BookLine {
  return {
    ref: { table: "rewardEvents", id: one.id },
    kind: one.kind,
    on: one.on,
    year,
    text: one.name,
    label: message("incentive.book.line.event", { name: one.name, count: one.attendance.length }),
    amount: eventShares(one).get(memberId) ?? null,
    counts: true,
  };
}

function promotionLine(one: Promotion, year: number): BookLine {
  return {
    ref: { table: "promotions", id: one.id },
    kind: "promotion",
    on: one.on,
    year,
    text: one.step,
    label: message("incentive.book.line.promotion", { step: one.step }),
    amount: null,
    counts: true,
  };
}
