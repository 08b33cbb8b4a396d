import { message } from "../../base/message.ts";
import type { Message } from "../../base/message.ts";
import { decimalToMoney } from "../../base/money.ts";
import type { Ppm } from "../../base/money.ts";
import { cellText } from "../../base/table.ts";
import type { TableCell } from "../../base/table.ts";
import { LEFT_MARK } from "../locales/import-marks.ts";
import type { ImportColumn } from "../records.ts";
import type { ImportField } from "./import-field.ts";
import { hasLostDigits } from "./lost-digits.ts";
import { parseDayCell } from "./parse-day-cell.ts";
import {
  currenciesOf,
  multiplyDecimals,
  parseNumberCell,
  plainDecimal,
  shiftPoint,
} from "./parse-number-cell.ts";

/** A cell's value, or why it has none. `undefined`: the cell is empty, and what is known stays. */
export type CellOutcome = { readonly value: string | number | undefined } | { readonly reason: Message };

/** What a cell is read by. */
export interface CellReading {
  readonly field: ImportField;
  readonly column: ImportColumn;
  /** The workspace's currency. */
  readonly currency: string;
  /** Currency of the row → how much of the workspace's currency one unit is, as a decimal. */
  readonly rates: Readonly<Record<string, string>>;
  /** Texts of this column that have been read: owners, stages and days stand in many rows. */
  readonly known: Map<string, CellOutcome>;
  /** Whether a percent column holds fractions of 1. */
  readonly isFraction: boolean;
  /** Whether a spreadsheet has written zeros for the last digits of the column's long ids. */
  readonly hasLostDigits?: boolean;
  /** The currency that the header names; cells without their own are in it. */
  readonly headerCurrency?: string | undefined;
}

const LONGEST_ID = 120;
const LONGEST_LINE = 200;
const LONGEST_TEXT = 20_000;
const EMPTY: CellOutcome = { value: undefined };

/** Reads a cell of a known field. Text loses outer spaces and, beyond its longest length, its end.
 * @example readCell("30/10/2025", { field: { key: "date", kind: "day" }, column: { header: "d", field: "date", dateOrder: "DMY" }, currency: "CNY", rates: {}, isFraction: false, known: new Map() }) // => { value: "2025-10-30" }
 */
export function readCell(
  cell: TableCell | undefined,
  reading: CellReading,
  rowCurrency?: string,
): CellOutcome {
  if (cell === undefined || cell === null || cell === "") return EMPTY;
  if (typeof cell !== "string" || !REPEATED.has(reading.field.kind))
    return readAny(cell, reading, rowCurrency);
  // Times of day are passed over: days stand in many rows, moments in one.
  const key = reading.field.kind === "day" && PLAIN_MOMENT.test(cell) ? cell.slice(0, DAY_LENGTH) : cell;
  const known = reading.known.get(key);
  if (known) return known;
  const outcome = readAny(key, reading);
  if (reading.known.size < KNOWN_TEXTS && cell.length <= LONGEST_LINE) reading.known.set(key, outcome);
  return outcome;
}

const PLAIN_MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$/;
const DAY_LENGTH = 10;

const REPEATED = new Set<ImportField["kind"]>(["owner", "stage", "status", "day", "percent"]);
const KNOWN_TEXTS = 5000;

function readAny(cell: Exclude<TableCell, null>, reading: CellReading, rowCurrency?: string): CellOutcome {
  if (isError(cell)) return bad("customer.bad.formula-error");
  switch (reading.field.kind) {
    case "id":
      return reading.hasLostDigits === true && hasLostDigits(cellText(cell))
        ? bad("customer.bad.damaged-id")
        : readId(cell);
    case "money":
      return readMoney(cell, reading, rowCurrency);
    case "day":
      return readDay(cell, reading);
    case "percent":
      return readPercent(cell, reading);
    case "number":
      return readNumber(cell, reading);
    case "owner":
      return text(oneLine(cellText(cell)).normalize("NFKC").replace(LEFT_MARK, ""), LONGEST_LINE);
    case "long":
      return text(cellText(cell), LONGEST_TEXT);
    default:
      return text(oneLine(cellText(cell)), LONGEST_LINE);
  }
}

const ERROR_TEXT = /^\s*#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)\s*$/;

/** A sheet's error, also where a CSV has kept its text. */
function isError(cell: Exclude<TableCell, null>): boolean {
  if (typeof cell === "string") return cell.includes("#") && ERROR_TEXT.test(cell);
  return typeof cell === "object" && "error" in cell;
}

