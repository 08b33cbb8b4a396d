import type { Explanation } from "../base/explain.ts";
import { message } from "../base/message.ts";
import type { Level } from "../base/settings.ts";
import { levelOf } from "./levels.ts";
import type { ScorePoint } from "./records.ts";
import { heldPoints, MOST_POINTS } from "./score-points.ts";
import { withoutNoise } from "./scorecard.ts";
import type { ScoreFigure, Scorecard } from "./scorecard.ts";

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
