import type { GroupId, KpiId, MemberId, Subject } from "../base/id.ts";
import { subjectKey } from "../base/id.ts";
import type { Bilingual } from "../base/schema.ts";
import { workingCalendar, workingDaysIn } from "../base/working-calendar.ts";
import type { WorkingCalendar } from "../base/working-calendar.ts";
import type { Kpi } from "../kpi/records.ts";
import type { Group } from "../team/records.ts";
import { inOrder } from "../team/team-rows.ts";
import { apportion } from "./apportion.ts";
import {
  FIRST_MONTH,
  monthsOfPeriod,
  partsOfPeriod,
  PERIODS_IN_YEAR,
  YEAR,
  yearPeriods,
} from "./fiscal-year.ts";
import type { YearPeriods } from "./fiscal-year.ts";
import type { Target, TargetLine } from "./records.ts";
import { seatedMonths, seatsOf } from "./seats.ts";
import type { Seat } from "./seats.ts";
import { numberShape, settingsIn, targetId } from "./target-rows.ts";
import type { TargetPlace, TargetRows } from "./target-rows.ts";
import { divisionUnit } from "./target-text.ts";

/** One KPI, line and fiscal year. */
export interface TreeScope {
  readonly kpiId: KpiId;
  readonly line: TargetLine;
  readonly year: number;
}

/** One subject of the tree. A member who changes groups in the year has a row in each. */
export interface TreeRow {
  readonly index: number;
  /** Unique in the tree: the subject's key, with the group for members. */
  readonly key: string;
  readonly subject: Subject;
  readonly name: Bilingual | null;
  readonly depth: number;
  readonly parent: number | null;
  readonly children: readonly number[];
  readonly seat?: Seat;
}

/** What stands at a subject and period.
 * `own`: typed. `periods`: the sum of its months or quarters. `people`: the sum of its groups or members.
 * `part`: the member was in another group for some of the period; this is the part that counts here.
 * `none`: nothing yet. `absent`: the member was not here at all. */
export interface TreeCell {
  readonly kind: "own" | "periods" | "people" | "part" | "none" | "absent";
  readonly value: number | null;
  readonly record?: Target;
}

export interface TargetTree {
  readonly scope: TreeScope;
  /** The tables the tree was made from. */
  readonly book: TargetRows;
  readonly kpi: Kpi;
  readonly periods: YearPeriods;
  readonly calendar: WorkingCalendar;
  readonly rows: readonly TreeRow[];
  /** By row, then by period index. */
  readonly cells: readonly (readonly TreeCell[])[];
  /** The smallest step in which values are divided. */
  readonly unit: number;
  /** Only flows sum: levels and ratios have a target per subject. */
  readonly sums: boolean;
}

/** The tree of one KPI, line and fiscal year: team → groups → members × year → quarters → months. Each place keeps its
 * own value; what has none shows the sum of its parts (of its periods when all have a value, else of its people) as
 * derived, and stores nothing. `null` when there is no such KPI.
 * @example targetTree(book({ targets: { "team 2026-07": 3 } }), { kpiId: "visits", line: "target", year: 2026 }).cells[0][11].value // => 3
 */
export function targetTree(rows: TargetRows, scope: TreeScope): TargetTree | null {
  const kpi = rows.kpis.get(scope.kpiId);
  if (!kpi) return null;
  const settings = settingsIn(rows);
  const periods = yearPeriods(scope.year, settings.fiscalStart);
  const treeRows = buildRows(rows, seatsOf(rows, periods.slice(FIRST_MONTH)));
  const shape = numberShape(kpi, settings.currency, 0);
  const base = {
    scope,
    book: rows,
    kpi,
    periods,
    calendar: calendarOf(rows),
    rows: treeRows,
    unit: divisionUnit(shape),
    sums: kpi.kind === "flow",
  };
  return { ...base, cells: cellsFrom(base) };
}

const listByTable = new WeakMap<object, WorkingCalendar>();

/** The working calendar of a workspace; the same one until the manager's own days change.
 * @example calendarOf(book()).overrideByDay.size // => 0
 */
export function calendarOf(rows: Pick<TargetRows, "calendarDays">): WorkingCalendar {
  const known = listByTable.get(rows.calendarDays);
  if (known) return known;
  const made = workingCalendar([...rows.calendarDays.values()]);
  listByTable.set(rows.calendarDays, made);
  return made;
}

/** The place in the tables of a row and period.
 * @example placeOf(treeOf(book()), 0, 0) // => { kpiId: "visits", line: "target", subject: { kind: "team" }, periodId: "2026" }
 */
export function placeOf(
  tree: Pick<TargetTree, "scope" | "rows" | "periods">,
  row: number,
  period: number,
): TargetPlace {
  return {
    kpiId: tree.scope.kpiId,
    line: tree.scope.line,
    subject: tree.rows[row]!.subject,
    periodId: tree.periods[period]!.id,
  };
}

/** The tree in the making: cells are filled from the last row to the first and from months to the year. */
interface Filling {
  readonly tree: Omit<TargetTree, "cells">;
  readonly cells: TreeCell[][];
  readonly seated: ReadonlyMap<MemberId, readonly boolean[]>;
}

