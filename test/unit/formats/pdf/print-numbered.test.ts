import { describe, expect, test } from "vitest";
import { namedPages } from "../../../../formats/pdf/named-pages.ts";
import { printNumbered } from "../../../../formats/pdf/print-numbered.ts";

/** A PDF as Chromium writes it: objects in their order, a tree of pages of two branches, named places. */
function pdfWith(places: string): Uint8Array {
  const objects = [
    "<</Type /Catalog\n/Pages 2 0 R\n/Dests 7 0 R>>",
    "<</Type /Pages\n/Kids [3 0 R 6 0 R]>>",
    "<</Type /Pages\n/Kids [4 0 R 5 0 R]>>",
    "<</Type /Page>>",
    "<</Type /Page>>",
    "<</Type /Page>>",
    places,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const table = `xref\n0 8\n0000000000 65535 f \n${lines.join("")}`;
  return new TextEncoder().encode(
    `${text}${table}trailer\n<</Size 8\n/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

const PLACES = "<</p1s1 [4 0 R /XYZ 6 827.7 0]\n/p1s2 [6 0 R /XYZ 6 100 0]\n/p1s3 [9 0 R /XYZ 6 1 0]>>";

describe("the pages of named places", () => {
  test("are counted through the tree of pages, and places on none are left out", () => {
    expect([...namedPages(pdfWith(PLACES))]).toEqual([
      ["p1s1", 1],
      ["p1s2", 3],
    ]);
  });

  test.each(["", "%PDF-1.7\nstartxref\n9\n%%EOF", "startxref\n99999999999\n%%EOF"])(
    "are none in a file that is written otherwise: %j",
    (text) => expect([...namedPages(new TextEncoder().encode(text))]).toEqual([]),
  );
});

describe("printing with page numbers", () => {
  const contents = '<b data-at="p1s1"></b><b data-at="p1s2"></b><b data-at="p1s9"></b>';

  test("prints once more with the numbers of the first time in their places", async () => {
    const printed: string[] = [];
    await printNumbered(contents, async (html) => {
      printed.push(html);
      return pdfWith(PLACES);
    });
    expect(printed).toEqual([
      contents,
      '<b data-at="p1s1">1</b><b data-at="p1s2">3</b><b data-at="p1s9"></b>',
    ]);
  });

  test("prints a document without contents once", async () => {
    let times = 0;
    await printNumbered("<p>王芳</p>", async () => {
      times += 1;
      return pdfWith(PLACES);
    });
    expect(times).toBe(1);
  });

  test("keeps what was printed where no page is known", async () => {
    let times = 0;
    await printNumbered(contents, async () => {
      times += 1;
      return new Uint8Array();
    });
    expect(times).toBe(1);
  });
});
