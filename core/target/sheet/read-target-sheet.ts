import type { KpiId, Subject } from "../../base/id.ts";
import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { parsePeriod } from "../../base/period.ts";
import type { PeriodId } from "../../base/period.ts";
import { fail, ok } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import { cellText } from "../../base/table.ts";
import type { Table, TableCell } from "../../base/table.ts";
import { nameKey } from "../../team/name-key.ts";
import { TOTAL_ROWS } from "../locales/sheet-words.ts";
import type { TargetLine } from "../records.ts";
import { numberShape, settingsIn, targetId } from "../target-rows.ts";
import type { TargetRows } from "../target-rows.ts";
import { parseTargetText } from "../target-text.ts";
import { periodIn, periodOfText } from "./period-of-text.ts";
import { sheetHead } from "./sheet-head.ts";
import type { SheetColumn, SheetHead, SheetRole } from "./sheet-head.ts";
import { sheetNames } from "./sheet-names.ts";
import type { SheetNames } from "./sheet-names.ts";

/** What holds where a sheet does not say. */
export interface SheetDefaults {
  readonly kpiId: KpiId | null;
  readonly line: TargetLine;
  readonly year: number;
  /** What a bare number of money means, as a power of ten of the main unit; `null`: as the sheet says, else the main unit. */
  readonly power: number | null;
}

/** One target of a sheet, with the place where it stands. */
export interface SheetTarget {
  readonly at: number;
  readonly column: string;
  readonly id: string;
  readonly kpiId: KpiId;
  readonly line: TargetLine;
  readonly subject: Subject;
  readonly periodId: PeriodId;
  readonly value: number;
}

/** A cell that could not be read: its line, column and text, and what to do. */
export interface BadCell {
  readonly at: number;
  readonly column: string;
  readonly text: string;
  readonly why: Message;
}

/** A total of the sheet that is not the sum of what it adds up. */
export interface TotalCheck {
  readonly at: number;
  readonly column: string;
  readonly kpiId: KpiId;
  readonly stated: number;
  readonly sum: number;
}

/** A target sheet as read. */
export interface SheetReading {
  readonly head: SheetHead;
  /** What a bare number of money meant. */
  readonly power: number;
  readonly rows: number;
  readonly targets: readonly SheetTarget[];
  readonly bad: readonly BadCell[];
  /** Totals that were found and those of them that do not hold. */
  readonly totals: number;
  readonly checks: readonly TotalCheck[];
}

/** Reads a sheet of targets, wide (a row for each person, a column for each month, quarter or year) or long (a row for each
 * target). KPI, line and year stand in columns of their own, else the defaults hold. Empty cells and dashes change nothing.
 * Total columns and rows are checked and not taken, except the total of a row that has nothing else: that is the year's.
 * Every cell that cannot be read is named with its remedy. Refused whole: no heads that we know.
 * @example readTargetSheet(book(), { rows: [["姓名", "1月"], ["a", "5"]], lines: [1, 2] }, { kpiId: "visits", line: "target", year: 2026, power: null }).value.targets[0].id // => "visits|member:a|2026-01|target"
 */
export function readTargetSheet(
  rows: TargetRows,
  table: Table,
  defaults: SheetDefaults,
): Result<SheetReading> {
  const head = sheetHead(table);
  if (!head) return fail([{ message: message("target.sheet.problem.head") }]);
  const power = defaults.power ?? head.power ?? 0;
  const reader = new SheetReader(rows, { head, defaults: { ...defaults, power } });
  for (let index = head.row + 1; index < table.rows.length; index += 1) {
    reader.read(table.rows[index]!, table.lines[index]!);
  }
  return ok({ head, power, ...reader.done() });
}

/** A row of a sheet with what it says of itself. */
interface SheetRow {
  readonly at: number;
  readonly cells: readonly TableCell[];
  readonly kpiId: KpiId;
  readonly line: TargetLine;
  readonly year: number;
}

/** The last rows of one KPI and line, for the totals below them. */
interface Sums {
  readonly byColumn: Map<number, number>;
  readonly groups: Map<number, number>;
}

