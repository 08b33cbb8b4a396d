import { setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { workingDaysIn } from "../base/working-calendar.ts";
import { apportion, spreadDifference } from "./apportion.ts";
import { FIRST_MONTH, monthsOfPeriod, partsOfPeriod } from "./fiscal-year.ts";
import { findingAt, partsOf } from "./reconcile.ts";
import type { Whole } from "./reconcile.ts";
import type { Target } from "./records.ts";
import { seatCapacity } from "./seats.ts";
import { targetId } from "./target-rows.ts";
import { placeOf } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";
import { TreeDraft } from "./tree-draft.ts";

/** By what a rest is spread: present shares, the same for each, or working days (for people × FTE, without absences). */
export type SpreadBy = "shares" | "equal" | "working-days";

/** Spreads what the parts lack of the whole, or hold too much, so that they add up to it exactly. Parts without a value
 * take all of a rest and typed ones stay; when every part has a value the difference alone is spread over all of them.
 * Where whole and parts are divided into months that hold, it is done month by month, and quarters and years of the
 * people below follow their months. Nothing falls below zero. Refused: nothing to divide among, more to take than is there.
 * @example spreadRest(treeOf(book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } })), { row: 4, period: 11, direction: "people", by: "shares" }).value[0].records[0].value // => 9
 */
export function spreadRest(
  tree: TargetTree,
  whole: Whole & { readonly by: SpreadBy },
): Result<readonly Change[]> {
  const draft = new TreeDraft(tree);
  if (!spreadAt(draft, whole, whole.by)) return fail([{ message: message("target.problem.cannot-spread") }]);
  draft.followUp(whole.row, whole.period);
  return ok(draft.changes());
}

/** Sets a whole to the sum of its parts, and what stands above it along with it where that added up before. Refused when there is no difference or the whole has no value of its own.
 * @example matchWholeToParts(treeOf(book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } })), { row: 4, period: 11, direction: "people" }).value[0].records[0].value // => 5
 */
export function matchWholeToParts(tree: TargetTree, whole: Whole): Result<readonly Change[]> {
  const finding = findingAt(tree, whole);
  if (!finding?.ownWhole) return fail([{ message: message("target.problem.no-difference") }]);
  const draft = new TreeDraft(tree);
  draft.write(whole.row, whole.period, finding.sum);
  draft.lift(whole.row, whole.period);
  return ok(draft.changes());
}

/** Leaves a difference as it is: it is shown, and no longer asked about until it changes.
 * @example leaveDifference(treeOf(book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } })), { row: 4, period: 11, direction: "people" }).value[0].fields // => { accepted: { people: 4 } }
 */
export function leaveDifference(tree: TargetTree, whole: Whole): Result<readonly Change[]> {
  const finding = findingAt(tree, whole);
  if (!finding?.ownWhole) return fail([{ message: message("target.problem.no-difference") }]);
  const id = targetId(placeOf(tree, whole.row, whole.period));
  const accepted = { ...tree.book.targets.get(id)?.accepted, [whole.direction]: finding.difference };
  return ok([setFields<Target>("targets", id, { accepted })]);
}

/** What a row of the tree could give in a period: working days without absences × FTE percent, over all its members.
 * @example capacityOf(treeOf(book()), 1, 6) // => 3200
 */
export function capacityOf(tree: TargetTree, row: number, period: number): number {
  const { seat, children } = tree.rows[row]!;
  let capacity = children.reduce((sum, child) => sum + capacityOf(tree, child, period), 0);
  if (!seat) return capacity;
  for (const month of monthsOfPeriod(period)) {
    if (!seat.months[month]) continue;
    capacity += seatCapacity(tree.book, {
      seat,
      month: tree.periods[FIRST_MONTH + month]!,
      calendar: tree.calendar,
    });
  }
  return capacity;
}

function spreadAt(draft: TreeDraft, whole: Whole, by: SpreadBy): boolean {
  if (!goesByMonths(draft, whole)) return spreadHere(draft, whole, by);
  return partsOfPeriod(whole.period).every((period) => {
    const parts = partsOf(draft.tree, { ...whole, period });
    return parts.length === 0 || spreadAt(draft, { ...whole, period }, by);
  });
}

/** People are repaired in the months when the whole is made of months and so is everyone who has a value. */
function goesByMonths(draft: TreeDraft, whole: Whole): boolean {
  if (whole.direction === "periods" || partsOfPeriod(whole.period).length === 0) return false;
  if (!draft.held({ ...whole, direction: "periods" })) return false;
  const people = partsOf(draft.tree, whole).filter((part) => part.cell.value !== null);
  return (
    people.length > 0 &&
    people.every((part) => draft.held({ row: part.row, period: whole.period, direction: "periods" }))
  );
}

function spreadHere(draft: TreeDraft, whole: Whole, by: SpreadBy): boolean {
  const { tree } = draft;
  const target = tree.cells[whole.row]![whole.period]!.value;
  const parts = partsOf(tree, whole);
  if (target === null || parts.length === 0) return false;
  const difference = target - parts.reduce((sum, part) => sum + (part.cell.value ?? 0), 0);
  if (difference === 0) return true;
  const missing = parts.filter((part) => part.cell.kind === "none");
  const takers =
    missing.length > 0 && difference > 0
      ? missing
      : parts.filter((part) => part.cell.value !== null && draft.isOpen(part.row, part.period));
  if (takers.length === 0) return false;
  const values = takers.map((part) => part.cell.value ?? 0);
  const shares = by === "shares" && values.some((value) => value > 0);
  const weights =
    by === "equal"
      ? takers.map(() => 1)
      : shares
        ? values
        : takers.map((part) => weightOf(tree, whole, part));
  const next =
    takers === missing
      ? apportion(difference, weights, tree.unit)
      : spreadDifference(values, { difference, weights, unit: tree.unit });
  if (!next) return false;
  takers.forEach((part, at) => draft.push(part.row, part.period, next[at]!));
  return true;
}

function weightOf(tree: TargetTree, whole: Whole, part: { row: number; period: number }): number {
  return whole.direction === "periods"
    ? workingDaysIn(tree.calendar, tree.periods[part.period]!)
    : capacityOf(tree, part.row, part.period);
}
