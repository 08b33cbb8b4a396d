import { addDays } from "../../base/day.ts";
import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import type { GroupId, KpiId, Subject } from "../../base/id.ts";
import type { Message, Quantity } from "../../base/message.ts";
import type { Period } from "../../base/period.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import type { KpiContext } from "../../kpi/context.ts";
import { countingDay } from "../../kpi/counting-day.ts";
import { kpiValue } from "../../kpi/kpi-value.ts";
import { scorecard } from "../../kpi/scorecard.ts";
import { kpiAttainment } from "../../target/kpi-attainment.ts";
import { daysInRole } from "../../target/life/days-in-role.ts";
import { presentSpans } from "../../target/life/present-spans.ts";
import type { LockRows } from "../../target/target-lock.ts";
import type { TargetRows } from "../../target/target-rows.ts";
import { calendarOf } from "../../target/target-tree.ts";
import { wantedOf } from "../../target/wanted-of.ts";
import { groupIdOn } from "../../team/memberships.ts";
import type { Member } from "../../team/records.ts";
import { inOrder } from "../../team/team-rows.ts";

/** What results are read from. A workspace's `rows` are such rows and more. */
export interface ResultSource {
  readonly context: KpiContext;
  readonly rows: TargetRows & LockRows;
}

/** By what people are compared: the total score of their scorecard, a KPI's value, or its attainment. */
export type ResultBy =
  { readonly kind: "score" } | { readonly kind: "value" | "attainment"; readonly kpiId: KpiId };

/** What is asked: by what, when, and of whom; all when no group is named. */
export interface ResultAsked {
  readonly by: ResultBy;
  readonly period: Period;
  readonly groupId?: GroupId | undefined;
}

/** A member's result in a period, with how it came about. */
export interface MemberResult {
  readonly member: Member;
  /** The group that the result counts for. */
  readonly groupId: GroupId | undefined;
  readonly value: Quantity;
  /** How much the result rests on: facts or typed values; of a score the KPIs that have one. */
  readonly n: number;
  /** KPIs of the scorecard that have no score, so that the total rests on the others; 0 of anything but a score. */
  readonly gaps: number;
  /** Why there is none; else the first thing to know beside it. */
  readonly note?: Message;
  explain(): Explanation;
  /** Working days in the role, and all there were in the part of the period that is over or running. */
  readonly days: { readonly own: number; readonly all: number };
}

/** The results of everybody who was on the team on at least one day of a period until today, in the manager's order. A result
 * counts for the group in which the member is at the end of the period (today while it runs, their last day when they left).
 * @example memberResults(rewardWorld({ values: { a: 3 } }), { by: { kind: "value", kpiId: "visits" }, period: period("2026-10", 1) }).map((one) => one.value.value) // => [3]
 */
export function memberResults(source: ResultSource, asked: ResultAsked): readonly MemberResult[] {
  const { context, rows } = source;
  const { period, groupId } = asked;
  const end = addDays(context.today, 1);
  const stretch = { start: period.start, end: end < period.end ? end : period.end };
  if (stretch.end <= stretch.start) return [];
  const calendar = calendarOf(rows);
  const all = workingDaysIn(calendar, stretch);
  return inOrder(rows.members).flatMap((member) => {
    if (presentSpans(member, stretch, []).length === 0) return [];
    const group = groupIdOn(rows, member.id, earlier(countingDay(member, period), context.today));
    if (groupId !== undefined && group !== groupId) return [];
    const days = { own: daysInRole(rows, { member, period: stretch, calendar }), all };
    return [{ member, groupId: group, days, ...resultOf(source, member, asked) }];
  });
}

function resultOf(
  { context, rows }: ResultSource,
  member: Member,
  { by, period }: ResultAsked,
): Pick<MemberResult, "value" | "n" | "gaps" | "note" | "explain"> {
  const subject: Subject = { kind: "member", id: member.id };
  if (by.kind === "score") {
    const card = scorecard(context, member.id, { period, wantedOf: wantedOf(rows) });
    const gaps = card.missing.length;
    return { ...card.total, n: card.lines.length - gaps, gaps };
  }
  const kpi = context.rows.kpis.get(by.kpiId);
  if (by.kind === "value" || !kpi) {
    return { ...kpiValue(context, by.kpiId, { subject, period }), gaps: 0 };
  }
  return { ...kpiAttainment({ context, rows }, kpi, { subject, period }), gaps: 0 };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