class SheetReader {
  readonly #rows: TargetRows;
  readonly #head: SheetHead;
  readonly #defaults: SheetDefaults;
  readonly #names: SheetNames;
  readonly #columnByRole: ReadonlyMap<string, SheetColumn>;
  readonly #targets = new Map<string, SheetTarget>();
  readonly #bad: BadCell[] = [];
  readonly #checks: TotalCheck[] = [];
  readonly #sums = new Map<string, Sums>();
  #count = 0;
  #totals = 0;

  constructor(rows: TargetRows, of: { readonly head: SheetHead; readonly defaults: SheetDefaults }) {
    this.#rows = rows;
    this.#head = of.head;
    this.#defaults = of.defaults;
    this.#names = sheetNames(rows);
    this.#columnByRole = new Map(of.head.columns.map((column) => [column.role, column]));
  }

  read(cells: readonly TableCell[], at: number): void {
    if (cells.every((cell) => cellText(cell).trim() === "")) return;
    this.#count += 1;
    const row = this.#about(cells, at);
    if (!row) return;
    if (TOTAL_ROWS.includes(nameKey(this.#text(cells, "person") || this.#text(cells, "group")))) {
      this.#checkTotalRow(row);
      return;
    }
    const subject = this.#names.subject({
      person: this.#text(cells, "person"),
      number: this.#text(cells, "number"),
      group: this.#text(cells, "group"),
    });
    if (!subject.ok) this.#reject({ at, cells, role: "person" }, subject.error);
    else if (this.#head.form === "wide") this.#readWide(row, subject.value);
    else this.#readLong(row, subject.value);
  }

  done(): Omit<SheetReading, "head" | "power"> {
    return {
      rows: this.#count,
      targets: [...this.#targets.values()],
      bad: this.#bad,
      totals: this.#totals,
      checks: this.#checks,
    };
  }

  #about(cells: readonly TableCell[], at: number): SheetRow | null {
    const kpiText = this.#text(cells, "kpi");
    const kpi = kpiText === "" ? ok(this.#defaults.kpiId) : this.#names.kpi(kpiText);
    const lineText = this.#text(cells, "line");
    const line = lineText === "" ? ok(this.#defaults.line) : this.#names.line(lineText);
    const yearText = this.#text(cells, "year");
    const dated = yearText === "" ? null : periodOfText(yearText);
    const year = dated?.kind === "dated" && /^\d{4}$/.test(dated.periodId) ? Number(dated.periodId) : null;
    if (!kpi.ok) this.#reject({ at, cells, role: "kpi" }, kpi.error);
    else if (kpi.value === null) this.#reject({ at, cells, role: "kpi" }, message("target.sheet.bad.no-kpi"));
    else if (!line.ok) this.#reject({ at, cells, role: "line" }, line.error);
    else if (yearText !== "" && year === null)
      this.#reject({ at, cells, role: "year" }, message("target.sheet.bad.year", { text: yearText }));
    else return { at, cells, kpiId: kpi.value, line: line.value, year: year ?? this.#defaults.year };
    return null;
  }

  #readWide(row: SheetRow, subject: Subject): void {
    const { fiscalStart } = settingsIn(this.#rows);
    let sum = 0;
    let months = 0;
    for (const column of this.#periodColumns()) {
      const value = this.#value(row, column);
      if (value === null) continue;
      const periodId = periodIn(column.period!, row.year, fiscalStart);
      this.#take({ ...row, subject, periodId, value, column });
      this.#addUp(row, { column: column.index, subject, value });
      if (!isMonth(periodId)) continue;
      sum += value;
      months += 1;
    }
    this.#readTotal(row, subject, { sum, months });
  }

  /** The total of a row: the year's where the row has no month, else the sum of its months or a check that fails. */
  #readTotal(row: SheetRow, subject: Subject, of: { readonly sum: number; readonly months: number }): void {
    const column = this.#columnByRole.get("total");
    const stated = column && this.#value(row, column);
    if (!column || stated === null || stated === undefined) return;
    this.#addUp(row, { column: column.index, subject, value: stated });
    if (of.months === 0) {
      const periodId = String(row.year) as PeriodId;
      return this.#take({ ...row, subject, periodId, value: stated, column });
    }
    if (this.#isFlow(row.kpiId)) this.#check(row, { column, stated, sum: of.sum });
  }

  #readLong(row: SheetRow, subject: Subject): void {
    const named = periodOfText(this.#text(row.cells, "period"));
    if (!named) {
      const why = message("target.sheet.bad.period", { text: this.#text(row.cells, "period") });
      return this.#reject({ at: row.at, cells: row.cells, role: "period" }, why);
    }
    const { fiscalStart } = settingsIn(this.#rows);
    const column = this.#columnByRole.get("value")!;
    const value = this.#value(row, column);
    if (value === null) return;
    this.#take({ ...row, subject, periodId: periodIn(named, row.year, fiscalStart), value, column });
  }

  /** A row of totals is the sum of the members above it, or of the groups where no member stands. */
  #checkTotalRow(row: SheetRow): void {
    const sums = this.#sums.get(`${row.kpiId}|${row.line}|${row.year}`);
    const columns = [...this.#periodColumns(), ...this.#head.columns.filter((one) => one.role === "total")];
    for (const column of columns) {
      const stated = this.#value(row, column);
      const sum = sums?.byColumn.get(column.index) ?? sums?.groups.get(column.index);
      if (stated !== null && sum !== undefined && this.#isFlow(row.kpiId))
        this.#check(row, { column, stated, sum });
    }
  }

  #check(row: SheetRow, of: { readonly column: SheetColumn; readonly stated: number; readonly sum: number }) {
    const { column, stated, sum } = of;
    this.#totals += 1;
    if (stated === sum) return;
    this.#checks.push({ at: row.at, column: column.header, kpiId: row.kpiId, stated, sum });
  }

  #addUp(
    row: SheetRow,
    of: { readonly column: number; readonly subject: Subject; readonly value: number },
  ): void {
    if (of.subject.kind === "team") return;
    const key = `${row.kpiId}|${row.line}|${row.year}`;
    const sums = this.#sums.get(key) ?? { byColumn: new Map(), groups: new Map() };
    this.#sums.set(key, sums);
    const at = of.subject.kind === "group" ? sums.groups : sums.byColumn;
    at.set(of.column, (at.get(of.column) ?? 0) + of.value);
  }

  #take(
    of: Omit<SheetTarget, "id" | "column"> & {
      readonly column: SheetColumn;
      readonly cells: readonly TableCell[];
    },
  ): void {
    const { at, kpiId, line, subject, periodId, value } = of;
    const place = { kpiId, line, subject, periodId };
    const id = targetId(place);
    const known = this.#targets.get(id);
    const column = of.column.header;
    if (known && known.value !== value) {
      const why = message("target.sheet.bad.twice", { line: known.at, column: known.column });
      this.#bad.push({ at, column, text: cellText(of.cells[of.column.index]), why });
    } else this.#targets.set(id, { at, column, id, ...place, value });
  }

  #value(row: SheetRow, column: SheetColumn): number | null {
    const cell = row.cells[column.index];
    const text = cellText(cell).trim();
    if (text === "" || /^[-–—−]+$/.test(text)) return null;
    const kpi = this.#rows.kpis.get(row.kpiId)!;
    const shape = numberShape(kpi, settingsIn(this.#rows).currency, this.#defaults.power ?? 0);
    // A workbook holds 95 % as 0.95; what people type as a bare number is points.
    const isShare = kpi.unit === "percent" && typeof cell === "number" && Math.abs(cell) <= 1;
    const parsed = isShare ? ok(cell) : parseTargetText(text, shape);
    if (parsed.ok) return parsed.value;
    this.#bad.push({ at: row.at, column: column.header, text, why: parsed.error });
    return null;
  }

  #reject(
    of: { readonly at: number; readonly cells: readonly TableCell[]; readonly role: SheetRole },
    why: Message,
  ): void {
    const column = this.#columnByRole.get(of.role);
    const text = column ? cellText(of.cells[column.index]) : "";
    this.#bad.push({ at: of.at, column: column?.header ?? "", text, why });
  }

  #text(cells: readonly TableCell[], role: SheetRole): string {
    const column = this.#columnByRole.get(role);
    return column ? cellText(cells[column.index]).trim() : "";
  }

  #periodColumns(): readonly SheetColumn[] {
    return this.#head.columns.filter((column) => column.role === "target");
  }

  #isFlow(kpiId: KpiId): boolean {
    return this.#rows.kpis.get(kpiId)?.kind === "flow";
  }
}

function isMonth(id: PeriodId): boolean {
  return parsePeriod(id, 1)?.kind === "month";
}
