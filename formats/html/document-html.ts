import type {
  PaperBlock,
  PaperCell,
  PaperColumn,
  Paper,
  PaperFigure,
  PaperSection,
  PaperTable,
  PaperTone,
} from "../../core/base/paper.ts";
import type { Message } from "../../core/base/message.ts";
import { headingOf } from "../../core/words/heading-of.ts";
import type { Words } from "../../core/words/words.ts";
import { chartSvg } from "../svg/chart-svg.ts";
import { DOCUMENT_CSS } from "./document-css.ts";
import { escapeHtml } from "./escape-html.ts";

/** State by sign as well as by colour. */
const SIGN_BY_TONE: Readonly<Record<PaperTone, string>> = {
  ahead: " ▲",
  "on-pace": "",
  behind: " ▼",
  "at-risk": " ●",
  muted: "",
};

/** Tables of at most so many rows are not divided. */
const ROWS_KEPT_TOGETHER = 12;
/** From so many sections on the contents stand in three columns. */
const MANY_SECTIONS = 15;

/** Renders a document as one self-contained HTML page for paper and screen: no script, no outside address, all text
 * escaped. The same document and language give the same bytes. */
export function documentHtml(document: Paper, words: Words): string {
  const head = cssText(words.say(document.runningHead));
  return pageHtml(words, {
    title: titleOf(document, words),
    css: `@page{${sizeCss(document)}@top-left{content:"${head}"}}`,
    body: bodyHtml(document, words, "p1"),
  });
}

/** Renders documents as one page for the printer: each begins on a sheet of its own, under its own running head. */
export function documentsHtml(documents: readonly Paper[], words: Words): string {
  const [first] = documents;
  return pageHtml(words, {
    title: first ? titleOf(first, words) : "",
    css: documents
      .map((one, at) => {
        const head = cssText(words.say(one.runningHead));
        return `.paper${at}{page:paper${at}}@page paper${at}{${sizeCss(one)}@top-left{content:"${head}"}}`;
      })
      .join(""),
    body: documents
      .map((one, at) => `<article class="paper${at}">${bodyHtml(one, words, `p${at + 1}`)}</article>`)
      .join(""),
  });
}

function titleOf(document: Paper, words: Words): string {
  return `${words.say(document.title)} · ${words.say(document.runningHead)}`;
}

function sizeCss({ isWide }: Paper): string {
  return isWide === true ? "size:A4 landscape;" : "";
}

