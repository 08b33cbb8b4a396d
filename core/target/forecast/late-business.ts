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
import type { TeamRows } from "../../team/team-rows.ts";
import { asAvailable, availabilityIn } from "./availability.ts";
import type { Availability } from "./availability.ts";
import type { CountedFact, FactSource } from "../../kpi/fact-source.ts";

/** What one past period still brought after the point at which the present one stands. */
export interface LateFigure {
  readonly period: Period;
  /** The same point of the past period: the first day that was still to come. */
  readonly point: Day;
  /** As those who are there now would bring it. */
  readonly value: number;
  /** What it brought, and how much of the people was there then. */
  readonly brought: number;
  readonly past: Availability;
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
 * same share of the period's working days, and as many days before its start where the period has not begun. Leave, part time
 * and leaving count: each figure is as those who are there in what is left now would bring it (`asAvailable`); of a past rest in
 * which the member, or everybody, was away nothing is told.
 * @example lateBusiness(kpiWorld({}), { late: { source: WON_DEALS, knownOn: () => null, counts: "amount" }, subject: { kind: "team" }, period: period("2026-03", 1), calendar: workingCalendar([]), absences: new Map() }) // => []
 */
export function lateBusiness<F extends CountedFact>(
  context: KpiContext,
  of: {
    readonly late: LateSource<F>;
    readonly subject: Subject;
    readonly period: Period;
    readonly calendar: WorkingCalendar;
    readonly absences: TeamRows["absences"];
  },
): readonly LateFigure[] {
  const { late, subject, period, calendar } = of;
  const now = availableNow(context, of);
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
    const brought = sumOf(entries, late.counts);
    const then = availableFrom(context, of, {
      start: point > past.start ? point : past.start,
      end: past.end,
    });
    const value = asAvailable(brought, { now, past: then, counts: late.counts });
    if (value !== null) figures.push({ period: past, point, value, brought, past: then, entries });
  }
  return figures;
}

/** How much of a subject's people is there in what is left of a period.
 * @example availableNow(kpiWorld({}), { subject: { kind: "team" }, period: period("2026-03", 1), calendar: workingCalendar([]), absences: new Map() }) // => { present: 0, whole: 0 }
 */
export function availableNow(
  context: KpiContext,
  of: Parameters<typeof availableFrom>[1] & { readonly period: Period },
): Availability {
  const { start, end } = of.period;
  return availableFrom(context, of, { start: context.today > start ? context.today : start, end });
}

function availableFrom(
  { rows }: KpiContext,
  of: {
    readonly subject: Subject;
    readonly calendar: WorkingCalendar;
    readonly absences: TeamRows["absences"];
  },
  rest: Pick<Period, "start" | "end">,
): Availability {
  const { absences, calendar } = of;
  const team = { members: rows.members, memberships: rows.memberships, absences };
  return availabilityIn(team, of.subject, { rest, calendar });
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
