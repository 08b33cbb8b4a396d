import type { ExplainedRow, Explanation } from "../../core/base/explain.ts";
import { parseDay } from "../../core/base/day.ts";
import type { Quantity } from "../../core/base/message.ts";
import type { Words } from "../../core/words/words.ts";
import type { XlsxCell, XlsxRow, XlsxSheet } from "./xlsx-book.ts";
import { columnLetter } from "./write-xlsx.ts";

/** Where a record came from, as the reader of the workbook can check it. */
export interface RowOrigin {
  readonly file: string;
  readonly line: number | null;
}

export type FindOrigin = (ref: ExplainedRow["ref"]) => RowOrigin | null;

/** A sheet holds little more than a million rows. */
export const MOST_ROWS = 1_000_000;

/** Columns of the sheet: what is read, then the number that adds up, where it came from, and the figure's code. */
const COLUMNS = ["figure", "record", "date", "value", "file", "line", "id", "key"] as const;
const WIDTHS = [44, 34, 12, 16, 34, 8, 30, 10];
const VALUE_LETTER = columnLetter(COLUMNS.indexOf("value"));
const KEY_LETTER = columnLetter(COLUMNS.indexOf("key"));

/** The records behind the figures of a workbook, on a sheet of their own. A figure that stands in several places has its records
 * there once, under one code. */
export class RowsBehind {
  isCut = false;
  readonly #words: Words;
  readonly #findOrigin: FindOrigin;
  readonly #quantity: (quantity: Quantity) => XlsxCell;
  readonly #rows: XlsxRow[] = [];
  /** `null`: its rows do not add up to it. */
  readonly #codeByFigure = new Map<string, string | null>();

  constructor(words: Words, findOrigin: FindOrigin, quantity: (quantity: Quantity) => XlsxCell) {
    this.#words = words;
    this.#findOrigin = findOrigin;
    this.#quantity = quantity;
  }

  /** Adds the rows behind a figure; answers its code where they add up to it, else `null`. */
  add(explanation: Explanation): string | null {
    const { rows, value } = explanation;
    if (rows.length === 0) return null;
    const title = this.#words.say(explanation.title);
    const figure = [title, value.unit, value.value, rows.length, rows[0]!.ref.id].join("\n");
    const known = this.#codeByFigure.get(figure);
    if (known !== undefined) return known;
    if (this.#rows.length + rows.length > MOST_ROWS) {
      this.isCut = true;
      return null;
    }
    const code = `F${this.#codeByFigure.size + 1}`;
    for (const row of rows) this.#rows.push(this.#rowOf(title, code, row));
    const sum = rows.reduce((total, row) => total + (row.amount.value ?? 0), 0);
    const adds = (value.unit === "money" || value.unit === "count") && sum === value.value;
    this.#codeByFigure.set(figure, adds ? code : null);
    return adds ? code : null;
  }

  /** The sum of the rows of a code, as a formula. */
  sum(code: string): string {
    const sheet = this.#words.text("review.sheet.rows").replaceAll("'", "''");
    const range = (letter: string) => `'${sheet}'!$${letter}:$${letter}`;
    return `SUMIFS(${range(VALUE_LETTER)},${range(KEY_LETTER)},"${code}")`;
  }

  /** The sheet; none where no figure has rows. */
  sheets(): readonly XlsxSheet[] {
    if (this.#rows.length === 0) return [];
    const words = this.#words;
    return [
      {
        name: words.text("review.sheet.rows"),
        columns: WIDTHS.map((width) => ({ width })),
        rows: [
          { cells: COLUMNS.map((column) => words.text(`review.sheet.rows.${column}`)), kind: "header" },
          ...this.#rows,
        ],
        freeze: { rows: 1 },
        filterRow: 0,
        landscape: true,
      },
    ];
  }

  #rowOf(title: string, code: string, row: ExplainedRow): XlsxRow {
    const origin = this.#findOrigin(row.ref);
    const day = row.day === undefined ? null : parseDay(row.day);
    return {
      cells: [
        title,
        row.label,
        day === null ? null : { day },
        this.#quantity(row.amount),
        origin?.file ?? "",
        origin === null || origin.line === null ? null : { number: origin.line, format: { custom: "0" } },
        row.ref.id,
        code,
      ],
    };
  }
}
