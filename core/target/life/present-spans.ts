import type { Period } from "../../base/period.ts";
import { overlap } from "../../team/memberships.ts";
import type { Span } from "../../team/memberships.ts";
import type { Absence, Member } from "../../team/records.ts";

/** The stretches of a period in which a member was on the team and not away, half-open, earliest first. Every absence
 * counts; of the absences handed in only those.
 * @example presentSpans({ hiredOn: "2026-07-10" }, { start: "2026-07-01", end: "2026-08-01" }, [{ from: "2026-07-20", until: "2026-07-22" }]).map((span) => span.from) // => ["2026-07-10", "2026-07-22"]
 */
export function presentSpans(
  member: Pick<Member, "hiredOn" | "leftOn">,
  period: Pick<Period, "start" | "end">,
  away: readonly Pick<Absence, "from" | "until">[],
): readonly Span[] {
  const onTeam = overlap(
    { from: member.hiredOn ?? period.start, until: member.leftOn ?? null },
    { from: period.start, until: period.end },
  );
  if (!onTeam) return [];
  const spans: Span[] = [];
  let from = onTeam.from;
  for (const absence of away) {
    if (absence.until <= from) continue;
    if (absence.from >= onTeam.until!) break;
    if (absence.from > from) spans.push({ from, until: absence.from });
    from = absence.until;
  }
  if (from < onTeam.until!) spans.push({ from, until: onTeam.until });
  return spans;
}
