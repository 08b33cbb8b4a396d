import type { Day } from "../base/day.ts";
import type { Subject } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import type { Period } from "../base/period.ts";
import { kpiValue } from "../kpi/kpi-value.ts";
import type { KpiContext } from "../kpi/context.ts";
import type { Kpi } from "../kpi/records.ts";
import { subjectLabel } from "../kpi/subject-label.ts";
import { fiscalYearOf } from "../target/fiscal-year.ts";
import { lockStanding } from "../target/lock-standing.ts";
import type { LockStanding } from "../target/lock-standing.ts";
import type { TargetLock } from "../target/records.ts";
import { rowStanding } from "../target/standing.ts";
import type { RowStanding } from "../target/standing.ts";
import { changedLockOf } from "../target/target-lock.ts";
import type { LockRows } from "../target/target-lock.ts";
import type { TargetRows } from "../target/target-rows.ts";
import { targetTree } from "../target/target-tree.ts";
import type { TargetTree } from "../target/target-tree.ts";
import { inOrder } from "../team/team-rows.ts";
import type { TeamFinding } from "../team/findings/finding.ts";
import type { ImportDifference } from "../customer/import-difference.ts";
import type { BudgetRows } from "../incentive/pay/budgets.ts";
import type { PayContext } from "../incentive/pay/pay-context.ts";
import type { Promotion, Recognition, RewardEvent } from "../incentive/records.ts";
import type { ScorePoint } from "../kpi/records.ts";
import type { Action, Decision, Meeting } from "../meeting/records.ts";
import type { TrainingRows } from "../training/training-rows.ts";
import type { PaperCell } from "../base/paper.ts";
import type { Stamp } from "../base/stamp.ts";
import type { Commentary } from "./records.ts";
import type { ReviewRows } from "./review-lock.ts";

/** The tables of the rooms that a pack tells of. A workspace's `rows` are these and more. */
export interface PackRows extends TrainingRows, ReviewRows {
  readonly scorePoints: ReadonlyMap<string, ScorePoint>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly recognitions: ReadonlyMap<string, Recognition>;
  readonly rewardEvents: ReadonlyMap<string, RewardEvent>;
  readonly promotions: ReadonlyMap<string, Promotion>;
}

/** What pay is told from. */
export interface PackPay {
  readonly context: PayContext;
  readonly rows: BudgetRows;
}

/** A deal or order that was written after a moment, and whose it is. */
export interface LaterFact {
  readonly label: string;
  readonly memberIds: readonly string[];
}

/** What a quarterly pack is written from: plain values of the lower rooms. */
export interface PackSources {
  readonly context: KpiContext;
  readonly targetRows: TargetRows & LockRows;
  readonly findings: readonly TeamFinding[];
  readonly commentaries: ReadonlyMap<string, Commentary>;
  readonly period: Period;
  readonly today: Day;
  readonly rows: PackRows;
  /** `null` in a pack without pay: what is not there cannot be said. */
  readonly pay: PackPay | null;
  /** What the imports of the period changed in the book. */
  difference(): ImportDifference;
  /** When a snapshot of reviews was made. */
  lockedAt(snapshotId: string): Stamp | null;
  /** The deals and orders that were written after a moment. */
  writtenAfter(moment: Stamp): readonly LaterFact[];
}

/** What it takes to say where targets stand, in a pack or elsewhere. */
export type BookSources = Pick<PackSources, "context" | "targetRows" | "findings" | "period" | "today">;

/** What every part of the pack needs of its sources. */
export interface BookParts {
  /** The KPI of 销售额; `null` when the library has none. */
  readonly sales: Kpi | null;
  /** The tree of its targets; `null` when there is no such KPI. */
  readonly tree: TargetTree | null;
  /** The lock of those targets, where they changed since. */
  readonly lock: TargetLock | null;
}

/** The sources with these parts. */
export type PackBook = PackSources & BookParts;
export type StandingBook = BookSources & BookParts;

