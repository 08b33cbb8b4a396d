import type { Explanation, ExplainedRow } from "../../base/explain.ts";
import type { MemberId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message, Quantity } from "../../base/message.ts";
import { sumMoney } from "../../base/money.ts";
import type { Money } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import { inPeriod } from "../../base/period.ts";
import { isOnTeam } from "../../team/memberships.ts";
import type { Bilingual } from "../../base/schema.ts";
import type { Member } from "../../team/records.ts";
import { inOrder } from "../../team/team-rows.ts";
import type { Course, Enrolment, TrainingBudget, TrainingSession } from "../records.ts";
import { enrolmentsOf, sessionsByDay } from "../training-rows.ts";
import type { TrainingRows } from "../training-rows.ts";

/** A figure of the plan that can explain itself. */
export interface PlanFigure {
  readonly value: Quantity;
  readonly n: number;
  readonly note?: Message;
  explain(): Explanation;
}

/** A session of the plan with what belongs to it. */
export interface PlannedSession {
  readonly session: TrainingSession;
  readonly course: Course;
  readonly enrolments: readonly Enrolment[];
}

/** A member's hours in the period beside the hours that each may have. */
export interface MemberHours {
  readonly member: Member;
  readonly hours: PlanFigure;
  /** Hours beyond what each may have; 0 without a limit. */
  readonly over: number;
}

/** The plan of a period: its sessions and what they come to beside the budget. */
export interface TrainingPlan {
  readonly period: Period;
  readonly budget: TrainingBudget | undefined;
  readonly sessions: readonly PlannedSession[];
  readonly cost: PlanFigure;
  /** Budget − cost; no value without a budget. */
  readonly left: PlanFigure;
  /** Hours of all members together. */
  readonly hours: PlanFigure;
  readonly members: readonly MemberHours[];
}

/** Which plan, and how a name is said in the reader's language. */
export interface PlanScope {
  readonly period: Period;
  nameOf(name: Bilingual): string;
}

const RULE_VERSION = 1;

/** The plan of a period. Cancelled sessions are listed and cost nothing; hours count for who is enrolled, unless they stayed
 * away or were excused. Costs are summed exactly.
 * @example trainingPlan(trainingRows({ courses: [aCourse("c1")], trainingSessions: [aSession("s1", "c1", { cost: 500 })] }), { period: period("2026-Q3", 1), nameOf: (name) => name.zh }).cost.value // => { unit: "money", value: 500 }
 */
export function trainingPlan(rows: TrainingRows, scope: PlanScope): TrainingPlan {
  const { period } = scope;
  const sessions = sessionsByDay(rows.trainingSessions).flatMap((session): readonly PlannedSession[] => {
    const course = rows.courses.get(session.courseId);
    if (!course || !inPeriod(session.on, period)) return [];
    return [{ session, course, enrolments: enrolmentsOf(rows.enrolments, session.id) }];
  });
  const budget = rows.trainingBudgets.get(period.id);
  const counted = sessions.filter(({ session }) => session.status !== "cancelled");
  const cost = sumMoney(counted.map(({ session }) => session.cost));
  const members = membersIn(rows, period, counted).map((member) =>
    memberHours(member, { counted, budget, scope }),
  );
  return {
    period,
    budget,
    sessions,
    cost: costFigure(scope, counted, cost),
    left: leftFigure(scope, { budget, cost, counted }),
    hours: hoursFigure(period, members),
    members,
  };
}

/** Whether an enrolment takes the member's hours: planned or attended.
 * @example takesHours({ attendance: "missed" }) // => false
 * @example takesHours({}) // => true
 */
export function takesHours({ attendance }: Pick<Enrolment, "attendance">): boolean {
  return attendance === undefined || attendance === "attended";
}

/** A member's hours in sessions, by session.
 * @example hoursIn([], "m1") // => []
 */
export function hoursIn(
  sessions: readonly PlannedSession[],
  memberId: MemberId,
): readonly { readonly of: PlannedSession; readonly hours: number }[] {
  return sessions.flatMap((of) =>
    of.enrolments.some((one) => one.memberId === memberId && takesHours(one))
      ? [{ of, hours: of.session.hours }]
      : [],
  );
}

