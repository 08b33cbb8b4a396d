import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { KpiId } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import { fail, ok } from "../../base/result.ts";
import type { Problem, Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { Kpi } from "../../kpi/records.ts";
import type { Goal } from "../records.ts";
import { parseTargetText } from "../target-text.ts";
import type { NumberShape } from "../target-text.ts";

/** What goals stand on. */
export interface GoalRows {
  readonly goals: ReadonlyMap<string, Goal>;
  readonly kpis: ReadonlyMap<string, Kpi>;
}

/** The goal of a KPI; each has one.
 * @example goalOf({ goals: new Map() }, "sales") // => undefined
 */
export function goalOf({ goals }: Pick<GoalRows, "goals">, kpiId: KpiId): Goal | undefined {
  return goals.get(kpiId) ?? [...goals.values()].find((goal) => goal.kpiId === kpiId);
}

/** Writes what a KPI is to reach in fiscal years, as typed or pasted, all or none; an empty text takes a year away, and the
 * goal with its last year unless it has a note. A problem's field is the year.
 * @example setGoalValues({ goals: new Map(), kpis: book().kpis }, { kpiId: "visits", edits: [{ year: 2028, text: "x" }], shape: { unit: "count", kind: "flow", digits: 0, shownPower: 0 } }).error[0].field // => "2028"
 */
export function setGoalValues(
  rows: GoalRows,
  input: {
    readonly kpiId: KpiId;
    readonly edits: readonly { readonly year: number; readonly text: string }[];
    readonly shape: NumberShape;
  },
): Result<readonly Change[]> {
  if (!rows.kpis.has(input.kpiId)) return fail([{ message: message("target.goal.problem.kpi") }]);
  const before = goalOf(rows, input.kpiId);
  const valueByYear: Record<string, number> = { ...before?.valueByYear };
  const problems: Problem[] = [];
  for (const { year, text } of input.edits) {
    const read = parseTargetText(text, input.shape);
    if (!read.ok) problems.push({ field: String(year), message: read.error });
    else if (read.value === null) delete valueByYear[String(year)];
    else valueByYear[String(year)] = read.value;
  }
  if (problems.length > 0) return fail(problems);
  return ok(
    goalChanges(before, {
      id: before?.id ?? input.kpiId,
      kpiId: input.kpiId,
      note: before?.note ?? "",
      valueByYear,
    }),
  );
}

/** Writes what a goal is for: why this much, what it hangs on.
 * @example setGoalNote({ goals: new Map(), kpis: book().kpis }, { kpiId: "visits", note: "" }).value // => []
 */
export function setGoalNote(
  rows: GoalRows,
  { kpiId, note }: { readonly kpiId: KpiId; readonly note: string },
): Result<readonly Change[]> {
  if (!rows.kpis.has(kpiId)) return fail([{ message: message("target.goal.problem.kpi") }]);
  const before = goalOf(rows, kpiId);
  const valueByYear = before?.valueByYear ?? {};
  return ok(goalChanges(before, { id: before?.id ?? kpiId, kpiId, note: note.trim(), valueByYear }));
}

function goalChanges(before: Goal | undefined, after: Goal): readonly Change[] {
  const isEmpty = after.note === "" && Object.keys(after.valueByYear).length === 0;
  if (isEmpty) return before ? [removeRecords("goals", [before.id])] : [];
  return isSame(before, after) ? [] : [putRecords("goals", [after])];
}
