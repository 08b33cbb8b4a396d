import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import type { Paper, PaperBlock } from "../../../../core/base/paper.ts";
import { PACK_SECTIONS, quarterPack } from "../../../../core/review/quarter-pack.ts";
import { createWords } from "../../../../core/words/words.ts";
import { zhCn } from "../../../../core/words/zh-cn.ts";
import { documentDocx } from "../../../../formats/docx/document-docx.ts";
import { sampleSources } from "../../../builders/review.ts";

const zh = createWords("zh-CN", zhCn, "CNY");
const pack = quarterPack(sampleSources(), {
  subject: { kind: "team" },
  sections: PACK_SECTIONS,
  withPay: true,
});
const bytes = await documentDocx(pack, zh);
const parts = partsOf(bytes);
const body = parts["word/document.xml"]!;

function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, part]) => [
      name,
      name.endsWith(".xlsx") ? "" : strFromU8(part),
    ]),
  );
}

function paperWith(...blocks: readonly PaperBlock[]): Paper {
  const said = { key: "review.text", params: { text: "题" } };
  return {
    title: said,
    subtitle: said,
    runningHead: said,
    hasContents: false,
    sections: [{ id: "s", title: said, newPage: false, blocks }],
  };
}

/** The texts of each row of the first table. */
function rowsOf(xml: string): readonly (readonly string[])[] {
  const table = /<w:tbl>.*?<\/w:tbl>/s.exec(xml)![0];
  return [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join(""),
    ),
  );
}

const said = (text: string) => ({ key: "review.text", params: { text } });
const table: PaperBlock = {
  kind: "table",
  id: "t",
  title: said("表"),
  columns: [
    { key: "a", title: said("对象"), unit: "text" },
    { key: "b", title: said("目标"), unit: "money" },
  ],
  rows: [
    {
      key: "1",
      depth: 1,
      emphasis: "none",
      cells: [{ text: "王芳" }, { quantity: { unit: "money", value: 1_234_500 as never } }],
    },
    { key: "2", depth: 0, emphasis: "total", cells: [{ text: "合计" }, { text: "" }] },
  ],
  notes: [said("注")],
};

