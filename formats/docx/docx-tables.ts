import { Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import type { FileChild, ITableCellOptions } from "docx";
import type { Message } from "../../core/base/message.ts";
import type { PaperCell, PaperFigure, PaperRow, PaperTable } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { cellText, figuresInARow } from "../html/document-html.ts";
import {
  COLOR_BY_TONE,
  FAINT,
  HAIRLINE,
  INK,
  line,
  NO_LINE,
  NO_LINES,
  QUIET,
  SIZE,
  TINT,
} from "./docx-look.ts";
import { widthOf } from "./docx-text.ts";

/** The least and the most room that a column's text asks for, in digits. */
const NARROWEST = 5;
const WIDEST = 40;
/** The margins inside a cell, in digits. */
const CELL_ROOM = 3;
/** Tables of at most so many rows are not divided, as on paper. */
const ROWS_KEPT_TOGETHER = 12;

/** A table under its title, where it has one: the head on every page, no row torn, numbers at the end of their cells, never a
 * single row on a page. */
export function tableDocx(
  table: PaperTable,
  of: {
    readonly heading: string | null;
    readonly words: Words;
    readonly textWidth: number;
    readonly keepNext: boolean;
  },
): readonly FileChild[] {
  const { heading, words } = of;
  const title =
    heading === null ? [] : [new Paragraph({ heading: "Heading2", children: [new TextRun(heading)] })];
  const widths = columnWidths(table, words, of.textWidth);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: table.columns.map((column, at) =>
      cell({
        text: words.say(column.title),
        width: widths[at]!,
        isText: column.unit === "text",
        isAfterNumber: isAfterNumber(table, at),
        look: { bold: true, color: QUIET },
        verticalAlign: "bottom",
        borders: { bottom: line(INK) },
      }),
    ),
  });
  const isShort = table.rows.length <= ROWS_KEPT_TOGETHER;
  const last = table.rows.length - 1;
  const rows = table.rows.map((row, at) =>
    rowDocx(row, {
      table,
      widths,
      words,
      keepNext: at === last ? of.keepNext : isShort || at === 0 || at === last - 1,
    }),
  );
  const notes = table.notes.map(
    (note) =>
      new Paragraph({
        spacing: { before: 60, after: 0 },
        keepNext: of.keepNext,
        children: [new TextRun({ text: words.say(note), color: QUIET, size: SIZE.small })],
      }),
  );
  return [...title, grid([head, ...rows], widths), ...(notes.length > 0 ? notes : [gap(of.keepNext)])];
}

interface Look {
  readonly bold?: boolean;
  readonly color?: string;
  readonly size?: number;
}

interface CellParts extends Pick<ITableCellOptions, "borders" | "shading" | "verticalAlign"> {
  readonly text: string;
  readonly width: number;
  readonly isText: boolean;
  /** Text that begins where the number before it ends needs more room. */
  readonly isAfterNumber?: boolean;
  readonly look?: Look;
  readonly indent?: number;
}

function cell({ text, width, isText, isAfterNumber, look, indent, ...rest }: CellParts): TableCell {
  return new TableCell({
    ...rest,
    width: { size: width, type: "dxa" },
    margins: { left: isAfterNumber === true ? 300 : 80, right: 80 },
    children: [
      new Paragraph({
        style: "Cell",
        alignment: isText ? "left" : "right",
        ...(indent === undefined ? {} : { indent: { left: indent } }),
        children: [new TextRun({ text, ...look })],
      }),
    ],
  });
}

function rowDocx(
  row: PaperRow,
  of: {
    readonly table: PaperTable;
    readonly widths: readonly number[];
    readonly words: Words;
    readonly keepNext: boolean;
  },
): TableRow {
  const isTotal = row.emphasis === "total";
  return new TableRow({
    cantSplit: true,
    keepNext: of.keepNext,
    children: row.cells.map((one, at) =>
      cell({
        text: cellText(one, of.words, of.table.columns[at]),
        width: of.widths[at]!,
        isText: of.table.columns[at]?.unit === "text",
        isAfterNumber: isAfterNumber(of.table, at),
        look: { ...(row.emphasis === "none" ? {} : { bold: true }), ...toneLook(one) },
        ...(at === 0 && row.depth > 0 ? { indent: 180 * Math.min(row.depth, 3) } : {}),
        borders: { bottom: line(FAINT), ...(isTotal ? { top: line(INK) } : {}) },
        ...(isTotal ? { shading: { type: "clear", color: "auto", fill: TINT } as const } : {}),
      }),
    ),
  });
}

function isAfterNumber({ columns }: PaperTable, at: number): boolean {
  return at > 0 && columns[at]?.unit === "text" && columns[at - 1]?.unit !== "text";
}

