import { putRecords } from "../../base/change.ts";
import type { Change } from "../../base/change.ts";
import { ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { workingDaysIn } from "../../base/working-calendar.ts";
import { apportion } from "../apportion.ts";
import { FIRST_MONTH, monthsOfPeriod, partsOfPeriod } from "../fiscal-year.ts";
import { markMeantDays } from "../life/meant-days.ts";
import type { Target } from "../records.ts";
import { targetId } from "../target-rows.ts";
import { placeOf } from "../target-tree.ts";
import type { TargetTree } from "../target-tree.ts";
import { TreeDraft } from "../tree-draft.ts";
import { allocateShares } from "./allocate-shares.ts";
import type { Allocation } from "./propose-allocation.ts";

type Proposed = Pick<Allocation, "plan" | "shares">;

/** Writes a proposed allocation: each member's share, groups in between as the sums of their members, the parent as the
 * total. Where the parent has a value in each month of the period, the shares are laid over those months so that members
 * and months both add up exactly (a member who is away in some of them keeps the share; then a month may not add up, and
 * is said). Else a member's own months follow the new share. Wholes above that added up before add up again.
 * @example applyAllocation(treeOf(book()), { plan: { row: 1, period: 11, total: 9, unit: 1 }, shares: [{ row: 2, share: 5 }, { row: 3, share: 4 }] }).value[0].records.map((one) => one.value) // => [9, 5, 4]
 */
export function applyAllocation(tree: TargetTree, { plan, shares }: Proposed): Result<readonly Change[]> {
  const draft = new TreeDraft(tree);
  const months = monthTotals(tree, plan);
  const groups = groupsBelow(tree, plan.row);
  draft.write(plan.row, plan.period, plan.total);
  if (months) {
    writeRow(draft, { row: plan.row, period: plan.period, months });
    const laid = layOver(tree, { plan, shares }, months);
    shares.forEach(({ row }, at) => writeRow(draft, { row, period: plan.period, months: laid[at]! }));
  } else {
    for (const { row, share } of shares) writeShare(draft, { row, period: plan.period }, share);
  }
  for (const group of groups) writeSums(draft, group, plan.period);
  for (const row of [...shares.map((one) => one.row), ...groups, plan.row]) draft.lift(row, plan.period);
  const changes = markMeantDays(tree, draft.changes());
  return ok(withReasons(tree, changes, { plan, shares }));
}

/** The changes with the reason of each share beside its value, also where the value stays as it was. */
function withReasons(
  tree: TargetTree,
  changes: readonly Change[],
  { plan, shares }: Proposed,
): readonly Change[] {
  const records = new Map<string, Target>();
  for (const change of changes) {
    if (change.op === "put") for (const one of change.records as readonly Target[]) records.set(one.id, one);
  }
  for (const { row, reason } of shares) {
    const cell = tree.cells[row]![plan.period]!;
    const known = records.get(targetId(placeOf(tree, row, plan.period))) ?? cell.record;
    if (known && reason) records.set(known.id, { ...known, reason });
  }
  if (records.size === 0) return changes;
  return [...changes.filter((change) => change.op !== "put"), putRecords("targets", [...records.values()])];
}

/** The parent's months inside the period, brought to the total; `null` where one of them has no value. */
function monthTotals(tree: TargetTree, plan: Proposed["plan"]): readonly number[] | null {
  const months = monthsOfPeriod(plan.period).map((month) => FIRST_MONTH + month);
  if (months[0] === plan.period) return [plan.total];
  const values = months.map((month) => tree.cells[plan.row]![month]!.value);
  if (values.includes(null)) return null;
  const known = values.map((value) => value ?? 0);
  const fits = known.reduce((sum, value) => sum + value, 0) === plan.total;
  return fits ? known : apportion(plan.total, known, plan.unit);
}

/** Lays shares over months, both exact: month by month what each still has to get is the weight and the most they can
 * take, and what has no later month must go now. */
function layOver(
  tree: TargetTree,
  { plan, shares }: Proposed,
  months: readonly number[],
): readonly (readonly number[])[] {
  const at = monthsOfPeriod(plan.period).map((month) => FIRST_MONTH + month);
  const isHere = ({ row }: { row: number }, month: number) => tree.cells[row]![at[month]!]!.kind !== "absent";
  const left = shares.map(({ share }) => share);
  const laid = shares.map((): number[] => []);
  for (let month = 0; month < months.length; month += 1) {
    const takers = shares.map((one, index) => {
      const owed = isHere(one, month) ? left[index]! : 0;
      const last = at.every((_, later) => later <= month || !isHere(one, later));
      return { weight: BigInt(owed), floor: last ? owed : 0, ceiling: owed };
    });
    const parts = allocateShares(months[month]!, takers, plan.unit);
    if (!parts.ok) return shares.map((one) => ownMonths(tree, one, { period: plan.period, months }));
    parts.value.forEach((part, index) => {
      laid[index]!.push(part);
      left[index]! -= part;
    });
  }
  return laid;
}

/** A share over the months in which the member is there: as the given months, else by working days. */
function ownMonths(
  tree: TargetTree,
  { row, share }: { readonly row: number; readonly share: number },
  by: { readonly period: number; readonly months?: readonly number[] },
): readonly number[] {
  const weights = monthsOfPeriod(by.period).map((month, index) => {
    if (tree.cells[row]![FIRST_MONTH + month]!.kind === "absent") return 0;
    return by.months?.[index] ?? workingDaysIn(tree.calendar, tree.periods[FIRST_MONTH + month]!);
  });
  return apportion(share, weights, tree.unit);
}

/** Without months above: the share itself; of a member who moved in the period, the months here. */
function writeShare(draft: TreeDraft, at: { readonly row: number; readonly period: number }, share: number) {
  const { tree } = draft;
  if (tree.cells[at.row]![at.period]!.kind !== "part") draft.push(at.row, at.period, share);
  else writeRow(draft, { ...at, months: ownMonths(tree, { row: at.row, share }, { period: at.period }) });
}

/** Months and the sums above them up to the period: of members all they can have, of others what was typed. */
function writeRow(
  draft: TreeDraft,
  of: { readonly row: number; readonly period: number; readonly months: readonly number[] },
): void {
  const { tree } = draft;
  const all = monthsOfPeriod(of.period);
  for (const period of periodsWithin(of.period)) {
    const { kind } = tree.cells[of.row]![period]!;
    const takes = tree.rows[of.row]!.seat ? kind !== "absent" && kind !== "part" : kind === "own";
    if (!takes) continue;
    const inside = monthsOfPeriod(period);
    const value = of.months.reduce((sum, month, at) => (inside.includes(all[at]!) ? sum + month : sum), 0);
    draft.write(of.row, period, value);
  }
}

function periodsWithin(period: number): readonly number[] {
  return [period, ...partsOfPeriod(period).flatMap(periodsWithin)];
}

function groupsBelow(tree: TargetTree, row: number): readonly number[] {
  return tree.rows[row]!.children.filter((child) => tree.rows[child]!.children.length > 0);
}

/** A group's typed values inside the period become the sums of its members, where all members have one. */
function writeSums(draft: TreeDraft, group: number, period: number): void {
  const { tree } = draft;
  for (const at of periodsWithin(period)) {
    if (tree.cells[group]![at]!.kind !== "own") continue;
    const values = tree.rows[group]!.children.filter(
      (child) => tree.cells[child]![at]!.kind !== "absent",
    ).map((child) => draft.value(child, at));
    if (values.length > 0 && !values.includes(null)) {
      draft.write(
        group,
        at,
        values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      );
    }
  }
}
