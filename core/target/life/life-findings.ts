import type { Day } from "../../base/day.ts";
import type { GroupId } from "../../base/id.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import type { Absence, Member } from "../../team/records.ts";
import { memberSpans, overlap } from "../../team/memberships.ts";
import { FIRST_MONTH } from "../fiscal-year.ts";
import type { TargetTree, TreeRow } from "../target-tree.ts";
import { daysInRole, longLeaves } from "./days-in-role.ts";
import { memberMonths } from "./member-months.ts";
import type { MemberMonth } from "./member-months.ts";
import { proRata } from "./pro-rata.ts";
import { typedGap } from "./typed-gap.ts";

/** What happened in a member's life that their typed targets do not know yet. */
export type LifeCause =
  | { readonly kind: "left" | "joined"; readonly on: Day }
  | { readonly kind: "leave"; readonly from: Day; readonly until: Day }
  | { readonly kind: "moved"; readonly on: Day; readonly groupId: GroupId };

/** One month of which a part is no longer the member's. */
export interface LifeMonth {
  /** 0–11 of the fiscal year. */
  readonly month: number;
  /** The member's working days in the role and those the target was meant for. */
  readonly days: number;
  readonly meant: number;
  readonly value: number;
  readonly kept: number;
  /** value − kept: what somebody else has to bring. */
  readonly rest: number;
  /** The tree's row whose members can take it: the group left, or the team. */
  readonly parent: number;
}

/** A member's months of which the target no longer fits the time in the role. */
export interface LifeFinding {
  /** Stable: the member and what happened. */
  readonly key: string;
  readonly member: Member;
  readonly cause: LifeCause;
  readonly months: readonly LifeMonth[];
  /** Σ rest. */
  readonly rest: number;
}

/** Members who come, go, move or take a long leave in the year and whose targets do not know it: pro rata by working days
 * (see `proRata`), month by month, in the manager's order. Months that are over stay as they were and are not named. Of a
 * member who moves, what their targets take out of the old group's typed sum and add to the new one's.
 * Only KPIs that sum. The same findings are gone when the months have been cut to the days in the role.
 * @example lifeFindings(leavingTree(), "2026-08-01").map((finding) => finding.rest) // => [11]
 */
export function lifeFindings(tree: TargetTree, today: Day): readonly LifeFinding[] {
  if (!tree.sums) return [];
  const rowsByMember = new Map<string, TreeRow[]>();
  for (const row of tree.rows) {
    if (row.seat)
      rowsByMember.set(row.seat.member.id, [...(rowsByMember.get(row.seat.member.id) ?? []), row]);
  }
  return [...rowsByMember.values()].flatMap((rows) => {
    const { member } = rows[0]!.seat!;
    const isSteady = rows.length === 1 && staysAllYear(tree, member);
    if (isSteady) return [];
    const life = { tree, member, rows, today, typed: memberMonths(tree, member.id) };
    return [inRoleFinding(life), movedFinding(life)].filter((finding) => finding !== null);
  });
}

interface Life {
  readonly tree: TargetTree;
  readonly member: Member;
  readonly rows: readonly TreeRow[];
  readonly today: Day;
  readonly typed: readonly (MemberMonth | null)[];
}

function staysAllYear(tree: TargetTree, member: Member): boolean {
  const { start, end } = tree.periods[0]!;
  const isThere = (member.hiredOn ?? start) <= start && (member.leftOn ?? end) >= end;
  return isThere && leavesIn(tree, member, tree.periods[0]!).length === 0;
}

function leavesIn(
  tree: TargetTree,
  member: Member,
  within: { readonly start: Day; readonly end: Day },
): readonly Absence[] {
  const span = { from: within.start, until: within.end };
  return longLeaves(tree.book, member, tree.calendar).filter((leave) => overlap(leave, span) !== null);
}

