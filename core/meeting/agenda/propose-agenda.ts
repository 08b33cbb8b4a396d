import { daysBetween } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { KpiId, MemberId, PracticeId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { Money } from "../../base/money.ts";
import type { PeriodId } from "../../base/period.ts";
import { agendaFromImports } from "../agenda-from-imports.ts";
import type { ImportEvent } from "../agenda-from-imports.ts";
import type { Action, AgendaItem, Decision, Meeting } from "../records.ts";
import { AGENDA_ITEM_KINDS } from "../records.ts";

/** What an agenda is written from, as plain values of the lower rooms and of meetings. */
export interface AgendaSources {
  readonly today: Day;
  /** Whom a one-to-one is with: then only what is theirs is proposed. */
  readonly memberId?: MemberId;
  /** The meeting of the series before; `null`: this is the first. */
  readonly before: Pick<Meeting, "on" | "items"> | null;
  readonly nameOf: (memberId: MemberId) => string;
  /** Actions that are still open. */
  readonly actions: readonly Action[];
  /** Decisions of such meetings whose day to look again has come: of the team's, or of those between the two. */
  readonly decisions: readonly Decision[];
  readonly paces: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly state: "behind" | "at-risk";
    readonly pace: number;
    readonly gap: Quantity;
    readonly kpiId: KpiId;
  }[];
  readonly imports: readonly ImportEvent[];
  /** Open deals that stand longer in their stage than the norm. */
  readonly stalled: readonly {
    readonly id: string;
    readonly name: string;
    readonly ownerId: MemberId | null;
    readonly amount: Money | null;
    readonly stage: string;
    readonly days: number;
    readonly norm: number;
    /** A practice that may help. */
    readonly practice?: { readonly id: PracticeId; readonly title: string };
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly severity: "risk" | "warning" | "hint";
    readonly message: Message;
    readonly ref: string | null;
    readonly memberIds: readonly string[];
  }[];
  readonly trainings: readonly { readonly id: string; readonly name: Message; readonly on: Day }[];
  /** Mandatory courses past their day, of members who are not enrolled yet. */
  readonly overdueCourses: readonly {
    readonly memberId: MemberId;
    readonly name: string;
    readonly courseId: string;
    readonly course: Message;
    readonly dueOn: Day;
  }[];
  /** Cycles of reviews that are open, with how many members' parts are not whole. */
  readonly cycles: readonly { readonly period: PeriodId; readonly missing: number; readonly all: number }[];
  /** What is to be looked at of improvement plans soon; between the two alone. */
  readonly checkpoints: readonly {
    readonly planId: string;
    readonly memberId: MemberId;
    readonly on: Day;
    readonly expected: string;
  }[];
  readonly reviews: readonly {
    readonly quarter: Message;
    readonly written: number;
    readonly all: number;
    readonly due: Day;
  }[];
}

/** How many of a kind stand on an agenda; the rest is one line that says how many. */
const MOST_OF_A_KIND = 3;
/** The line of the actions that still have time. */
const OPEN_ACTIONS = "action:open";

/** The agenda that writes itself: what was carried over or parked last time, actions past their day, decisions to look at
 * again, members behind their pace, what imports did to deals, deals that stand still, what is wrong with the team, trainings
 * and reviews to come. Of each kind the weightiest first and at most three; the rest is counted in a line of its own. A line
 * keeps its key from meeting to meeting, so that nothing stands there twice.
 * @example proposeAgenda(agendaSources({ actions: [anAction("报价", { dueOn: "2026-11-20" })] })).map((one) => one.key) // => ["action:报价"]
 */
export function proposeAgenda(sources: AgendaSources): readonly AgendaItem[] {
  const live = [
    ...actionItems(sources),
    ...decisionItems(sources),
    ...paceItems(sources),
    ...importItems(sources),
    ...stalledItems(sources),
    ...findingItems(sources),
    ...trainingItems(sources),
    ...reviewItems(sources),
  ];
  return withCarried(live, sources);
}

/** What was left open or parked last time comes again; where it is still proposed for its own sake, it says so there. */
function withCarried(live: readonly AgendaItem[], sources: AgendaSources): readonly AgendaItem[] {
  const { before } = sources;
  const left = (before?.items ?? []).filter(
    (one) => (one.state === "carried" || one.state === "parked") && !isSettled(sources, one),
  );
  const leftByKey = new Map(left.map((item) => [item.key, item]));
  const liveKeys = new Set(live.map(({ key }) => key));
  const again = (item: AgendaItem) => message(`meeting.agenda.${item.state}`, { day: { day: before!.on } });
  const come = left
    .filter(({ key }) => !liveKeys.has(key))
    .map((item): AgendaItem => {
      const { seconds: _spent, ...rest } = item;
      const kind = item.state === "parked" ? "parked" : "carried";
      return { ...rest, kind, reasons: [again(item)], state: "open", notes: "" };
    });
  return [
    ...come,
    ...live.map((item) => {
      const known = leftByKey.get(item.key);
      return known ? { ...item, reasons: [again(known), ...item.reasons] } : item;
    }),
  ];
}

