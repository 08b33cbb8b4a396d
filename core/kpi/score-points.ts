import type { MemberId } from "../base/id.ts";
import type { ScorePoint } from "./records.ts";

/** What bonus and penalty points may come to, either way. Source: formulas, KPI score. */
export const MOST_POINTS = 10;

/** Σ of points in hundredths, held to ±10.
 * @example heldPoints([{ points: 7 }, { points: 6.5 }]) // => 10
 * @example heldPoints([{ points: 0.1 }, { points: 0.2 }]) // => 0.3
 */
export function heldPoints(points: readonly Pick<ScorePoint, "points">[]): number {
  const hundredths = points.reduce((sum, one) => sum + Math.round(one.points * 100), 0);
  return Math.min(MOST_POINTS, Math.max(-MOST_POINTS, hundredths / 100));
}

/** The points of a member in a period, earliest first.
 * @example pointsOf(new Map(), { memberId: "m1", periodId: "2026-Q3" }) // => []
 */
export function pointsOf(
  table: ReadonlyMap<string, ScorePoint>,
  of: { readonly memberId: MemberId; readonly periodId: string },
): readonly ScorePoint[] {
  return [...table.values()]
    .filter((one) => one.memberId === of.memberId && one.periodId === of.periodId)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
