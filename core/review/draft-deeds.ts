import type { MemberId, RecordRef, FactRef } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { inPeriod } from "../base/period.ts";
import type { Period } from "../base/period.ts";
import { isComplaint } from "../customer/case-chain.ts";
import type { Case } from "../customer/records.ts";
import type { KpiContext } from "../kpi/context.ts";
import { entriesOf } from "../kpi/entries.ts";
import { CASES } from "../kpi/fact-source.ts";
import type { Action } from "../meeting/records.ts";
import type { Course, Enrolment, TrainingSession } from "../training/records.ts";
import { resultsOf } from "../training/results/outcome.ts";
import { nameMessage } from "../team/name-key.ts";
import type { DraftSentence } from "./draft.ts";
import type { ImprovementPlan } from "./records.ts";

/** Actions, trainings and improvement plans that a draft is written from. */
export interface DeedRows {
  readonly actions: ReadonlyMap<string, Action>;
  readonly courses: ReadonlyMap<string, Course>;
  readonly trainingSessions: ReadonlyMap<string, TrainingSession>;
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  readonly improvementPlans: ReadonlyMap<string, ImprovementPlan>;
}

interface DeedsOf {
  readonly rows: DeedRows;
  readonly memberId: MemberId;
  readonly period: Period;
}

/** So many of each kind are named. */
const MOST = 3;

/** What a member did in a period beside deals, KPIs and tasks: actions done and missed, trainings passed, failed and missed,
 * complaints that count for them, remedies that they saw through, and checkpoints of improvement plans.
 * @example deedSentences(reviewSources().context, { rows: { actions: new Map(), courses: new Map(), trainingSessions: new Map(), enrolments: new Map(), improvementPlans: new Map() }, memberId: "nobody", period: period("2026-Q3", 1) }) // => []
 */
export function deedSentences(context: KpiContext, of: DeedsOf): readonly DraftSentence[] {
  return [
    ...actionSentences(context, of),
    ...trainingSentences(of),
    ...caseSentences(context, of),
    ...planSentences(of),
  ];
}

function actionSentences(context: KpiContext, { rows, memberId, period }: DeedsOf): readonly DraftSentence[] {
  const mine = [...rows.actions.values()].filter(({ ownerId }) => ownerId === memberId);
  const done = mine.filter(({ state, closedOn }) => state === "done" && isIn(closedOn, period));
  const missed = mine.filter(
    ({ state, dueOn }) => state === "open" && isIn(dueOn, period) && dueOn! < context.today,
  );
  const said = (kind: "done" | "missed") => (action: Action) =>
    sentence(kind === "done" ? "plus" : "minus", {
      ref: { table: "actions", id: action.id },
      text: message(`review.draft.action-${kind}`, {
        action: action.text,
        day: { day: (kind === "done" ? action.closedOn : action.dueOn)! },
      }),
    });
  return [...done.slice(0, MOST).map(said("done")), ...missed.slice(0, MOST).map(said("missed"))];
}

function trainingSentences({ rows, memberId, period }: DeedsOf): readonly DraftSentence[] {
  return resultsOf(rows, memberId)
    .filter(({ session }) => inPeriod(session.on, period))
    .flatMap(({ session, course, outcome }) => {
      if (outcome !== "passed" && outcome !== "failed" && outcome !== "missed") return [];
      const text = message(`review.draft.training-${outcome}`, {
        course: nameMessage(course.name),
        day: { day: session.on },
      });
      const ref = { table: "trainingSessions", id: session.id } as const;
      return [sentence(outcome === "passed" ? "plus" : "minus", { ref, text })];
    });
}

function caseSentences(context: KpiContext, { memberId, period }: DeedsOf): readonly DraftSentence[] {
  const subject = { kind: "member", id: memberId } as const;
  const complaints = entriesOf(context, CASES, { subject, span: period }).filter(({ fact }) =>
    isComplaint(fact.kind),
  );
  const remedied = context.facts.cases
    .flat()
    .filter((one) => one.remedyOwnerId === memberId && isIn(one.remedyDoneOn, period));
  const said = (kind: "complaint" | "remedied", one: Case, day: Case["openedOn"]) =>
    sentence(kind === "complaint" ? "minus" : "plus", {
      ref: { table: "cases", id: one.id },
      text: message(`review.draft.${kind}`, {
        case: one.subject ?? one.customerName ?? one.number ?? one.kind,
        day: { day: day! },
      }),
    });
  return [
    ...remedied.slice(0, MOST).map((one) => said("remedied", one, one.remedyDoneOn)),
    ...complaints.slice(0, MOST).map(({ fact, day }) => said("complaint", fact, day)),
  ];
}

/** What was found at the checkpoints that were looked at in the period. */
function planSentences({ rows, memberId, period }: DeedsOf): readonly DraftSentence[] {
  const mine = [...rows.improvementPlans.values()].filter((plan) => plan.memberId === memberId);
  return mine.flatMap((plan) =>
    plan.checkpoints.flatMap(({ id, expected, result, checkedOn }): readonly DraftSentence[] =>
      result === undefined || !isIn(checkedOn, period)
        ? []
        : [
            {
              key: `improvementPlans|${plan.id}|${id}`,
              tone: result === "met" ? "plus" : "minus",
              text: message(`review.draft.checkpoint-${result}`, { expected, day: { day: checkedOn! } }),
              ref: { table: "improvementPlans", id: plan.id },
            },
          ],
    ),
  );
}

function isIn(on: Case["openedOn"], period: Period): boolean {
  return on !== undefined && inPeriod(on, period);
}

function sentence(
  tone: DraftSentence["tone"],
  { ref, text }: { readonly ref: FactRef | RecordRef; readonly text: Message },
): DraftSentence {
  return { key: `${ref.table}|${ref.id}|${text.key}`, tone, text, ref };
}
