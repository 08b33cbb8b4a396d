import { addDays, daysBetween } from "../../../core/base/day.ts";
import type { Day } from "../../../core/base/day.ts";
import type { Explanation } from "../../../core/base/explain.ts";
import { message } from "../../../core/base/message.ts";
import { workingDaysIn } from "../../../core/base/working-calendar.ts";
import { kpiValue, quantityOf } from "../../../core/kpi/kpi-value.ts";
import type { KpiValue } from "../../../core/kpi/kpi-value.ts";
import type { Kpi } from "../../../core/kpi/records.ts";
import { scoreLineOf } from "../../../core/kpi/score-line.ts";
import { scorecard } from "../../../core/kpi/scorecard.ts";
import { nameMessage } from "../../../core/team/name-key.ts";
import { standingOf } from "../../../core/review/pack-sources.ts";
import type { RowStanding } from "../../../core/target/standing.ts";
import { calendarOf } from "../../../core/target/target-tree.ts";
import { membersOn } from "../../../core/team/memberships.ts";
import { living } from "../../../core/team/team-rows.ts";
import type { HomeSource } from "./home-source.ts";

/** Where the team stands with its sales; `null` without a sales KPI. */
export function teamStanding({ book }: HomeSource): RowStanding | null {
  return standingOf(book, { kind: "team" }, book.period.id);
}

const STEPS = 13;

/** Results so far and the target by working days, at thirteen equal steps through the period: fractions of the larger one. */
export function paceLines({ book }: HomeSource, standing: RowStanding) {
  const { period, today } = book;
  const target = standing.target.quantity.value;
  const sumByDay = new Map<string, number>();
  for (const { day, amount } of standing.actual.explain().rows) {
    if (day !== undefined) sumByDay.set(day, (sumByDay.get(day) ?? 0) + (amount.value ?? 0));
  }
  if (sumByDay.size === 0) return null;
  const calendar = calendarOf(book.targetRows);
  const all = workingDaysIn(calendar, period);
  const ends = Array.from({ length: STEPS + 1 }, (_, step) =>
    addDays(period.start, Math.round((daysBetween(period.start, period.end) * step) / STEPS)),
  );
  return {
    values: ends.map((end, step) => (step > 0 && ends[step - 1]! > today ? null : sumBefore(sumByDay, end))),
    target:
      target === null || all === 0
        ? undefined
        : ends.map((end) => (target * workingDaysIn(calendar, { start: period.start, end })) / all),
  };
}

function sumBefore(sumByDay: ReadonlyMap<string, number>, end: Day): number {
  let sum = 0;
  for (const [day, amount] of sumByDay) if (day < end) sum += amount;
  return sum;
}

/** The members' scores of the period and their median. */
export function scoreFigures({ book, wantedOf }: HomeSource) {
  const members = membersOn(book.context.rows, book.today);
  const cards = members.flatMap((member) => {
    const card = scorecard(book.context, member.id, { period: book.period, wantedOf });
    const score = card.total.value.value;
    return score === null ? [] : [{ member, score, total: card.total }];
  });
  const sorted = cards.toSorted((a, b) => b.score - a.score);
  const value = { unit: "score", value: median(sorted.map((card) => card.score)) } as const;
  const explain = (): Explanation => ({
    title: message("app.home.score.title"),
    value,
    formula: message("app.home.score.formula"),
    ruleVersion: 1,
    inputs: sorted.map((card) => ({
      label: message("team.name", { zh: card.member.name, en: card.member.name }),
      value: card.total.value,
      explain: () => card.total.explain(),
    })),
    rows: [],
    notes: book.today < book.period.end ? [message("app.home.score.running")] : [],
  });
  return { value, explain, sorted, n: sorted.length, isRunning: book.today < book.period.end };
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const middle = sorted.length / 2;
  if (!Number.isInteger(middle)) return sorted[Math.floor(middle)]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The team's KPI that is furthest from its target in the wrong direction. */
export function weakestKpi({ book, wantedOf }: HomeSource) {
  const found = living(book.context.rows.kpis).flatMap((kpi) => {
    const one = distance(
      kpi,
      kpiValue(book.context, kpi.id, { subject: { kind: "team" }, period: book.period }),
    );
    return one ? [one] : [];
  });
  const [weakest] = found.toSorted((a, b) => a.reached - b.reached);
  return weakest && weakest.reached < 1 ? weakest : null;

  function distance(kpi: Kpi, value: KpiValue) {
    // The sales target by its pace is the target square's.
    if (kpi.kind === "flow" || value.value.value === null) return null;
    // Who buys again is known only when the period is over.
    if (kpi.metric === "retention" && book.today < book.period.end) return null;
    const wanted = wantedOf(kpi.id, { kind: "team" }, book.period);
    const target = scoreLineOf(kpi, { period: book.period, wanted })?.target;
    if (target === undefined || target === 0) return null;
    const actual = value.value.value;
    const reached = kpi.direction === "higher" ? actual / target : actual === 0 ? 1 : target / actual;
    return { name: nameMessage(kpi.name), value, reached, target: quantityOf(kpi.unit, target) };
  }
}