/** Whether a line that was left has nothing more to say: it counts what is counted anew, or its action is done or its
 * decision looked at since. */
function isSettled({ actions, decisions }: AgendaSources, { key, ref }: AgendaItem): boolean {
  if (key === OPEN_ACTIONS || AGENDA_ITEM_KINDS.some((kind) => key === moreKey(kind))) return true;
  if (ref?.startsWith("actions/")) return !actions.some(({ id }) => ref === `actions/${id}`);
  return ref?.startsWith("decisions/") === true && !decisions.some(({ id }) => ref === `decisions/${id}`);
}

function moreKey(kind: AgendaItem["kind"]): string {
  return `${kind}:more`;
}

type Draft = Pick<AgendaItem, "key" | "kind" | "title" | "reasons"> &
  Partial<Pick<AgendaItem, "ref" | "kpiId" | "figure">>;

function item(draft: Draft): AgendaItem {
  return { ...draft, state: "open", notes: "" };
}

/** The weightiest, and a line for the rest. */
function capped(items: readonly AgendaItem[], kind: AgendaItem["kind"]): readonly AgendaItem[] {
  const rest = items.length - MOST_OF_A_KIND;
  if (rest <= 0) return items;
  return [
    ...items.slice(0, MOST_OF_A_KIND),
    item({
      key: moreKey(kind),
      kind,
      title: message(`meeting.agenda.more.${kind}`, { count: rest }),
      reasons: [],
    }),
  ];
}

function isOurs({ memberId }: AgendaSources, ownerId: string | null | undefined): boolean {
  return memberId === undefined || ownerId === memberId;
}

/** Each action past its day; those that still have time are one line. */
function actionItems(sources: AgendaSources): readonly AgendaItem[] {
  const { today, nameOf } = sources;
  const open = sources.actions.filter((action) => isOurs(sources, action.ownerId));
  const overdue = open
    .filter(({ dueOn }) => dueOn !== undefined && dueOn < today)
    .toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1));
  const waiting = open.length - overdue.length;
  return [
    ...capped(
      overdue.map((action) => {
        const count = daysBetween(action.dueOn!, today);
        const owner = action.ownerId === undefined ? "nobody" : "owner";
        const name = action.ownerId === undefined ? "" : nameOf(action.ownerId);
        return item({
          key: `action:${action.id}`,
          kind: "action",
          title: action.text,
          reasons: [message(`meeting.agenda.overdue.${owner}`, { count, name })],
          ref: `actions/${action.id}`,
          ...(action.kpiId === undefined ? {} : { kpiId: action.kpiId }),
          figure: { unit: "days", value: count },
        });
      }),
      "action",
    ),
    ...(waiting === 0
      ? []
      : [
          item({
            key: OPEN_ACTIONS,
            kind: "action",
            title: message("meeting.agenda.open", { count: waiting }),
            reasons: [],
            figure: { unit: "count", value: waiting },
          }),
        ]),
  ];
}

function decisionItems({ decisions, today }: AgendaSources): readonly AgendaItem[] {
  return capped(
    decisions.map((decision) =>
      item({
        key: `decision:${decision.id}`,
        kind: "decision",
        title: decision.text.slice(0, 200),
        reasons: [
          message("meeting.agenda.decision", {
            day: { day: decision.on },
            review: { day: decision.reviewOn ?? today },
          }),
        ],
        ref: `decisions/${decision.id}`,
      }),
    ),
    "decision",
  );
}

function paceItems(sources: AgendaSources): readonly AgendaItem[] {
  const behind = sources.paces
    .filter((one) => isOurs(sources, one.memberId))
    .toSorted((a, b) => (b.gap.value ?? 0) - (a.gap.value ?? 0));
  return capped(
    behind.map(({ memberId, name, state, pace, gap, kpiId }) =>
      item({
        key: `pace:${memberId}`,
        kind: "pace",
        title: message("meeting.agenda.pace", { name }),
        reasons: [message(`meeting.need.${state}`, { pace: { unit: "percent", value: pace }, gap })],
        ref: `members/${memberId}`,
        kpiId,
        figure: gap,
      }),
    ),
    "pace",
  );
}

