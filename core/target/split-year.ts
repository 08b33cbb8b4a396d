import { putRecords, removeRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import type { GroupId } from "../base/id.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { workingDaysIn } from "../base/working-calendar.ts";
import { apportion, apportionOverTime } from "./apportion.ts";
import { FIRST_MONTH, monthsOfPeriod, PERIODS_IN_YEAR, QUARTERS, YEAR } from "./fiscal-year.ts";
import { withMeantDays } from "./life/meant-days.ts";
import type { Target } from "./records.ts";
import { clearTargets } from "./set-targets.ts";
import { capacityOf } from "./spread-rest.ts";
import type { TargetTree } from "./target-tree.ts";
import { targetRecord } from "./tree-draft.ts";

/** How a year is laid over its quarters and months. `last-year` brings the actual values of last year's twelve months,
 * `typed` the weights of the twelve months as the manager typed them: whole, of any size. */
export type Season =
  | { readonly by: "equal" }
  | { readonly by: "working-days" }
  | { readonly by: "last-year"; readonly months: readonly (number | null)[] }
  | { readonly by: "typed"; readonly months: readonly number[] };

/** How a year's target is split. */
export interface YearSplit {
  /** The team's whole year. */
  readonly total: number;
  readonly season: Season;
  /** How far down: the team's months only, groups too, or members too. */
  readonly depth: "team" | "groups" | "members";
  /** The groups that take part; the others get nothing. */
  readonly groupIds: readonly GroupId[];
}

/** Splits the team's year into quarters and months by the season, and each month over groups and members by headcount ×
 * FTE × working days without absences. Everything adds up exactly in both directions: months to quarters to the year,
 * members to groups to the team. What rounding keeps from somebody in one month is made up in a later one. The year's
 * former targets of this KPI and line are replaced; opening figures stay.
 * Refused: a KPI that does not sum, a total that is not above zero, nobody to take part, no shape of last year, typed weights that are not twelve or all 0.
 * @example splitYear(treeOf(book()), { total: 12, season: { by: "equal" }, depth: "team", groupIds: [] }).value[0].records.length // => 17
 */
export function splitYear(tree: TargetTree, split: YearSplit): Result<readonly Change[]> {
  if (!tree.sums) return fail([{ message: message("target.problem.no-sum") }]);
  if (!(split.total > 0)) return fail([{ field: "total", message: message("target.problem.total") }]);
  const season = seasonWeights(tree, split.season);
  if (!season) {
    const key = split.season.by === "typed" ? "target.problem.typed-season" : "target.problem.no-last-year";
    return fail([{ field: "season", message: message(key) }]);
  }
  const months = monthTotals(tree, split.total, season);
  const leaves = leavesOf(tree, split);
  if (split.depth !== "team" && leaves.length === 0) {
    return fail([{ field: "groups", message: message("target.problem.nobody") }]);
  }
  const valueByRow = new Map<number, readonly number[]>([[0, months]]);
  if (split.depth !== "team") addLeaves(tree, valueByRow, { leaves, months });
  const records = [...valueByRow].flatMap(([row, values]) => rowRecords(tree, row, values));
  return ok(replacing(tree, withMeantDays(tree, records)));
}

/** The months' weights, whole numbers; `null` when last year has no shape. */
function seasonWeights(tree: TargetTree, season: Season): readonly number[] | null {
  const months = tree.periods.slice(FIRST_MONTH);
  if (season.by === "equal") return months.map(() => 1);
  if (season.by === "working-days") return months.map((month) => workingDaysIn(tree.calendar, month));
  const shape = season.months.map((value) => Math.max(0, Math.round(value ?? 0)));
  return shape.length === 12 && shape.some((value) => value > 0) ? shape : null;
}

/** Year to quarters to months, so that equal quarters are equal before months are. */
function monthTotals(tree: TargetTree, total: number, weights: readonly number[]): readonly number[] {
  const inQuarter = (quarter: number) => monthsOfPeriod(quarter).map((month) => weights[month]!);
  const quarters = apportion(
    total,
    QUARTERS.map((quarter) => inQuarter(quarter).reduce((sum, weight) => sum + weight, 0)),
    tree.unit,
  );
  return QUARTERS.flatMap((quarter, at) => apportion(quarters[at]!, inQuarter(quarter), tree.unit));
}

/** The rows that get their share directly; those above them are sums. */
function leavesOf(tree: TargetTree, split: YearSplit): readonly number[] {
  const taking = new Set<string>(split.groupIds);
  const groups = tree.rows.filter((row) => row.subject.kind === "group" && taking.has(row.subject.id));
  if (split.depth === "groups")
    return groups.filter((row) => row.children.length > 0).map((row) => row.index);
  return groups.flatMap((row) => row.children);
}

function addLeaves(
  tree: TargetTree,
  valueByRow: Map<number, readonly number[]>,
  from: { readonly leaves: readonly number[]; readonly months: readonly number[] },
): void {
  const weights = from.months.map((_, month) =>
    from.leaves.map((leaf) => capacityOf(tree, leaf, FIRST_MONTH + month)),
  );
  const shares = apportionOverTime(from.months, weights, tree.unit);
  from.leaves.forEach((leaf, at) => {
    const values = shares.map((month) => month[at]!);
    valueByRow.set(leaf, values);
    const parent = tree.rows[leaf]!.parent!;
    if (parent === 0) return;
    const sum = valueByRow.get(parent);
    valueByRow.set(parent, sum ? sum.map((value, month) => value + values[month]!) : values);
  });
}

/** A row's months, quarters and year, where the row can have them; of a member who moved, only the months here. */
function rowRecords(tree: TargetTree, row: number, months: readonly number[]): readonly Target[] {
  const records: Target[] = [];
  for (let period = YEAR; period < PERIODS_IN_YEAR; period += 1) {
    const { kind } = tree.cells[row]![period]!;
    if (kind === "absent" || kind === "part") continue;
    const value = monthsOfPeriod(period).reduce((sum, month) => sum + months[month]!, 0);
    records.push(targetRecord(tree, { row, period, value }));
  }
  return records;
}

function replacing(tree: TargetTree, records: readonly Target[]): readonly Change[] {
  const kept = new Set(records.map((record) => record.id));
  const cleared = clearTargets(tree);
  const gone = cleared.ok
    ? cleared.value.flatMap((change) =>
        change.op === "remove" ? change.ids.filter((id) => !kept.has(id)) : [],
      )
    : [];
  return [...(gone.length > 0 ? [removeRecords("targets", gone)] : []), putRecords("targets", records)];
}
