import type { Day } from "../../base/day.ts";
import type { ExplainedInput, Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { period as periodFrom, periodOf } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { quantityOf } from "../../kpi/kpi-value.ts";
import type { KpiValue } from "../../kpi/kpi-value.ts";
import type { Kpi } from "../../kpi/records.ts";
import { nameMessage } from "../../team/name-key.ts";
import { attainment } from "../measures.ts";
import type { Goal } from "../records.ts";
import type { TargetFigure } from "../standing.ts";
import { growthKind, growthPerYear } from "./growth.ts";
import type { GrowthKind } from "./growth.ts";

/** Where a year of a goal stands: reached or missed when it is over; before that, whether growing as until now is enough. */
export type GoalState = "reached" | "missed" | "already" | "on-course" | "steeper" | "no-history" | "no-base";

/** One fiscal year of a goal. */
export interface GoalYear {
  readonly year: number;
  readonly period: Period;
  readonly isOver: boolean;
  /** What is wanted; `null`: nothing. */
  readonly goal: number | null;
  /** As far as the book knows; nothing of a year that has not begun. */
  readonly actual: TargetFigure;
  /** Of a year that is over. */
  readonly attainment: TargetFigure;
  /** Growth per year from the last year that is over; of years still to come. */
  readonly required: TargetFigure;
  /** `null` without a goal. */
  readonly state: GoalState | null;
  /** Where the way to the goals leads through: the goals, and between them and from the base on even growth. */
  readonly path: number | null;
}

/** A goal over the years. */
export interface GoalOutlook {
  readonly years: readonly GoalYear[];
  /** The last year that is over and has a value: from here growth is required. */
  readonly base: { readonly year: number; readonly value: number } | null;
  /** Growth per year up to the base, from the first year known; `null` with one year or none. */
  readonly achieved: number | null;
}

/** What an outlook is made of. */
export interface GoalSources {
  readonly kpi: Kpi;
  readonly goal: Goal | undefined;
  readonly actualOf: (period: Period) => Pick<KpiValue, "value" | "note" | "explain">;
  readonly today: Day;
  readonly fiscalStart: number;
}

const YEARS_BACK = 3;
const YEARS_AHEAD = 5;
const RULE_VERSION = 1;

/** A goal year by year: three years back, five ahead, and every year that has a goal. Required growth per year is counted from
 * the last year that is over and has a value (`growthPerYear`); a year on its way is on course when that is no more than what
 * was achieved per year until then, where lower is better no less.
 * @example goalOutlook({ kpi: book().kpis.get("visits"), goal: undefined, actualOf: () => ({ value: { unit: "count", value: null } }), today: "2026-09-14", fiscalStart: 1 }).years.map((one) => one.year) // => [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031]
 */
export function goalOutlook(from: GoalSources): GoalOutlook {
  const { today, fiscalStart, goal } = from;
  const now = Number(periodOf(today, "year", fiscalStart).id);
  const wanted = Object.keys(goal?.valueByYear ?? {}).map(Number);
  const first = Math.min(now - YEARS_BACK, ...wanted);
  const last = Math.max(now + YEARS_AHEAD, ...wanted);
  const years = Array.from({ length: last - first + 1 }, (_, step) => yearOf(from, first + step));
  const known = years.filter((one) => one.isOver && one.actual.quantity.value !== null);
  const points = known.map((one) => ({ year: one.year, value: one.actual.quantity.value! }));
  const base = points.at(-1) ?? null;
  const achieved = base && points[0] ? growthBetween(from, points[0], base) : null;
  const path = pathOf(from, years, base);
  const needed = years.map((one) => ({
    ...withNeed(from, one, { base, achieved }),
    path: path.get(one.year) ?? null,
  }));
  return { years: needed, base, achieved };
}

type Point = NonNullable<GoalOutlook["base"]>;
type Begun = Pick<GoalYear, "year" | "period" | "isOver" | "goal" | "actual">;

function yearOf({ goal, actualOf, today, fiscalStart, kpi }: GoalSources, year: number): Begun {
  const period = periodFrom(String(year), fiscalStart);
  const wanted = goal?.valueByYear[String(year)] ?? null;
  const known = { year, period, isOver: period.end <= today, goal: wanted };
  if (period.start > today) {
    const none = message("target.goal.none.future");
    return { ...known, actual: missing(kpi, none, message("target.goal.actual", { year: String(year) })) };
  }
  const actual = actualOf(period);
  const note = actual.note ?? (known.isOver ? undefined : message("target.goal.so-far"));
  return {
    ...known,
    actual: { quantity: actual.value, ...(note ? { note } : {}), explain: () => actual.explain() },
  };
}

function withNeed(
  from: GoalSources,
  of: Begun,
  { base, achieved }: Pick<GoalOutlook, "base" | "achieved">,
): Omit<GoalYear, "path"> {
  const growth =
    of.goal === null || of.isOver || base === null
      ? null
      : growthBetween(from, base, { year: of.year, value: of.goal });
  return {
    ...of,
    attainment: attained(from, of),
    required: required(from, of, { base, growth }),
    state: stateOf(from, of, { base, achieved, growth }),
  };
}

function pathOf(
  { kpi }: GoalSources,
  years: readonly Begun[],
  base: Point | null,
): ReadonlyMap<number, number> {
  const goals = years.flatMap(({ year, goal }): readonly Point[] =>
    goal === null ? [] : [{ year, value: goal }],
  );
  const starts = base !== null && goals.some((one) => one.year > base.year);
  const corners = starts && goals.every((one) => one.year !== base.year) ? [...goals, base] : goals;
  const kind = growthKind(kpi);
  const path = new Map<number, number>();
  let from: Point | null = null;
  for (const to of corners.toSorted((a, b) => a.year - b.year)) {
    if (from !== null) {
      const growth = growthPerYear(kind, { from: from.value, to: to.value, years: to.year - from.year });
      for (let year = from.year + 1; growth !== null && year < to.year; year += 1) {
        path.set(year, grown(kind, from, { growth, year }));
      }
    }
    path.set(to.year, to.value);
    from = to;
  }
  return path;
}

function grown(
  kind: GrowthKind,
  from: Point,
  { growth, year }: { readonly growth: number; readonly year: number },
) {
  const years = year - from.year;
  return kind === "points" ? from.value + growth * years : from.value * (1 + growth) ** years;
}

function growthBetween({ kpi }: GoalSources, from: Point, to: Point): number | null {
  return growthPerYear(growthKind(kpi), { from: from.value, to: to.value, years: to.year - from.year });
}

function stateOf(
  { kpi }: GoalSources,
  { goal, isOver, actual }: Begun,
  known: { readonly base: Point | null; readonly achieved: number | null; readonly growth: number | null },
): GoalState | null {
  if (goal === null) return null;
  const reaches = (value: number) => (kpi.direction === "lower" ? value <= goal : value >= goal);
  const { value } = actual.quantity;
  if (isOver) return value === null ? "no-base" : reaches(value) ? "reached" : "missed";
  if (value !== null && kpi.kind === "flow" && kpi.direction === "higher" && reaches(value)) return "reached";
  const { base, achieved, growth } = known;
  if (base === null || growth === null) return "no-base";
  if (reaches(base.value)) return "already";
  if (achieved === null) return "no-history";
  return (kpi.direction === "lower" ? growth >= achieved : growth <= achieved) ? "on-course" : "steeper";
}

function attained({ kpi }: GoalSources, { goal, actual, isOver, year }: Begun): TargetFigure {
  const title = message("target.goal.explain.attainment", { kpi: nameMessage(kpi.name), year: String(year) });
  const measured = isOver
    ? attainment({
        kpi,
        target: goal,
        actual: actual.quantity.value,
        days: { total: 0, elapsed: 0, left: 0 },
      })
    : { value: null, note: message("target.goal.none.running") };
  const quantity = { unit: "percent", value: measured.value } as const;
  return {
    quantity,
    ...(measured.note ? { note: measured.note } : {}),
    explain: () => ({
      ...plain(title, quantity, message("target.goal.formula.attainment")),
      inputs: [actualInput(actual), goalInput(kpi, goal)],
      notes: measured.note ? [measured.note] : [],
    }),
  };
}

function required(
  from: GoalSources,
  of: Begun,
  { base, growth }: { readonly base: Point | null; readonly growth: number | null },
): TargetFigure {
  const { kpi } = from;
  const kind = growthKind(kpi);
  const quantity =
    kind === "points" ? quantityOf(kpi.unit, growth) : ({ unit: "percent", value: growth } as const);
  const title = message("target.goal.explain.required", {
    kpi: nameMessage(kpi.name),
    year: String(of.year),
  });
  const note = growth === null ? missingNeed(of, base) : null;
  return {
    quantity,
    ...(note ? { note } : {}),
    explain: () => ({
      ...plain(title, quantity, message(`target.goal.formula.${kind}`)),
      inputs: [
        ...(base
          ? [
              {
                label: message("target.goal.input.base", { year: String(base.year) }),
                value: quantityOf(kpi.unit, base.value),
                explain: () => from.actualOf(periodFrom(String(base.year), from.fiscalStart)).explain(),
              },
            ]
          : []),
        goalInput(kpi, of.goal),
        ...(base
          ? [
              {
                label: message("target.goal.input.years"),
                value: { unit: "count", value: of.year - base.year } as const,
              },
            ]
          : []),
      ],
      notes: note ? [note] : [],
    }),
  };
}

function missingNeed(of: Begun, base: Point | null): Message {
  if (of.isOver) return message("target.goal.none.over");
  if (of.goal === null) return message("target.goal.none.goal");
  return message(base === null ? "target.goal.none.base" : "target.goal.none.growth");
}

function missing(kpi: Kpi, note: Message, title: Message): TargetFigure {
  const quantity = quantityOf(kpi.unit, null);
  return { quantity, note, explain: () => ({ ...plain(title, quantity, note), notes: [] }) };
}

function plain(title: Message, value: Explanation["value"], formula: Message): Explanation {
  return { title, value, formula, ruleVersion: RULE_VERSION, inputs: [], rows: [], notes: [] };
}

function actualInput(actual: TargetFigure): ExplainedInput {
  return {
    label: message("target.goal.column.actual"),
    value: actual.quantity,
    explain: () => actual.explain(),
  };
}

function goalInput(kpi: Kpi, goal: number | null): ExplainedInput {
  return { label: message("target.goal.column.goal"), value: quantityOf(kpi.unit, goal) };
}
