import Papa from "papaparse";
import { message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { Table, TableCell } from "../../core/base/table.ts";
import { FILE_LIMITS } from "../file-limits.ts";
import { decodeText } from "./decode-text.ts";
import { detectEncoding } from "./detect-encoding.ts";
import type { Encoding } from "./detect-encoding.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import type { Delimiter } from "./sniff-delimiter.ts";

export interface CsvOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Told the share of the text that has been read, 0–1. */
  onProgress?(share: number): void;
}

export interface CsvFile {
  readonly table: Table;
  readonly encoding: Encoding;
  /** 0–1; 1 when a byte order mark or strict UTF-8 settles it. */
  readonly confidence: number;
  readonly delimiter: Delimiter;
}

/** Text per step of the parser: small enough that progress is told several times a second. */
const CHUNK_LENGTH = 1 << 20;
/** Each costs a new start of the parser: a file with more of them is no CSV. */
const MAX_OPEN_QUOTES = 50;

/** Reads delimited text. Every line is kept, blank ones too, so that `lines` are those the reader of the file counts.
 * A quote that never closes costs its own line: the cell becomes an error and reading goes on after it. */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): Result<CsvFile> {
  if (bytes.length > FILE_LIMITS.bytes) return refuse("customer.file.too-large");
  const guess = detectEncoding(bytes);
  const encoding = options.encoding ?? guess.encoding;
  const isGuessed = encoding === guess.encoding;
  const decoded = isGuessed ? guess.text : undefined;
  const text = plainText(decoded ?? decodeText(bytes.subarray(isGuessed ? guess.bomLength : 0), encoding));
  const delimiter = options.delimiter ?? sniffDelimiter(text);
  const reader = new RowReader(delimiter, text.length, options.onProgress);
  const refused = reader.read(text, 1);
  if (refused !== null) return refuse(refused);
  const confidence = isGuessed ? guess.confidence : 1;
  return ok({ table: reader.finish(), encoding, confidence, delimiter });
}

function refuse(key: string): Result<CsvFile> {
  return fail([{ message: message(key) }]);
}

/** Makes every line end a single LF, so that mixed ends cannot join lines; NULs hold nothing and go. */
function plainText(decoded: string): string {
  let text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  text = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

class RowReader {
  readonly #rows: TableCell[][] = [];
  readonly #lines: number[] = [];
  readonly #delimiter: Delimiter;
  readonly #length: number;
  readonly #onProgress: ((share: number) => void) | undefined;
  #cells = 0;
  #openQuotes = 0;

  constructor(delimiter: Delimiter, length: number, onProgress: ((share: number) => void) | undefined) {
    this.#delimiter = delimiter;
    this.#length = Math.max(1, length);
    this.#onProgress = onProgress;
  }

  /** Reads text whose first line has the given number; answers with the key of a refusal or `null`. */
  read(text: string, firstLine: number): string | null {
    let line = firstLine;
    let refused: string | null = null;
    let openedAt: number | null = null;
    // Only quoted cells hold line breaks.
    const isPlain = !text.includes('"');
    Papa.parse<string[]>(text, {
      delimiter: this.#delimiter,
      newline: "\n",
      chunkSize: CHUNK_LENGTH,
      chunk: (results, parser) => {
        const brokenRow = firstBrokenRow(results);
        for (const [index, row] of results.data.entries()) {
          if (index === brokenRow) {
            openedAt = line;
            break;
          }
          refused = this.#keep(row, line);
          if (refused !== null) break;
          line += isPlain ? 1 : linesOf(row);
        }
        this.#onProgress?.(Math.min(1, (results.meta.cursor + this.#length - text.length) / this.#length));
        if (refused !== null || openedAt !== null) parser.abort();
      },
    } as Papa.ParseLocalConfig<string[], never> as never);
    if (refused !== null || openedAt === null) return refused;
    return this.#passOverLine(text, openedAt - firstLine, openedAt);
  }

  /** Trailing blank rows are no rows. */
  finish(): Table {
    while (this.#rows.length > 0 && this.#rows.at(-1)!.every((cell) => cell === "")) {
      this.#rows.pop();
      this.#lines.pop();
    }
    return { rows: this.#rows, lines: this.#lines };
  }

  #keep(row: string[], line: number): string | null {
    this.#cells += row.length;
    if (this.#cells > FILE_LIMITS.cells) return "customer.file.too-many-cells";
    if (row.some((cell) => cell.length > FILE_LIMITS.cellLength)) return "customer.file.cell-too-long";
    this.#rows.push(row);
    this.#lines.push(line);
    return null;
  }

  #passOverLine(text: string, skippedLines: number, line: number): string | null {
    this.#openQuotes += 1;
    if (this.#openQuotes > MAX_OPEN_QUOTES) return "customer.file.quotes";
    let start = 0;
    for (let passed = 0; passed < skippedLines; passed += 1) start = text.indexOf("\n", start) + 1;
    const end = text.indexOf("\n", start);
    const broken = text.slice(start, end < 0 ? undefined : end).slice(0, 500);
    this.#rows.push([{ error: broken }]);
    this.#lines.push(line);
    return end < 0 ? null : this.read(text.slice(end + 1), line + 1);
  }
}

/** The first row of a chunk whose quotes do not match; -1: none. A quote that never closes is in the last row. */
function firstBrokenRow(results: Papa.ParseResult<string[]>): number {
  const rows = results.errors
    .filter((error) => error.type === "Quotes")
    .map((error) => (error.code === "MissingQuotes" ? results.data.length - 1 : (error.row ?? -1)));
  return rows.length === 0 ? -1 : Math.min(...rows);
}

/** Lines that a row takes in the file: cells may hold line breaks. */
function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) lines += 1;
  }
  return lines;
}