describe("a document for a word processor", () => {
  test("keeps what is said above the lines to sign on, and the end of the section before, on their page", async () => {
    const list: PaperBlock = {
      kind: "list",
      items: [{ message: said("甲") }, { message: said("乙") }],
      empty: said("无"),
    };
    const signed: PaperBlock[] = [
      { kind: "text", message: said("同意") },
      { kind: "signatures", lines: [said("签字")] },
    ];
    const [before] = paperWith(list).sections;
    const [after] = paperWith(...signed).sections;
    const file = await documentDocx(
      { ...paperWith(), sections: [before!, { ...after!, id: "signatures" }] },
      zh,
    );
    const paragraphs = partsOf(file)["word/document.xml"]!.match(/<w:p>.*?<\/w:p>/gs)!;
    const keeps = (text: string) =>
      paragraphs.find((one) => one.includes(`>${text}<`) || one.includes(`\t${text}<`))!;
    expect([keeps("甲"), keeps("乙"), keeps("同意")].map((one) => one.includes("<w:keepNext/>"))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("is the same bytes for the same document, whenever it is written", async () => {
    // Others were made in between, of the same sections and of others.
    await documentDocx(paperWith(table), zh);
    const again = quarterPack(sampleSources(), {
      subject: { kind: "team" },
      sections: PACK_SECTIONS,
      withPay: true,
    });
    vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), toFake: ["Date"] });
    const later = await documentDocx(again, zh);
    vi.useRealTimers();
    expect(Buffer.compare(bytes, later)).toBe(0);
  });

  test("names in its contents the page of every section, and leaves none to be counted", () => {
    const contents = /<w:sdt>.*<\/w:sdt>/s.exec(body)![0];
    const numbers = [...contents.matchAll(/PAGEREF.*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(([, page]) =>
      Number(page),
    );
    expect(numbers).toHaveLength(pack.sections.length);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    // Each member begins a page.
    expect(numbers.slice(-3)).toEqual([numbers.at(-1)! - 2, numbers.at(-1)! - 1, numbers.at(-1)!]);
    expect(body).not.toContain("w:dirty");
  });

  test("begins with its content types, as Word writes it", () => {
    expect(Object.keys(parts)[0]).toBe("[Content_Types].xml");
  });

  test("names title, subject and maker, and no time of the moment", () => {
    const core = parts["docProps/core.xml"]!;
    expect(core).toContain("<dc:title>2026 年第三季度业绩回顾</dc:title>");
    expect(core).toContain("<dc:creator>Jiugong</dc:creator>");
    expect(core.match(/2000-01-01T00:00:00Z/g)).toHaveLength(2);
  });

  test("is A4 with a running head and page numbers", () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const lines = Object.entries(parts).filter(([name]) => /word\/(header|footer)\d/.test(name));
    const text = lines.map(([, xml]) => xml).join("");
    expect(text).toContain("华东销售部 · 2026 年第三季度");
    expect(text).toContain("NUMPAGES");
  });

  test("writes Chinese in a font that Word has on Windows and macOS", () => {
    expect(parts["word/styles.xml"]).toContain('w:eastAsia="Microsoft YaHei"');
  });

  test("has a heading for every section and a link to each from its contents", () => {
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(pack.sections.length);
    const anchors = [...body.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name!);
    expect(anchors).toHaveLength(pack.sections.length);
    expect(anchors.filter((name) => !body.includes(`w:name="${name}"`))).toEqual([]);
  });

  test("lists no contents where the document has none", async () => {
    const xml = partsOf(await documentDocx(paperWith(), zh))["word/document.xml"]!;
    expect(xml).not.toContain("w:hyperlink");
    expect(xml).not.toContain("PAGEREF");
  });

  test("repeats a table's head on every page, tears no row and sets numbers at the end", async () => {
    const xml = partsOf(await documentDocx(paperWith(table), zh))["word/document.xml"]!;
    expect(rowsOf(xml)).toEqual([
      ["对象", "目标"],
      ["王芳", "¥1.23 万"],
      ["合计", ""],
    ]);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
    expect(xml.match(/<w:jc w:val="right"\/>/g)).toHaveLength(3);
  });

  test("gives the columns the whole width of the page between them", async () => {
    const xml = partsOf(await documentDocx(paperWith(table), zh))["word/document.xml"]!;
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, one) => sum + one, 0)).toBe(11_906 - 2 * 907);
  });

  test("breaks a heading between words, never inside one", async () => {
    const [name, value] = table.columns;
    const columns = [
      name!,
      { ...value!, title: said("Attainment") },
      { ...value!, key: "due", title: said("Due by now") },
    ];
    const rows = table.rows.map((row) => ({ ...row, cells: [...row.cells, row.cells[1]!] }));
    const xml = partsOf(await documentDocx(paperWith({ ...table, columns, rows }), zh))["word/document.xml"]!;
    const [, word, words] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(word).toBeGreaterThan(words!);
  });

  test("puts a chart as a drawing with a painted picture as fallback, where somebody paints", async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    const paint = async (svgs: readonly string[]) => svgs.map(() => png);
    const painted = await documentDocx(pack, zh, paint);
    const files = partsOf(painted);
    const media = Object.keys(files).filter((name) => name.startsWith("word/media/"));
    expect(media.filter((name) => name.endsWith(".svg"))).toHaveLength(12);
    expect(media.filter((name) => name.endsWith(".png")).length).toBeGreaterThan(0);
    expect(files["word/document.xml"]).toContain("asvg:svgBlip");
    expect(files["word/document.xml"]).toMatch(/descr="1 月 ¥161.1 万, /);
    expect(Buffer.compare(painted, await documentDocx(pack, zh, paint))).toBe(0);
  });

  test("draws a chart as one of the word processor's own where nobody paints, with what it says for those who cannot see it", () => {
    expect(Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(12);
    expect(body).toMatch(/descr="1 月 ¥161.1 万, /);
    expect(parts["word/charts/chart1.xml"]).not.toContain('<a:ln w="0"');
  });

  test("keeps the line breaks of the manager's words and takes no mark-up from them", async () => {
    const words: PaperBlock = { kind: "commentary", text: "一\n<w:p>二" };
    const xml = partsOf(await documentDocx(paperWith(words), zh))["word/document.xml"]!;
    expect(xml.match(/<w:pStyle w:val="Words"\/>/g)).toHaveLength(2);
    expect(xml).toContain("&lt;w:p&gt;二");
  });

  test("lies on its side where its tables are wide, and says the name of a section and its table once", async () => {
    const [section] = paperWith(table).sections;
    const paper = { ...paperWith(), isWide: true, sections: [{ ...section!, title: table.title }] };
    const xml = partsOf(await documentDocx(paper, zh))["word/document.xml"]!;
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(xml.match(/<w:pStyle w:val="Heading[12]"\/>/g)).toHaveLength(1);
  });

  test("has a line to sign on for each who signs", async () => {
    const lines: PaperBlock = { kind: "signatures", lines: [said("本人"), said("主管"), said("上级")] };
    const xml = partsOf(await documentDocx(paperWith(lines), zh))["word/document.xml"]!;
    expect(rowsOf(xml).filter((row) => row.some((text) => text !== ""))).toEqual([
      ["本人", "", "主管"],
      ["上级", "", ""],
    ]);
  });
});
