import type { Day } from "../base/day.ts";
import type { GroupId, MemberId } from "../base/id.ts";
import type { Member, Membership } from "./records.ts";
import { inOrder } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** What the questions about membership need. */
export type MembershipRows = Pick<TeamRows, "members" | "memberships">;

/** Days from `from` on; `until` is the first day out, `null` when there is no end. */
export interface Span {
  readonly from: Day;
  readonly until: Day | null;
}

/** A stretch of time that a member spent in one group with one title. */
export interface MemberSpan extends Span {
  readonly membership: Membership;
}

/** Whether a member is on the team on a day: hired (when the day of hire is known) and not yet gone.
 * @example isOnTeam({ hiredOn: "2026-03-01", leftOn: "2026-09-01" }, "2026-08-31") // => true
 * @example isOnTeam({ hiredOn: "2026-03-01", leftOn: "2026-09-01" }, "2026-09-01") // => false
 */
export function isOnTeam(member: Pick<Member, "hiredOn" | "leftOn">, on: Day): boolean {
  const hired = member.hiredOn === undefined || member.hiredOn <= on;
  return hired && (member.leftOn === undefined || on < member.leftOn);
}

/** A member's memberships, earliest first.
 * @example membershipsOf(smallTeam().memberships, "王芳").map((one) => one.from) // => ["2020-01-01"]
 */
export function membershipsOf(
  memberships: MembershipRows["memberships"],
  memberId: MemberId,
): readonly Membership[] {
  return membershipsByMember(memberships).get(memberId) ?? [];
}

/** The membership that holds on a day: the latest that began on or before it, while the member is on the team.
 * A move on 1 August therefore changes nothing about July. `undefined` when there is none.
 * @example membershipOn(smallTeam(), "王芳", "2019-12-31") // => undefined
 */
export function membershipOn(rows: MembershipRows, memberId: MemberId, on: Day): Membership | undefined {
  const member = rows.members.get(memberId);
  if (!member || !isOnTeam(member, on)) return undefined;
  return membershipsOf(rows.memberships, memberId).findLast((membership) => membership.from <= on);
}

/** The group that a member belongs to on a day, or `undefined`.
 * @example groupIdOn(smallTeam(), "王芳", "2020-01-01") // => "开发"
 */
export function groupIdOn(rows: MembershipRows, memberId: MemberId, on: Day): GroupId | undefined {
  return membershipOn(rows, memberId, on)?.groupId;
}

/** Where a member has been and when: memberships as half-open spans, cut to the time on the team, earliest first.
 * Spans never overlap; a membership that never held gives none.
 * @example memberSpans(smallTeam(), "王芳").map((span) => [span.from, span.until]) // => [["2020-01-01", null]]
 */
export function memberSpans(rows: MembershipRows, memberId: MemberId): readonly MemberSpan[] {
  const member = rows.members.get(memberId);
  if (!member) return [];
  const list = membershipsOf(rows.memberships, memberId);
  return list.flatMap((membership, index) => {
    const span = overlap(
      { from: membership.from, until: list[index + 1]?.from ?? null },
      { from: member.hiredOn ?? membership.from, until: member.leftOn ?? null },
    );
    return span ? [{ membership, ...span }] : [];
  });
}

/** The members on the team on a day, in the manager's order; of one group, or of all.
 * @example membersOn(smallTeam(), "2026-09-01", "开发").map((member) => member.name) // => ["王芳", "赵磊"]
 */
export function membersOn(rows: MembershipRows, on: Day, groupId?: GroupId): readonly Member[] {
  return inOrder(rows.members).filter(
    (member) => isOnTeam(member, on) && (groupId === undefined || groupIdOn(rows, member.id, on) === groupId),
  );
}

/** How many members are on the team on a day; of one group, or of all. Every member counts 1, whatever their FTE.
 * @example headcountOn(smallTeam(), "2026-09-01") // => 3
 */
export function headcountOn(rows: MembershipRows, on: Day, groupId?: GroupId): number {
  return membersOn(rows, on, groupId).length;
}

/** The members who belonged to a group on at least one day of a period, in the manager's order.
 * @example membersOfGroup(smallTeam(), "维护", period("2026-Q3", 1)).map((member) => member.name) // => ["李敏"]
 */
export function membersOfGroup(
  rows: MembershipRows,
  groupId: GroupId,
  within: { readonly start: Day; readonly end: Day },
): readonly Member[] {
  return inOrder(rows.members).filter(
    (member) => groupSpans(rows, member.id, { groupId, within }).length > 0,
  );
}

/** The days of a period that a member spent in a group, as half-open spans, earliest first.
 * @example groupSpans(smallTeam(), "李敏", { groupId: "维护", within: period("2026-08", 1) }) // => [{ from: "2026-08-01", until: "2026-09-01" }]
 */
export function groupSpans(
  rows: MembershipRows,
  memberId: MemberId,
  of: { readonly groupId: GroupId; readonly within: { readonly start: Day; readonly end: Day } },
): readonly Span[] {
  const period = { from: of.within.start, until: of.within.end };
  return memberSpans(rows, memberId)
    .filter((span) => span.membership.groupId === of.groupId)
    .flatMap((span) => overlap(span, period) ?? []);
}

/** What two half-open spans share, or `null`.
 * @example overlap({ from: "2026-01-01", until: null }, { from: "2025-06-01", until: "2026-02-01" }) // => { from: "2026-01-01", until: "2026-02-01" }
 * @example overlap({ from: "2026-01-01", until: "2026-02-01" }, { from: "2026-02-01", until: null }) // => null
 */
export function overlap(a: Span, b: Span): Span | null {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until === null || (b.until !== null && b.until < a.until) ? b.until : a.until;
  return until === null || from < until ? { from, until } : null;
}

const indexByTable = new WeakMap<object, ReadonlyMap<MemberId, readonly Membership[]>>();

function membershipsByMember(
  table: MembershipRows["memberships"],
): ReadonlyMap<MemberId, readonly Membership[]> {
  const known = indexByTable.get(table);
  if (known) return known;
  const index = new Map<MemberId, Membership[]>();
  for (const membership of table.values()) {
    const list = index.get(membership.memberId);
    if (list) list.push(membership);
    else index.set(membership.memberId, [membership]);
  }
  for (const list of index.values()) list.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  indexByTable.set(table, index);
  return index;
}
