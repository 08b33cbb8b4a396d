import { expect, test } from "@playwright/test";
import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { documentDocx } from "../../../formats/docx/document-docx.ts";
import { documentXlsx } from "../../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../../formats/xlsx/write-xlsx.ts";
import { writeTable } from "../../../formats/write-table.ts";
import { HOSTILE_NAMES, paperAbout, xmlParts } from "../../builders/hostile-names.ts";

const words = createWords("zh-CN", zhCn, "CNY");
/** The smallest picture there is, in the place of a painted chart. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** All that is XML in the documents and workbooks that say a name. */
async function partsAbout(name: string) {
  const paper = paperAbout(name);
  const written = [
    await documentDocx(paper, words),
    await documentDocx(paper, words, async (svgs) => svgs.map(() => new Uint8Array(DOT))),
    await writeXlsx(documentXlsx(paper, words, () => null)),
    await writeTable({ name, columns: [name], rows: [[name]], format: "xlsx" }),
  ];
  return written.flatMap(xmlParts);
}

test("every part of a document and a workbook is XML to a real parser, whatever a name holds", async ({
  page,
}) => {
  // An empty page: what the parser says of a fault is styled, which the app's own page refuses.
  const faulty = (parts: readonly (readonly [string, string])[]) =>
    parts.flatMap(([part, xml]) => {
      const error = new DOMParser().parseFromString(xml, "application/xml").querySelector("parsererror");
      return error ? [`${part}: ${error.textContent}`] : [];
    });
  expect(await page.evaluate(faulty, [["proof.xml", "<a>\ufffe</a>"] as const])).toHaveLength(1);
  for (const name of HOSTILE_NAMES) {
    const found = await page.evaluate(faulty, await partsAbout(name));
    expect({ name, found }).toEqual({ name, found: [] });
  }
});
