import { message } from "../base/message.ts";
import type { Message } from "../base/message.ts";
import { partsOfPeriod, PERIODS_IN_YEAR, wholesOfPeriod } from "./fiscal-year.ts";
import type { TargetTree, TreeCell } from "./target-tree.ts";

/** Which parts a sum is made of: quarters and months, or groups and members. */
export type Direction = "periods" | "people";

/** A place of the tree and the direction in which its parts are looked at. */
export interface Whole {
  readonly row: number;
  readonly period: number;
  readonly direction: Direction;
}

/** A whole beside the sum of its parts, where the two differ. */
export interface SumFinding extends Whole {
  /** Stable: row, period and direction. */
  readonly key: string;
  readonly whole: number;
  readonly sum: number;
  /** whole − sum: what is not assigned yet; negative when more is assigned than there is. */
  readonly difference: number;
  /** Σ parts ÷ whole − 1, when more is assigned than there is; `null` otherwise. */
  readonly overAssignment: number | null;
  /** Parts without a value, that could take the rest. */
  readonly missing: number;
  /** Parts with a value. */
  readonly filled: number;
  /** The whole has a value of its own, so it can be set to the sum or keep the difference. */
  readonly ownWhole: boolean;
  /** The manager chose to leave exactly this difference. */
  readonly accepted: boolean;
}

/** The parts of a place in one direction, those that are not absent.
 * @example partsOf(treeOf(book()), { row: 0, period: 5, direction: "people" }).map((part) => part.row) // => [1, 4]
 */
export function partsOf(
  tree: Pick<TargetTree, "rows" | "cells">,
  place: Whole,
): readonly { readonly row: number; readonly period: number; readonly cell: TreeCell }[] {
  const at = (row: number, period: number) => ({ row, period, cell: tree.cells[row]![period]! });
  const all =
    place.direction === "periods"
      ? partsOfPeriod(place.period).map((part) => at(place.row, part))
      : tree.rows[place.row]!.children.map((child) => at(child, place.period));
  return all.filter((part) => part.cell.kind !== "absent");
}

/** Every place where the parts have been begun and do not add up to the whole, in both directions: from the year down,
 * team first. Nothing is said of a whole that is not divided yet, of sums that hold, of a derived whole over derived
 * parts or of months that only follow from people (the cause lies elsewhere and is said there).
 * @example sumFindings(treeOf(book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } }))).map((finding) => finding.difference) // => [4]
 */
export function sumFindings(tree: TargetTree): readonly SumFinding[] {
  if (!tree.sums) return [];
  const findings: SumFinding[] = [];
  for (let period = 0; period < PERIODS_IN_YEAR; period += 1) {
    for (const row of tree.rows) {
      for (const direction of ["periods", "people"] as const) {
        const finding = findingAt(tree, { row: row.index, period, direction });
        if (finding) findings.push(finding);
      }
    }
  }
  return findings;
}

/** The findings that stand for themselves: people of a month or quarter are left out where the same row has a people's
 * finding for the quarter or year above, for spreading that one mends the months as well.
 * @example leadingFindings([{ key: "g|3|people", period: 3, direction: "people" }, { key: "g|11|people", period: 11, direction: "people" }]).length // => 1
 */
export function leadingFindings(findings: readonly SumFinding[]): readonly SumFinding[] {
  const said = new Set(findings.map((finding) => finding.key));
  const above = (finding: SumFinding) =>
    wholesOfPeriod(finding.period)
      .map((whole) => keyOf(finding.key, whole))
      .some((key) => said.has(key));
  return findings.filter((finding) => finding.direction === "periods" || !above(finding));
}

function keyOf(key: string, period: number): string {
  const [row = ""] = key.split("|");
  return `${row}|${period}|people`;
}

/** The sum finding of one place and direction, or `null` when there is nothing to say.
 * @example findingAt(treeOf(book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } })), { row: 4, period: 11, direction: "people" }).sum // => 5
 */
export function findingAt(tree: TargetTree, whole: Whole): SumFinding | null {
  const { row, period, direction } = whole;
  const cell = tree.cells[row]![period]!;
  if (cell.value === null || cell.kind === direction || !isFirm(tree, row, period)) return null;
  const parts = partsOf(tree, { row, period, direction });
  const filled = parts.filter((part) => part.cell.value !== null);
  const sum = filled.reduce((all, part) => all + part.cell.value!, 0);
  const difference = cell.value - sum;
  if (filled.length === 0 || difference === 0) return null;
  const rooted =
    direction === "periods" ? filled.some((part) => part.cell.kind !== "people") : cell.kind === "own";
  if (!rooted && filled.every((part) => part.cell.kind !== "own")) return null;
  return {
    key: `${tree.rows[row]!.key}|${period}|${direction}`,
    row,
    period,
    direction,
    whole: cell.value,
    sum,
    difference,
    overAssignment: difference < 0 && cell.value > 0 ? sum / cell.value - 1 : null,
    missing: parts.length - filled.length,
    filled: filled.length,
    ownWhole: cell.kind === "own",
    accepted: cell.record?.accepted?.[direction] === difference,
  };
}

/** Whether a value is typed, or made of typed months: not one that moves with the people it would be compared to. */
function isFirm(tree: TargetTree, row: number, period: number): boolean {
  const { kind } = tree.cells[row]![period]!;
  if (kind !== "periods") return kind === "own";
  return partsOfPeriod(period).every(
    (part) => tree.cells[row]![part]!.kind === "absent" || isFirm(tree, row, part),
  );
}

/** A finding in words. Names and amounts come in as said on the screen that shows them, in its unit.
 * @example sumFindingMessage(treeOf(book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } })), sumFindings(treeOf(book({ targets: { "group:g2 2026-07": 9, "member:c 2026-07": 5 } })))[0], { subject: "g2", period: "7", amount: String }).key // => "target.finding.short"
 */
export function sumFindingMessage(
  tree: TargetTree,
  finding: SumFinding,
  say: { readonly subject: string; readonly period: string; amount(value: number): string },
): Message {
  const over = finding.difference < 0;
  const parts = finding.direction === "periods" ? partsName(finding.period) : peopleName(tree, finding.row);
  const key = !over ? "short" : finding.overAssignment === null ? "over-zero" : "over";
  return message(`target.finding.${key}`, {
    subject: say.subject,
    period: say.period,
    parts: message(parts),
    sum: say.amount(finding.sum),
    whole: say.amount(finding.whole),
    difference: say.amount(Math.abs(finding.difference)),
    percent: { unit: "percent", value: finding.overAssignment },
  });
}

function partsName(period: number): string {
  return period === 0 ? "target.parts.quarters" : "target.parts.months";
}

function peopleName(tree: TargetTree, row: number): string {
  const kinds = new Set(tree.rows[row]!.children.map((child) => tree.rows[child]!.subject.kind));
  return kinds.has("group") ? "target.parts.groups" : "target.parts.members";
}
