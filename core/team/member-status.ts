import type { Day } from "../base/day.ts";
import type { MemberId } from "../base/id.ts";
import type { Absence, Member } from "./records.ts";
import { isOnTeam, overlap } from "./memberships.ts";
import type { TeamRows } from "./team-rows.ts";

/** How a member stands on a day. Of several the first counts: left, not yet there, on leave, on probation, active. */
export type MemberStatus =
  | { readonly kind: "left"; readonly since: Day }
  | { readonly kind: "upcoming"; readonly from: Day }
  | { readonly kind: "leave"; readonly absence: Absence }
  | { readonly kind: "probation"; readonly until: Day }
  | { readonly kind: "active" };

/** How a member stands on a day; days of leaving, return and the end of probation are the first day after.
 * @example memberStatusOn(new Map(), aMember("王芳", { leftOn: "2026-08-01" }), "2026-09-01") // => { kind: "left", since: "2026-08-01" }
 */
export function memberStatusOn(absences: TeamRows["absences"], member: Member, on: Day): MemberStatus {
  if (member.leftOn !== undefined && member.leftOn <= on) return { kind: "left", since: member.leftOn };
  if (member.hiredOn !== undefined && on < member.hiredOn) return { kind: "upcoming", from: member.hiredOn };
  const absence = absencesOf(absences, member.id).find((one) => one.from <= on && on < one.until);
  if (absence) return { kind: "leave", absence };
  if (member.probationUntil !== undefined && on < member.probationUntil) {
    return { kind: "probation", until: member.probationUntil };
  }
  return { kind: "active" };
}

/** Whether a member can take work on a day: active or on probation.
 * @example isPresent({ kind: "active" }) // => true
 * @example isPresent({ kind: "left", since: "2026-01-01" }) // => false
 */
export function isPresent(status: MemberStatus): boolean {
  return status.kind === "active" || status.kind === "probation";
}

/** A member's absences, earliest first.
 * @example absencesOf(new Map(), "王芳") // => []
 */
export function absencesOf(absences: TeamRows["absences"], memberId: MemberId): readonly Absence[] {
  return absencesByMember(absences).get(memberId) ?? [];
}

/** What a member could give in a stretch of working days. */
export interface CapacityBasis {
  /** The working days asked about. */
  readonly workingDays: number;
  /** Those on which the member was on the team. */
  readonly teamDays: number;
  /** Those on which the member was on the team and not absent. */
  readonly availableDays: number;
  /** Available days × FTE. */
  readonly fteDays: number;
  /** FTE days ÷ working days: 1 for a full-time member who was there all the time; `null` without working days. */
  readonly share: number | null;
}

/** Capacity of a member: FTE × available working days. Which days are working days comes in from the calendar.
 * The FTE is today's for all days: it is not dated.
 * @example capacityBasis(smallTeam(), "王芳", ["2026-09-01", "2026-09-02"]).fteDays // => 2
 */
export function capacityBasis(
  rows: Pick<TeamRows, "members" | "absences">,
  memberId: MemberId,
  workingDays: readonly Day[],
): CapacityBasis {
  const member = rows.members.get(memberId);
  if (!member) throw new RangeError(`no such member: ${memberId}`);
  const away = absencesOf(rows.absences, memberId);
  const onTeam = workingDays.filter((day) => isOnTeam(member, day));
  const available = onTeam.filter((day) => !away.some((one) => one.from <= day && day < one.until));
  const fteDays = (available.length * member.ftePercent) / 100;
  return {
    workingDays: workingDays.length,
    teamDays: onTeam.length,
    availableDays: available.length,
    fteDays,
    share: workingDays.length === 0 ? null : fteDays / workingDays.length,
  };
}

/** The member's absence that shares a day with a span, or `undefined`; `exceptId` is left out of the search.
 * @example absenceWithin([anAbsence("王芳", "2026-05-04", "2026-05-11")], { from: "2026-05-11", until: "2026-05-12" }) // => undefined
 */
export function absenceWithin(
  absences: readonly Absence[],
  span: { readonly from: Day; readonly until: Day },
  exceptId?: string,
): Absence | undefined {
  return absences.find((one) => one.id !== exceptId && overlap(one, span) !== null);
}

const indexByTable = new WeakMap<object, ReadonlyMap<MemberId, readonly Absence[]>>();

function absencesByMember(table: TeamRows["absences"]): ReadonlyMap<MemberId, readonly Absence[]> {
  const known = indexByTable.get(table);
  if (known) return known;
  const index = new Map<MemberId, Absence[]>();
  for (const absence of table.values()) {
    index.set(absence.memberId, [...(index.get(absence.memberId) ?? []), absence]);
  }
  for (const list of index.values()) list.sort((a, b) => (a.from < b.from ? -1 : 1));
  indexByTable.set(table, index);
  return index;
}
