import { Paragraph, TextRun } from "docx";
import type { FileChild } from "docx";
import type { PaperBlock, PaperChart, PaperListItem, PaperSection } from "../../core/base/paper.ts";
import type { Message } from "../../core/base/message.ts";
import { headingOf } from "../../core/words/heading-of.ts";
import type { Words } from "../../core/words/words.ts";
import { chartDocx } from "./docx-chart.ts";
import { ACCENT, COLOR_BY_TONE, line, QUIET } from "./docx-look.ts";
import { pictureDocx } from "./docx-picture.ts";
import type { DrawnChart } from "./docx-picture.ts";
import { figuresDocx, signaturesDocx, tableDocx } from "./docx-tables.ts";
import { markOf } from "./docx-text.ts";

/** What every part of a document needs. */
export interface DocxParts {
  readonly words: Words;
  /** The charts that are pictures; the others are the word processor's own. */
  readonly drawn: ReadonlyMap<PaperChart, DrawnChart>;
  readonly textWidth: number;
}

/** A section with its heading; on a page of its own where it asks for one. Nobody signs a page with nothing on it: what is said
 * above the lines to sign on stays with them, and so does the end of the section before. */
export function sectionDocx(
  section: PaperSection,
  { words, drawn, textWidth }: DocxParts,
  next: PaperSection | undefined,
): readonly FileChild[] {
  const isSigned = hasSignatures(section);
  const heading = new Paragraph({
    heading: "Heading1",
    pageBreakBefore: section.newPage,
    children: [new TextRun(words.say(section.title))],
  });
  const last = section.blocks.length - 1;
  return [
    heading,
    ...section.blocks.flatMap((block, at) =>
      block.kind === "chart" && drawn.has(block)
        ? pictureDocx(block, words, drawn.get(block)!)
        : blockDocx(
            block,
            { section: section.title, words, textWidth },
            isSigned ||
              section.blocks[at + 1]?.kind === "commentary" ||
              (at === last && next !== undefined && hasSignatures(next)),
          ),
    ),
  ];
}

function hasSignatures(section: PaperSection): boolean {
  return section.blocks.some((block) => block.kind === "signatures");
}

function blockDocx(
  block: PaperBlock,
  {
    section,
    words,
    textWidth,
  }: { readonly section: Message; readonly words: Words; readonly textWidth: number },
  keepNext: boolean,
): readonly FileChild[] {
  switch (block.kind) {
    case "text":
      return [new Paragraph({ keepNext, children: [new TextRun(words.say(block.message))] })];
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
      return figuresDocx(block.figures, words, textWidth);
    case "list":
      return listDocx(block, words, keepNext);
    case "table":
      return tableDocx(block, {
        heading: headingOf(block.title, section, words),
        words,
        textWidth,
        keepNext,
      });
    case "chart":
      return chartDocx(block, words);
    case "signatures":
      return signaturesDocx(block.lines, words, textWidth);
  }
}

function listDocx(
  block: Extract<PaperBlock, { kind: "list" }>,
  words: Words,
  keepNext: boolean,
): readonly FileChild[] {
  const title = block.title
    ? [new Paragraph({ heading: "Heading2", children: [new TextRun(words.say(block.title))] })]
    : [];
  if (block.items.length === 0) {
    const none = new TextRun({ text: words.say(block.empty), color: QUIET });
    return [...title, new Paragraph({ keepNext, children: [none] })];
  }
  const last = block.items.length - 1;
  return [...title, ...block.items.map((item, at) => itemDocx(item, words, keepNext && at === last))];
}

function itemDocx(item: PaperListItem, words: Words, keepNext: boolean): Paragraph {
  const detail = item.detail ? [new TextRun({ text: ` ${words.say(item.detail)}`, color: QUIET })] : [];
  return new Paragraph({
    indent: { left: 260, hanging: 260 },
    tabStops: [{ type: "left", position: 260 }],
    spacing: { after: 40 },
    keepLines: true,
    keepNext,
    children: [
      new TextRun({ text: markOf(item.tone), color: item.tone ? COLOR_BY_TONE[item.tone] : QUIET }),
      new TextRun({ text: `\t${words.say(item.message)}` }),
      ...detail,
    ],
  });
}
