import type { Subject } from "../../base/id.ts";
import { divideRounded } from "../../base/money.ts";
import type { Period } from "../../base/period.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import type { WorkingCalendar } from "../../base/working-calendar.ts";
import { memoBy } from "../../kpi/memo-by.ts";
import { absencesOf } from "../../team/member-status.ts";
import { groupSpans, membersOn } from "../../team/memberships.ts";
import type { Span } from "../../team/memberships.ts";
import type { Member } from "../../team/records.ts";
import type { TeamRows } from "../../team/team-rows.ts";
import { presentSpans } from "../life/present-spans.ts";

type Rows = Pick<TeamRows, "members" | "memberships" | "absences">;
type Stretch = Pick<Period, "start" | "end">;

/** How much of the people behind a figure is there in a stretch of days, in percent of a full time × working days. */
export interface Availability {
  readonly present: number;
  /** As if nobody were away or left. 0: nobody is known. */
  readonly whole: number;
}

/** FTE × working days on the team and not away, of the member, or of those who are in the group or on the team on the first
 * day; and the same as if nobody were away or left. The FTE is that of today, for no other is known.
 * @example availabilityIn({ members: new Map([["m1", aMember("m1")]]), memberships: new Map(), absences: new Map([["l", { id: "l", memberId: "m1", from: "2026-03-16", until: "2026-03-21" }]]) }, { kind: "member", id: "m1" }, { rest: { start: "2026-03-16", end: "2026-03-28" }, calendar: workingCalendar([]) }) // => { present: 500, whole: 1000 }
 */
export function availabilityIn(
  rows: Rows,
  subject: Subject,
  of: { readonly rest: Stretch; readonly calendar: WorkingCalendar },
): Availability {
  const key = `availability ${subject.kind} ${"id" in subject ? subject.id : ""} ${of.rest.start} ${of.rest.end}`;
  return memoBy([rows.members, rows.memberships, rows.absences, of.calendar], key, () => {
    let [present, whole] = [0, 0];
    for (const { member, spans } of peopleOf(rows, subject, of.rest)) {
      whole += member.ftePercent * workingDaysIn(of.calendar, of.rest);
      const away = absencesOf(rows.absences, member.id);
      for (const span of spans.flatMap((one) => presentSpans(member, asStretch(one, of.rest), away))) {
        present += member.ftePercent * workingDaysIn(of.calendar, asStretch(span, of.rest));
      }
    }
    return { present, whole };
  });
}

/** What a past stretch brought, as those who are there now would bring it: × the share that is there now ÷ the share that was
 * there then, rounded half away from zero for money. As it is where nobody is known; `null` where nobody was there then, for
 * that says nothing.
 * @example asAvailable(1000, { now: { present: 500, whole: 1000 }, past: { present: 900, whole: 900 }, counts: "amount" }) // => 500
 * @example asAvailable(1000, { now: { present: 500, whole: 1000 }, past: { present: 0, whole: 900 }, counts: "amount" }) // => null
 */
export function asAvailable(
  value: number,
  of: { readonly now: Availability; readonly past: Availability; readonly counts: "amount" | "share" },
): number | null {
  const { now, past } = of;
  if (now.whole === 0 || past.whole === 0) return value;
  if (past.present === 0) return null;
  const [times, parts] = [now.present * past.whole, now.whole * past.present];
  if (times === parts) return value;
  if (of.counts === "share") return (value * times) / parts;
  return Number(divideRounded(BigInt(Math.round(value)) * BigInt(times), BigInt(parts)));
}

/** Who is behind a subject's figures in a stretch, and when. */
function peopleOf(
  rows: Rows,
  subject: Subject,
  rest: Stretch,
): readonly { readonly member: Member; readonly spans: readonly Span[] }[] {
  const all = [{ from: rest.start, until: rest.end }];
  if (subject.kind === "member") {
    const member = rows.members.get(subject.id);
    return member ? [{ member, spans: all }] : [];
  }
  if (subject.kind === "unassigned") return [];
  const groupId = subject.kind === "group" ? subject.id : undefined;
  return membersOn(rows, rest.start, groupId).map((member) => ({
    member,
    spans: groupId === undefined ? all : groupSpans(rows, member.id, { groupId, within: rest }),
  }));
}

function asStretch({ from, until }: Span, rest: Stretch): Stretch {
  return { start: from, end: until ?? rest.end };
}
