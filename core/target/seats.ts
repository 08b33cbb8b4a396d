import { daysBetween } from "../base/day.ts";
import type { GroupId, MemberId } from "../base/id.ts";
import type { Period } from "../base/period.ts";
import { isWorkingDay } from "../base/working-calendar.ts";
import type { WorkingCalendar } from "../base/working-calendar.ts";
import { addDays } from "../base/day.ts";
import { absencesOf } from "../team/member-status.ts";
import { memberSpans, overlap } from "../team/memberships.ts";
import type { MemberSpan } from "../team/memberships.ts";
import type { Member } from "../team/records.ts";
import { inOrder } from "../team/team-rows.ts";
import type { TargetRows } from "./target-rows.ts";

/** A member's place in a group over a fiscal year: in which of its twelve months the member's targets count for it. */
export interface Seat {
  readonly member: Member;
  /** `null`: on the team, in no group. */
  readonly groupId: GroupId | null;
  readonly months: readonly boolean[];
}

/** Who sits where in each month of a fiscal year, in the manager's order. A month belongs to the group in which the
 * member spent most of its days, ties to the earlier; so every month of a member counts once, and a move in August
 * changes nothing about July. Members who were not there in any of the months have no seat.
 * @param months the twelve months of the fiscal year
 * @example seatsOf(book(), treeOf(book()).periods.slice(5)).map((seat) => seat.groupId) // => ["g1", "g1", "g2"]
 */
export function seatsOf(
  rows: Pick<TargetRows, "members" | "memberships">,
  months: readonly Period[],
): readonly Seat[] {
  return inOrder(rows.members).flatMap((member) => {
    const spans = memberSpans(rows, member.id);
    const homes = months.map((month) => homeIn(month, spans, member));
    const groupIds = [...new Set(homes)].filter((home) => home !== undefined);
    return groupIds.map((groupId) => ({ member, groupId, months: homes.map((home) => home === groupId) }));
  });
}

/** What a member could give in a month while in a group: working days there without absences × FTE percent.
 * A whole number: 21 working days of a full-time member are 2 100.
 * @example seatCapacity(book(), { seat: treeOf(book()).rows[2].seat, month: treeOf(book()).periods[6], calendar: treeOf(book()).calendar }) // => 1600
 */
export function seatCapacity(
  rows: Pick<TargetRows, "absences" | "memberships" | "members">,
  of: { readonly seat: Seat; readonly month: Period; readonly calendar: WorkingCalendar },
): number {
  const away = absencesOf(rows.absences, of.seat.member.id);
  const spans = memberSpans(rows, of.seat.member.id).filter(
    (span) => of.seat.groupId === null || span.membership.groupId === of.seat.groupId,
  );
  const member = of.seat.member;
  let days = 0;
  for (let at = of.month.start; at < of.month.end; at = addDays(at, 1)) {
    const hired = member.hiredOn === undefined || member.hiredOn <= at;
    const gone = member.leftOn !== undefined && member.leftOn <= at;
    const here =
      of.seat.groupId === null || spans.some((span) => span.from <= at && (!span.until || at < span.until));
    if (!hired || gone || !here || away.some((one) => one.from <= at && at < one.until)) continue;
    if (isWorkingDay(of.calendar, at)) days += 1;
  }
  return days * member.ftePercent;
}

/** Whether a member has a seat at all in the months, by member id.
 * @example seatedMonths(seatsOf(book(), treeOf(book()).periods.slice(5))).size // => 3
 */
export function seatedMonths(seats: readonly Seat[]): ReadonlyMap<MemberId, readonly boolean[]> {
  const monthsById = new Map<MemberId, readonly boolean[]>();
  for (const seat of seats) {
    const known = monthsById.get(seat.member.id);
    monthsById.set(
      seat.member.id,
      seat.months.map((here, month) => here || (known?.[month] ?? false)),
    );
  }
  return monthsById;
}

function homeIn(month: Period, spans: readonly MemberSpan[], member: Member): GroupId | null | undefined {
  const within = { from: month.start, until: month.end };
  const daysByGroup = new Map<GroupId, number>();
  for (const span of spans) {
    const shared = overlap(span, within);
    if (!shared?.until) continue;
    const groupId = span.membership.groupId;
    daysByGroup.set(groupId, (daysByGroup.get(groupId) ?? 0) + daysBetween(shared.from, shared.until));
  }
  let best: GroupId | undefined;
  for (const [groupId, days] of daysByGroup) {
    if (best === undefined || days > daysByGroup.get(best)!) best = groupId;
  }
  if (best !== undefined || spans.length > 0) return best;
  const onTeam = { from: member.hiredOn ?? month.start, until: member.leftOn ?? null };
  return overlap(onTeam, within) === null ? undefined : null;
}
