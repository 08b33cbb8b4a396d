import type { Explanation } from "../../core/base/explain.ts";
import type { Quantity } from "../../core/base/message.ts";
import { currencyDigits } from "../../core/base/money.ts";
import type { PaperBlock, PaperCell, Paper, PaperSection, PaperTable } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import type { XlsxBook, XlsxCell, XlsxRow, XlsxSheet } from "./xlsx-book.ts";
import { MOST_ROWS, RowsBehind } from "./rows-behind.ts";
import type { FindOrigin } from "./rows-behind.ts";
import { columnLetter } from "./write-xlsx.ts";

/** Lays a document out as a workbook that can be audited: a summary sheet, one sheet a table with real numbers, and the
 * rows behind each figure with file and line. Totals, quotients and sums over those rows are formulas whose results are
 * the document's own figures. */
export function documentXlsx(document: Paper, words: Words, findOrigin: FindOrigin): XlsxBook {
  const layout = new Layout(document, words, findOrigin);
  for (const section of document.sections) layout.addSection(section);
  return layout.book(document);
}

interface Explained {
  readonly quantity: Quantity;
  readonly explain?: () => Explanation;
}

class Layout {
  readonly #words: Words;
  readonly #digits: number;
  readonly #behind: RowsBehind;
  readonly #summary: XlsxRow[] = [];
  readonly #tables: XlsxSheet[] = [];
  readonly #countByTitle = new Map<string, number>();

  constructor(document: Paper, words: Words, findOrigin: FindOrigin) {
    for (const block of document.sections.flatMap((section) => section.blocks)) {
      if (block.kind !== "table") continue;
      const title = words.say(block.title);
      this.#countByTitle.set(title, (this.#countByTitle.get(title) ?? 0) + 1);
    }
    this.#words = words;
    this.#digits = currencyDigits(words.currency);
    this.#behind = new RowsBehind(words, findOrigin, (quantity) => this.#quantity(quantity));
  }

