import { message } from "../../base/message.ts";
import { medianOf } from "../../kpi/metrics/sales-cycle.ts";
import type { PlanFigure } from "../plan/plan-totals.ts";
import type { Enrolment } from "../records.ts";

/** How useful members found a session: the median of their answers from 1 to 5, for two are as good as one loud voice.
 * @example usefulness([{ name: "王芳", enrolment: { memberId: "m1", rating: 4 } }]).value // => { unit: "score", value: 4 }
 */
export function usefulness(
  answers: readonly { readonly name: string; readonly enrolment: Pick<Enrolment, "memberId" | "rating"> }[],
): PlanFigure {
  const given = answers.filter(({ enrolment }) => enrolment.rating !== undefined);
  const value = {
    unit: "score",
    value: given.length === 0 ? null : medianOf(given.map(({ enrolment }) => enrolment.rating!)),
  } as const;
  const note = message("training.note.no-answers");
  return {
    value,
    n: given.length,
    ...(given.length === 0 ? { note } : {}),
    explain: () => ({
      title: message("training.explain.useful"),
      value,
      formula: message("training.formula.useful"),
      ruleVersion: 1,
      inputs: [],
      rows: given.map(({ name, enrolment }) => ({
        ref: { table: "members", id: enrolment.memberId },
        label: name,
        amount: { unit: "score", value: enrolment.rating! },
      })),
      notes: given.length === 0 ? [note] : [],
    }),
  };
}
