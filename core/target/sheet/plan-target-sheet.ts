import type { Change } from "../../base/change.ts";
import { subjectKey } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { parsePeriod } from "../../base/period.ts";
import { fiscalYearOf, partsOfPeriod, wholesOfPeriod } from "../fiscal-year.ts";
import { leadingFindings, sumFindings } from "../reconcile.ts";
import type { SumFinding } from "../reconcile.ts";
import type { Target } from "../records.ts";
import { settingsIn } from "../target-rows.ts";
import type { TargetRows } from "../target-rows.ts";
import { targetTree } from "../target-tree.ts";
import type { TargetTree } from "../target-tree.ts";
import { TreeDraft } from "../tree-draft.ts";
import type { BadCell, SheetReading, SheetTarget } from "./read-target-sheet.ts";

/** A sum that no longer holds once the sheet has been taken. */
export interface SheetMismatch {
  readonly tree: TargetTree;
  readonly finding: SumFinding;
}

/** What taking a sheet would do. */
export interface SheetPlan {
  /** Empty when there is any bad cell: a sheet is taken whole or not at all. */
  readonly changes: readonly Change[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** The sheet's bad cells and the places where nobody can have a target. */
  readonly bad: readonly BadCell[];
  /** Sums that will no longer hold, and how many will hold again. */
  readonly broken: readonly SheetMismatch[];
  readonly mended: number;
}

/** What taking a sheet's targets would do to the book. A cell that says what the table shows already, typed or as a sum,
 * changes nothing. A person's own quarters and years whose sum held follow their months, unless the sheet names them; what
 * stands above in the team stays, and every sum that will not hold is named before anything is written.
 * @example planTargetSheet(book(), readTargetSheet(book(), { rows: [["姓名", "1月"], ["a", "5"]], lines: [1, 2] }, { kpiId: "visits", line: "target", year: 2026, power: null }).value).added // => 1
 */
export function planTargetSheet(rows: TargetRows, reading: SheetReading): SheetPlan {
  const bad = [...reading.bad];
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const changes: Change[] = [];
  const broken: SheetMismatch[] = [];
  let mended = 0;
  for (const [, targets] of byTree(rows, reading.targets)) {
    const tree = treeFor(rows, targets[0]!);
    const draft = new TreeDraft(tree);
    for (const target of targets) takeOne(draft, target, { bad, counts });
    followOwn(draft, targets);
    const written = draft.changes();
    changes.push(...written);
    const after = treeFor(applied(rows, written), targets[0]!);
    const [before, now] = [tree, after].map(openFindings);
    broken.push(...fresh(now!, before!).map((finding) => ({ tree: after, finding })));
    mended += fresh(before!, now!).filter(({ key }) => now!.every((one) => one.key !== key)).length;
  }
  return { changes: bad.length > 0 ? [] : changes, ...counts, bad, broken, mended };
}

/** One tree for each KPI, line and fiscal year. */
function byTree(
  rows: TargetRows,
  targets: readonly SheetTarget[],
): ReadonlyMap<string, readonly SheetTarget[]> {
  const groups = new Map<string, SheetTarget[]>();
  for (const target of targets) {
    const key = `${target.kpiId}|${target.line}|${yearOf(rows, target)}`;
    const known = groups.get(key);
    if (known) known.push(target);
    else groups.set(key, [target]);
  }
  return groups;
}

function yearOf(rows: TargetRows, target: SheetTarget): number {
  const { fiscalStart } = settingsIn(rows);
  return fiscalYearOf(parsePeriod(target.periodId, fiscalStart)!, fiscalStart);
}

function treeFor(rows: TargetRows, target: SheetTarget): TargetTree {
  const { kpiId, line } = target;
  return targetTree(rows, { kpiId, line, year: yearOf(rows, target) })!;
}

function takeOne(
  draft: TreeDraft,
  target: SheetTarget,
  into: { readonly bad: BadCell[]; readonly counts: { added: number; changed: number; unchanged: number } },
): void {
  const { tree } = draft;
  const period = tree.periods.findIndex((one) => one.id === target.periodId);
  const places = rowsOf(tree, target).filter((row) => tree.cells[row]![period]!.kind !== "absent");
  const row = places[0];
  const cell = row === undefined ? undefined : tree.cells[row]![period]!;
  const shown = places.map((at) => tree.cells[at]![period]!.value);
  const whole = shown.includes(null) ? null : shown.reduce<number>((sum, value) => sum + value!, 0);
  if (cell !== undefined && whole === target.value) into.counts.unchanged += 1;
  else if (row === undefined || cell === undefined)
    reject(into.bad, target, message("target.problem.absent"));
  else if (cell.kind === "part" && tree.sums) reject(into.bad, target, message("target.problem.part"));
  else {
    into.counts[cell.kind === "own" ? "changed" : "added"] += 1;
    draft.write(row, period, target.value);
  }
}

function reject(bad: BadCell[], target: SheetTarget, why: Message): void {
  bad.push({ at: target.at, column: target.column, text: "", why });
}

function rowsOf(tree: TargetTree, target: SheetTarget): readonly number[] {
  const key = subjectKey(target.subject);
  return tree.rows.filter((row) => subjectKey(row.subject) === key).map((row) => row.index);
}

/** Typed quarters and years of the same subject, whose months added up before, add up again. */
function followOwn(draft: TreeDraft, targets: readonly SheetTarget[]): void {
  const { tree } = draft;
  const named = new Set(targets.map((target) => target.id));
  const isNew = (row: number, period: number) => draft.value(row, period) !== tree.cells[row]![period]!.value;
  for (const target of targets) {
    const period = tree.periods.findIndex((one) => one.id === target.periodId);
    for (const row of rowsOf(tree, target)) {
      if (!isNew(row, period)) continue;
      for (const whole of wholesOfPeriod(period)) {
        const cell = tree.cells[row]![whole]!;
        const isNamed = named.has(cell.record?.id ?? "") && isNew(row, whole);
        const place = { row, period: whole, direction: "periods" } as const;
        if (cell.kind !== "own" || isNamed || !draft.held(place)) continue;
        const parts = partsOfPeriod(whole).filter((part) => tree.cells[row]![part]!.kind !== "absent");
        draft.write(
          row,
          whole,
          parts.reduce((sum, part) => sum + (draft.value(row, part) ?? 0), 0),
        );
      }
    }
  }
}

function applied(rows: TargetRows, changes: readonly Change[]): TargetRows {
  const targets = new Map(rows.targets);
  for (const change of changes) {
    if (change.op === "put")
      for (const record of change.records as readonly Target[]) targets.set(record.id, record);
  }
  return { ...rows, targets };
}

function openFindings(tree: TargetTree): readonly SumFinding[] {
  return leadingFindings(sumFindings(tree).filter((finding) => !finding.accepted));
}

/** Those that the others do not have, or have with another difference. */
function fresh(these: readonly SumFinding[], others: readonly SumFinding[]): readonly SumFinding[] {
  const known = new Map(others.map((finding) => [finding.key, finding.difference]));
  return these.filter((finding) => known.get(finding.key) !== finding.difference);
}