function cellsFrom(tree: Omit<TargetTree, "cells">): readonly (readonly TreeCell[])[] {
  const seated = seatedMonths(tree.rows.flatMap((row) => row.seat ?? []));
  const filling: Filling = { tree, cells: tree.rows.map(() => []), seated };
  for (const row of tree.rows.toReversed()) {
    for (let period = PERIODS_IN_YEAR - 1; period >= YEAR; period -= 1) {
      filling.cells[row.index]![period] = cellOf(filling, row, period);
    }
  }
  return filling.cells;
}

function cellOf(filling: Filling, row: TreeRow, period: number): TreeCell {
  const { tree, seated } = filling;
  const presence = presenceOf(row, period, seated);
  if (presence === "absent") return { kind: "absent", value: null };
  const record = tree.book.targets.get(targetId(placeOf(tree, row.index, period)));
  if (presence === "part") return { kind: "part", value: partValue(filling, { row, period }, record) };
  return record ? { kind: "own", value: record.value, record } : derivedCell(filling, row, period);
}

function derivedCell({ tree, cells }: Filling, row: TreeRow, period: number): TreeCell {
  if (!tree.sums) return { kind: "none", value: null };
  const parts = partsOfPeriod(period).map((part) => cells[row.index]![part]!);
  const present = parts.filter((part) => part.kind !== "absent");
  if (present.length > 0 && present.every((part) => part.value !== null)) {
    return { kind: "periods", value: sumOf(present) };
  }
  const people = row.children.map((child) => cells[child]![period]!).filter((cell) => cell.value !== null);
  return people.length > 0 ? { kind: "people", value: sumOf(people) } : { kind: "none", value: null };
}

/** A member who moved inside the period: the months here when each has a value, else the typed whole by working days. */
function partValue(
  { tree, cells, seated }: Filling,
  { row, period }: { readonly row: TreeRow; readonly period: number },
  record: Target | undefined,
): number | null {
  if (!tree.sums) return record?.value ?? null;
  const all = seated.get(row.seat!.member.id)!;
  const months = monthsOfPeriod(period).filter((month) => all[month]);
  const here = months.filter((month) => row.seat!.months[month]);
  const monthCells = here.map((month) => cells[row.index]![FIRST_MONTH + month]!);
  if (monthCells.every((cell) => cell.value !== null)) return sumOf(monthCells);
  if (!record) return null;
  const weights = months.map((month) => workingDaysIn(tree.calendar, tree.periods[FIRST_MONTH + month]!));
  const shares = apportion(record.value, weights, tree.unit);
  return months.reduce((sum, month, at) => (here.includes(month) ? sum + shares[at]! : sum), 0);
}

function presenceOf(
  row: TreeRow,
  period: number,
  seated: ReadonlyMap<MemberId, readonly boolean[]>,
): "whole" | "part" | "absent" {
  if (!row.seat) return "whole";
  const months = monthsOfPeriod(period);
  const here = months.filter((month) => row.seat!.months[month]).length;
  if (here === 0) return "absent";
  const anywhere = months.filter((month) => seated.get(row.seat!.member.id)![month]).length;
  return here === anywhere ? "whole" : "part";
}

function sumOf(cells: readonly TreeCell[]): number {
  return cells.reduce((sum, cell) => sum + (cell.value ?? 0), 0);
}

/** Team first, then each group with its members, then members in no group. */
function buildRows(rows: TargetRows, seats: readonly Seat[]): readonly TreeRow[] {
  const list: (Omit<TreeRow, "children"> & { children: number[] })[] = [];
  const add = (row: Pick<TreeRow, "key" | "subject" | "name" | "parent" | "seat">): number => {
    const index = list.length;
    const depth = row.parent === null ? 0 : list[row.parent]!.depth + 1;
    list.push({ ...row, index, depth, children: [] });
    if (row.parent !== null) list[row.parent]!.children.push(index);
    return index;
  };
  const addSeat = (seat: Seat, parent: number): number =>
    add({
      key: `member:${seat.member.id}@${seat.groupId ?? ""}`,
      subject: { kind: "member", id: seat.member.id },
      name: { zh: seat.member.name, en: seat.member.name },
      parent,
      seat,
    });
  const team = add({ key: "team", subject: { kind: "team" }, name: null, parent: null });
  for (const group of shownGroups(rows, seats)) {
    const subject = { kind: "group", id: group.id } as const;
    const at = add({ key: subjectKey(subject), subject, name: group.name, parent: team });
    for (const seat of seats) if (seat.groupId === group.id) addSeat(seat, at);
  }
  for (const seat of seats) if (seat.groupId === null) addSeat(seat, team);
  return list;
}

function shownGroups(rows: TargetRows, seats: readonly Seat[]): readonly Group[] {
  const seated = new Set<GroupId | null>(seats.map((seat) => seat.groupId));
  return inOrder(rows.groups).filter((group) => !group.archived || seated.has(group.id));
}
