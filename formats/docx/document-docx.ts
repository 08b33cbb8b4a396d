import { Document, Footer, Header, Packer, PageNumber, Paragraph, TableOfContents, TextRun } from "docx";
import type { FileChild, IStylesOptions } from "docx";
import type { Paper } from "../../core/base/paper.ts";
import type { Words } from "../../core/words/words.ts";
import { ACCENT, fontOf, INK, line, PAGE, QUIET, SIZE, textWidthOf } from "./docx-look.ts";
import { sectionDocx } from "./docx-blocks.ts";
import { drawCharts } from "./docx-picture.ts";
import type { PaintSvgs } from "./docx-picture.ts";
import { steadyBytes } from "./steady-bytes.ts";

/** Writes a document for a word processor: A4, headings that make an outline, real tables whose head stands on every page,
 * running head and page numbers. Charts are drawings with a picture as fallback where there is somebody to paint it, else the
 * word processor's own. The same document and language give the same bytes. */
export async function documentDocx(
  paper: Paper,
  words: Words,
  paint: PaintSvgs = nobodyPaints,
): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await drawCharts(paper, words, paint);
  const title = words.say(paper.title);
  const head = words.say(paper.runningHead);
  const file = new Document({
    title,
    subject: words.say(paper.subtitle),
    description: head,
    creator: "Jiugong",
    lastModifiedBy: "Jiugong",
    styles: styles(words),
    ...(paper.hasContents ? { pageNumbers: await numberPages() } : {}),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.width,
              height: PAGE.height,
              ...(paper.isWide === true ? { orientation: "landscape" as const } : {}),
            },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.side,
              right: PAGE.side,
              header: PAGE.head,
              footer: PAGE.head,
            },
          },
        },
        headers: { default: new Header({ children: [quietLine([new TextRun(head)], "left")] }) },
        footers: { default: new Footer({ children: [quietLine([pageOfPages()], "right")] }) },
        children: [
          ...titleDocx(title, words.say(paper.subtitle)),
          ...(paper.hasContents ? [contentsDocx(words)] : []),
          ...paper.sections.flatMap((section, at): readonly FileChild[] =>
            sectionDocx(section, { words, drawn, textWidth: textWidthOf(paper) }, paper.sections[at + 1]),
          ),
        ],
      },
    ],
  });
  return steadyBytes(new Uint8Array(await Packer.toArrayBuffer(file)));
}

/** Works out on which page each section begins, so that the contents are whole before a word processor counts anew. Large, and
 * needed for documents with contents alone. */
async function numberPages() {
  const { estimatePageNumbersWith } = await import("docx/layout");
  // The font of the Chinese is measured as the nearest one that is known.
  return estimatePageNumbersWith({ guess: true });
}

function contentsDocx(words: Words): TableOfContents {
  return new TableOfContents(words.text("review.contents"), { hyperlink: true, headingStyleRange: "1-1" });
}

async function nobodyPaints(): Promise<null> {
  return null;
}

function titleDocx(title: string, subtitle: string): readonly Paragraph[] {
  return [
    new Paragraph({ heading: "Title", children: [new TextRun(title)] }),
    new Paragraph({
      border: { bottom: { ...line(ACCENT, 12), space: 6 } },
      spacing: { after: 160 },
      children: [new TextRun({ text: subtitle, color: QUIET, size: SIZE.body })],
    }),
  ];
}

function pageOfPages(): TextRun {
  return new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] });
}

function quietLine(children: readonly TextRun[], alignment: "left" | "right"): Paragraph {
  return new Paragraph({ style: "PageLine", alignment, children });
}

function styles({ locale }: Words): IStylesOptions {
  const font = fontOf(locale);
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: INK },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: SIZE.body,
          color: INK,
          language: { value: locale === "en" ? "en-US" : "zh-CN", eastAsia: "zh-CN" },
        },
        paragraph: { spacing: { after: 60, line: 264, lineRule: "auto" } },
      },
      title: heading(SIZE.title, 0, 40),
      heading1: heading(SIZE.section, 260, 80),
      heading2: heading(SIZE.table, 160, 50),
    },
    paragraphStyles: [
      {
        id: "PageLine",
        name: "Page line",
        basedOn: "Normal",
        run: { font, size: 16, color: QUIET },
        paragraph: {
          spacing: { after: 0 },
        },
      },
      {
        id: "Words",
        name: "Words of the manager",
        basedOn: "Normal",
        paragraph: { indent: { left: 200 }, spacing: { after: 0 } },
      },
      {
        id: "Cell",
        name: "Table cell",
        basedOn: "Normal",
        run: { font, size: SIZE.small },
        paragraph: { spacing: { before: 36, after: 36, line: 240, lineRule: "auto" } },
      },
      {
        id: "TOC1",
        name: "toc 1",
        basedOn: "Normal",
        run: { font, size: SIZE.small },
        paragraph: { spacing: { after: 20 } },
      },
    ],
  };
}
