/** A cell of a CSV file. A number is written as a number, a minus before it included; text is always made harmless. */
export type CsvCell = string | number | null;

/** Text that a spreadsheet would take for a formula. */
const DANGEROUS = /^[=+\-@\t\r\0]/;

/** Text that stands in quotes. Signs with which other programs part columns are among it: a spreadsheet that splits at semicolons
 * would else take what stands behind one for a cell of its own, and for a formula. */
const QUOTED = /[",;|\t\r\n]|^\s|\s$/;

/** Writes rows as CSV that Excel opens rightly: byte order mark, CRLF, quotes where needed. Text that begins with
 * `= + - @`, tab, CR or NUL gets an apostrophe before it; numbers stay numbers. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): Uint8Array<ArrayBuffer> {
  const text = rows.map((row) => row.map(printCell).join(",") + "\r\n").join("");
  return new TextEncoder().encode(`\ufeff${text}`);
}

function printCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = DANGEROUS.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
