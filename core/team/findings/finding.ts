import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId, RecordRef } from "../../base/id.ts";
import type { Message } from "../../base/message.ts";
import type { Settings } from "../../base/settings.ts";
import { dutyBook } from "../duty-book.ts";
import type { DutyBook } from "../duty-book.ts";
import { isPresent, memberStatusOn } from "../member-status.ts";
import type { MemberStatus } from "../member-status.ts";
import type { TeamRows } from "../team-rows.ts";

/** The kinds of findings, in the order in which they are listed within a severity. */
export const FINDING_CODES = [
  "owner-left",
  "duty-no-responsible",
  "duty-no-accountable",
  "duty-two-accountable",
  "duty-twice",
  "member-no-group",
  "group-archived",
  "owner-on-leave",
  "owner-leaving",
  "member-overloaded",
  "duty-no-stand-in",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** A way to put a finding right: the changes are ready to commit and the finding is gone after them. */
export interface Repair {
  /** What the button says. */
  readonly label: Message;
  /** What the journal and the undo button say. */
  readonly record: Message;
  /** Why this one is proposed. */
  readonly reason?: Message;
  readonly changes: readonly Change[];
}

/** Something about the team that is not as it should be. */
export interface TeamFinding {
  /** The same for the same finding as long as it lasts. */
  readonly id: string;
  readonly code: FindingCode;
  /** `risk`: work falls through; `warning`: it soon may; `hint`: it would if somebody were away. */
  readonly severity: "risk" | "warning" | "hint";
  /** What it is about; a duty and a member together name a cell of the matrix. */
  readonly subjects: readonly RecordRef[];
  readonly message: Message;
  /** Why it matters. */
  readonly reason: Message;
  /** The best first; empty when only the manager can know. */
  readonly repairs: readonly Repair[];
}

/** What the finders look at, prepared once for all of them. */
export interface FindingContext {
  readonly rows: TeamRows;
  readonly settings: Settings;
  readonly today: Day;
  readonly book: DutyBook;
  readonly statusByMember: ReadonlyMap<MemberId, MemberStatus>;
}

/** Prepares what the finders look at.
 * @example findingContext(smallTeam(), SETTINGS, TODAY).statusByMember.get("王芳") // => { kind: "active" }
 */
export function findingContext(rows: TeamRows, settings: Settings, today: Day): FindingContext {
  const statusByMember = new Map<MemberId, MemberStatus>();
  for (const member of rows.members.values()) {
    statusByMember.set(member.id, memberStatusOn(rows.absences, member, today));
  }
  return { rows, settings, today, book: dutyBook(rows), statusByMember };
}

/** Whether a member exists and has not left.
 * @example isHere(findingContext(smallTeam(), SETTINGS, TODAY), "王芳") // => true
 */
export function isHere(context: FindingContext, memberId: MemberId | undefined): boolean {
  const status = memberId === undefined ? undefined : context.statusByMember.get(memberId);
  return status !== undefined && status.kind !== "left";
}

/** Whether a member can take work today.
 * @example isThere(findingContext(smallTeam(), SETTINGS, TODAY), undefined) // => false
 */
export function isThere(context: FindingContext, memberId: MemberId | undefined): boolean {
  const status = memberId === undefined ? undefined : context.statusByMember.get(memberId);
  return status !== undefined && isPresent(status);
}

/** A member's name, "" when there is none such.
 * @example memberName(findingContext(smallTeam(), SETTINGS, TODAY), "m9") // => ""
 */
export function memberName(context: FindingContext, memberId: MemberId): string {
  return context.rows.members.get(memberId)?.name ?? "";
}