function importItems(sources: AgendaSources): readonly AgendaItem[] {
  const events = sources.imports.filter((event) => isOurs(sources, event.ownerId));
  return capped(
    agendaFromImports(events).map((one) =>
      item({
        key: one.key,
        kind: "import",
        title: message("meeting.agenda.deal", { name: one.about, owner: one.owner }),
        reasons: [...one.reasons],
        ref: `${one.ref.table}/${one.ref.id}`,
        figure: { unit: "money", value: one.amount },
      }),
    ),
    "import",
  );
}

function stalledItems(sources: AgendaSources): readonly AgendaItem[] {
  const { nameOf } = sources;
  const told = new Set(sources.imports.map(({ ref }) => ref.id));
  const stalled = sources.stalled
    .filter((deal) => isOurs(sources, deal.ownerId) && !told.has(deal.id))
    .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || b.days - a.days);
  return capped(
    stalled.map(({ id, name, ownerId, amount, stage, days, norm, practice }) =>
      item({
        key: `stalled:${id}`,
        kind: "stalled",
        title: message("meeting.agenda.deal", {
          name,
          owner: ownerId === null ? message("base.unassigned") : nameOf(ownerId),
        }),
        reasons: [
          message("meeting.agenda.stalled", { stage, count: days, norm }),
          ...(practice === undefined
            ? []
            : [message("meeting.agenda.stalled.practice", { practice: practice.title })]),
        ],
        ref: `deals/${id}`,
        ...(practice === undefined ? {} : { practiceId: practice.id }),
        figure: { unit: "money", value: amount },
      }),
    ),
    "stalled",
  );
}

function findingItems(sources: AgendaSources): readonly AgendaItem[] {
  const { memberId } = sources;
  return capped(
    sources.findings
      .filter(({ severity }) => severity !== "hint")
      .filter(({ memberIds }) => memberId === undefined || memberIds.includes(memberId))
      .toSorted((a, b) => Number(b.severity === "risk") - Number(a.severity === "risk"))
      .map((finding) =>
        item({
          key: `finding:${finding.id}`.slice(0, 200),
          kind: "finding",
          title: finding.message,
          reasons: [],
          ...(finding.ref === null ? {} : { ref: finding.ref }),
        }),
      ),
    "finding",
  );
}

/** What is overdue before what is to come. */
function trainingItems(sources: AgendaSources): readonly AgendaItem[] {
  const { trainings, overdueCourses, memberId } = sources;
  const overdue = overdueCourses
    .filter((one) => isOurs(sources, one.memberId))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ memberId: who, name, courseId, course, dueOn }) =>
      item({
        key: `course:${courseId}|${who}`.slice(0, 200),
        kind: "training",
        title: message("meeting.agenda.course", { name, course }),
        reasons: [message("meeting.agenda.course.due", { day: { day: dueOn } })],
        ref: `courses/${courseId}`,
      }),
    );
  if (memberId !== undefined) return capped(overdue, "training");
  const coming = trainings
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ id, name, on }) =>
      item({
        key: `training:${id}`,
        kind: "training",
        title: message("meeting.agenda.training", { name }),
        reasons: [message("meeting.agenda.training.on", { day: { day: on } })],
        ref: `trainingSessions/${id}`,
      }),
    );
  return capped([...overdue, ...coming], "training");
}

function reviewItems(sources: AgendaSources): readonly AgendaItem[] {
  const { reviews, cycles, memberId } = sources;
  if (memberId !== undefined) return checkpointItems(sources, memberId);
  const open = cycles.map(({ period, missing, all }) =>
    item({
      key: `cycle:${period}`,
      kind: "review",
      title: message("meeting.agenda.cycle", { period: { period } }),
      reasons: [message(`meeting.agenda.cycle.${missing > 0 ? "missing" : "whole"}`, { missing, all })],
      ref: `reviewCycles/${period}`,
    }),
  );
  const words = reviews.map(({ quarter, written, all, due }) =>
    item({
      key: `review:${due}`,
      kind: "review",
      title: message("meeting.agenda.review", { quarter }),
      reasons: [message("meeting.agenda.review.written", { written, all, day: { day: due } })],
    }),
  );
  return [...open, ...words];
}

function checkpointItems({ checkpoints }: AgendaSources, memberId: MemberId): readonly AgendaItem[] {
  return checkpoints
    .filter((one) => one.memberId === memberId)
    .map(({ planId, on, expected }) =>
      item({
        key: `checkpoint:${planId}:${on}`,
        kind: "review",
        title: message("meeting.agenda.checkpoint", { expected }),
        reasons: [message("meeting.agenda.checkpoint.on", { day: { day: on } })],
        ref: `improvementPlans/${planId}`,
      }),
    );
}
