import { subjectKey } from "../../base/id.ts";
import type { Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { PaperBlock, PaperCell, PaperTone } from "../../base/paper.ts";
import { inPeriod } from "../../base/period.ts";
import { actionState, doneRates, listActions } from "../../meeting/actions/action-state.ts";
import type { ActionState } from "../../meeting/actions/action-state.ts";
import { listDecisions } from "../../meeting/decisions/edit-decisions.ts";
import type { Action, Decision } from "../../meeting/records.ts";
import type { PackBook } from "../pack-sources.ts";
import { column, dayCell, headline, plainRow } from "./cells.ts";

/** How many actions and decisions are named. */
const ACTIONS_SHOWN = 20;
const DECISIONS_SHOWN = 10;

const TONE_BY_STATE: Partial<Record<ActionState, PaperTone>> = {
  overdue: "at-risk",
  done: "ahead",
  dropped: "muted",
};

/** The actions of the period: those agreed, due or closed in it and those that were overdue in it, with the done-rate of a member;
 * for the team also what was decided. Nothing where nothing was agreed.
 * @example actionBlocks(sampleBook("2026-Q4"), { kind: "team" }).map((block) => block.kind) // => ["figures", "table", "list"]
 */
export function actionBlocks(book: PackBook, subject: Subject): readonly PaperBlock[] {
  const actions = actionsOf(book, subject);
  const decisions = subject.kind === "team" ? decisionsOf(book) : [];
  return [
    ...(actions.length === 0 ? [] : [countFigures(book, actions), actionTable(book, subject, actions)]),
    ...(decisions.length === 0 ? [] : [decisionList(decisions)]),
  ];
}

function actionsOf(book: PackBook, subject: Subject): readonly Action[] {
  const { period, today } = book;
  const isIn = (day: Action["dueOn"]) => day !== undefined && inPeriod(day, period);
  const all = [...book.rows.actions.values()].filter(
    (action) =>
      isIn(action.createdOn) ||
      isIn(action.dueOn) ||
      isIn(action.closedOn) ||
      (actionState(action, today) === "overdue" && action.dueOn! < period.end),
  );
  return listActions(
    all.filter((action) => subject.kind === "member" || !isBetweenTwo(book, action)),
    subject.kind === "member" ? { ownerId: subject.id } : {},
    today,
  );
}

/** Whether something was agreed between the manager and one member: that is theirs, and in no document of the team.
 * @example isBetweenTwo(sampleBook(), {}) // => false
 */
export function isBetweenTwo(book: PackBook, { meetingId }: Pick<Action, "meetingId">): boolean {
  return meetingId !== undefined && book.rows.meetings.get(meetingId)?.kind === "one-to-one";
}

function countFigures(book: PackBook, actions: readonly Action[]): PaperBlock {
  const states = actions.map((action) => actionState(action, book.today));
  const count = (key: string, fits: (state: ActionState) => boolean) => ({
    label: message(`review.pack.action.${key}`),
    quantity: { unit: "count" as const, value: states.filter(fits).length },
  });
  const rates = doneRates(actions, book.today);
  const owners = new Set(actions.map((action) => action.ownerId));
  return {
    kind: "figures",
    figures: [
      count("done", (state) => state === "done"),
      count("open", (state) => state !== "done" && state !== "dropped"),
      count("overdue", (state) => state === "overdue"),
      ...(owners.size === 1 && rates[0] ? [headline(message("meeting.rate.title"), rates[0])] : []),
    ],
  };
}

function actionTable(book: PackBook, subject: Subject, actions: readonly Action[]): PaperBlock {
  const rest = actions.length - ACTIONS_SHOWN;
  return {
    kind: "table",
    id: `actions-${subjectKey(subject)}`,
    title: message("review.pack.action.table"),
    columns: [
      column("what", "text"),
      ...(subject.kind === "member" ? [] : [column("owner", "text")]),
      column("due", "text"),
      column("closed", "text"),
      column("state", "text"),
    ],
    rows: actions.slice(0, ACTIONS_SHOWN).map((action) => {
      const state = actionState(action, book.today);
      const tone = TONE_BY_STATE[state];
      return plainRow(action.id, [
        { text: action.text },
        ...(subject.kind === "member" ? [] : [ownerCell(book, action)]),
        dayCell(action.dueOn),
        dayCell(action.closedOn),
        { message: message(`meeting.action.state.${state}`), ...(tone ? { tone } : {}) },
      ]);
    }),
    notes: rest > 0 ? [message("review.pack.more", { count: rest })] : [],
  };
}

function ownerCell(book: PackBook, { ownerId }: Action): PaperCell {
  const owner = ownerId === undefined ? undefined : book.context.rows.members.get(ownerId);
  return owner ? { text: owner.name } : { message: message("meeting.action.nobody") };
}

function decisionsOf(book: PackBook): readonly Decision[] {
  const told = [...book.rows.decisions.values()].filter(
    (one) => inPeriod(one.on, book.period) && !isBetweenTwo(book, one),
  );
  return listDecisions(told, book.today);
}

function decisionList(decisions: readonly Decision[]): PaperBlock {
  const rest = decisions.length - DECISIONS_SHOWN;
  return {
    kind: "list",
    title: message("review.pack.decision.list"),
    items: [
      ...decisions.slice(0, DECISIONS_SHOWN).map((one) => ({
        message: message("review.pack.decision.item", { day: { day: one.on }, text: one.text }),
        ...(one.outcome === ""
          ? one.reviewOn === undefined
            ? {}
            : { detail: message("review.pack.decision.review", { day: { day: one.reviewOn } }) }
          : { detail: message("review.pack.decision.outcome", { text: one.outcome }) }),
      })),
      ...(rest > 0 ? [{ message: message("review.pack.more", { count: rest }) }] : []),
    ],
    empty: message("review.pack.decision.none"),
  };
}
