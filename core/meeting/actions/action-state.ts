import { addDays, daysBetween, weekdayOf } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Quantity } from "../../base/message.ts";
import type { Action } from "../records.ts";

/** Where an action stands on a day. */
export const ACTION_STATES = ["overdue", "this-week", "later", "no-day", "done", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Fewer actions than this say little of a person. */
export const FEW_ACTIONS = 5;

/** Where an action stands: closed, past its day, due by the Sunday of this week, due later, or without a day.
 * @example actionState(anAction("a1", { dueOn: "2026-11-25" }), "2026-11-26") // => "overdue"
 */
export function actionState(action: Action, today: Day): ActionState {
  if (action.state !== "open") return action.state;
  if (action.dueOn === undefined) return "no-day";
  if (action.dueOn < today) return "overdue";
  return action.dueOn <= addDays(today, 7 - weekdayOf(today)) ? "this-week" : "later";
}

/** Days by which an open action is past its day; 0 when it is not.
 * @example daysOverdue(anAction("a1", { dueOn: "2026-11-24" }), "2026-11-26") // => 2
 */
export function daysOverdue(action: Action, today: Day): number {
  return actionState(action, today) === "overdue" ? daysBetween(action.dueOn!, today) : 0;
}

/** Which actions are wanted; what is left out does not filter. */
export interface ActionFilter {
  /** A member; `null`: those of nobody. */
  readonly ownerId?: MemberId | null;
  readonly state?: ActionState | "open";
}

/** Actions as a list: overdue first, the earliest day first, those without a day after all that have one; then what is closed,
 * the latest first.
 * @example listActions([anAction("a1"), anAction("a2", { dueOn: "2026-11-20" })], {}, "2026-11-26").map((one) => one.id) // => ["a2", "a1"]
 */
export function listActions(actions: Iterable<Action>, filter: ActionFilter, today: Day): readonly Action[] {
  const { ownerId, state } = filter;
  return [...actions]
    .filter((action) => ownerId === undefined || (action.ownerId ?? null) === ownerId)
    .filter((action) =>
      state === "open"
        ? action.state === "open"
        : state === undefined || actionState(action, today) === state,
    )
    .toSorted(compareActions);
}

/** How much of what was due a person has done. */
export interface DoneRate {
  readonly memberId: MemberId;
  readonly done: number;
  /** What was done, and what is open past its day. */
  readonly due: number;
  readonly overdue: number;
  readonly value: Quantity;
  explain(): Explanation;
}

/** The done-rate of everybody who has actions that were done or are past their day: done ÷ (done + overdue). What still has time
 * or was dropped does not count.
 * @example doneRates([anAction("a1", { ownerId: "m1", state: "done" }), anAction("a2", { ownerId: "m1", dueOn: "2026-11-20" })], "2026-11-26").map((one) => one.value) // => [{ unit: "percent", value: 0.5 }]
 */
export function doneRates(actions: Iterable<Action>, today: Day): readonly DoneRate[] {
  const byMember = new Map<MemberId, Action[]>();
  for (const action of actions) {
    const counts = action.state === "done" || actionState(action, today) === "overdue";
    if (action.ownerId === undefined || !counts) continue;
    byMember.set(action.ownerId, [...(byMember.get(action.ownerId) ?? []), action]);
  }
  return [...byMember].map(([memberId, own]) => rateOf(memberId, own));
}

function rateOf(memberId: MemberId, own: readonly Action[]): DoneRate {
  const done = own.filter(({ state }) => state === "done").length;
  const value = { unit: "percent", value: done / own.length } as const;
  return {
    memberId,
    done,
    due: own.length,
    overdue: own.length - done,
    value,
    explain: () => ({
      title: message("meeting.rate.title"),
      value,
      formula: message("meeting.rate.formula"),
      ruleVersion: 1,
      inputs: [
        { label: message("meeting.rate.done"), value: { unit: "count", value: done } },
        { label: message("meeting.rate.due"), value: { unit: "count", value: own.length } },
      ],
      rows: own.map((action) => ({
        ref: { table: "actions", id: action.id },
        label: action.text,
        ...(action.dueOn === undefined ? {} : { day: action.dueOn }),
        amount: { unit: "count", value: action.state === "done" ? 1 : 0 },
      })),
      notes: own.length < FEW_ACTIONS ? [message("meeting.rate.few", { count: own.length })] : [],
    }),
  };
}

const LAST = "9999-12-31";

function compareActions(a: Action, b: Action): number {
  const isOpen = a.state === "open";
  if (isOpen !== (b.state === "open")) return isOpen ? -1 : 1;
  const byDay = isOpen
    ? compareText(a.dueOn ?? LAST, b.dueOn ?? LAST)
    : compareText(b.closedOn ?? "", a.closedOn ?? "");
  return byDay || a.order - b.order || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
