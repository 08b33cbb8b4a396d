/* Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows; a cell with a tab,
 * a line end or a quote at its start stands in quotes, in which quotes are doubled. */

/** Prints a block for the clipboard. */
export function printTabText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(printCell).join("\t")).join("\n");
}

/** Reads a block from the clipboard; one trailing line end, which spreadsheets add, is not a row. */
export function parseTabText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows;
}

function printCell(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

function readPlain(text: string, from: number): { text: string; end: number } {
  let end = from;
  while (end < text.length && !"\t\r\n".includes(text[end]!)) end += 1;
  return { text: text.slice(from, end), end };
}

/** A quote that is not closed, or not followed by an edge, is an ordinary character. */
function readQuoted(text: string, from: number): { text: string; end: number } {
  let end = from + 1;
  while (end < text.length) {
    if (text[end] !== '"') end += 1;
    else if (text[end + 1] === '"') end += 2;
    else break;
  }
  const after = text[end + 1];
  if (end >= text.length || (after !== undefined && !"\t\r\n".includes(after))) return readPlain(text, from);
  return { text: text.slice(from + 1, end).replaceAll('""', '"'), end: end + 1 };
}
