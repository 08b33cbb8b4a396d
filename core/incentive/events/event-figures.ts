import type { Explanation } from "../../base/explain.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { money } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import { apportion } from "../../target/apportion.ts";
import { membersOn } from "../../team/memberships.ts";
import type { MembershipRows } from "../../team/memberships.ts";
import { LEAST_RANKED, medianOf } from "../leaderboard/leaderboard.ts";
import type { RewardEvent } from "../records.ts";

/** A figure of an event that can explain itself. */
export interface EventFigure {
  readonly value: Quantity;
  readonly n: number;
  readonly note?: Message;
  explain(): Explanation;
}

/** What there is to know of an event in numbers. */
export interface EventFigures {
  /** Budget − spent; negative when more was spent. */
  readonly left: EventFigure;
  /** Who came ÷ who was on the team that day. */
  readonly attendance: EventFigure;
  /** The median of the ratings that were given. */
  readonly rating: EventFigure;
}

const RULE_VERSION = 1;

/** Budget left, attendance and rating of an event. Attendance counts those of the team who came against everybody on it that day, and
 * is missing while nobody is written down. The rating is the median of 1–5 with its n; under five answers it says that they are
 * too few to say much.
 * @example eventFigures(rewardWorld({ values: { a: 1, b: 1 } }).rows, aJourney({ budget: 5000, spent: 6000, attendance: came({ a: 4 }) })).left.value // => { unit: "money", value: -1000 }
 * @example eventFigures(rewardWorld({ values: { a: 1, b: 1 } }).rows, aJourney({ attendance: came({ a: 4 }) })).attendance.value // => { unit: "percent", value: 0.5 }
 */
export function eventFigures(rows: MembershipRows, event: RewardEvent): EventFigures {
  return {
    left: leftFigure(event),
    attendance: attendanceFigure(rows, event),
    rating: ratingFigure(rows, event),
  };
}

/** What each who came had of an event: what was spent, in equal parts to the minor unit; what does not divide goes to the
 * earlier in the list. Nobody has a part while nothing is spent or nobody is written down.
 * @example [...eventShares(aJourney({ spent: 1000, attendance: came({ a: null, b: null, c: null }) }))] // => [["a", 334], ["b", 333], ["c", 333]]
 */
export function eventShares(event: RewardEvent): ReadonlyMap<MemberId, Money> {
  if (event.spent === undefined || event.attendance.length === 0) return new Map();
  const parts = apportion(
    event.spent,
    event.attendance.map(() => 1),
    1,
  );
  return new Map(event.attendance.map(({ memberId }, index) => [memberId, money(parts[index]!)]));
}

function leftFigure(event: RewardEvent): EventFigure {
  const { budget, spent } = event;
  const value: Quantity = {
    unit: "money",
    value: budget === undefined || spent === undefined ? null : money(budget - spent),
  };
  const missing = budget === undefined ? "budget" : "spent";
  const note = value.value === null ? message(`incentive.event.note.no-${missing}`) : undefined;
  return figure("left", event, {
    value,
    n: 1,
    note,
    inputs: [
      [message("incentive.event.budget"), { unit: "money", value: budget ?? null }],
      [message("incentive.event.spent"), { unit: "money", value: spent ?? null }],
    ],
  });
}

function attendanceFigure(rows: MembershipRows, event: RewardEvent): EventFigure {
  const people = new Set(membersOn(rows, event.on).map((member) => member.id));
  const team = people.size;
  const came = event.attendance.filter(({ memberId }) => people.has(memberId)).length;
  const isKnown = event.attendance.length > 0 && team > 0;
  return figure("attendance", event, {
    value: { unit: "percent", value: isKnown ? came / team : null },
    n: team,
    note: isKnown ? undefined : message("incentive.event.note.nobody-came"),
    inputs: [
      [message("incentive.event.came"), { unit: "count", value: came }],
      [message("incentive.event.team"), { unit: "count", value: team }],
    ],
  });
}

function ratingFigure(rows: MembershipRows, event: RewardEvent): EventFigure {
  const rated = event.attendance.flatMap(({ memberId, rating }) =>
    rating === undefined ? [] : [{ memberId, rating }],
  );
  const n = rated.length;
  const few = message("incentive.event.note.few-ratings", { count: n });
  return figure("rating", event, {
    value: { unit: "score", value: medianOf(rated.map((one) => one.rating)) },
    n,
    note: n === 0 ? message("incentive.event.note.no-ratings") : n < LEAST_RANKED ? few : undefined,
    inputs: [[message("incentive.event.ratings"), { unit: "count", value: n }]],
    rows: rated.map(({ memberId, rating }) => ({
      ref: { table: "members", id: memberId },
      label: rows.members.get(memberId)?.name ?? memberId,
      amount: { unit: "score", value: rating },
    })),
  });
}

function figure(
  key: keyof EventFigures,
  event: RewardEvent,
  of: {
    readonly value: Quantity;
    readonly n: number;
    readonly note: Message | undefined;
    readonly inputs: readonly (readonly [Message, Quantity])[];
    readonly rows?: Explanation["rows"];
  },
): EventFigure {
  const { value, n, note } = of;
  return {
    value,
    n,
    ...(note ? { note } : {}),
    explain: () => ({
      title: message(`incentive.event.explain.${key}`, { event: event.name }),
      value,
      formula: message(`incentive.event.formula.${key}`),
      ruleVersion: RULE_VERSION,
      inputs: of.inputs.map(([label, input]) => ({ label, value: input })),
      rows: of.rows ?? [],
      notes: note ? [note] : [],
    }),
  };
}
