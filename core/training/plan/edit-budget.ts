import { putRecords, removeRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import type { PeriodId } from "../../base/period.ts";
import { ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { isSame } from "../../base/same.ts";
import type { TrainingBudget } from "../records.ts";
import type { TrainingRows } from "../training-rows.ts";

/** Writes what may be spent in a year or quarter: money, hours for each member, a note. `undefined` takes a field away, and
 * the budget goes with its last one.
 * @example setBudget(trainingRows(), { periodId: "2026", fields: { hoursEach: 24 } }).value[0].records[0] // => { id: "2026", note: "", hoursEach: 24 }
 */
export function setBudget(
  rows: Pick<TrainingRows, "trainingBudgets">,
  input: {
    readonly periodId: PeriodId;
    readonly fields: { readonly [F in "money" | "hoursEach" | "note"]?: TrainingBudget[F] | undefined };
  },
): Result<readonly Change[]> {
  const before = rows.trainingBudgets.get(input.periodId);
  const merged = { id: input.periodId as string, note: "", ...before, ...input.fields };
  const budget = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as TrainingBudget;
  const isEmpty = budget.money === undefined && budget.hoursEach === undefined && budget.note.trim() === "";
  if (isEmpty) return ok(before ? [removeRecords("trainingBudgets", [before.id])] : []);
  return ok(isSame(before, budget) ? [] : [putRecords("trainingBudgets", [budget])]);
}
