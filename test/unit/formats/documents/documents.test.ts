import { describe, expect, test } from "vitest";
import type { Paper } from "../../../../core/base/paper.ts";
import { PACK_SECTIONS, quarterPack } from "../../../../core/review/quarter-pack.ts";
import { en } from "../../../../core/words/en.ts";
import { createWords } from "../../../../core/words/words.ts";
import { zhCn } from "../../../../core/words/zh-cn.ts";
import { documentHtml, documentsHtml } from "../../../../formats/html/document-html.ts";
import { documentJson } from "../../../../formats/json/document-json.ts";
import { documentXlsx } from "../../../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../../../formats/xlsx/write-xlsx.ts";
import type { XlsxBook, XlsxCell, XlsxSheet } from "../../../../formats/xlsx/xlsx-book.ts";
import { sampleSources } from "../../../builders/review.ts";

const zh = createWords("zh-CN", zhCn, "CNY");
const english = createWords("en", en, "CNY");
const choice = { subject: { kind: "team" }, sections: PACK_SECTIONS, withPay: true } as const;
const pack = quarterPack(sampleSources(), choice);
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

/** What a formula of the workbook gives: a sum of cells, a quotient, or a sum over the rows behind a figure. */
function computed(book: XlsxBook, sheet: XlsxSheet, formula: string): number {
  const code = /^SUMIFS\(.*,"(F\d+)"\)$/.exec(formula)?.[1];
  if (code !== undefined) {
    const rows = book.sheets.at(-1)!.rows.filter((row) => row.cells.at(-1) === code);
    const sum = rows.reduce((total, row) => total + minorOf(row.cells[3] ?? null), 0);
    return rows.some((row) => isMoney(row.cells[3] ?? null)) ? sum / 100 : sum;
  }
  const at = (place: string) => {
    const [, letter, row] = /^([A-Z])(\d+)$/.exec(place)!;
    return sheet.rows[Number(row) - 1]!.cells[letter!.charCodeAt(0) - 65] ?? null;
  };
  if (formula.includes("/")) {
    const [over, under] = formula.split("/").map((place) => minorOf(at(place)));
    return over! / under!;
  }
  const cells = formula.split("+").map(at);
  const sum = cells.reduce((total, cell) => total + minorOf(cell), 0);
  return cells.some(isMoney) ? sum / 100 : sum;
}

/** Money in minor units, so that sums are exact; all else as it stands. */
function minorOf(cell: XlsxCell): number {
  if (typeof cell !== "object" || cell === null) return Number.NaN;
  if ("money" in cell) return cell.money;
  if ("formula" in cell) return isMoney(cell) ? Math.round(Number(cell.result) * 100) : Number(cell.result);
  return "number" in cell ? cell.number : Number.NaN;
}

function isMoney(cell: XlsxCell): boolean {
  if (typeof cell !== "object" || cell === null) return false;
  return "money" in cell || ("formula" in cell && cell.format === "decimal");
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

  test("says everything in English, but what people and files wrote", () => {
    const { rows, context } = sampleSources();
    const tables = Object.values(rows).map((table) => [...(table as ReadonlyMap<string, unknown>).values()]);
    // Names that exist in both languages are no excuse.
    const written = JSON.stringify([tables, context.facts], (key, value) => (key === "zh" ? "" : value));
    const left =
      documentHtml(pack, english)
        .replace(/<style>.*<\/style>/s, "")
        .match(/[\u4e00-\u9fff]{2,}/g) ?? [];
    expect(left.filter((one) => !written.includes(one))).toEqual([]);
  });

  test("leads from its contents to every heading, with a place for the page, also beside other documents", () => {
    const html = documentsHtml([pack, pack], zh);
    const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, name]) => name);
    const headings = all(/<h2 id="([^"]+)"/g);
    expect(new Set(headings).size).toBe(2 * pack.sections.length);
    expect(all(/<a href="#([^"]+)"/g)).toEqual(headings);
    expect(all(/<b data-at="([^"]+)"><\/b>/g)).toEqual(headings);
  });

  test("says the name of a section and its only table once, and lays a wide one on its side", () => {
    const name = { key: "review.text", params: { text: "应发明细" } };
    const table = { kind: "table", id: "a", title: name, columns: [], rows: [], notes: [] } as const;
    const section = { id: "a", title: name, newPage: false, blocks: [table] };
    const html = documentHtml({ ...hostile(""), hasContents: false, isWide: true, sections: [section] }, zh);
    expect(html.match(/应发明细/g)).toHaveLength(1);
    expect(html).toContain("size:A4 landscape");
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

  test.each(["2026-Q2", "2026-Q3", "2026-Q4"])(
    "gives for every formula of %s the document's figure",
    (quarter) => {
      const whole = documentXlsx(quarterPack(sampleSources(quarter), choice), zh, origin);
      for (const sheet of whole.sheets) {
        for (const cell of sheet.rows.flatMap((row) => row.cells)) {
          if (typeof cell !== "object" || cell === null || !("formula" in cell)) continue;
          // A quotient of what is written in whole fen; the document divides before it rounds.
          const [value, wanted] = [computed(whole, sheet, cell.formula), Number(cell.result)].map((one) =>
            cell.formula.includes("/") ? Math.round(one * 1e6) : one,
          );
          expect([sheet.name, cell.formula, value]).toEqual([sheet.name, cell.formula, wanted]);
        }
      }
    },
  );

  test("has a day as a day", () => {
    const training = book.sheets.find((sheet) => sheet.name === "培训场次")!;
    expect(training.rows[2]!.cells[1]).toEqual({ day: "2026-08-03" });
  });

  test("has for every SUMIFS the rows that give its result", () => {
    const rows = book.sheets.at(-1)!.rows;
    for (const cell of results.rows.flatMap((row) => row.cells)) {
      if (typeof cell !== "object" || cell === null || !("formula" in cell)) continue;
      const key = /"(.*)"\)$/.exec(cell.formula)?.[1];
      if (key === undefined) continue;
      const sum = rows
        .filter((row) => row.cells.at(-1) === key)
        .reduce((total, row) => total + (row.cells[3] as { money: number }).money, 0);
      expect(sum / 100).toBe(cell.result);
    }
  });

  test("names file and line of every row", () => {
    const [, first] = book.sheets.at(-1)!.rows;
    expect(first!.cells[4]).toBe("订单.xlsx");
    expect(first!.cells[5]).toMatchObject({ number: 7 });
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