/** Finds the sales KPI, its tree and its lock.
 * @example packBook(sampleSources()).sales.id // => "sales"
 */
export function packBook<S extends BookSources>(sources: S): S & BookParts {
  const living = inOrder(sources.context.rows.kpis).filter((kpi) => !kpi.archived);
  const sales = living.find((kpi) => kpi.metric === "sales-amount") ?? null;
  const year = fiscalYearOf(sources.period, sources.context.settings.fiscalStart);
  const tree = sales ? targetTree(sources.targetRows, { kpiId: sales.id, line: "target", year }) : null;
  const lock = sales ? changedLockOf(sources.targetRows, { kpiId: sales.id, year }) : null;
  return { ...sources, sales, tree, lock };
}

/** Where a subject stands with its sales in a period of the fiscal year; `null` when it has no row in the tree.
 * @example standingOf(sampleBook(), { kind: "team" }, "2026-Q3").days.left // => 0
 */
export function standingOf(book: StandingBook, subject: Subject, periodId: string): RowStanding | null {
  const at = placeOf(book, subject, periodId);
  return at && standingAt(book, book.tree!, at);
}

/** The same against the targets as they were locked; `null` until they changed since.
 * @example lockedStandingOf(sampleBook(), { kind: "team" }, "2026-Q3") // => null
 */
export function lockedStandingOf(book: PackBook, subject: Subject, periodId: string): LockStanding | null {
  const at = placeOf(book, subject, periodId);
  return at && lockedStandingAt(book, book.tree!, at);
}

/** Where a row of the tree stands.
 * @example standingAt(sampleBook(), sampleBook().tree, { row: 0, period: 0 }).days.total > 240 // => true
 */
export function standingAt(
  book: StandingBook,
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
): RowStanding {
  return rowStanding(tree, at, {
    actualOf: (kpiId, subject, period) => kpiValue(book.context, kpiId, { subject, period }),
    today: book.today,
  });
}

/** The same standing against the targets as they were locked; `null` until they changed since.
 * @example lockedStandingAt(sampleBook(), sampleBook().tree, { row: 0, period: 0 }) // => null
 */
export function lockedStandingAt(
  book: PackBook,
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
): LockStanding | null {
  return book.lock && lockStanding(tree, at, { lock: book.lock, standing: standingAt(book, tree, at) });
}

/** A subject's name as a cell.
 * @example subjectCell(sampleBook(), { kind: "member", id: "m-li-min" }) // => { text: "李敏" }
 */
export function subjectCell(book: PackBook, subject: Subject): PaperCell {
  const label = subjectLabel(book.context, subject);
  return typeof label === "string" ? { text: label } : { message: label };
}

/** The period as a message: "2026 年第三季度"; `short` without the year.
 * @example periodMessage({ id: "2026-Q3" }) // => { key: "review.period", params: { period: { period: "2026-Q3" } } }
 */
export function periodMessage(period: Pick<Period, "id">, form?: "short"): Message {
  return message("review.period", { period: form ? { period: period.id, form } : { period: period.id } });
}

/** What a reader must know of a period that is still running; nothing once it is over.
 * @example provisionalNotes(sampleBook("2026-Q3")) // => []
 * @example provisionalNotes(sampleBook("2026-Q4")).length // => 1
 */
export function provisionalNotes({
  today,
  period,
}: Pick<PackSources, "today" | "period">): readonly Message[] {
  return today < period.end ? [message("review.note.provisional", { day: { day: today } })] : [];
}

function placeOf({ tree }: Pick<BookParts, "tree">, subject: Subject, periodId: string) {
  const row = tree?.rows.findIndex((one) => sameSubject(one.subject, subject)) ?? -1;
  const period = tree?.periods.findIndex((one) => one.id === periodId) ?? -1;
  return row < 0 || period < 0 ? null : { row, period };
}

function sameSubject(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && ("id" in a ? a.id : "") === ("id" in b ? b.id : "");
}
