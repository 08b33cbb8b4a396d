import { addDays, daysBetween } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { Subject } from "../../base/id.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import { shiftPeriod } from "../../base/period.ts";
import type { Period, PeriodKind } from "../../base/period.ts";
import { isWorkingDay, workingDaysElapsed, workingDaysIn } from "../../base/working-calendar.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { entriesOf } from "../../kpi/entries.ts";
import type { Entry } from "../../kpi/entries.ts";
import { bookStart } from "../../kpi/month-facts.ts";
import type { CountedFact, FactSource } from "../../kpi/fact-source.ts";

/** What one past period still brought after the point at which the present one stands. */
export interface LateFigure {
  readonly period: Period;
  /** The same point of the past period: the first day that was still to come. */
  readonly point: Day;
  readonly value: number;
  readonly entries: readonly Entry[];
}

/** How far back each kind of period looks. */
const PAST_PERIODS: Readonly<Record<PeriodKind, number>> = { month: 12, quarter: 8, year: 3 };

/** How late business is found: what is counted, and the day on which a fact became known to the book. */
export interface LateSource<F extends CountedFact> {
  readonly source: FactSource<F>;
  /** `null`: unknown, and taken as known before. */
  knownOn(fact: F): Day | null;
  readonly counts: "amount" | "share";
}

/** What past periods of the same length brought after the same point from business that the book did not know yet then: of
 * the last 12 months, 8 quarters or 3 years, the latest first, only those that lie whole in the book. The same point is the
 * same share of the period's working days, and as many days before its start where the period has not begun.
 * @example lateBusiness(kpiWorld({}), { late: { source: WON_DEALS, knownOn: () => null, counts: "amount" }, subject: { kind: "team" }, period: period("2026-03", 1), calendar: workingCalendar([]) }) // => []
 */
export function lateBusiness<F extends CountedFact>(
  context: KpiContext,
  of: {
    readonly late: LateSource<F>;
    readonly subject: Subject;
    readonly period: Period;
    readonly calendar: WorkingCalendar;
  },
): readonly LateFigure[] {
  const { late, subject, period, calendar } = of;
  const start = bookStart(context, late.source);
  if (start === null) return [];
  const figures: LateFigure[] = [];
  for (let back = 1; back <= PAST_PERIODS[period.kind]; back += 1) {
    const past = shiftPeriod(period, -back, context.settings.fiscalStart);
    // A period that is not over yet says too little; one before the book says nothing.
    if (past.end > context.today) continue;
    if (past.start < start) break;
    const point = samePoint(calendar, { period, past, today: context.today });
    const entries = entriesOf(context, late.source, { subject, span: past }).filter(({ fact }) => {
      const known = late.knownOn(fact);
      return known !== null && known >= point;
    });
    figures.push({ period: past, point, value: sumOf(entries, late.counts), entries });
  }
  return figures;
}

/** The day of a past period that corresponds to today: as many of its working days lie before it, by share and rounded.
 * @example samePoint(workingCalendar([]), { period: period("2026-03", 1), past: period("2025-03", 1), today: "2026-03-16" }) // => "2025-03-17"
 */
export function samePoint(
  calendar: WorkingCalendar,
  of: { readonly period: Period; readonly past: Period; readonly today: Day },
): Day {
  const { period, past, today } = of;
  if (today < period.start) return addDays(past.start, -daysBetween(today, period.start));
  const total = workingDaysIn(calendar, period);
  if (total === 0 || today >= period.end) return past.end;
  const share = workingDaysElapsed(calendar, period, today) / total;
  let left = Math.round(share * workingDaysIn(calendar, past));
  let point = past.start;
  while (point < past.end && (left > 0 || !isWorkingDay(calendar, point))) {
    if (isWorkingDay(calendar, point)) left -= 1;
    point = addDays(point, 1);
  }
  return point;
}

function sumOf(entries: readonly Entry[], counts: "amount" | "share"): number {
  let sum = 0;
  for (const entry of entries) sum += counts === "amount" ? (entry.amount ?? 0) : entry.share;
  return counts === "amount" ? sum : sum / WHOLE_PPM;
}
