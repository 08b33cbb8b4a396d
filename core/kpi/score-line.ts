import type { KpiId, Subject } from "../base/id.ts";
import type { Period } from "../base/period.ts";
import type { Kpi } from "./records.ts";
import { isOrdered } from "./score-at.ts";
import type { ScoreLine } from "./score-at.ts";

/** Target and stretch that a subject has for a KPI in a period: they take the place of the KPI's own. */
export interface Wanted {
  readonly target?: number | undefined;
  readonly stretch?: number | undefined;
}

/** Looks up what is wanted; the rooms above know the targets. */
export type WantedOf = (kpiId: KpiId, subject: Subject, period: Period) => Wanted;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The points by which a KPI is scored in a period; `null` without a target.
 * A flow's own points are for its frequency and grow with the length of the period; own points of amounts and counts are for
 * one person and grow with the people they are asked of. A subject's target takes the place of the KPI's own, and so does its stretch where it has one. Where the KPI has no threshold, or one that lies beyond a subject's
 * target, the threshold is where the score at it says: 60 % of the target for a score of 60 (140 % where lower is better).
 * Where there is no stretch beyond the target there is none.
 * @example scoreLineOf(aKpi("k1", { threshold: 12, target: 20 }), { period: period("2026-Q1", 1), wanted: {} }).target // => 60
 * @example scoreLineOf(aKpi("k1", { target: 20 }), { period: period("2026-01", 1), wanted: {}, people: 4 }).target // => 80
 * @example scoreLineOf(aKpi("k1"), { period: period("2026-Q1", 1), wanted: { target: 50 } }).threshold // => 30
 */
export function scoreLineOf(
  kpi: Kpi,
  of: { readonly period: Period; readonly wanted: Wanted; readonly people?: number },
): ScoreLine | null {
  const months = kpi.kind === "flow" ? MONTHS[of.period.kind] / MONTHS[kpi.frequency] : 1;
  const times = months * (growsWithPeople(kpi) ? (of.people ?? 1) : 1);
  const own = (point: number | undefined) => (point === undefined ? undefined : point * times);
  const target = of.wanted.target ?? own(kpi.target);
  if (target === undefined) return null;
  const { direction } = kpi;
  const line = {
    direction,
    threshold: target,
    target,
    stretch: target,
    floor: kpi.scoreFloor,
    cap: kpi.scoreCap,
  };
  const stretch = [of.wanted.stretch, own(kpi.stretch)].find(
    (point) => point !== undefined && isOrdered({ ...line, stretch: point }),
  );
  const threshold = [own(kpi.threshold), defaultThreshold(kpi, target)].find(
    (point) => point !== undefined && isOrdered({ ...line, threshold: point }),
  );
  return { ...line, threshold: threshold ?? target, stretch: stretch ?? target };
}

/** Whether a KPI of several people is the sum of theirs.
 * @example growsWithPeople({ kind: "flow", unit: "count" }) // => true
 * @example growsWithPeople({ kind: "ratio", unit: "percent" }) // => false
 */
export function growsWithPeople({ kind, unit }: Pick<Kpi, "kind" | "unit">): boolean {
  return kind !== "ratio" && (unit === "money" || unit === "count");
}

function defaultThreshold(kpi: Kpi, target: number): number {
  const percent = kpi.direction === "higher" ? kpi.scoreFloor : 200 - kpi.scoreFloor;
  return (target * percent) / 100;
}
