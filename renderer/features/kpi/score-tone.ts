import type { Tone } from "../../ui/figure.tsx";

/** How a score stands when its period is over: at the target or above, short of it, below the usual score of the threshold.
 * While the period runs a score has no tone: what is still to come would make it look bad. */
export function scoreTone(score: number | null, isOver: boolean): Tone {
  if (score === null) return "muted";
  if (!isOver) return "on-pace";
  if (score >= 100) return "ahead";
  if (score >= 80) return "on-pace";
  return score >= 60 ? "behind" : "at-risk";
}
