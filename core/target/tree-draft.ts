import { putRecords } from "../base/change.ts";
import type { Change } from "../base/change.ts";
import { subjectKey } from "../base/id.ts";
import { spreadDifference } from "./apportion.ts";
import { PERIODS_IN_YEAR, wholesOfPeriod } from "./fiscal-year.ts";
import { partsOf } from "./reconcile.ts";
import type { Whole } from "./reconcile.ts";
import type { Target } from "./records.ts";
import { targetId } from "./target-rows.ts";
import { placeOf } from "./target-tree.ts";
import type { TargetTree } from "./target-tree.ts";

/** Values of a tree while a repair is being worked out. The tree itself stays as it was: whether a sum held is asked of
 * it, so that sums that held before hold afterwards, and sums that were broken are left for the manager to see. */
export class TreeDraft {
  readonly tree: TargetTree;
  readonly #valueByPlace = new Map<number, number>();

  constructor(tree: TargetTree) {
    this.tree = tree;
  }

  /** The value as it stands in the draft: written, stored, or derived by the rule of the tree. */
  value(row: number, period: number): number | null {
    const cell = this.tree.cells[row]![period]!;
    const written = this.#valueByPlace.get(row * PERIODS_IN_YEAR + period);
    if (written !== undefined) return written;
    if (cell.kind === "own" || cell.kind === "absent") return cell.value;
    const parts = partsOf(this.tree, { row, period, direction: "periods" });
    const values = parts.map((part) => this.value(part.row, part.period));
    if (values.length > 0 && !values.includes(null))
      return values.reduce<number>((sum, value) => sum + value!, 0);
    if (cell.kind === "part") return cell.value;
    const people = partsOf(this.tree, { row, period, direction: "people" })
      .map((part) => this.value(part.row, part.period))
      .filter((value) => value !== null);
    return people.length > 0 ? people.reduce((sum, value) => sum + value, 0) : null;
  }

  /** Writes a value of the place's own. */
  write(row: number, period: number, value: number): void {
    this.#valueByPlace.set(row * PERIODS_IN_YEAR + period, value);
  }

  /** Whether the parts had values that added up to the whole before the repair began. */
  held(whole: Whole): boolean {
    const parts = partsOf(this.tree, whole);
    const filled = parts.filter((part) => part.cell.value !== null);
    if (filled.length === 0 || (whole.direction === "periods" && filled.length < parts.length)) return false;
    const sum = filled.reduce((all, part) => all + part.cell.value!, 0);
    return sum === this.tree.cells[whole.row]![whole.period]!.value;
  }

  /** Whether a place can take another value: not one that only follows from a typed whole of a member who moved. */
  isOpen(row: number, period: number): boolean {
    const { kind } = this.tree.cells[row]![period]!;
    return kind !== "absent" && (kind !== "part" || this.held({ row, period, direction: "periods" }));
  }

  /** Gives a place a new value and passes the difference on to parts whose sum held, by their present shares. */
  push(row: number, period: number, value: number): void {
    const cell = this.tree.cells[row]![period]!;
    if (cell.kind === "own" || cell.kind === "none") this.write(row, period, value);
    if (cell.value === null || cell.value === value) return;
    if (this.held({ row, period, direction: "periods" })) {
      this.#pushParts({ row, period, direction: "periods" }, value);
      for (const child of this.tree.rows[row]!.children) this.#followDown(child, period);
      this.#pushLoosePeople(row, period, value);
    } else if (this.held({ row, period, direction: "people" })) {
      this.#pushParts({ row, period, direction: "people" }, value);
    }
  }

  /** After a repair at a place: every own quarter or year of the people below, whose parts held, is their sum again. */
  followUp(row: number, period: number): void {
    for (const child of this.tree.rows[row]!.children) {
      for (const whole of [period, ...wholesOfPeriod(period)])
        this.#sumUp({ row: child, period: whole, direction: "periods" });
      this.followUp(child, period);
    }
  }

  /** After a place was set: every own value above it, in time and in the team, whose sum held is its sum again. */
  lift(row: number, period: number): void {
    for (let at: number | null = row; at !== null; at = this.tree.rows[at]!.parent) {
      for (const whole of [period, ...wholesOfPeriod(period)]) {
        if (at === row && whole === period) continue;
        for (const direction of ["periods", "people"] as const)
          this.#sumUp({ row: at, period: whole, direction });
      }
    }
  }

  /** The changes that write the draft. A remark that a difference was left on purpose goes with the old value. */
  changes(): readonly Change[] {
    const records: Target[] = [];
    for (const [place, value] of this.#valueByPlace) {
      const row = Math.floor(place / PERIODS_IN_YEAR);
      const cell = this.tree.cells[row]![place % PERIODS_IN_YEAR]!;
      if (cell.kind === "own" && cell.value === value) continue;
      records.push(targetRecord(this.tree, { row, period: place % PERIODS_IN_YEAR, value }));
    }
    return records.length === 0 ? [] : [putRecords("targets", records)];
  }

  #pushParts(whole: Whole, value: number): void {
    const parts = partsOf(this.tree, whole).filter(
      (part) => part.cell.value !== null && this.isOpen(part.row, part.period),
    );
    const before = partsOf(this.tree, whole).reduce((sum, part) => sum + (part.cell.value ?? 0), 0);
    this.#pushShares(parts, value - before);
  }

  #pushShares(parts: readonly { row: number; period: number }[], difference: number): void {
    const values = parts.map((part) => this.value(part.row, part.period) ?? 0);
    const next = spreadDifference(values, { difference, weights: values, unit: this.tree.unit });
    if (next) parts.forEach((part, at) => this.push(part.row, part.period, next[at]!));
  }

  /** Of people whose sum held, those without months of their own take what the others' months did not bring. */
  #pushLoosePeople(row: number, period: number, value: number): void {
    if (!this.held({ row, period, direction: "people" })) return;
    const people = partsOf(this.tree, { row, period, direction: "people" });
    const sum = people.reduce((all, part) => all + (this.value(part.row, period) ?? 0), 0);
    const loose = people.filter(
      (part) => part.cell.kind === "own" && !this.held({ row: part.row, period, direction: "periods" }),
    );
    if (loose.length > 0 && sum !== value) this.#pushShares(loose, value - sum);
  }

  #followDown(row: number, period: number): void {
    for (const child of this.tree.rows[row]!.children) this.#followDown(child, period);
    this.#sumUp({ row, period, direction: "periods" });
  }

  #sumUp(whole: Whole): void {
    const { row, period } = whole;
    if (this.tree.cells[row]![period]!.kind !== "own" || !this.held(whole)) return;
    const sum = partsOf(this.tree, whole).reduce(
      (all, part) => all + (this.value(part.row, part.period) ?? 0),
      0,
    );
    if (sum !== this.value(row, period)) this.write(row, period, sum);
  }
}

/** The record that gives a place of the tree a value; its opening figure is kept, and the days that it was meant for.
 * @example targetRecord(treeOf(book()), { row: 0, period: 0, value: 5 }).id // => "visits|team|2026|target"
 */
export function targetRecord(
  tree: TargetTree,
  at: { readonly row: number; readonly period: number; readonly value: number },
): Target {
  const place = placeOf(tree, at.row, at.period);
  const known = tree.book.targets.get(targetId(place));
  return {
    id: targetId(place),
    kpiId: place.kpiId,
    subject: subjectKey(place.subject),
    periodId: place.periodId,
    line: place.line,
    value: at.value,
    ...(known?.opening === undefined ? {} : { opening: known.opening }),
    ...(known?.meantDays === undefined ? {} : { meantDays: known.meantDays }),
  };
}
