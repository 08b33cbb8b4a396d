import { unzipSync, zipSync } from "fflate";
import { writeXlsx as writeWorkbook } from "hucre/xlsx";
import { periodOf } from "../../core/base/period.ts";
import type { Paper } from "../../core/base/paper.ts";
import { packPeople, PACK_SECTIONS, quarterPack } from "../../core/review/quarter-pack.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import { recordOrigin } from "../../core/vault/record-origin.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { createWords } from "../../core/words/words.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { documentDocx } from "../../formats/docx/document-docx.ts";
import { documentHtml } from "../../formats/html/document-html.ts";
import { documentXlsx } from "../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";
import type { XlsxBook } from "../../formats/xlsx/xlsx-book.ts";
import { sizedWorkspace } from "../builders/sized-workspace.ts";
import { openBrowser } from "./browser.ts";
import type { BenchFigure } from "./harness.ts";
import { TODAY } from "./today.ts";

const words = createWords("zh-CN", zhCn, "CNY");
const MEGABYTE = 1 << 20;

export const figures: readonly BenchFigure[] = [
  {
    name: "quarterly pack: the document of the team and everybody (10 000 orders)",
    floorName: "JSON.stringify of that document",
    of: "members",
    sizes: [9, 25, 50],
    prepare(size) {
      const workspace = sizedWorkspace({ orders: 10_000, members: size, today: TODAY });
      const document = packOf(workspace);
      // Another object with the same tables: what it computes is not remembered, what lies in the pages is.
      return { run: () => packOf({ ...workspace }), floor: () => JSON.stringify(document) };
    },
  },
  {
    name: "quarterly pack: as HTML for the printer (10 000 orders)",
    floorName: "JSON.stringify of the document",
    of: "members",
    sizes: [9, 25, 50],
    prepare(size) {
      const document = packOf(sizedWorkspace({ orders: 10_000, members: size, today: TODAY }));
      return { run: () => documentHtml(document, words), floor: () => JSON.stringify(document) };
    },
  },
  {
    name: "quarterly pack: as workbook with the rows behind each figure (25 members)",
    floorName: "the library alone writing as many plain cells",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 3,
    prepare(size) {
      const workspace = sizedWorkspace({ orders: size, members: 25, today: TODAY });
      const document = packOf(workspace);
      const layOut = () => documentXlsx(document, words, (ref) => recordOrigin(workspace, ref));
      const plain = plainCells(layOut());
      return {
        run: () => writeXlsx(layOut()),
        floor: () => writeWorkbook({ sheets: [{ name: "floor", rows: plain }] }),
      };
    },
  },
  {
    name: "quarterly pack: as Word document (10 000 orders)",
    floorName: "zipping the same parts",
    of: "members",
    sizes: [9, 25, 50],
    samples: 5,
    async prepare(size) {
      const document = packOf(sizedWorkspace({ orders: 10_000, members: size, today: TODAY }));
      const parts = unzipSync(await documentDocx(document, words));
      return { run: () => documentDocx(document, words), floor: () => zipSync(parts) };
    },
  },
  {
    name: "quarterly pack: as PDF (10 000 orders)",
    floorName: "the browser printing the same text as one paragraph",
    of: "members",
    sizes: [9, 25, 50],
    samples: 3,
    async prepare(size) {
      const html = documentHtml(
        packOf(sizedWorkspace({ orders: 10_000, members: size, today: TODAY })),
        words,
      );
      const text = html.replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, " ");
      const { context, close } = await openBrowser();
      const page = await context.newPage();
      const print = async (content: string) => {
        await page.setContent(content);
        return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      };
      return { run: () => print(html), floor: () => print(`<p>${text}</p>`), close };
    },
  },
  {
    name: "all packs of a team: a workbook for the team and one for each member (10 000 orders)",
    floorName: "JSON.stringify of the documents",
    of: "members",
    sizes: [9, 25, 50],
    samples: 3,
    prepare(size) {
      const workspace = sizedWorkspace({ orders: 10_000, members: size, today: TODAY });
      const documents = allPacks(workspace);
      const write = async () => {
        for (const document of allPacks({ ...workspace })) {
          await writeXlsx(documentXlsx(document, words, (ref) => recordOrigin(workspace, ref)));
        }
      };
      return { run: write, floor: () => JSON.stringify(documents) };
    },
  },
  {
    name: "quarterly pack: memory that the workbook takes while it is made (25 members)",
    floorName: "the book's own bytes as JSON",
    of: "orders",
    sizes: [1_000, 10_000, 100_000],
    samples: 3,
    clock: "answer",
    unit: "MB",
    prepare(size) {
      const workspace = sizedWorkspace({ orders: size, members: 25, today: TODAY });
      const book = JSON.stringify(workspace.facts.orders.pages).length / MEGABYTE;
      const run = async () => {
        const before = process.memoryUsage().rss;
        const made = await writeXlsx(
          documentXlsx(packOf({ ...workspace }), words, (ref) => recordOrigin(workspace, ref)),
        );
        return Math.max(made.length, process.memoryUsage().rss - before) / MEGABYTE;
      };
      return { run, floor: () => book };
    },
  },
];

const PERIOD = periodOf(TODAY, "quarter", 1);

function packOf(workspace: Workspace): Paper {
  const choice = { subject: { kind: "team" }, sections: PACK_SECTIONS, withPay: true } as const;
  return quarterPack(packSources(workspace, { period: PERIOD, today: TODAY }), choice);
}

/** The team's pack and everybody's own. */
function allPacks(workspace: Workspace): readonly Paper[] {
  const sources = packSources(workspace, { period: PERIOD, today: TODAY });
  const whole = { sections: PACK_SECTIONS, withPay: true };
  const own = packPeople(sources).map((id) =>
    quarterPack(sources, { ...whole, subject: { kind: "member", id } }),
  );
  return [packOf(workspace), ...own];
}

/** As many cells as the workbook has, half of them numbers. */
function plainCells(book: XlsxBook): (string | number)[][] {
  return book.sheets
    .flatMap((sheet) => sheet.rows)
    .map(({ cells }, row) => cells.map((_, column) => (column % 2 === 0 ? row : `${row} ${column}`)));
}
