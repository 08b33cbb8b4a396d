import type { ExplainedInput } from "../base/explain.ts";
import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { memoBy } from "../kpi/memo-by.ts";
import { quantityOf } from "../kpi/kpi-value.ts";
import { attainment } from "./measures.ts";
import { lockNotes } from "./lock-notes.ts";
import type { TargetLock } from "./records.ts";
import type { RowStanding, TargetFigure } from "./standing.ts";
import { targetTree } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";
import { rowsAtVersion } from "./target-versions.ts";
import { treePlace } from "./tree-place.ts";

/** How a row stands against the targets as they were locked, beside how it stands against those of today. */
export interface LockStanding {
  /** What the tree showed here when it was locked. */
  readonly originalTarget: TargetFigure;
  readonly againstOriginal: TargetFigure;
  /** The same value as the row's attainment; its explanation names the lock and the versions that changed it. */
  readonly againstCurrent: TargetFigure;
}

/** Raised when a result can change for the same data. */
const RULE_VERSION = 1;

/** Attainment of one place against its original target and against its present one, by `attainment` of `measures.ts`.
 * Both explain themselves by the lock: its day, and each version that changed the place with its reason.
 * @example lockStanding(treeOf(book()), { row: 0, period: 0 }, { lock: { id: "visits|2026", original: { "visits|team|2026|target": 8 }, versions: [] }, standing: { actual: { quantity: { unit: "count", value: 6 } }, target: { quantity: { unit: "count", value: null } }, attainment: { quantity: { unit: "percent", value: null } }, days: { total: 1, elapsed: 0, left: 1 } } }).againstOriginal.quantity.value // => 0.75
 */
export function lockStanding(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
  from: { readonly lock: TargetLock; readonly standing: RowStanding },
): LockStanding {
  const { lock, standing } = from;
  const originalTarget = targetAtVersion(tree, at, { lock, number: 0 });
  const original = originalTarget.quantity.value;
  const { value, note } = attainment({
    kpi: tree.kpi,
    target: original,
    actual: standing.actual.quantity.value,
    days: standing.days,
  });
  const why = value === null && original === null ? message("target.none.no-original") : note;
  const notes = () => notesAt(tree, at, lock);
  const quantity = { unit: "percent", value } as const;
  return {
    originalTarget,
    againstOriginal: {
      quantity,
      ...(why ? { note: why } : {}),
      explain: () => ({
        title: message("target.explain.original", treePlace(tree, at)),
        value: quantity,
        formula: message(
          tree.kpi.direction === "lower" ? "target.formula.original.lower" : "target.formula.original",
        ),
        ruleVersion: RULE_VERSION,
        inputs: inputsOf(standing, originalTarget),
        rows: [],
        notes: notes(),
      }),
    },
    againstCurrent: {
      ...standing.attainment,
      explain: () => {
        const own = standing.attainment.explain();
        return { ...own, notes: [...own.notes, ...notes()] };
      },
    },
  };
}

/** What a place of the tree had as its target at a version of the lock (0: as it was locked), typed or derived.
 * @example targetAtVersion(treeOf(book()), { row: 0, period: 11 }, { lock: { id: "visits|2026", original: { "visits|team|2026-07|target": 3 }, versions: [] }, number: 0 }).quantity.value // => 3
 */
export function targetAtVersion(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
  of: { readonly lock: TargetLock; readonly number: number },
): TargetFigure {
  const value = treeAtVersion(tree, of.lock, of.number).cells[at.row]![at.period]!.value;
  const quantity = quantityOf(tree.kpi.unit, value);
  const version =
    of.number === 0
      ? message("target.version.original")
      : message("target.version.number", { number: of.number });
  return {
    quantity,
    ...(value === null ? { note: message("target.none.no-original") } : {}),
    explain: () => ({
      title: message("target.explain.version", {
        ...treePlace(tree, at),
        line: message(`target.line.${tree.scope.line}`),
        version,
      }),
      value: quantity,
      formula: message("target.formula.version"),
      ruleVersion: RULE_VERSION,
      inputs: [],
      rows: [],
      notes: notesAt(tree, at, of.lock),
    }),
  };
}

/** The tree as the targets of its KPI and year were at a version (0: as they were locked), over the team as it is known
 * today. The same tree for the same lock and team.
 * @example treeAtVersion(treeOf(book()), { id: "visits|2026", original: { "visits|team|2026-07|target": 3 }, versions: [] }, 0).cells[0][11].value // => 3
 */
export function treeAtVersion(
  tree: TargetTree,
  lock: Pick<TargetLock, "original" | "versions">,
  number: number,
): TargetTree {
  const { book, scope } = tree;
  const stage = number === 0 ? lock.original : lock.versions;
  const tables = [book.members, book.memberships, book.groups, book.kpis, book.calendarDays, book.settings];
  return memoBy([stage, ...tables], `tree at ${scope.kpiId}|${scope.line}|${scope.year}|${number}`, () => {
    return targetTree(rowsAtVersion(book, lock, number), scope)!;
  });
}

function notesAt(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number },
  lock: TargetLock,
): readonly Message[] {
  const valueAt = (number: number) => treeAtVersion(tree, lock, number).cells[at.row]![at.period]!.value;
  return lockNotes(lock, { unit: tree.kpi.unit, valueAt });
}

function inputsOf(standing: RowStanding, originalTarget: TargetFigure): readonly ExplainedInput[] {
  const input = (label: string, figure: TargetFigure): ExplainedInput => ({
    label: message(label),
    value: figure.quantity,
    explain: () => figure.explain(),
  });
  return [
    input("target.column.actual", standing.actual),
    input("target.input.original", originalTarget),
    input("target.input.current", standing.target),
  ];
}
