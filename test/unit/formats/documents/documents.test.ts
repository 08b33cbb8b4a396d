import { describe, expect, test } from "vitest";
import type { Paper } from "../../../../core/base/paper.ts";
import { PACK_SECTIONS, quarterPack } from "../../../../core/review/quarter-pack.ts";
import { en } from "../../../../core/words/en.ts";
import { createWords } from "../../../../core/words/words.ts";
import { zhCn } from "../../../../core/words/zh-cn.ts";
import { documentHtml } from "../../../../formats/html/document-html.ts";
import { documentJson } from "../../../../formats/json/document-json.ts";
import { documentXlsx } from "../../../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../../../formats/xlsx/write-xlsx.ts";
import { sampleSources } from "../../../builders/review.ts";

const zh = createWords("zh-CN", zhCn, "CNY");
const english = createWords("en", en, "CNY");
const pack = quarterPack(sampleSources(), { subject: { kind: "team" }, sections: PACK_SECTIONS });
const origin = () => ({ file: "订单.xlsx", line: 7 });

/** A document whose only sentence is hostile. */
function hostile(text: string): Paper {
  const said = { key: "review.text", params: { text } };
  const block = { kind: "text", message: said } as const;
  return {
    title: said,
    subtitle: said,
    runningHead: said,
    hasContents: true,
    sections: [{ id: "s", title: said, newPage: false, blocks: [block, { kind: "commentary", text }] }],
  };
}

describe("a document as a page", () => {
  test("escapes every text and lets no script in", () => {
    const html = documentHtml(hostile('</style><script>alert(1)</script><img src=x onerror="1">'), zh);
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<img");
    expect(html.match(/<\/style>/g)).toHaveLength(1);
  });

  test("asks no other machine for anything", () => {
    const html = documentHtml(pack, zh).replaceAll("http://www.w3.org/2000/svg", "");
    expect(html).not.toMatch(/https?:|src=|url\(/);
  });

  test("says everything in English, but names", () => {
    const names = /[\u4e00-\u9fff]{2,4}/g;
    const left =
      documentHtml(pack, english)
        .replace(/<style>.*<\/style>/s, "")
        .match(names) ?? [];
    const people = new Set([
      "王芳",
      "赵磊",
      "李敏",
      "孙洋",
      "周涛",
      "吴倩",
      "郑凯",
      "陈静",
      "林悦",
      "华东销售",
      "客户开发",
    ]);
    expect(left.filter((one) => !people.has(one))).toEqual([]);
  });

  test("is the same for the same document", () => {
    expect(documentHtml(pack, zh)).toBe(documentHtml(pack, zh));
  });
});

describe("a document as a workbook", () => {
  const book = documentXlsx(pack, zh, origin);
  const results = book.sheets.find((sheet) => sheet.name.startsWith("销售额"))!;

  test("has real numbers and the sum of its parts as a formula", () => {
    const team = results.rows.find((row) => row.kind === "total");
    expect(team!.cells[1]).toMatchObject({ formula: expect.stringMatching(/^B\d+(\+B\d+)+$/) });
  });

  test("computes each member's actual from the rows behind it", () => {
    const member = results.rows.find(
      (row) => typeof row.cells[0] === "string" && row.cells[0].trim() === "王芳",
    )!;
    expect(member.cells[2]).toMatchObject({ formula: expect.stringContaining("SUMIFS") });
  });

  test("has for every SUMIFS the rows that give its result", () => {
    const rows = book.sheets.at(-1)!.rows;
    for (const cell of results.rows.flatMap((row) => row.cells)) {
      if (typeof cell !== "object" || cell === null || !("formula" in cell)) continue;
      const key = /"(.*)"\)$/.exec(cell.formula)?.[1];
      if (key === undefined) continue;
      const sum = rows
        .filter((row) => row.cells.at(-1) === key)
        .reduce((total, row) => total + (row.cells[4] as { money: number }).money, 0);
      expect(sum / 100).toBe(cell.result);
    }
  });

  test("names file and line of every row", () => {
    const [, first] = book.sheets.at(-1)!.rows;
    expect(first!.cells[5]).toBe("订单.xlsx");
    expect(first!.cells[6]).toMatchObject({ number: 7 });
  });

  test("is the same bytes for the same document", async () => {
    expect(await writeXlsx(book)).toEqual(await writeXlsx(documentXlsx(pack, zh, origin)));
  });
});

describe("a document as JSON", () => {
  test("holds money as whole minor units", () => {
    const { sections } = JSON.parse(documentJson(pack, english)) as {
      sections: { id: string; blocks: { kind: string; rows: { cells: unknown[] }[] }[] }[];
    };
    const table = sections.find((one) => one.id === "results")!.blocks.find((one) => one.kind === "table")!;
    expect(table.rows.every((row) => Number.isInteger(row.cells[2]))).toBe(true);
  });
});
