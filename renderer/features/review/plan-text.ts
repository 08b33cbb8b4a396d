import type { Day } from "../../../core/base/day.ts";
import { planStanding } from "../../../core/review/improvement-plan.ts";
import type { ImprovementPlan } from "../../../core/review/records.ts";
import type { Words } from "../../../core/words/words.ts";

/** Where a plan stands, in a few words. */
export function planText(words: Words, plan: ImprovementPlan, today: Day): string {
  if (plan.outcome) return words.text(`review.plan.result.${plan.outcome.result}`);
  const { due, isOutcomeDue, next } = planStanding(plan, today);
  if (due[0]) return words.text("review.plan.state.check", { day: { day: due[0].on } });
  if (isOutcomeDue) return words.text("review.plan.state.outcome", { day: { day: plan.until } });
  return words.text("review.plan.state.next", { day: { day: next?.on ?? plan.until } });
}
