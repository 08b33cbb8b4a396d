import { WHOLE_PPM } from "../base/money.ts";
import type { Level } from "../base/settings.ts";
import { levelOf } from "./levels.ts";

/** How a score stands by the levels that hold, whatever they are called: a level that brings more than its due is ahead, one
 * that brings its due in full is as wanted, the lowest is at risk, what lies between is behind.
 * @example levelTone([{ name: "S", from: 110, coefficient: 1500000 }, { name: "B", from: 80, coefficient: 1000000 }, { name: "C", from: 60, coefficient: 800000 }, { name: "D", coefficient: 0 }], 85) // => "on-pace"
 * @example levelTone([{ name: "ok", from: 50, coefficient: 1000000 }, { name: "low", coefficient: 500000 }], 40) // => "at-risk"
 */
export function levelTone(
  levels: readonly Level[],
  score: number,
): "ahead" | "on-pace" | "behind" | "at-risk" {
  const level = levelOf(levels, score);
  if (level === null || level.coefficient === WHOLE_PPM) return "on-pace";
  if (level.coefficient > WHOLE_PPM) return "ahead";
  return level === levels.at(-1) ? "at-risk" : "behind";
}
