import type { Tone } from "../../ui/figure.tsx";

/** How a score stands: at the target or above, short of it, below the usual score of the threshold. */
export function scoreTone(score: number | null): Tone {
  if (score === null) return "muted";
  if (score >= 100) return "ahead";
  if (score >= 80) return "on-pace";
  return score >= 60 ? "behind" : "at-risk";
}
