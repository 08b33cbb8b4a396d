import type { ExplainedInput } from "../../base/explain.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { WHOLE_PPM } from "../../base/money.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { Period } from "../../base/period.ts";
import { kpiUnit, kpiValue } from "../../kpi/kpi-value.ts";
import type { Kpi } from "../../kpi/records.ts";
import { kpiAttainment } from "../../target/kpi-attainment.ts";
import { quantityIn } from "../leaderboard/leaderboard.ts";
import type { Criterion } from "../records.ts";
import type { CheckFor, Found } from "./check-criterion.ts";
import type { PromotionSource } from "./promotion-source.ts";

type ResultCriterion = Criterion & { readonly kind: "kpi" | "attainment" };

/** Checks a KPI's value or attainment over the last full periods before a day: one that falls short decides it; else one without
 * a value leaves it unknown. The figure is the weakest of those that have one.
 * @example checkResults(promotionWorld({ values: { a: 3 } }), { kind: "kpi", kpiId: "visits", atLeast: 3, periods: 2 }, { member: aMember("a"), on: "2026-11-23" }).isMet // => null
 */
export function checkResults(
  source: PromotionSource,
  criterion: ResultCriterion,
  of: CheckFor,
): Found & { readonly inputs: readonly ExplainedInput[] } {
  const { context, rows } = source;
  const kpi = context.rows.kpis.get(criterion.kpiId);
  if (!kpi) {
    const note = message("incentive.unknown.gone");
    return { isMet: null, value: { unit: "count", value: null }, note, inputs: [] };
  }
  const isValue = criterion.kind === "kpi";
  const subject: Subject = { kind: "member", id: of.member.id };
  const parts = lastPeriods(kpi, { ...of, count: criterion.periods }, context.settings.fiscalStart).map(
    (period) => ({
      period,
      figure: isValue
        ? kpiValue(context, kpi.id, { subject, period })
        : kpiAttainment({ context, rows }, kpi, { subject, period }),
    }),
  );
  const isLower = isValue && kpi.direction === "lower";
  const least = isValue ? criterion.atLeast : criterion.atLeast / WHOLE_PPM;
  const known = parts.flatMap(({ figure }) => figure.value.value ?? []);
  const weakest = known.length === 0 ? null : isLower ? Math.max(...known) : Math.min(...known);
  const fails = weakest !== null && (isLower ? weakest > least : weakest < least);
  const gaps = parts.length - known.length;
  return {
    isMet: fails ? false : gaps > 0 ? null : true,
    value: quantityIn(isValue ? kpiUnit(context, kpi) : "percent", weakest),
    ...(gaps > 0 ? { note: message("incentive.unknown.periods", { count: gaps, all: parts.length }) } : {}),
    inputs: parts.map(({ period, figure }) => ({
      label: message("incentive.input.period", { period: { period: period.id } }),
      value: figure.value,
      explain: () => figure.explain(),
    })),
  };
}

/** The full periods before the day, the earliest first. */
function lastPeriods(
  kpi: Kpi,
  { on, count }: CheckFor & { readonly count: number },
  fiscalStart: number,
): readonly Period[] {
  const running = periodOf(on, kpi.frequency, fiscalStart);
  return Array.from({ length: count }, (_, index) => shiftPeriod(running, index - count, fiscalStart));
}
