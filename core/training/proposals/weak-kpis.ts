import type { Day } from "../../base/day.ts";
import type { Period } from "../../base/period.ts";
import { periodOf, shiftPeriod } from "../../base/period.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { scorecard } from "../../kpi/scorecard.ts";
import type { WantedOf } from "../../kpi/score-line.ts";
import { membersOn } from "../../team/memberships.ts";
import { WEAK_SCORE } from "./training-needs.ts";
import type { WeakKpi } from "./training-needs.ts";

/** The KPIs in which the members on the team score below `WEAK_SCORE` in a period, in the order of members and their sets.
 * A KPI without a score is not weak, only unknown.
 * @example weakKpis(kpiWorld({}), { period: period("2026-Q1", 1), wantedOf: () => ({}) }) // => []
 */
export function weakKpis(
  context: KpiContext,
  of: { readonly period: Period; readonly wantedOf: WantedOf },
): readonly WeakKpi[] {
  return membersOn(context.rows, context.today).flatMap((member) =>
    scorecard(context, member.id, of).lines.flatMap(({ kpi, score }) => {
      const points = score.value.value;
      return points !== null && points < WEAK_SCORE ? [{ member, kpi, score: points }] : [];
    }),
  );
}

/** The quarter that ended last: what weak KPIs are looked for in.
 * @example lastQuarter("2026-09-01", 1).id // => "2026-Q2"
 */
export function lastQuarter(today: Day, fiscalStart: number): Period {
  return shiftPeriod(periodOf(today, "quarter", fiscalStart), -1, fiscalStart);
}
