import type { Day } from "../../../core/base/day.ts";
import { daysBetween } from "../../../core/base/day.ts";
import { caseSteps, isChained } from "../../../core/customer/case-chain.ts";
import type { CaseStep, CaseStepState } from "../../../core/customer/case-chain.ts";
import type { Case } from "../../../core/customer/records.ts";
import type { Words } from "../../../core/words/words.ts";
import type { Tone } from "../../ui/figure.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { overdueText } from "./fact-columns.tsx";

const TONES: Readonly<Record<CaseStepState, Tone>> = {
  done: "ahead",
  open: "on-pace",
  due: "behind",
  overdue: "at-risk",
  later: "muted",
  recurred: "at-risk",
};

/** The step that a case waits for: what is overdue or due first, else the first that is not done. */
export function openStep(one: Case, today: Day): CaseStep | undefined {
  const steps = caseSteps(one, today);
  for (const state of ["recurred", "overdue", "due", "open"] as const) {
    const found = steps.find((step) => step.state === state);
    if (found) return found;
  }
  return undefined;
}

/** The colour of a step. */
export function toneOf(state: CaseStepState): Tone {
  return TONES[state];
}

/** What a step's state is in words, with the days where it is due. */
export function stepStateText(words: Words, step: CaseStep, today: Day): string {
  const isDated = (step.state === "due" || step.state === "overdue") && step.dueOn !== null;
  return isDated
    ? overdueText(words, daysBetween(step.dueOn!, today))
    : words.text(`customer.case.state.${step.state}`);
}

/** Where a case stands, in one line: "整改 逾期 3 天". Cases that nobody follows up say nothing. */
export function caseStateText(words: Words, one: Case, today: Day): string {
  if (!isChained(one)) return "";
  const step = openStep(one, today);
  if (step === undefined) return words.text("customer.case.state.all-done");
  if (step.state === "open") return words.text("customer.case.waits", { step: stepName(words, step) });
  return `${stepName(words, step)} ${stepStateText(words, step, today)}`;
}

export function CaseStateCell({ one, today }: { readonly one: Case; readonly today: Day }) {
  const words = useWords();
  const state = isChained(one) ? openStep(one, today)?.state : undefined;
  return (
    <span className={state === undefined ? undefined : `tone-${toneOf(state)}`}>
      {caseStateText(words, one, today)}
    </span>
  );
}

export function stepName(words: Words, step: Pick<CaseStep, "key">): string {
  return words.text(`customer.case.step.${step.key}`);
}
