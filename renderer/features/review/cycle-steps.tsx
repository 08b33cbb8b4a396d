import type { Period } from "../../../core/base/period.ts";
import type { ReviewCycle } from "../../../core/review/records.ts";
import { useWords } from "../../ui/words-context.tsx";

const STEPS = ["none", "open", "calibration", "locked"] as const;

/** Where a cycle stands on its way. */
export function CycleSteps({
  period,
  state,
}: {
  readonly period: Period;
  readonly state: ReviewCycle["state"] | "none";
}) {
  const words = useWords();
  return (
    <div className="review-steps">
      <h2>{words.text("review.cycle.title", { period: { period: period.id } })}</h2>
      <ol aria-label={words.text("review.cycle.steps")}>
        {STEPS.map((step) => (
          <li key={step} aria-current={step === state ? "step" : undefined}>
            {words.text(`review.cycle.state.${step}`)}
          </li>
        ))}
      </ol>
    </div>
  );
}
