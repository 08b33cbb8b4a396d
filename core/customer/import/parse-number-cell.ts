import { divideRounded } from "../../base/money.ts";
import type { TableCell } from "../../base/table.ts";
import { CURRENCY_NAMES, NUMBER_UNITS } from "../locales/import-marks.ts";

/** A number read from a cell: its exact decimal text in plain digits, and what stood beside it. */
export interface ParsedNumber {
  /** `-?digits[.digits]`. */
  readonly decimal: string;
  /** The currency's sign or code as the cell has it: "USD", "$", "¥"; absent: none. */
  readonly currency?: string;
  readonly percent: boolean;
  /** The cell names its unit itself (1.2万): what the header says no longer counts. */
  readonly hasUnit?: true;
}

/** The decimal mark of a column. */
export type DecimalMark = "." | ",";

const CURRENCY_PART =
  /^([A-Za-z]{2,3}[$¥]|[A-Za-z]{3}|[$€£¥₩₹₽]|\p{Script=Han}{2,4})?\s*([-+]?)\s*([$€£¥₩₹₽])?\s*(.*?)\s*([A-Za-z]{3}|[$€£¥₩₹₽])?$/u;

/** What most files hold: read at once. */
const PLAIN_BY_MARK: Readonly<Record<DecimalMark, RegExp>> = {
  ".": /^-?(?!0+\d)\d+(\.\d+)?$(?<!^-0(\.0+)?)/,
  ",": /^-?(?!0+\d)\d+(,\d+)?$(?<!^-0(,0+)?)/,
};

/** Reads a number: currency signs and codes, thousands, full-width digits, 万 and 亿, percent, `(1,234)` and a trailing
 * minus. `null` when the cell holds no number.
 * @example parseNumberCell("（1,234.50）", ".") // => { decimal: "-1234.50", percent: false }
 * @example parseNumberCell("¥1.2万", ".") // => { decimal: "12000", percent: false, hasUnit: true, currency: "¥" }
 * @example parseNumberCell("1.234,5-", ",") // => { decimal: "-1234.5", percent: false }
 */
export function parseNumberCell(cell: TableCell, decimal: DecimalMark): ParsedNumber | null {
  if (typeof cell === "number") return { decimal: plainDecimal(cell), percent: false };
  if (typeof cell !== "string") return null;
  if (PLAIN_BY_MARK[decimal].test(cell)) return { decimal: cell.replace(",", "."), percent: false };
  return parseText(
    cell
      .normalize("NFKC")
      .replace(/[\u2212\u2013]/g, "-")
      .trim(),
    decimal,
  );
}