/** Text inside a quoted string of a style sheet. */
function cssText(text: string): string {
  return text.replace(/[\\"\n\r<>]/g, " ");
}

function pageHtml(
  words: Words,
  of: { readonly title: string; readonly css: string; readonly body: string },
): string {
  return (
    `<!doctype html><html lang="${words.locale}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">` +
    `<title>${escapeHtml(of.title)}</title>` +
    `<style>${DOCUMENT_CSS}${of.css}</style></head><body>${of.body}</body></html>`
  );
}

/** `prefix`: what tells the document's places from those of others on the same page. */
function bodyHtml(document: Paper, words: Words, prefix: string): string {
  const { sections } = document;
  const placeOf = (at: number) => `${prefix}s${at + 1}`;
  return (
    `<header><h1>${escapeHtml(words.say(document.title))}</h1><p class="subtitle">${escapeHtml(words.say(document.subtitle))}</p></header>` +
    (document.hasContents ? contentsHtml(sections, words, placeOf) : "") +
    `<main>${sections.map((section, at) => sectionHtml(section, words, placeOf(at))).join("")}</main>`
  );
}

/** The sections with a place for the number of each one's page, which is known when it has been laid out. */
function contentsHtml(
  sections: readonly PaperSection[],
  words: Words,
  placeOf: (at: number) => string,
): string {
  const lines = sections.map(
    ({ title }, at) =>
      `<li><a href="#${placeOf(at)}"><span>${at + 1}. ${escapeHtml(words.say(title))}</span><i></i><b data-at="${placeOf(at)}"></b></a></li>`,
  );
  const columns = sections.length >= MANY_SECTIONS ? ' class="many"' : "";
  return `<nav><ol${columns}>${lines.join("")}</ol></nav>`;
}

function sectionHtml(section: PaperSection, words: Words, place: string): string {
  const blocks = section.blocks.map((block) => blockHtml(block, section.title, words)).join("");
  const kind = section.newPage ? ' class="page"' : "";
  return `<section${kind}><h2 id="${place}">${escapeHtml(words.say(section.title))}</h2>${blocks}</section>`;
}

function blockHtml(block: PaperBlock, section: Message, words: Words): string {
  switch (block.kind) {
    case "text":
      return `<p>${escapeHtml(words.say(block.message))}</p>`;
    case "commentary":
      return `<blockquote>${escapeHtml(block.text).replaceAll("\n", "<br>")}</blockquote>`;
    case "figures":
      return figuresHtml(block.figures, words);
    case "list":
      return listHtml(block, words);
    case "table":
      return tableHtml(block, section, words);
    case "chart":
      return `<figure><figcaption>${escapeHtml(words.say(block.title))}</figcaption>${chartSvg(block, words)}</figure>`;
    case "signatures":
      return `<div class="signatures">${block.lines.map((line) => `<p>${escapeHtml(words.say(line))}</p>`).join("")}</div>`;
  }
}

function figuresHtml(figures: readonly PaperFigure[], words: Words): string {
  const shown = figures.map((figure) => figureHtml(figure, words));
  return `<dl class="figures by${figuresInARow(figures.length)}">${shown.join("")}</dl>`;
}

/** How many headline figures stand in a row: at most four, and three where that leaves no gap. */
export function figuresInARow(count: number): number {
  return count > 4 && count % 4 !== 0 && count % 3 !== 1 ? 3 : Math.min(count, 4);
}

function figureHtml(figure: PaperFigure, words: Words): string {
  const note = figure.note ? `<span>${escapeHtml(words.say(figure.note))}</span>` : "";
  return `<div><dt>${escapeHtml(words.say(figure.label))}</dt><dd>${escapeHtml(words.quantity(figure.quantity))}${note}</dd></div>`;
}

function listHtml(block: Extract<PaperBlock, { kind: "list" }>, words: Words): string {
  const title = block.title ? `<h3>${escapeHtml(words.say(block.title))}</h3>` : "";
  if (block.items.length === 0) return `${title}<p class="quiet">${escapeHtml(words.say(block.empty))}</p>`;
  const items = block.items.map((item) => {
    const detail = item.detail ? `<span class="quiet"> ${escapeHtml(words.say(item.detail))}</span>` : "";
    const sign = item.tone ? SIGN_BY_TONE[item.tone].trim() : "";
    const mark = `<b class="${item.tone ?? ""}">${sign === "" ? "·" : sign}</b>`;
    return `<li>${mark}${escapeHtml(words.say(item.message))}${detail}</li>`;
  });
  return `${title}<ul>${items.join("")}</ul>`;
}

function tableHtml(table: PaperTable, section: Message, words: Words): string {
  const head = table.columns
    .map(
      (column) =>
        `<th scope="col" class="${column.unit === "text" ? "t" : "n"}">${escapeHtml(words.say(column.title))}</th>`,
    )
    .join("");
  const body = table.rows
    .map((row) => {
      const cells = row.cells.map((cell, index) => {
        const text = table.columns[index]?.unit === "text";
        // A class, for the page that prints this in the browser lets no inline styles in.
        const indent = index === 0 && row.depth > 0 ? ` in${Math.min(row.depth, 3)}` : "";
        const tag = index === 0 ? 'th scope="row"' : "td";
        return `<${tag} class="${text ? "t" : "n"} ${toneOf(cell) ?? ""}${indent}">${escapeHtml(cellText(cell, words, table.columns[index]))}</${tag.slice(0, 2)}>`;
      });
      return `<tr class="${row.emphasis}">${cells.join("")}</tr>`;
    })
    .join("");
  // What fits on a page stays on one: a few rows alone on the next are read by nobody.
  const isShort = table.rows.length <= ROWS_KEPT_TOGETHER;
  const notes = table.notes.map((note) => `<p class="quiet">${escapeHtml(words.say(note))}</p>`).join("");
  const heading = headingOf(table.title, section, words);
  const title = heading === null ? "" : `<h3>${escapeHtml(heading)}</h3>`;
  return `${title}<table id="${escapeHtml(table.id)}"${isShort ? ' class="whole"' : ""}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>${notes}`;
}

/** What a cell says in the reader's language, with its sign. */
export function cellText(cell: PaperCell, words: Words, column: Pick<PaperColumn, "isExact"> = {}): string {
  if ("text" in cell) return cell.text;
  const form = column.isExact === true ? "sentence" : "column";
  const text =
    "day" in cell
      ? words.day(cell.day)
      : "message" in cell
        ? words.say(cell.message)
        : words.quantity(cell.quantity, form);
  return text + (cell.tone ? SIGN_BY_TONE[cell.tone] : "");
}

function toneOf(cell: PaperCell): PaperTone | undefined {
  return "text" in cell ? undefined : cell.tone;
}
