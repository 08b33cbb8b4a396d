import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { partsOfPeriod } from "./fiscal-year.ts";
import { findingAt, sumFindings } from "./reconcile.ts";
import type { SumFinding } from "./reconcile.ts";
import type { Target } from "./records.ts";
import { spreadRest } from "./spread-rest.ts";
import { targetTree } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";
import { targetRecord, TreeDraft } from "./tree-draft.ts";

/** A place and the value that it is to have. */
export interface NewValue {
  readonly row: number;
  readonly period: number;
  readonly value: number;
}

/** What a new value would leave open between a place and its parts, in both directions; empty when nothing hangs below it
 * or all adds up, so that nothing needs to be asked.
 * @example openedBy(treeOf(book({ targets: { "group:g2 2026-07": 5, "member:c 2026-07": 5 } })), { row: 4, period: 11, value: 9 }).map((finding) => finding.difference) // => [4]
 */
export function openedBy(tree: TargetTree, to: NewValue): readonly SumFinding[] {
  return tree.sums ? openAt(written(tree, to), to) : [];
}

/** Changes a whole and what hangs below it as one gesture. `shares`: the parts follow by their present shares, months and
 * people alike, exact by largest remainder; what was left open here or further down before is closed along with it where it can be. `leave`: the parts stay, and
 * the difference is kept as chosen. What stands above is not touched: where it no longer adds up, that is said.
 * Refused: `shares` where the parts cannot take or give it.
 * @example changeWhole(treeOf(book({ targets: { "group:g2 2026-07": 5, "member:c 2026-07": 5 } })), { row: 4, period: 11, value: 9 }, "shares").value[0].records.map((one) => one.value) // => [9, 9]
 * @example changeWhole(treeOf(book({ targets: { "group:g2 2026-07": 5, "member:c 2026-07": 5 } })), { row: 4, period: 11, value: 9 }, "leave").value[0].records[0].accepted // => { people: 4 }
 */
export function changeWhole(
  tree: TargetTree,
  to: NewValue,
  by: "shares" | "leave",
): Result<readonly Change[]> {
  if (by === "leave") {
    const accepted = Object.fromEntries(openedBy(tree, to).map((one) => [one.direction, one.difference]));
    return ok([putRecords("targets", [{ ...targetRecord(tree, to), accepted }])]);
  }
  const draft = new TreeDraft(tree);
  draft.push(to.row, to.period, to.value);
  draft.write(to.row, to.period, to.value);
  draft.followUp(to.row, to.period);
  // What did not add up before the change was not passed on by it: the place first, then what lies under it.
  let stage: Stage = { tree: treeAfter(tree, draft.changes()), changes: draft.changes() };
  for (const finding of openAt(stage.tree, to)) stage = closed(stage, finding) ?? stage;
  if (openAt(stage.tree, to).length > 0) {
    return fail([{ message: message("target.problem.cannot-spread") }]);
  }
  for (const { key } of openBelow(stage.tree, to)) {
    const finding = openBelow(stage.tree, to).find((one) => one.key === key);
    const next = finding && closed(stage, finding);
    if (next && openAt(next.tree, to).length === 0) stage = next;
  }
  return ok([putRecords("targets", [...recordsOf(stage.changes).values()])]);
}

/** A tree on the way, and all that led to it. */
interface Stage {
  readonly tree: TargetTree;
  readonly changes: readonly Change[];
}

/** With one sum brought to hold; `null` where its parts cannot take or give it. */
function closed({ tree, changes }: Stage, finding: SumFinding): Stage | null {
  const spread = spreadRest(tree, { ...finding, by: "shares" });
  if (!spread.ok) return null;
  return { tree: treeAfter(tree, spread.value), changes: [...changes, ...spread.value] };
}

/** What does not add up under a place, in people and in time, from the top down. */
function openBelow(tree: TargetTree, { row, period }: NewValue): readonly SumFinding[] {
  const periods = new Set([
    period,
    ...partsOfPeriod(period),
    ...partsOfPeriod(period).flatMap(partsOfPeriod),
  ]);
  const rows = new Set([row]);
  for (const one of tree.rows) if (one.parent !== null && rows.has(one.parent)) rows.add(one.index);
  return sumFindings(tree).filter((one) => rows.has(one.row) && periods.has(one.period));
}

function openAt(tree: TargetTree, { row, period }: NewValue): readonly SumFinding[] {
  return (["periods", "people"] as const)
    .map((direction) => findingAt(tree, { row, period, direction }))
    .filter((finding) => finding !== null);
}

function written(tree: TargetTree, to: NewValue): TargetTree {
  return treeAfter(tree, [putRecords("targets", [targetRecord(tree, to)])]);
}

function treeAfter(tree: TargetTree, changes: readonly Change[]): TargetTree {
  const targets = new Map([...tree.book.targets, ...recordsOf(changes)]);
  return targetTree({ ...tree.book, targets }, tree.scope)!;
}

/** What the changes put, the last of each. */
function recordsOf(changes: readonly Change[]): ReadonlyMap<string, Target> {
  const put = changes.flatMap((change) => (change.op === "put" ? (change.records as readonly Target[]) : []));
  return new Map(put.map((record) => [record.id, record]));
}