function parseText(text: string, decimal: DecimalMark): ParsedNumber | null {
  // Accounting formats put the sign before the bracket: $ (1,234.00).
  const bracketed = /^(\D{0,4}?)\s*\((.*)\)$/.exec(text);
  const inner = bracketed ? `${bracketed[1]!}${bracketed[2]!.trim()}` : text;
  const trailing = /^(.*\d[^-]*)-$/.exec(inner);
  const parts = CURRENCY_PART.exec(trailing ? trailing[1]!.trim() : inner);
  if (!parts) return null;
  const currency = parts[1] ?? parts[3] ?? parts[5];
  let body = parts[4]!;
  const percent = body.endsWith("%");
  if (percent) body = body.slice(0, -1).trim();
  const unit = NUMBER_UNITS.find(([pattern]) => pattern.test(body));
  if (unit) body = body.replace(unit[0], "").trim();
  const digits = plainDigits(body, decimal);
  if (digits === null) return null;
  const signs = [parts[2] === "-", bracketed !== null, trailing !== null, digits.startsWith("-")];
  const minuses = signs.filter(Boolean).length;
  if (minuses > 1) return null;
  const scaled = shiftPoint(digits.replace(/^-/, ""), unit?.[1] ?? 0);
  const isZero = /^[0.]*$/.test(scaled);
  return {
    decimal: minuses === 1 && !isZero ? `-${scaled}` : scaled,
    percent,
    ...(unit === undefined ? {} : { hasUnit: true as const }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Digits with a point from digits with marks; marks must group by threes (or fours, as Chinese may, or as in 1,23,456). */
function plainDigits(body: string, decimal: DecimalMark): string | null {
  const text = body.replace(/(?<=\d)[\s'\u2019](?=\d)/g, "");
  const group = decimal === "." ? "," : ".";
  const [whole = "", fraction, ...more] = text.split(decimal);
  if (more.length > 0) return null;
  const scientific = /^(\d+)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(
    decimal === "." ? text : text.replace(",", "."),
  );
  if (scientific) return shiftPoint(`${scientific[1]}.${scientific[2] ?? "0"}`, Number(scientific[3]));
  if (fraction !== undefined && !/^\d*$/.test(fraction)) return null;
  const isGrouped = new RegExp(`^-?\\d{1,4}(\\${group}\\d{3})+$`).test(whole);
  const isChineseGrouped = new RegExp(`^-?\\d{1,4}(\\${group}\\d{4})+$`).test(whole);
  const isIndianGrouped = new RegExp(`^-?\\d{1,2}(\\${group}\\d{2})+\\${group}\\d{3}$`).test(whole);
  const isPlain = /^-?\d+$/.test(whole);
  const isBare = whole === "" && fraction !== undefined && fraction !== "";
  if (!isPlain && !isGrouped && !isChineseGrouped && !isIndianGrouped && !isBare) return null;
  const joined = whole.replaceAll(group, "") || "0";
  return fraction === undefined || fraction === "" ? joined : `${joined}.${fraction}`;
}

/** A number of a sheet without an exponent: 1e21 and 1e-7 are written out.
 * @example plainDecimal(1234.5) // => "1234.5"
 * @example plainDecimal(1e-7) // => "0.0000001"
 */
export function plainDecimal(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const shifted = shiftPoint(`${match[2]}.${match[3] ?? "0"}`, Number(match[4]));
  return `${match[1]}${shifted}`;
}

/** Moves the point of a decimal right (or left) by places: multiplying by a power of ten, exactly.
 * @example shiftPoint("1.25", 4) // => "12500"
 * @example shiftPoint("12", -3) // => "0.012"
 */
export function shiftPoint(decimal: string, places: number): string {
  if (places === 0) return decimal;
  const isNegative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace(/^-/, "").split(".");
  let digits = whole + fraction;
  let point = whole.length + places;
  if (point <= 0) {
    digits = "0".repeat(1 - point) + digits;
    point = 1;
  }
  digits = digits.padEnd(point, "0");
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return `${isNegative ? "-" : ""}${left}${right === "" ? "" : `.${right}`}`;
}

/** Multiplies two decimals exactly; the result is cut to 12 digits after the point, rounded half away from zero.
 * @example multiplyDecimals("100", "7.1234") // => "712.3400"
 */
export function multiplyDecimals(a: string, b: string): string {
  const [left, leftDigits] = toInteger(a);
  const [right, rightDigits] = toInteger(b);
  let digits = leftDigits + rightDigits;
  let product = left * right;
  if (digits > 12) {
    product = divideRounded(product, 10n ** BigInt(digits - 12));
    digits = 12;
  }
  const negative = product < 0n;
  const text = (negative ? -product : product).toString().padStart(digits + 1, "0");
  const plain = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return negative ? `-${plain}` : plain;
}

function toInteger(decimal: string): readonly [bigint, number] {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return [BigInt(whole + fraction), fraction.length];
}

const PLAIN_INTEGER = /^-?\d*$/;

/** The decimal mark of a column, from all its cells. `certain` is false when every cell reads both ways ("1.234").
 * @example decideDecimal(["1,23"]) // => { mark: ",", certain: true }
 */
export function decideDecimal(cells: Iterable<TableCell>): {
  readonly mark: DecimalMark;
  readonly certain: boolean;
} {
  let point = 0;
  let comma = 0;
  let open = 0;
  for (const cell of cells) {
    if (typeof cell !== "string") continue;
    if (PLAIN_INTEGER.test(cell)) continue;
    const mark = markOf(cell.normalize("NFKC"));
    if (mark === ".") point += 1;
    else if (mark === ",") comma += 1;
    else if (mark === "open") open += 1;
  }
  if (point === comma) return { mark: ".", certain: open === 0 && point === 0 };
  return { mark: comma > point ? "," : ".", certain: true };
}

/** Which mark a single cell proves to be the decimal one. "1,234" and "1.234" prove nothing; "1,23" does. */
function markOf(text: string): DecimalMark | "open" | null {
  const marks = text.replace(/[^.,]/g, "");
  if (marks === "") return null;
  if (marks.includes(".") && marks.includes(",")) return marks.at(-1) as DecimalMark;
  const mark = marks[0] as DecimalMark;
  const other: DecimalMark = mark === "." ? "," : ".";
  if (marks.length > 1) return other;
  const after = /[.,](\d*)/.exec(text)![1]!;
  const before = /(\d*)[.,]/.exec(text)![1]!;
  if (after.length === 3 && before.length >= 1 && before.length <= 3 && before !== "0") return "open";
  return mark;
}

const COUNTRIES_BY_SIGN: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "AUD", "CAD", "HKD", "SGD", "NZD", "TWD", "MXN"],
  "¥": ["CNY", "JPY"],
  "€": ["EUR"],
  "£": ["GBP"],
  "₩": ["KRW"],
  "₹": ["INR"],
  "₽": ["RUB"],
};

/** The currencies that a sign, code or name in a cell may mean; a code means itself.
 * @example currenciesOf("$").includes("USD") // => true
 * @example currenciesOf("RMB") // => ["CNY"]
 */
export function currenciesOf(text: string): readonly string[] {
  const plain = text.normalize("NFKC").trim();
  const named = CURRENCY_NAMES.find(([pattern]) => pattern.test(plain));
  if (named) return [named[1]];
  const bySign = Object.hasOwn(COUNTRIES_BY_SIGN, plain) ? COUNTRIES_BY_SIGN[plain] : undefined;
  return bySign ?? [/[A-Z]{3}/.exec(plain.toUpperCase())?.[0] ?? plain.toUpperCase()];
}
