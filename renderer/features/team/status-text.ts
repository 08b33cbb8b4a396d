import type { Day } from "../../../core/base/day.ts";
import type { Member } from "../../../core/team/records.ts";
import { memberStatusOn } from "../../../core/team/member-status.ts";
import type { TeamRows } from "../../../core/team/team-rows.ts";
import type { Words } from "../../../core/words/words.ts";
import type { Tone } from "../../ui/figure.tsx";

/** A member's state today in words. */
export function statusText(
  words: Words,
  of: { readonly rows: TeamRows; readonly member: Member; readonly today: Day },
): string {
  const status = memberStatusOn(of.rows.absences, of.member, of.today);
  const short = (day: Day) => (day.slice(0, 4) === of.today.slice(0, 4) ? day.slice(5) : day);
  if (status.kind === "left") return words.text("team.status.left", { day: status.since });
  if (status.kind === "upcoming") return words.text("team.status.upcoming", { day: status.from });
  if (status.kind === "leave") {
    return words.text("team.status.leave", { day: short(status.absence.until) });
  }
  if (status.kind === "probation") {
    return words.text("team.status.probation", { day: short(status.until) });
  }
  const { leftOn } = of.member;
  if (leftOn !== undefined) return words.text("team.status.leaving", { day: short(leftOn) });
  return words.text("team.status.active");
}

/** Quiet for those who are not working today. */
export function statusTone(of: {
  readonly rows: TeamRows;
  readonly member: Member;
  readonly today: Day;
}): Tone | undefined {
  const { kind } = memberStatusOn(of.rows.absences, of.member, of.today);
  return kind === "active" || kind === "probation" ? undefined : "muted";
}
