import { writeXlsx as writeWorkbook } from "hucre/xlsx";
import { periodOf } from "../../core/base/period.ts";
import type { Paper } from "../../core/base/paper.ts";
import { PACK_SECTIONS, quarterPack } from "../../core/review/quarter-pack.ts";
import { packSources } from "../../core/vault/pack-sources.ts";
import { recordOrigin } from "../../core/vault/record-origin.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { createWords } from "../../core/words/words.ts";
import { zhCn } from "../../core/words/zh-cn.ts";
import { documentHtml } from "../../formats/html/document-html.ts";
import { documentXlsx } from "../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../formats/xlsx/write-xlsx.ts";
import type { XlsxBook } from "../../formats/xlsx/xlsx-book.ts";
import { sizedWorkspace } from "../builders/sized-workspace.ts";
import type { BenchFigure } from "./harness.ts";
import { TODAY } from "./today.ts";

const words = createWords("zh-CN", zhCn, "CNY");

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
];

function packOf(workspace: Workspace): Paper {
  const period = periodOf(TODAY, "quarter", 1);
  const choice = { subject: { kind: "team" }, sections: PACK_SECTIONS, withPay: true } as const;
  return quarterPack(packSources(workspace, { period, today: TODAY }), choice);
}

/** As many cells as the workbook has, half of them numbers. */
function plainCells(book: XlsxBook): (string | number)[][] {
  return book.sheets
    .flatMap((sheet) => sheet.rows)
    .map(({ cells }, row) => cells.map((_, column) => (column % 2 === 0 ? row : `${row} ${column}`)));
}