function toneLook(of: PaperCell): Look {
  const tone = "text" in of ? undefined : of.tone;
  return tone === undefined ? {} : { color: COLOR_BY_TONE[tone] };
}

/** The width of the text shared out by what the columns hold. */
function columnWidths(table: PaperTable, words: Words, textWidth: number): readonly number[] {
  const asked = table.columns.map((column, at) => {
    const longest = table.rows.reduce((most, row) => {
      const indent = at === 0 ? 2 * row.depth : 0;
      return Math.max(most, widthOf(cellText(row.cells[at] ?? { text: "" }, words, column)) + indent);
    }, 0);
    // A heading may break into two lines, but not inside a word; it is bold, so a little wider.
    const title = words.say(column.title);
    const longestWord = Math.max(0, ...(title.match(/[a-z]+/gi) ?? []).map(widthOf));
    const heading = Math.ceil(Math.max(widthOf(title) / 2, 1.2 * longestWord));
    const room = isAfterNumber(table, at) ? CELL_ROOM + 2 : CELL_ROOM;
    return Math.min(WIDEST, Math.max(NARROWEST, longest, heading)) + room;
  });
  const sum = asked.reduce((all, one) => all + one, 0);
  const widths = asked.map((one) => Math.floor((textWidth * one) / sum));
  widths[0]! += textWidth - widths.reduce((all, one) => all + one, 0);
  return widths;
}

function grid(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((all, one) => all + one, 0), type: "dxa" },
    layout: "fixed",
    borders: NO_LINES,
  });
}

/** Headline figures in a thin frame. */
export function figuresDocx(
  figures: readonly PaperFigure[],
  words: Words,
  textWidth: number,
): readonly FileChild[] {
  const inARow = figuresInARow(figures.length);
  const width = Math.floor(textWidth / inARow);
  const rows: TableRow[] = [];
  for (let from = 0; from < figures.length; from += inARow) {
    const shown = figures.slice(from, from + inARow);
    const children = Array.from({ length: inARow }, (_, at) => figureCell(shown[at], width, words));
    rows.push(new TableRow({ cantSplit: true, children }));
  }
  const frame = line(HAIRLINE);
  const table = new Table({
    rows,
    columnWidths: Array.from({ length: inARow }, () => width),
    width: { size: width * inARow, type: "dxa" },
    layout: "fixed",
    borders: {
      top: frame,
      bottom: frame,
      left: frame,
      right: frame,
      insideHorizontal: line(FAINT),
      insideVertical: line(FAINT),
    },
  });
  return [table, gap()];
}

function figureCell(figure: PaperFigure | undefined, width: number, words: Words): TableCell {
  const said = (text: string, look: Look) =>
    new Paragraph({
      style: "Cell",
      spacing: { before: 20, after: 20 },
      children: [new TextRun({ text, ...look })],
    });
  const note = figure?.note ? [said(words.say(figure.note), { color: QUIET, size: 16 })] : [];
  return new TableCell({
    width: { size: width, type: "dxa" },
    margins: { left: 120, right: 80, top: 40, bottom: 60 },
    children:
      figure === undefined
        ? [said("", {})]
        : [
            said(words.say(figure.label), { color: QUIET, size: 16 }),
            said(words.quantity(figure.quantity), { bold: true, size: SIZE.figure }),
            ...note,
          ],
  });
}

/** Lines to sign on, two side by side. */
export function signaturesDocx(
  lines: readonly Message[],
  words: Words,
  textWidth: number,
): readonly FileChild[] {
  const between = 560;
  const width = Math.floor((textWidth - between) / 2);
  const rows: TableRow[] = [];
  for (let from = 0; from < lines.length; from += 2) {
    const [left, right] = [lines[from]!, lines[from + 1]];
    rows.push(
      new TableRow({
        cantSplit: true,
        keepNext: true,
        height: { value: 900, rule: "exact" },
        children: [blank(width), blank(between), blank(width)],
      }),
      new TableRow({
        cantSplit: true,
        keepNext: from + 2 < lines.length,
        children: [
          signatureCell(words.say(left), width),
          blank(between),
          right === undefined ? blank(width) : signatureCell(words.say(right), width),
        ],
      }),
    );
  }
  return [grid(rows, [width, between, width])];
}

function signatureCell(text: string, width: number): TableCell {
  return cell({ text, width, isText: true, look: { color: QUIET }, borders: { top: line(INK) } });
}

function blank(width: number): TableCell {
  return cell({ text: "", width, isText: true, borders: { top: NO_LINE } });
}

/** Room after a table; Word also needs a paragraph between two of them. */
function gap(keepNext = false): Paragraph {
  return new Paragraph({ keepNext, spacing: { before: 0, after: 0, line: 160, lineRule: "exact" } });
}
