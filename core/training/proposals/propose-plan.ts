import type { Day } from "../../base/day.ts";
import { addDays } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import type { Period } from "../../base/period.ts";
import { isWorkingDay } from "../../base/working-calendar.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import { isOnTeam } from "../../team/memberships.ts";
import { absencesOf } from "../../team/member-status.ts";
import { nameMessage } from "../../team/name-key.ts";
import { roundHours, trainingPlan } from "../plan/plan-totals.ts";
import type { Course } from "../records.ts";
import type { TrainingRows } from "../training-rows.ts";
import type { TrainingNeed } from "./training-needs.ts";

/** A session that should be held: the course, a day, and who needs it why. */
export interface Proposal {
  readonly course: Course;
  readonly on: Day;
  readonly needs: readonly TrainingNeed[];
  /** In minor units. */
  readonly cost: number;
  readonly urgency: number;
}

/** A need that the plan has no room for, and why. */
export interface LeftOut {
  readonly need: TrainingNeed;
  readonly why: Message;
}

/** What is proposed for a period. */
export interface ProposedPlan {
  readonly proposals: readonly Proposal[];
  readonly leftOut: readonly LeftOut[];
  /** In minor units and hours of all members, of all proposals together. */
  readonly cost: number;
  readonly hours: number;
  /** What the budget leaves beside sessions that are planned; `null` without one. */
  readonly moneyLeft: number | null;
  readonly hoursEach: number | null;
}

/** Days that people need to make room for a session. */
const NOTICE_DAYS = 14;
const DAYS_APART = 7;

/** Proposes sessions for a period, most urgent course first: overdue mandatory ones, then by the sum of what each needs, then
 * the cheaper, the shorter, the first. A course is proposed when what is left of the budget pays for it, for those whose hours
 * it fits; the others are named with the reason. Without a budget nothing limits. One session a week from two weeks ahead, on
 * the working day of its week on which most can come; who leaves before that day is left out of it. A period that is over has no proposals.
 * @example proposePlan(trainingRows(), { needs: [], period: period("2026-Q4", 1), today: TODAY, calendar: workingCalendar([]) }).proposals // => []
 */
export function proposePlan(
  rows: TrainingRows,
  of: {
    readonly needs: readonly TrainingNeed[];
    readonly period: Period;
    readonly today: Day;
    readonly calendar: WorkingCalendar;
  },
): ProposedPlan {
  const plan = trainingPlan(rows, { period: of.period, nameOf: ({ zh }) => zh });
  const hoursEach = plan.budget?.hoursEach ?? null;
  const moneyLeft = plan.left.value.value;
  const hoursById = new Map(plan.members.map((one) => [one.member.id, one.hours.value.value ?? 0]));
  const proposals: Proposal[] = [];
  const leftOut: LeftOut[] = [];
  let spent = 0;
  for (const { course, needs } of byUrgency(of.needs)) {
    const fits = needs.filter(
      ({ member }) =>
        hoursEach === null || roundHours((hoursById.get(member.id) ?? 0) + course.hours) <= hoursEach,
    );
    leftOut.push(
      ...needs
        .filter((need) => !fits.includes(need))
        .map((need) => ({ need, why: noHours(need, hoursEach!) })),
    );
    if (fits.length === 0) continue;
    const cost = course.cost ?? 0;
    if (moneyLeft !== null && cost > 0 && spent + cost > moneyLeft) {
      const why = noMoney(course, Math.max(0, moneyLeft - spent));
      leftOut.push(...fits.map((need) => ({ need, why })));
      continue;
    }
    const on = sessionDay(rows, { ...of, week: proposals.length, needs: fits });
    if (on === null) {
      leftOut.push(...fits.map((need) => ({ need, why: message("training.left-out.day") })));
      continue;
    }
    const staying = fits.filter(({ member }) => isOnTeam(member, on));
    if (staying.length === 0) continue;
    spent += cost;
    for (const { member } of staying) {
      hoursById.set(member.id, (hoursById.get(member.id) ?? 0) + course.hours);
    }
    proposals.push({ course, on, needs: staying, cost, urgency: urgencyOf(staying) });
  }
  const hours = proposals.reduce((sum, one) => sum + one.needs.length * one.course.hours, 0);
  return { proposals, leftOut, cost: spent, hours: roundHours(hours), moneyLeft, hoursEach };
}

function byUrgency(
  needs: readonly TrainingNeed[],
): readonly { readonly course: Course; readonly needs: readonly TrainingNeed[] }[] {
  const byCourse = new Map<string, TrainingNeed[]>();
  for (const need of needs) byCourse.set(need.course.id, [...(byCourse.get(need.course.id) ?? []), need]);
  return [...byCourse.values()]
    .map((list) => ({ course: list[0]!.course, needs: list.toSorted((a, b) => b.urgency - a.urgency) }))
    .toSorted(
      (a, b) =>
        Number(hasOverdue(b.needs)) - Number(hasOverdue(a.needs)) ||
        urgencyOf(b.needs) - urgencyOf(a.needs) ||
        (a.course.cost ?? 0) - (b.course.cost ?? 0) ||
        a.course.hours - b.course.hours ||
        a.course.order - b.course.order,
    );
}

/** The working day of the wanted week on which the fewest are away, the earliest of them; the last working day of the period
 * where that week lies beyond it; `null` where none is left. */
function sessionDay(
  rows: TrainingRows,
  of: {
    readonly period: Period;
    readonly today: Day;
    readonly calendar: WorkingCalendar;
    readonly week: number;
    readonly needs: readonly TrainingNeed[];
  },
): Day | null {
  const { period, calendar } = of;
  const notice = addDays(of.today, NOTICE_DAYS);
  const first = notice > period.start ? notice : period.start;
  const weeks: (readonly Day[])[] = [];
  // A week of holidays is passed over.
  for (let from = first; from < period.end && weeks.length <= of.week; from = addDays(from, DAYS_APART)) {
    const days = Array.from({ length: DAYS_APART }, (_, at) => addDays(from, at)).filter(
      (day) => day < period.end && isWorkingDay(calendar, day),
    );
    if (days.length > 0) weeks.push(days);
  }
  const [best] = (weeks[of.week] ?? []).toSorted(
    (a, b) => awayOn(rows, of.needs, a) - awayOn(rows, of.needs, b) || (a < b ? -1 : 1),
  );
  if (best !== undefined) return best;
  for (let day = addDays(period.end, -1); day > of.today && day >= period.start; day = addDays(day, -1)) {
    if (isWorkingDay(calendar, day)) return day;
  }
  return null;
}

function awayOn(rows: TrainingRows, needs: readonly TrainingNeed[], on: Day): number {
  return needs.filter(({ member }) =>
    absencesOf(rows.absences, member.id).some((one) => one.from <= on && on < one.until),
  ).length;
}

function hasOverdue(needs: readonly TrainingNeed[]): boolean {
  return needs.some(({ reasons }) =>
    reasons.some((one) => one.kind === "mandatory" && one.state === "overdue"),
  );
}

function urgencyOf(needs: readonly TrainingNeed[]): number {
  return needs.reduce((sum, need) => sum + need.urgency, 0);
}

function noHours({ course }: TrainingNeed, limit: number): Message {
  return message("training.left-out.hours", {
    hours: { unit: "hours", value: course.hours },
    limit: { unit: "hours", value: limit },
  });
}

function noMoney(course: Course, left: number): Message {
  return message("training.left-out.money", {
    course: nameMessage(course.name),
    cost: { unit: "money", value: course.cost ?? (0 as never) },
    left: { unit: "money", value: left as never },
  });
}
