import type { Change } from "../base/change.ts";
import type { DutyId, MemberId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import { assignmentId, lettersOf } from "./duty-book.ts";
import { joinLetters, parseLetters } from "./letters.ts";
import { nameMessage } from "./name-key.ts";
import type { Assignment } from "./records.ts";
import { deleteRecords, writeRecords } from "./team-rows.ts";
import type { TeamRows } from "./team-rows.ts";

/** One cell of the matrix as it was typed or pasted. */
export interface LetterEdit {
  readonly dutyId: DutyId;
  readonly memberId: MemberId;
  readonly text: string;
}

/** Writes cells of the matrix, all or none. Text is read by `parseLetters`; empty text clears. Of several edits of one cell
 * the last holds; cells that stay as they are are not written. Each refused cell is a problem with the field
 * `<dutyId>:<memberId>`.
 * @example setLetters(smallTeam({ duties: [aDuty("d1", "开发")] }), [{ dutyId: "d1", memberId: "王芳", text: "ar" }]).value[0].records // => [{ id: "d1:王芳", dutyId: "d1", memberId: "王芳", letters: "RA" }]
 */
export function setLetters(rows: TeamRows, edits: readonly LetterEdit[]): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const cells = new Map<string, Assignment>();
  for (const { dutyId, memberId, text } of edits) {
    const id = assignmentId(dutyId, memberId);
    const letters = parseLetters(text);
    const problem = cellProblem(rows, { dutyId, memberId, text });
    if (problem) problems.push({ field: id, message: problem });
    else if (letters !== null) cells.set(id, { id, dutyId, memberId, letters });
  }
  if (problems.length > 0) return fail(problems);
  return ok(writeCells(rows, [...cells.values()]));
}

/** Hands R and A of a duty from one member to another, who keeps the letters they have; C and I of the first stay with them.
 * Throws when there is nothing to hand over: ask first.
 * @example handOverDuty(teamOf({ assignments: [anAssignment("d1", "m1", "R")] }), { dutyId: "d1", fromId: "m1", toId: "m2" }).map((change) => change.op) // => ["put", "remove"]
 */
export function handOverDuty(
  rows: Pick<TeamRows, "assignments">,
  input: { readonly dutyId: DutyId; readonly fromId: MemberId; readonly toId: MemberId },
): readonly Change[] {
  const letters = lettersOf(rows.assignments, input.dutyId, input.fromId);
  const given = letters.replace(/[CI]/g, "");
  if (given === "" || input.fromId === input.toId) throw new RangeError("nothing to hand over");
  const taken = joinLetters(lettersOf(rows.assignments, input.dutyId, input.toId), given);
  return writeCells(rows, [
    cell(input.dutyId, input.fromId, letters.replace(/[RA]/g, "")),
    cell(input.dutyId, input.toId, taken),
  ]);
}

/** The changes that make the cells hold these letters; "" empties a cell. Cells that hold them already are left out.
 * @example writeCells(smallTeam(), [cell("d1", "m1", "")]) // => []
 */
export function writeCells(
  rows: Pick<TeamRows, "assignments">,
  cells: readonly Assignment[],
): readonly Change[] {
  const changed = cells.filter(
    (one) => one.letters !== lettersOf(rows.assignments, one.dutyId, one.memberId),
  );
  return [
    ...writeRecords(
      "assignments",
      changed.filter((one) => one.letters !== ""),
    ),
    ...deleteRecords(
      "assignments",
      changed.filter((one) => one.letters === "").map((one) => one.id),
    ),
  ];
}

/** A cell of the matrix with its letters.
 * @example cell("d1", "m1", "R") // => { id: "d1:m1", dutyId: "d1", memberId: "m1", letters: "R" }
 */
export function cell(dutyId: DutyId, memberId: MemberId, letters: string): Assignment {
  return { id: assignmentId(dutyId, memberId), dutyId, memberId, letters };
}

function cellProblem(rows: TeamRows, edit: LetterEdit) {
  const duty = rows.duties.get(edit.dutyId);
  const member = rows.members.get(edit.memberId);
  if (!duty) return message("team.problem.duty-gone");
  if (!member) return message("team.problem.member-gone");
  if (parseLetters(edit.text) !== null) return null;
  const params = { duty: nameMessage(duty.name), member: member.name, text: edit.text.trim() };
  return message("team.problem.letters", params);
}