/** Who was on the team on a day of the period, and who is enrolled in it although they have gone. */
function membersIn(
  rows: TrainingRows,
  period: Period,
  sessions: readonly PlannedSession[],
): readonly Member[] {
  const enrolled = new Set(sessions.flatMap(({ enrolments }) => enrolments.map((one) => one.memberId)));
  return inOrder(rows.members).filter(
    (member) =>
      enrolled.has(member.id) ||
      isOnTeam(member, period.start) ||
      (member.hiredOn !== undefined && inPeriod(member.hiredOn, period)),
  );
}

function memberHours(
  member: Member,
  of: {
    readonly counted: readonly PlannedSession[];
    readonly budget: TrainingBudget | undefined;
    readonly scope: PlanScope;
  },
): MemberHours {
  const parts = hoursIn(of.counted, member.id);
  const hours = roundHours(parts.reduce((sum, part) => sum + part.hours, 0));
  const limit = of.budget?.hoursEach;
  const value = { unit: "hours", value: hours } as const;
  return {
    member,
    over: limit === undefined ? 0 : Math.max(0, roundHours(hours - limit)),
    hours: {
      value,
      n: parts.length,
      explain: () => ({
        title: message("training.explain.member-hours", {
          member: member.name,
          period: { period: of.scope.period.id },
        }),
        value,
        formula: message("training.formula.member-hours"),
        ruleVersion: RULE_VERSION,
        inputs:
          limit === undefined
            ? []
            : [{ label: message("training.input.hours-each"), value: { unit: "hours", value: limit } }],
        rows: parts.map((part) => sessionRow(of.scope, part.of, { unit: "hours", value: part.hours })),
        notes: [],
      }),
    },
  };
}

function costFigure(scope: PlanScope, counted: readonly PlannedSession[], cost: Money): PlanFigure {
  const value = { unit: "money", value: cost } as const;
  return {
    value,
    n: counted.length,
    explain: () => ({
      title: message("training.explain.cost", { period: { period: scope.period.id } }),
      value,
      formula: message("training.formula.cost"),
      ruleVersion: RULE_VERSION,
      inputs: [
        { label: message("training.input.sessions"), value: { unit: "count", value: counted.length } },
      ],
      rows: counted.map((one) => sessionRow(scope, one, { unit: "money", value: one.session.cost })),
      notes: [],
    }),
  };
}

function leftFigure(
  scope: PlanScope,
  of: {
    readonly budget: TrainingBudget | undefined;
    readonly cost: Money;
    readonly counted: readonly PlannedSession[];
  },
): PlanFigure {
  const money = of.budget?.money;
  const note = message("training.note.no-budget");
  const value: Quantity = {
    unit: "money",
    value: money === undefined ? null : sumMoney([money, -of.cost as Money]),
  };
  return {
    value,
    n: of.counted.length,
    ...(money === undefined ? { note } : {}),
    explain: () => ({
      title: message("training.explain.left", { period: { period: scope.period.id } }),
      value,
      formula: message("training.formula.left"),
      ruleVersion: RULE_VERSION,
      inputs: [
        { label: message("training.input.budget"), value: { unit: "money", value: money ?? null } },
        {
          label: message("training.input.cost"),
          value: { unit: "money", value: of.cost },
          explain: costFigure(scope, of.counted, of.cost).explain,
        },
      ],
      rows: [],
      notes: money === undefined ? [note] : [],
    }),
  };
}

function hoursFigure(period: Period, members: readonly MemberHours[]): PlanFigure {
  const sum = roundHours(members.reduce((total, one) => total + (one.hours.value.value ?? 0), 0));
  const value = { unit: "hours", value: sum } as const;
  return {
    value,
    n: members.length,
    explain: () => ({
      title: message("training.explain.hours", { period: { period: period.id } }),
      value,
      formula: message("training.formula.hours"),
      ruleVersion: RULE_VERSION,
      inputs: [],
      rows: members
        .filter((one) => one.hours.n > 0)
        .map((one) => ({
          ref: { table: "members", id: one.member.id },
          label: one.member.name,
          amount: one.hours.value,
        })),
      notes: [],
    }),
  };
}

/** A session among the rows behind a figure. */
function sessionRow(scope: PlanScope, { session, course }: PlannedSession, amount: Quantity): ExplainedRow {
  return {
    ref: { table: "trainingSessions", id: session.id },
    label: scope.nameOf(course.name),
    day: session.on,
    amount,
  };
}

/** Hours are typed to two decimals; their sums must not show more.
 * @example roundHours(1.1 + 2.2) // => 3.3
 */
export function roundHours(hours: number): number {
  return Math.round(hours * 100) / 100;
}
