import type { Day } from "../../base/day.ts";
import type { Explanation } from "../../base/explain.ts";
import { message } from "../../base/message.ts";
import type { Bilingual } from "../../base/schema.ts";
import { nameMessage } from "../../team/name-key.ts";
import type { PlanFigure } from "../plan/plan-totals.ts";
import type { CourseCell } from "./course-matrix.ts";

/** Whether a cell counts as done: passed, and its certificate holds.
 * @example isDone({ state: "expiring" }) // => true
 * @example isDone({ state: "expired" }) // => false
 */
export function isDone({ state }: Pick<CourseCell, "state">): boolean {
  return state === "passed" || state === "expiring";
}

/** Completion of mandatory courses over some cells: done ÷ mandatory. No value where nothing is mandatory.
 * @example completion([], { today: "2026-09-01", nameOf: (name) => name.zh }).value.value // => null
 */
export function completion(
  cells: readonly CourseCell[],
  of: { readonly today: Day; nameOf(name: Bilingual): string },
): PlanFigure & { readonly done: number } {
  const must = cells.filter((cell) => cell.isMandatory);
  const done = must.filter(isDone).length;
  const value = { unit: "percent", value: must.length === 0 ? null : done / must.length } as const;
  const note = message("training.note.nothing-mandatory");
  const explain = (): Explanation => ({
    title: message("training.explain.completion", { day: { day: of.today } }),
    value,
    formula: message("training.formula.completion"),
    ruleVersion: 1,
    inputs: [
      { label: message("training.input.done"), value: { unit: "count", value: done } },
      { label: message("training.input.mandatory"), value: { unit: "count", value: must.length } },
    ],
    rows: must.map((cell) => ({
      ref: { table: "members", id: cell.member.id },
      label: `${cell.member.name} · ${of.nameOf(cell.course.name)}`,
      ...(cell.passed ? { day: cell.passed.session.on } : {}),
      amount: { unit: "count", value: isDone(cell) ? 1 : 0 },
    })),
    notes: must.length === 0 ? [note] : [],
  });
  return { value, n: must.length, done, ...(must.length === 0 ? { note } : {}), explain };
}

/** What waits for the manager in the matrix, most urgent first: overdue, expired, expiring, attended without a score, sessions
 * of which nobody has said who came are elsewhere.
 * @example openCells([]) // => []
 */
export function openCells(cells: readonly CourseCell[]): readonly CourseCell[] {
  const rank = ["overdue", "expired", "unscored", "expiring"];
  return cells
    .filter((cell) => rank.includes(cell.state))
    .toSorted(
      (a, b) =>
        rank.indexOf(a.state) - rank.indexOf(b.state) ||
        ((a.dueOn ?? a.expiresOn ?? "") < (b.dueOn ?? b.expiresOn ?? "") ? -1 : 1),
    );
}

/** The course's name as a message beside the member's, for lines about a cell.
 * @example cellParams({ member: { name: "王芳" }, course: { name: { zh: "谈判", en: "" } } }).member // => "王芳"
 */
export function cellParams({
  member,
  course,
}: {
  readonly member: Pick<CourseCell["member"], "name">;
  readonly course: Pick<CourseCell["course"], "name">;
}) {
  return { member: member.name, course: nameMessage(course.name) };
}
