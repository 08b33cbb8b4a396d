import { putRecords, removeRecords, setFields } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { subjectKey } from "../base/id.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { fail, ok } from "../base/result.ts";
import type { Problem, Result } from "../base/result.ts";
import type { Target } from "./records.ts";
import { targetId } from "./target-rows.ts";
import { parseTargetText } from "./target-text.ts";
import type { NumberShape } from "./target-text.ts";
import { placeOf } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";
import { targetRecord } from "./tree-draft.ts";

/** One cell as a person typed or pasted it. Empty text clears the target. */
export interface TargetEdit {
  readonly rowKey: string;
  readonly periodId: string;
  readonly text: string;
}

/** Writes typed targets: all of a gesture or none. A problem's field is `<row key>|<period id>`.
 * Sums are not mended: what no longer adds up is a finding. Refused, cell by cell: text that is no target (see
 * `parseTargetText`), a member who was not on the team then, and the quarter or year of a member who changed groups in it.
 * @example setTargets(treeOf(book()), [{ rowKey: "team", periodId: "2026-07", text: "-1" }], { unit: "count", kind: "flow", digits: 0, shownPower: 0 }).ok // => false
 */
export function setTargets(
  tree: TargetTree,
  edits: readonly TargetEdit[],
  shape: NumberShape,
): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const records = new Map<string, Target>();
  const removed = new Set<string>();
  for (const edit of edits) {
    const at = locate(tree, edit);
    const refused = refusal(tree, at);
    const parsed = refused ? fail(refused) : parseTargetText(edit.text, shape);
    if (!parsed.ok) {
      problems.push({ field: `${edit.rowKey}|${edit.periodId}`, message: parsed.error });
      continue;
    }
    const id = targetId(placeOf(tree, at!.row, at!.period));
    const known = tree.book.targets.get(id);
    records.delete(id);
    removed.delete(id);
    if (parsed.value === null) {
      if (known) removed.add(id);
    } else if (known?.value !== parsed.value) {
      records.set(id, targetRecord(tree, { ...at!, value: parsed.value }));
    }
  }
  if (problems.length > 0) return fail(problems);
  return ok(writes(records, removed));
}

/** Removes the targets of a KPI and line in a fiscal year: of all, or of some rows.
 * @example clearTargets(treeOf(book({ targets: { "team 2026-07": 5 } }))).value[0].ids // => ["visits|team|2026-07|target"]
 */
export function clearTargets(tree: TargetTree, rowKeys?: readonly string[]): Result<readonly Change[]> {
  const keys =
    rowKeys &&
    new Set(tree.rows.filter((row) => rowKeys.includes(row.key)).map((row) => subjectKey(row.subject)));
  const periodIds = new Set<string>(tree.periods.map((period) => period.id));
  const ids = [...tree.book.targets.values()]
    .filter((target) => target.kpiId === tree.scope.kpiId && target.line === tree.scope.line)
    .filter((target) => periodIds.has(target.periodId) && (!keys || keys.has(target.subject)))
    .map((target) => target.id);
  return ok(ids.length === 0 ? [] : [removeRecords("targets", ids)]);
}

/** Writes what had been reached before the book begins; empty text takes it away. It stands on the target of the place,
 * on the first of the three lines, so there must be one: without it the cell is refused.
 * @example setOpenings(treeOf(book()), [{ rowKey: "team", periodId: "2026", text: "5" }], { unit: "count", kind: "flow", digits: 0, shownPower: 0 }).ok // => false
 */
export function setOpenings(
  tree: TargetTree,
  edits: readonly TargetEdit[],
  shape: NumberShape,
): Result<readonly Change[]> {
  const problems: Problem[] = [];
  const changes: Change[] = [];
  for (const edit of edits) {
    const at = locate(tree, edit);
    const parsed = parseTargetText(edit.text, shape);
    const id = at ? targetId({ ...placeOf(tree, at.row, at.period), line: "target" }) : undefined;
    const known = id === undefined ? undefined : tree.book.targets.get(id);
    const field = `${edit.rowKey}|${edit.periodId}`;
    if (!parsed.ok) problems.push({ field, message: parsed.error });
    else if (!known) problems.push({ field, message: message("target.problem.opening-needs-target") });
    else if (known.opening !== (parsed.value ?? undefined)) {
      changes.push(setFields<Target>("targets", known.id, { opening: parsed.value ?? undefined }));
    }
  }
  return problems.length > 0 ? fail(problems) : ok(changes);
}

/** Targets of members in months in which they were not on the team: kept, counted nowhere, and said.
 * @example strayTargets(treeOf(book({ members: [], targets: { "member:a 2026-07": 5 } }))).length // => 1
 */
export function strayTargets(tree: TargetTree): readonly Target[] {
  const periodIds = new Set<string>(tree.periods.map((period) => period.id));
  const seen = new Set<string>();
  for (const row of tree.rows) {
    tree.cells[row.index]!.forEach((cell, period) => {
      if (cell.kind !== "absent") seen.add(targetId(placeOf(tree, row.index, period)));
    });
  }
  return [...tree.book.targets.values()].filter(
    (target) =>
      target.kpiId === tree.scope.kpiId &&
      target.line === tree.scope.line &&
      periodIds.has(target.periodId) &&
      target.value !== 0 &&
      !seen.has(target.id),
  );
}

interface TreePlace {
  readonly row: number;
  readonly period: number;
}

function locate(tree: TargetTree, edit: TargetEdit): TreePlace | null {
  const row = tree.rows.findIndex((one) => one.key === edit.rowKey);
  const period = tree.periods.findIndex((one) => one.id === edit.periodId);
  return row < 0 || period < 0 ? null : { row, period };
}

function refusal(tree: TargetTree, at: TreePlace | null): Message | null {
  if (!at) return message("target.problem.place");
  const cell = tree.cells[at.row]![at.period]!;
  if (cell.kind === "absent") return message("target.problem.absent");
  return cell.kind === "part" && tree.sums ? message("target.problem.part") : null;
}

function writes(records: ReadonlyMap<string, Target>, removed: ReadonlySet<string>): readonly Change[] {
  return [
    ...(removed.size > 0 ? [removeRecords("targets", [...removed])] : []),
    ...(records.size > 0 ? [putRecords("targets", [...records.values()])] : []),
  ];
}
