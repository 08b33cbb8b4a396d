import type { Explanation } from "../base/explain.ts";
import type { MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Level } from "../base/settings.ts";
import { levelOf } from "./levels.ts";
import type { ScorePoint } from "./records.ts";
import { withoutNoise } from "./scorecard.ts";
import type { ScoreFigure, Scorecard } from "./scorecard.ts";

/** What bonus and penalty points may come to, either way. Source: formulas, KPI score. */
export const MOST_POINTS = 10;

/** A scorecard with its points, its level and the coefficient that the level brings. */
export interface FinalScore {
  readonly card: Scorecard;
  readonly points: readonly ScorePoint[];
  /** What the points count together: never beyond ±10. */
  readonly heldPoints: number;
  readonly total: ScoreFigure;
  readonly level: Level | null;
}

/** Raised when a result can change for the same data. */
const RULE_VERSION = 1;

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

/** The total of a scorecard with the points of the member, unrounded, and its level. Without a score of any KPI there is no
 * total: points alone make none. Source: formulas, KPI score.
 * @example finalScore({ total: { value: { unit: "score", value: 98 } } }, { points: [{ points: 3 }], levels: USUAL_LEVELS }).level.name // => "A"
 */
export function finalScore(
  card: Scorecard,
  of: { readonly points: readonly ScorePoint[]; readonly levels: readonly Level[] },
): FinalScore {
  const held = heldPoints(of.points);
  const base = card.total.value.value;
  const value = { unit: "score", value: base === null ? null : withoutNoise(base + held) } as const;
  const explain = (): Explanation => {
    const below = card.total.explain();
    return {
      ...below,
      value,
      formula: message("kpi.formula.final", { most: MOST_POINTS }),
      ruleVersion: RULE_VERSION,
      inputs: [
        { label: message("kpi.input.kpi-total"), value: card.total.value, explain: card.total.explain },
        ...of.points.map((one) => ({
          label: message("kpi.input.points", { reason: one.reason, day: { day: one.on } }),
          value: { unit: "score" as const, value: one.points },
        })),
      ],
    };
  };
  const total = { value, ...(card.total.note ? { note: card.total.note } : {}), explain };
  return { card, points: of.points, heldPoints: held, total, level: levelOf(of.levels, value.value) };
}