  addSection(section: PaperSection): void {
    const head: XlsxRow[] = [{ cells: [] }, { cells: [this.#words.say(section.title)], kind: "header" }];
    const before = this.#summary.length;
    for (const block of section.blocks) this.#addBlock(block, section);
    // What consists of tables alone has its own sheets, and nothing to stand under a heading here.
    if (this.#summary.length > before) this.#summary.splice(before, 0, ...head);
  }

  book(document: Paper): XlsxBook {
    const words = this.#words;
    const title = words.say(document.title);
    const summary = {
      name: words.text("review.sheet.summary"),
      columns: [{ width: 34 }, { width: 22 }, { width: 40 }],
      rows: [
        { cells: [title], kind: "title" },
        { cells: [words.say(document.subtitle)], kind: "note" },
        ...this.#summary,
      ] as XlsxRow[],
    };
    if (this.#behind.isCut) {
      summary.rows.push({ cells: [words.text("review.sheet.rows.cut", { count: MOST_ROWS })], kind: "note" });
    }
    return { title, sheets: [summary, ...this.#tables, ...this.#behind.sheets()] };
  }

  #addBlock(block: PaperBlock, section: PaperSection): void {
    const words = this.#words;
    if (block.kind === "text") this.#summary.push({ cells: [words.say(block.message)] });
    else if (block.kind === "commentary") {
      for (const line of block.text.split("\n")) this.#summary.push({ cells: [line] });
    } else if (block.kind === "figures") {
      for (const figure of block.figures) {
        const note = figure.note ? words.say(figure.note) : "";
        this.#summary.push({ cells: [words.say(figure.label), this.#figure(figure, null), note] });
      }
    } else if (block.kind === "list") {
      if (block.title) this.#summary.push({ cells: [words.say(block.title)], kind: "note" });
      if (block.items.length === 0) this.#summary.push({ cells: [words.say(block.empty)] });
      for (const item of block.items) {
        const said = [item.message, ...(item.detail ? [item.detail] : [])].map((one) => words.say(one));
        this.#summary.push({ cells: [said.join(" ")] });
      }
    } else if (block.kind === "table") this.#tables.push(this.#tableSheet(block, section));
    else if (block.kind === "signatures") {
      for (const line of block.lines) this.#summary.push({ cells: [words.say(line)] }, { cells: [] });
    }
  }

  #tableSheet(table: PaperTable, section: PaperSection): XlsxSheet {
    const words = this.#words;
    const title = words.say(table.title);
    const name = this.#isRepeated(title) ? `${words.say(section.title)} ${title}` : title;
    const sheetRowByKey = new Map(table.rows.map((row, index) => [row.key, index + 3]));
    const rows = table.rows.map((row): XlsxRow => {
      const sheetRow = sheetRowByKey.get(row.key)!;
      const cells = row.cells.map((cell, at) => {
        const formula = this.#formula(table, row.sumOf ?? [], { at, sheetRow, sheetRowByKey });
        return this.#cell(cell, formula, at === 0 ? row.depth : 0);
      });
      return { cells, ...(row.emphasis === "none" ? {} : { kind: "total" as const }) };
    });
    const titles = table.columns.map((column) => words.say(column.title));
    const header: XlsxRow = {
      cells: table.columns.map((column, at): XlsxCell => {
        const text = titles[at] ?? "";
        return column.unit === "text" ? text : { text, align: "end" };
      }),
      kind: "header",
    };
    const notes = table.notes.map((note): XlsxRow => ({ cells: [words.say(note)], kind: "note" }));
    return {
      name,
      columns: table.columns.map((column, at) => ({
        width: column.unit === "text" ? 26 : Math.max(16, (titles[at]?.length ?? 0) + 3),
      })),
      rows: [{ cells: [title], kind: "title" }, header, ...rows, ...notes],
      freeze: { rows: 2, columns: 1 },
      landscape: true,
    };
  }

  /** Whether more than one table has this title: then its section tells them apart. */
  #isRepeated(title: string): boolean {
    return (this.#countByTitle.get(title) ?? 0) > 1;
  }

  /** A quotient where the column is one, a sum where the row is one. */
  #formula(
    table: PaperTable,
    sumOf: readonly string[],
    place: {
      readonly at: number;
      readonly sheetRow: number;
      readonly sheetRowByKey: ReadonlyMap<string, number>;
    },
  ): string | null {
    const column = table.columns[place.at]!;
    if (column.ratioOf) {
      const [dividend, divisor] = column.ratioOf.map((key) =>
        table.columns.findIndex((one) => one.key === key),
      );
      if (dividend === undefined || divisor === undefined || dividend < 0 || divisor < 0) return null;
      return `${columnLetter(dividend)}${place.sheetRow}/${columnLetter(divisor)}${place.sheetRow}`;
    }
    if (sumOf.length === 0 || !["money", "count", "hours"].includes(column.unit)) return null;
    const letter = columnLetter(place.at);
    const cells = sumOf.map((key) => place.sheetRowByKey.get(key)).filter((row) => row !== undefined);
    if (cells.length !== sumOf.length || !this.#addsUp(table, sumOf, place)) return null;
    return cells.map((row) => `${letter}${row}`).join("+");
  }

  /** A formula must give the figure that the document shows, or it would lie. */
  #addsUp(
    table: PaperTable,
    sumOf: readonly string[],
    place: { readonly at: number; readonly sheetRow: number },
  ): boolean {
    const valueAt = (key: string | undefined) => {
      const cell = table.rows.find((row) => row.key === key)?.cells[place.at];
      return cell && "quantity" in cell ? cell.quantity.value : null;
    };
    const parts = sumOf.map(valueAt);
    if (parts.some((part) => part === null)) return false;
    const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
    return sum === valueAt(table.rows[place.sheetRow - 3]?.key);
  }

  #cell(cell: PaperCell, formula: string | null, indent: number): XlsxCell {
    if ("day" in cell) return { day: cell.day };
    return "quantity" in cell ? this.#figure(cell, formula) : `${"  ".repeat(indent)}${this.#text(cell)}`;
  }

  /** A figure as a formula over other cells, else over the rows behind it where they add up to it, else as a number. Where other
   * cells are summed the rows stand behind those. */
  #figure({ quantity, explain }: Explained, formula: string | null): XlsxCell {
    if (quantity.value === null) return null;
    const isSum = formula !== null && formula.includes("+");
    const code = explain && !isSum ? this.#behind.add(explain()) : null;
    if (formula !== null) return this.#computed(formula, quantity);
    return code === null ? this.#quantity(quantity) : this.#computed(this.#behind.sum(code), quantity);
  }

  #text(cell: PaperCell): string {
    if ("text" in cell) return cell.text;
    if ("day" in cell) return this.#words.day(cell.day);
    return "message" in cell ? this.#words.say(cell.message) : this.#words.quantity(cell.quantity, "full");
  }

  #computed(formula: string, quantity: Quantity): XlsxCell {
    const value = quantity.value ?? 0;
    if (quantity.unit === "money") {
      return {
        formula,
        result: value / 10 ** this.#digits,
        format: this.#digits === 0 ? "count" : "decimal",
      };
    }
    if (quantity.unit === "percent") return { formula, result: value, format: "percent" };
    return { formula, result: value, format: quantity.unit === "count" ? "count" : { custom: "#,##0.##" } };
  }

  #quantity(quantity: Quantity): XlsxCell {
    if (quantity.value === null) return null;
    if (quantity.unit === "money") return { money: quantity.value, digits: this.#digits };
    if (quantity.unit === "points") return this.#points(quantity.value);
    const format = quantity.unit === "percent" ? "percent" : quantity.unit === "count" ? "count" : "decimal";
    return { number: quantity.value, format };
  }

  /** A number that can be counted with, with its unit beside it. */
  #points(fraction: number): XlsxCell {
    const unit = this.#words.text("base.points", { value: "" }).trim();
    return { number: fraction * 100, format: { custom: `#,##0.0" ${unit}"` } };
  }
}
