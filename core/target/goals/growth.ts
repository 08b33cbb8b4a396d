import type { Kpi } from "../../kpi/records.ts";

/** How a KPI is to move each year: by a fraction of itself, or by an amount where it is a rate, ratio or score. */
export type GrowthKind = "fraction" | "points";

/** Money, counts, days and hours grow by a fraction a year; percent, ratios and scores by points.
 * @example growthKind({ unit: "percent" }) // => "points"
 */
export function growthKind(kpi: Pick<Kpi, "unit">): GrowthKind {
  return kpi.unit === "percent" || kpi.unit === "ratio" || kpi.unit === "score" ? "points" : "fraction";
}

/** Growth per year from one value to another over some years. As a fraction: (to ÷ from)^(1 ÷ years) − 1, none unless both
 * are above 0; in points: (to − from) ÷ years. None for no years.
 * @example growthPerYear("fraction", { from: 100, to: 121, years: 2 })?.toFixed(6) // => "0.100000"
 * @example growthPerYear("points", { from: 2, to: 5, years: 2 }) // => 1.5
 * @example growthPerYear("fraction", { from: 0, to: 5, years: 2 }) // => null
 */
export function growthPerYear(
  kind: GrowthKind,
  { from, to, years }: { readonly from: number; readonly to: number; readonly years: number },
): number | null {
  if (years <= 0) return null;
  if (kind === "points") return (to - from) / years;
  return from > 0 && to > 0 ? (to / from) ** (1 / years) - 1 : null;
}