function oneLine(value: string): string {
  return value.includes("\n") ? value.replace(/\s*\n\s*/g, " ") : value;
}

function bad(key: string, params?: Message["params"]): CellOutcome {
  return { reason: message(key, params) };
}

/** The apostrophe that keeps a spreadsheet from taking a text for a formula: our own files have it. */
const GUARD = /^'(?=[=+\-@\t\r])/;

function text(value: string, longest: number): CellOutcome {
  const plain = value.trim().replace(GUARD, "");
  if (plain === "") return EMPTY;
  return { value: plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain };
}

/** Spreadsheets keep fifteen digits of a number; what stands behind them is gone. */
const LONGEST_NUMBER = 1e15;

/** An id as text, without `zcrm_`. Excel's 5.80502800005686E+18 has lost its last digits: never a guess. */
function readId(cell: TableCell): CellOutcome {
  if (typeof cell === "number" && Math.abs(cell) >= LONGEST_NUMBER) return bad("customer.bad.damaged-id");
  const plain = withoutGuard((typeof cell === "number" ? plainDecimal(cell) : cellText(cell)).trim());
  if (/^\d([.,]\d+)?E\+\d+$/i.test(plain)) return bad("customer.bad.damaged-id");
  const id = plain.replace(/^zcrm_/i, "");
  if (id.length > LONGEST_ID) return bad("customer.bad.long-id", { count: LONGEST_ID });
  return id === "" ? EMPTY : { value: id };
}

/** An id without what keeps Excel from damaging it: `="0012"` and `'0012`. */
function withoutGuard(plain: string): string {
  return /^="(.*)"$/.exec(plain)?.[1]?.trim() ?? plain.replace(/^'(?=\d)/, "");
}

function readMoney(cell: TableCell, reading: CellReading, rowCurrency: string | undefined): CellOutcome {
  if (cellText(cell).trim() === "") return EMPTY;
  const parsed = parseNumberCell(cell, reading.column.decimal ?? ".");
  if (parsed === null || parsed.percent) return bad("customer.bad.number");
  const multiplier = parsed.hasUnit === true ? 1 : (reading.column.multiplier ?? 1);
  const places = Math.log10(multiplier);
  const scaled = Number.isInteger(places)
    ? shiftPoint(parsed.decimal, places)
    : multiplyDecimals(parsed.decimal, plainDecimal(multiplier));
  const named = rowCurrency ?? parsed.currency ?? reading.headerCurrency;
  const rate = named === undefined ? "1" : rateOf(named, reading);
  if (rate === null) return bad("customer.bad.currency", { currency: named ?? "", own: reading.currency });
  const amount = decimalToMoney(rate === "1" ? scaled : multiplyDecimals(scaled, rate), reading.currency);
  return amount === null ? bad("customer.bad.number-size") : { value: amount };
}

/** "1" for the workspace's own currency, the rate given for another one, `null` without a rate. */
function rateOf(named: string, reading: CellReading): string | null {
  const meant = currenciesOf(named);
  if (meant.includes(reading.currency)) return "1";
  for (const currency of meant) {
    if (Object.hasOwn(reading.rates, currency)) return reading.rates[currency]!;
  }
  return null;
}

function readDay(cell: TableCell, reading: CellReading): CellOutcome {
  if (cellText(cell).trim() === "") return EMPTY;
  const found = parseDayCell(cell, reading.column.dateOrder ?? "YMD");
  return found === null ? bad("customer.bad.day") : { value: found };
}

function readPercent(cell: TableCell, reading: CellReading): CellOutcome {
  if (cellText(cell).trim() === "") return EMPTY;
  const parsed = parseNumberCell(cell, reading.column.decimal ?? ".");
  if (parsed === null) return bad("customer.bad.number");
  const ppm = Math.round(Number(shiftPoint(parsed.decimal, reading.isFraction && !parsed.percent ? 6 : 4)));
  return ppm < 0 || ppm > 1_000_000 ? bad("customer.bad.percent") : { value: ppm as Ppm };
}

function readNumber(cell: TableCell, reading: CellReading): CellOutcome {
  if (cellText(cell).trim() === "") return EMPTY;
  const parsed = parseNumberCell(cell, reading.column.decimal ?? ".");
  if (parsed === null) return bad("customer.bad.number");
  const value = Number(parsed.decimal);
  if (reading.field.key === "score" && !Number.isInteger(value)) return bad("customer.bad.score");
  return value < 0 || value > 10 ? bad("customer.bad.satisfaction") : { value };
}
