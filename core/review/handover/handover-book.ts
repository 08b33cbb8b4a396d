import type { Day } from "../../base/day.ts";
import type { MemberId } from "../../base/id.ts";
import type { ImportBook } from "../../customer/import/import-book.ts";
import type { Action } from "../../meeting/records.ts";
import type { LockRows } from "../../target/target-lock.ts";
import type { TargetRows } from "../../target/target-rows.ts";
import { isOnTeam } from "../../team/memberships.ts";
import type { Member } from "../../team/records.ts";
import type { TaskRows } from "../../team/tasks/edit-tasks.ts";
import { inOrder } from "../../team/team-rows.ts";

/** The tables that a handover reads and writes. A workspace is one. */
export interface HandoverBook {
  readonly rows: Omit<TaskRows, "targets"> &
    TargetRows &
    LockRows & { readonly actions: ReadonlyMap<string, Action> };
  readonly facts: Pick<ImportBook["facts"], "customers" | "deals" | "cases">;
}

/** Whose work is handed over, and when. */
export interface HandoverOf {
  readonly memberId: MemberId;
  readonly today: Day;
  /** The first day on which the member is no longer on the team; `null` for one who stays. */
  readonly leavesOn: Day | null;
}

/** The book as it is once the leaving is noted; the same book where that is known or not planned.
 * @example withLeaving(handoverBook(), { memberId: "a", today: "2026-06-15", leavesOn: "2026-08-01" }).rows.members.get("a").leftOn // => "2026-08-01"
 */
export function withLeaving(book: HandoverBook, of: HandoverOf): HandoverBook {
  const member = book.rows.members.get(of.memberId);
  if (!member || of.leavesOn === null || member.leftOn === of.leavesOn) return book;
  const leaving: Member = { ...member, leftOn: of.leavesOn };
  return { ...book, rows: { ...book.rows, members: new Map(book.rows.members).set(member.id, leaving) } };
}

/** Who can take work over: those on the team from the day on which it changes hands, in the manager's order.
 * @example takersFor(handoverBook(), { memberId: "a", today: "2026-06-15", leavesOn: null }).map((one) => one.id) // => ["b", "c"]
 */
export function takersFor({ rows }: HandoverBook, of: HandoverOf): readonly Member[] {
  const from = of.leavesOn !== null && of.leavesOn > of.today ? of.leavesOn : of.today;
  return inOrder(rows.members).filter((one) => one.id !== of.memberId && isOnTeam(one, from));
}
