import type { Change } from "../../base/change.ts";
import type { Day } from "../../base/day.ts";
import type { MemberId, SessionId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import { cellText } from "../../base/table.ts";
import type { Table, TableCell } from "../../base/table.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Member } from "../../team/records.ts";
import { inOrder } from "../../team/team-rows.ts";
import { RESULT_HEADS } from "../locales/result-heads.ts";
import type { Enrolment, TrainingSession } from "../records.ts";
import { trainingChanges } from "../results/training-changes.ts";
import { newEnrolment } from "../sessions/edit-sessions.ts";
import { readResultCell, resultProblem, withFields } from "../sessions/result-cells.ts";
import type { ResultCell } from "../sessions/result-cells.ts";
import { enrolmentId } from "../training-rows.ts";
import type { TrainingRows } from "../training-rows.ts";

type Role = keyof typeof RESULT_HEADS;
const ROLES = Object.keys(RESULT_HEADS) as readonly Role[];
const VALUES = ["attendance", "score", "rating", "feedback"] as const satisfies readonly ResultCell[];
/** How far down a head is looked for: lists have a title and a date above it. */
const HEAD_ROWS = 15;

/** A cell that could not be taken: its line, column and text, and what to do. */
export interface BadResult {
  readonly at: number;
  readonly column: string;
  readonly text: string;
  readonly why: Message;
}

/** A sheet of attendance and scores as read, and what taking it would do. */
export interface ResultsReading {
  /** Rows with somebody in them. */
  readonly rows: number;
  /** Members who were not enrolled before. */
  readonly fresh: number;
  readonly changed: number;
  readonly bad: readonly BadResult[];
  /** Empty when there is any bad cell: a sheet is taken whole or not at all. */
  readonly changes: readonly Change[];
}

/** Reads a sheet of who came to a session with what score: a head with a name or an employee number and at least one of
 * attendance, score, usefulness and feedback, in either language, below any title. An empty cell keeps what is there; who was
 * not enrolled is enrolled. What follows for the skill matrix is in the changes. Refused whole: no head that we know, a session
 * that is gone. Every cell that cannot be taken is named.
 * @example readResultsSheet(trainingRows({ trainingSessions: [aSession("s1", "c1")] }), { rows: [["姓名", "成绩"], ["m1", "80"]], lines: [1, 2] }, { sessionId: "s1", today: TODAY }).value.fresh // => 1
 */
export function readResultsSheet(
  rows: TrainingRows,
  table: Table,
  of: { readonly sessionId: SessionId; readonly today: Day },
): Result<ResultsReading> {
  const session = rows.trainingSessions.get(of.sessionId);
  const head = headOf(table);
  if (!session) return fail([{ message: message("training.problem.gone") }]);
  if (!head) return fail([{ message: message("training.sheet.no-head") }]);
  const bad: BadResult[] = [];
  const drafts = new Map<MemberId, Enrolment>();
  let count = 0;
  for (let at = head.row + 1; at < table.rows.length; at += 1) {
    const cells = table.rows[at]!;
    if (cells.every((cell) => cellText(cell).trim() === "")) continue;
    count += 1;
    const line: Line = { at: table.lines[at]!, cells, head };
    const enrolment = readLine(rows, line, { session, today: of.today, drafts, bad });
    if (enrolment) drafts.set(enrolment.memberId, enrolment);
  }
  const written = [...drafts.values()].filter((one) => !isSame(one, rows.enrolments.get(one.id)));
  const fresh = written.filter((one) => !rows.enrolments.has(one.id)).length;
  const changed = written.length - fresh;
  const isHeld = session.status === "planned" && written.some((one) => one.attendance !== undefined);
  const sessions = isHeld ? [{ ...session, status: "held" as const }] : [];
  const changes = bad.length > 0 ? [] : trainingChanges(rows, { enrolments: written, sessions });
  return ok({ rows: count, fresh, changed, bad, changes });
}

interface Head {
  readonly row: number;
  readonly columnByRole: ReadonlyMap<Role, number>;
  readonly titles: readonly TableCell[];
}

interface Line {
  readonly at: number;
  readonly cells: readonly TableCell[];
  readonly head: Head;
}

function headOf(table: Table): Head | null {
  for (const [row, titles] of table.rows.slice(0, HEAD_ROWS).entries()) {
    const columnByRole = new Map<Role, number>();
    for (const [column, title] of titles.entries()) {
      const key = nameKey(cellText(title));
      const role = ROLES.find((one) => (RESULT_HEADS[one] as readonly string[]).includes(key));
      if (role && !columnByRole.has(role)) columnByRole.set(role, column);
    }
    const names = columnByRole.has("person") || columnByRole.has("number");
    if (names && VALUES.some((role) => columnByRole.has(role))) return { row, columnByRole, titles };
  }
  return null;
}

/** The enrolment that a line makes, or `null` when something in it is wrong, which is noted. */
function readLine(
  rows: TrainingRows,
  line: Line,
  of: {
    readonly session: TrainingSession;
    readonly today: Day;
    readonly drafts: ReadonlyMap<MemberId, Enrolment>;
    readonly bad: BadResult[];
  },
): Enrolment | null {
  const { session, bad } = of;
  const wrong = (role: Role, why: Message) => bad.push({ at: line.at, ...placeOf(line, role), why });
  const member = memberOf(rows, line);
  const who = line.head.columnByRole.has("person") ? "person" : "number";
  if (!member.ok) {
    wrong(who, member.error);
    return null;
  }
  if (of.drafts.has(member.value.id)) {
    wrong(who, message("training.sheet.twice", { member: member.value.name }));
    return null;
  }
  const id = enrolmentId(session.id, member.value.id);
  let enrolment = rows.enrolments.get(id) ?? newEnrolment(session.id, member.value.id, "open");
  for (const role of VALUES) {
    const text = textOf(line, role);
    if (text === "") continue;
    const read = readResultCell(role, text);
    if (read.ok) enrolment = withFields(enrolment, read.value);
    else wrong(role, read.error);
  }
  const problem = resultProblem(enrolment, { session, today: of.today });
  if (problem) wrong(line.head.columnByRole.has("attendance") ? "attendance" : "score", problem);
  return enrolment;
}

function memberOf(rows: TrainingRows, line: Line): Result<Member, Message> {
  const number = nameKey(textOf(line, "number"));
  const name = nameKey(textOf(line, "person"));
  const all = inOrder(rows.members);
  const byNumber = number === "" ? [] : all.filter((one) => nameKey(one.employeeNumber ?? "") === number);
  const byName = all.filter((one) => [one.name, ...one.aliases].some((alias) => nameKey(alias) === name));
  const found = byNumber.length > 0 ? byNumber : byName;
  const text = textOf(line, "person") || textOf(line, "number");
  // A name of one beside the number of another: a cell has slipped, and nobody knows which.
  if (byNumber.length === 1 && byName.length > 0 && !byName.includes(byNumber[0]!)) {
    return fail(message("training.sheet.two", { text, number: textOf(line, "number") }));
  }
  if (found.length === 1) return ok(found[0]!);
  return fail(message(found.length === 0 ? "training.sheet.unknown" : "training.sheet.several", { text }));
}

function textOf({ cells, head }: Line, role: Role): string {
  const column = head.columnByRole.get(role);
  return column === undefined ? "" : cellText(cells[column]).trim();
}

function placeOf(line: Line, role: Role): { readonly column: string; readonly text: string } {
  const column = line.head.columnByRole.get(role);
  return {
    column: column === undefined ? "" : cellText(line.head.titles[column]),
    text: textOf(line, role),
  };
}