function inRoleFinding(life: Life): LifeFinding | null {
  const { tree, member } = life;
  const months = life.typed.flatMap((typed, month): readonly LifeMonth[] => {
    const period = tree.periods[FIRST_MONTH + month]!;
    if (!typed || typed.value === 0 || period.end <= life.today) return [];
    const days = daysInRole(tree.book, { member, period, calendar: tree.calendar });
    const meant = meantOf(life, typed, month);
    const { kept, rest } = proRata({ value: typed.value, meant, days });
    const parent = parentAt(life, month);
    return rest === 0 ? [] : [{ month, days, meant, value: typed.value, kept, rest, parent }];
  });
  const cause = causeOf(life, months);
  return cause && finding(member, cause, months);
}

/** The days a month was meant for: its own mark, else all of its working days. Of a longer typed period the mark says that
 * nothing is to be cut as long as the days in the role are those. */
function meantOf(life: Life, typed: MemberMonth, month: number): number {
  const { tree, member } = life;
  const inMonth = { member, period: tree.periods[FIRST_MONTH + month]!, calendar: tree.calendar };
  const { meantDays } = typed.record;
  if (meantDays !== undefined && typed.period >= FIRST_MONTH) return meantDays;
  const inRecord = { ...inMonth, period: tree.periods[typed.period]! };
  if (meantDays !== undefined && meantDays === daysInRole(tree.book, inRecord)) {
    return daysInRole(tree.book, inMonth);
  }
  return workingDaysIn(tree.calendar, inMonth.period);
}

/** Leaving before joining before a leave: the gravest of what the months show. */
function causeOf({ tree, member }: Life, months: readonly LifeMonth[]): LifeCause | null {
  if (months.length === 0) return null;
  const first = tree.periods[FIRST_MONTH + months[0]!.month]!;
  const last = tree.periods[FIRST_MONTH + months.at(-1)!.month]!;
  if (member.leftOn !== undefined && member.leftOn < last.end) return { kind: "left", on: member.leftOn };
  if (member.hiredOn !== undefined && member.hiredOn > first.start)
    return { kind: "joined", on: member.hiredOn };
  const [leave] = leavesIn(tree, member, { start: first.start, end: last.end });
  return leave ? { kind: "leave", from: leave.from, until: leave.until } : null;
}

/** What a mover's targets take along: no more than the old group's typed month lacks and the new one's has too much. */
function movedFinding(life: Life): LifeFinding | null {
  const { tree, member, rows, today } = life;
  const seats = rows.toSorted((a, b) => a.seat!.months.indexOf(true) - b.seat!.months.indexOf(true));
  const [from, to] = seats.slice(-2);
  if (!from || !to || from.parent === null || to.parent === null) return null;
  const months = life.typed.flatMap((typed, month): readonly LifeMonth[] => {
    const period = FIRST_MONTH + month;
    if (!typed || typed.period !== period || !to.seat!.months[month]) return [];
    if (tree.periods[period]!.end <= today) return [];
    const missing = typedGap(tree, from.parent!, period) ?? 0;
    const extra = -(typedGap(tree, to.parent!, period) ?? -typed.value);
    const rest = Math.max(0, Math.min(typed.value, missing, extra));
    const days = workingDaysIn(tree.calendar, tree.periods[period]!);
    const kept = typed.value - rest;
    const at = { month, days, meant: days, value: typed.value };
    return rest === 0 ? [] : [{ ...at, kept, rest, parent: from.parent! }];
  });
  const span = memberSpans(tree.book, member.id).findLast(
    (one) => one.membership.groupId === to.seat!.groupId,
  );
  if (months.length === 0 || !span) return null;
  return finding(member, { kind: "moved", on: span.from, groupId: span.membership.groupId }, months);
}

/** The group in which the month counts; of months before or after the member's time the nearest. */
function parentAt({ rows }: Life, month: number): number {
  const here = rows.find((row) => row.seat!.months[month]);
  const before = rows.findLast((row) => row.seat!.months.lastIndexOf(true) < month);
  return (here ?? before ?? rows[0]!).parent!;
}

function finding(member: Member, cause: LifeCause, months: readonly LifeMonth[]): LifeFinding {
  const rest = months.reduce((sum, month) => sum + month.rest, 0);
  return { key: `${member.id}|${cause.kind}`, member, cause, months, rest };
}
