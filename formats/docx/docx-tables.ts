import { Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import type { FileChild, ITableCellOptions } from "docx";
import type { Message } from "../../core/base/message.ts";
import type { PaperCell, PaperFigure, PaperRow, PaperTable } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { cellText } from "../html/document-html.ts";
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
  TEXT_WIDTH,
  TINT,
} from "./docx-look.ts";
import { widthOf } from "./docx-text.ts";

/** The least and the most room that a column's text asks for, in digits. */
const NARROWEST = 5;
const WIDEST = 40;
/** The margins inside a cell, in digits. */
const CELL_ROOM = 3;
const FIGURES_A_ROW = 4;
/** Tables of at most so many rows are not divided, as on paper. */
const ROWS_KEPT_TOGETHER = 16;

/** A table under its title: the head on every page, no row torn, numbers at the end of their cells. */
export function tableDocx(table: PaperTable, words: Words): readonly FileChild[] {
  const title = new Paragraph({ heading: "Heading2", children: [new TextRun(words.say(table.title))] });
  const widths = columnWidths(table, words);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: table.columns.map((column, at) =>
      cell({
        text: words.say(column.title),
        width: widths[at]!,
        isText: column.unit === "text",
        look: { bold: true, color: QUIET },
        verticalAlign: "bottom",
        borders: { bottom: line(INK) },
      }),
    ),
  });
  const isShort = table.rows.length <= ROWS_KEPT_TOGETHER;
  const last = table.rows.length - 1;
  const rows = table.rows.map((row, at) =>
    rowDocx(row, { table, widths, words, keepNext: isShort && at < last }),
  );
  const notes = table.notes.map(
    (note) =>
      new Paragraph({
        spacing: { before: 60, after: 0 },
        children: [new TextRun({ text: words.say(note), color: QUIET, size: SIZE.small })],
      }),
  );
  return [title, grid([head, ...rows], widths), ...(notes.length > 0 ? notes : [gap()])];
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
  readonly look?: Look;
  readonly indent?: number;
}

function cell({ text, width, isText, look, indent, ...rest }: CellParts): TableCell {
  return new TableCell({
    ...rest,
    width: { size: width, type: "dxa" },
    margins: { left: 80, right: 80 },
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
        look: { ...(row.emphasis === "none" ? {} : { bold: true }), ...toneLook(one) },
        ...(at === 0 && row.depth > 0 ? { indent: 180 * Math.min(row.depth, 3) } : {}),
        borders: { bottom: line(FAINT), ...(isTotal ? { top: line(INK) } : {}) },
        ...(isTotal ? { shading: { type: "clear", color: "auto", fill: TINT } as const } : {}),
      }),
    ),
  });
}

function toneLook(of: PaperCell): Look {
  const tone = "text" in of ? undefined : of.tone;
  return tone === undefined ? {} : { color: COLOR_BY_TONE[tone] };
}

/** The width of the page shared out by what the columns hold. */
function columnWidths(table: PaperTable, words: Words): readonly number[] {
  const asked = table.columns.map((column, at) => {
    const longest = table.rows.reduce((most, row) => {
      const indent = at === 0 ? 2 * row.depth : 0;
      return Math.max(most, widthOf(cellText(row.cells[at] ?? { text: "" }, words, column)) + indent);
    }, 0);
    // A heading may break into two lines.
    const heading = Math.ceil(widthOf(words.say(column.title)) / 2);
    return Math.min(WIDEST, Math.max(NARROWEST, longest, heading)) + CELL_ROOM;
  });
  const sum = asked.reduce((all, one) => all + one, 0);
  const widths = asked.map((one) => Math.floor((TEXT_WIDTH * one) / sum));
  widths[0]! += TEXT_WIDTH - widths.reduce((all, one) => all + one, 0);
  return widths;
}

function grid(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: "dxa" },
    layout: "fixed",
    borders: NO_LINES,
  });
}

/** Headline figures four a row, in a thin frame. */
export function figuresDocx(figures: readonly PaperFigure[], words: Words): readonly FileChild[] {
  const width = Math.floor(TEXT_WIDTH / FIGURES_A_ROW);
  const rows: TableRow[] = [];
  for (let from = 0; from < figures.length; from += FIGURES_A_ROW) {
    const shown = figures.slice(from, from + FIGURES_A_ROW);
    const children = Array.from({ length: FIGURES_A_ROW }, (_, at) => figureCell(shown[at], width, words));
    rows.push(new TableRow({ cantSplit: true, children }));
  }
  const frame = line(HAIRLINE);
  const table = new Table({
    rows,
    columnWidths: Array.from({ length: FIGURES_A_ROW }, () => width),
    width: { size: width * FIGURES_A_ROW, type: "dxa" },
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
export function signaturesDocx(lines: readonly Message[], words: Words): readonly FileChild[] {
  const between = 560;
  const width = Math.floor((TEXT_WIDTH - between) / 2);
  const rows: TableRow[] = [];
  for (let from = 0; from < lines.length; from += 2) {
    const [left, right] = [lines[from]!, lines[from + 1]];
    rows.push(
      new TableRow({
        cantSplit: true,
        height: { value: 900, rule: "exact" },
        children: [blank(width), blank(between), blank(width)],
      }),
      new TableRow({
        cantSplit: true,
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
function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: "exact" } });
}
