import { Bookmark, InternalHyperlink, Paragraph, TextRun } from "docx";
import type { FileChild } from "docx";
import type { PaperBlock, PaperListItem, PaperSection } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { chartDocx } from "./docx-chart.ts";
import { ACCENT, COLOR_BY_TONE, line, QUIET } from "./docx-look.ts";
import { figuresDocx, signaturesDocx, tableDocx } from "./docx-tables.ts";
import { markOf } from "./docx-text.ts";

/** A section with its heading; on a page of its own where it asks for one. */
export function sectionDocx(section: PaperSection, words: Words): readonly FileChild[] {
  const heading = new Paragraph({
    heading: "Heading1",
    pageBreakBefore: section.newPage,
    children: [new Bookmark({ id: bookmarkOf(section), children: [new TextRun(words.say(section.title))] })],
  });
  return [heading, ...section.blocks.flatMap((block) => blockDocx(block, words))];
}

/** The sections on a line or two, each a link to its heading. */
export function contentsParagraph(sections: readonly PaperSection[], words: Words): Paragraph {
  return new Paragraph({
    style: "Contents",
    children: sections.map((section, index) => {
      const gap = index === sections.length - 1 ? "" : " \u2002";
      // Joined: an entry is never torn from its number.
      const text = `${index + 1}. ${words.say(section.title)}`.replaceAll(" ", "\u2060\u00a0\u2060");
      return new InternalHyperlink({
        anchor: bookmarkOf(section),
        children: [new TextRun(text + gap)],
      });
    }),
  });
}

/** Bookmarks are at most 40 letters, digits and underlines. */
function bookmarkOf(section: PaperSection): string {
  return `s_${section.id.replaceAll(/[^A-Za-z0-9]/g, "_")}`.slice(0, 40);
}

function blockDocx(block: PaperBlock, words: Words): readonly FileChild[] {
  switch (block.kind) {
    case "text":
      return [new Paragraph({ children: [new TextRun(words.say(block.message))] })];
    case "commentary":
      return block.text.split("\n").map(
        (text) =>
          new Paragraph({
            style: "Words",
            border: { left: { ...line(ACCENT, 18), space: 8 } },
            children: [new TextRun(text)],
          }),
      );
    case "figures":
      return figuresDocx(block.figures, words);
    case "list":
      return listDocx(block, words);
    case "table":
      return tableDocx(block, words);
    case "chart":
      return chartDocx(block, words);
    case "signatures":
      return signaturesDocx(block.lines, words);
  }
}

function listDocx(block: Extract<PaperBlock, { kind: "list" }>, words: Words): readonly FileChild[] {
  const title = block.title
    ? [new Paragraph({ heading: "Heading2", children: [new TextRun(words.say(block.title))] })]
    : [];
  if (block.items.length === 0) {
    const none = new TextRun({ text: words.say(block.empty), color: QUIET });
    return [...title, new Paragraph({ children: [none] })];
  }
  return [...title, ...block.items.map((item) => itemDocx(item, words))];
}

function itemDocx(item: PaperListItem, words: Words): Paragraph {
  const detail = item.detail ? [new TextRun({ text: ` ${words.say(item.detail)}`, color: QUIET })] : [];
  return new Paragraph({
    indent: { left: 260, hanging: 260 },
    tabStops: [{ type: "left", position: 260 }],
    spacing: { after: 40 },
    keepLines: true,
    children: [
      new TextRun({ text: markOf(item.tone), color: item.tone ? COLOR_BY_TONE[item.tone] : QUIET }),
      new TextRun({ text: `\t${words.say(item.message)}` }),
      ...detail,
    ],
  });
}
