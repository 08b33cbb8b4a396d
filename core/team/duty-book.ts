import type { DutyId, MemberId } from "../base/id.ts";
import { isOwner } from "./letters.ts";
import type { Assignment, Duty } from "./records.ts";
import { living } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** What the questions about duties need. */
export type DutyRows = Pick<TeamRows, "members" | "duties" | "assignments">;

/** The living duties with who holds which letters, and how many each member owns. */
export interface DutyBook {
  readonly duties: readonly Duty[];
  /** Assignments of living duties to members who exist, in the order in which they were first written. */
  readonly assignmentsByDuty: ReadonlyMap<DutyId, readonly Assignment[]>;
  /** Living duties on which a member has R or A; R and A on one duty count once. */
  readonly loadByMember: ReadonlyMap<MemberId, number>;
}

/** The duty book of a team; the same object while duties, assignments and members are the same.
 * @example dutyBook(smallTeam()).duties // => []
 */
export function dutyBook(rows: DutyRows): DutyBook {
  const known = bookByAssignments.get(rows.assignments);
  if (known && known.duties === rows.duties && known.members === rows.members) return known.book;
  const book = makeBook(rows);
  bookByAssignments.set(rows.assignments, { duties: rows.duties, members: rows.members, book });
  return book;
}

/** The letters of a cell of the matrix, "" when it is empty.
 * @example lettersOf(new Map(), "d1", "m1") // => ""
 */
export function lettersOf(assignments: TeamRows["assignments"], dutyId: DutyId, memberId: MemberId): string {
  return assignments.get(assignmentId(dutyId, memberId))?.letters ?? "";
}

/** The id of the assignment of a duty to a member.
 * @example assignmentId("d1", "m1") // => "d1:m1"
 */
export function assignmentId(dutyId: DutyId, memberId: MemberId): string {
  return `${dutyId}:${memberId}`;
}

const bookByAssignments = new WeakMap<
  object,
  { readonly duties: unknown; readonly members: unknown; readonly book: DutyBook }
>();

function makeBook(rows: DutyRows): DutyBook {
  const duties = living(rows.duties);
  const assignmentsByDuty = new Map<DutyId, Assignment[]>(duties.map((duty) => [duty.id, []]));
  const loadByMember = new Map<MemberId, number>();
  for (const assignment of rows.assignments.values()) {
    const list = assignmentsByDuty.get(assignment.dutyId);
    if (!list || !rows.members.has(assignment.memberId)) continue;
    list.push(assignment);
    if (!isOwner(assignment.letters)) continue;
    loadByMember.set(assignment.memberId, (loadByMember.get(assignment.memberId) ?? 0) + 1);
  }
  return { duties, assignmentsByDuty, loadByMember };
}
