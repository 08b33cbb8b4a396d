import type { Ppm } from "../base/money.ts";
import type { Level, Settings } from "../base/settings.ts";

/** The levels until the manager changes them: usual ones, not a norm. Source: formulas, KPI score. */
export const USUAL_LEVELS: readonly Level[] = [
  { name: "S", from: 110, coefficient: 1_500_000 as Ppm },
  { name: "A", from: 100, coefficient: 1_200_000 as Ppm },
  { name: "B", from: 80, coefficient: 1_000_000 as Ppm },
  { name: "C", from: 60, coefficient: 800_000 as Ppm },
  { name: "D", coefficient: 0 as Ppm },
];

/** The levels that hold in a workspace, from the highest down; the last one takes every score that is left.
 * @example levelsOf({}).map((level) => level.name) // => ["S", "A", "B", "C", "D"]
 * @example levelsOf({ levels: [{ name: "ok", coefficient: 1000000 }] }).length // => 1
 */
export function levelsOf(settings: Pick<Settings, "levels">): readonly Level[] {
  return settings.levels ?? USUAL_LEVELS;
}

/** The level of a total score, which is compared as it is and never rounded first; `null` without a score. The level's
 * `coefficient` is in ppm. Source: formulas, KPI score.
 * @example levelOf(USUAL_LEVELS, 110).name // => "S"
 * @example levelOf(USUAL_LEVELS, 99.999).name // => "B"
 * @example levelOf(USUAL_LEVELS, null) // => null
 */
export function levelOf(levels: readonly Level[], score: number | null): Level | null {
  if (score === null) return null;
  return levels.find(({ from }) => from === undefined || score >= from) ?? levels.at(-1) ?? null;
}
