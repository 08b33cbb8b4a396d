import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { day } from "../../../core/base/day.ts";
import { feedText } from "../../../core/meeting/feed/feed-text.ts";
import { minutesText } from "../../../core/meeting/minutes/minutes-text.ts";
import { createWords } from "../../../core/words/words.ts";
import { zhCn } from "../../../core/words/zh-cn.ts";
import { readCsv } from "../../../formats/csv/read-csv.ts";
import { documentDocx } from "../../../formats/docx/document-docx.ts";
import { documentHtml } from "../../../formats/html/document-html.ts";
import { writeCalendar } from "../../../formats/ics/write-calendar.ts";
import { documentJson } from "../../../formats/json/document-json.ts";
import { documentXlsx } from "../../../formats/xlsx/document-xlsx.ts";
import { writeXlsx } from "../../../formats/xlsx/write-xlsx.ts";
import { writeTable } from "../../../formats/write-table.ts";
import { HOSTILE_NAMES, paperAbout, xmlParts } from "../../builders/hostile-names.ts";

/* A customer's name comes from a file of others. Whatever it is, it is a name: in every form that leaves the app. */

const words = createWords("zh-CN", zhCn, "CNY");

const plain = documentHtml(paperAbout("王芳"), words);

/** The elements of a page in their order. */
function tagsOf(html: string): readonly string[] {
  return [...html.matchAll(/<\/?[a-z!?][^\s/>]*/gi)].map(([tag]) => tag.toLowerCase());
}

/** Signs that XML does not have, as themselves or as references; the parser of a browser has its say in `browser/xml.spec.ts`. */
function notXml(parts: readonly [string, string][]): readonly string[] {
  // eslint-disable-next-line no-control-regex -- exactly these characters are meant
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?!x?[0-9a-f]+;)|&#(0|x0)*;/i;
  return parts.flatMap(([part, xml]) => (bad.test(xml) ? [part] : []));
}

describe.each(HOSTILE_NAMES)("the name %j", (name) => {
  test("adds no element to a page, on paper and in its charts", () => {
    const html = documentHtml(paperAbout(name), words);
    // Lines that the manager broke in a commentary stay broken.
    expect(tagsOf(html).filter((tag) => tag !== "<br")).toEqual(tagsOf(plain));
  });

  test("adds no element, no field and no link to a word processor's document", async () => {
    const parts = xmlParts(await documentDocx(paperAbout(name), words));
    const expected = xmlParts(await documentDocx(paperAbout("王芳"), words));
    const kinds = ([part, xml]: [string, string]) => [part, [...new Set(tagsOf(xml))].toSorted()];
    expect(parts.map(kinds)).toEqual(expected.map(kinds));
    expect(notXml(parts)).toEqual([]);
  });

  test("is text in a workbook and never a formula", async () => {
    const parts = xmlParts(await writeXlsx(documentXlsx(paperAbout(name), words, () => null)));
    const table = xmlParts(await writeTable({ name, columns: [name], rows: [[name]], format: "xlsx" }));
    expect(notXml([...parts, ...table])).toEqual([]);
    for (const [part, xml] of [...parts, ...table]) {
      expect({ part, formulas: xml.match(/<f[\s>]/g) }).toEqual({ part, formulas: null });
      expect(xml).not.toMatch(/<(script|img|svg)|<!ENTITY|<hyperlink/i);
    }
  });
});

describe.each(HOSTILE_NAMES)("as text and in a calendar, the name %j", (name) => {
  test("is one cell in a CSV file, and none that a spreadsheet reckons", async () => {
    const bytes = await writeTable({ name: "t", columns: ["a", "b"], rows: [[name, "next"]], format: "csv" });
    const read = readCsv(bytes);
    const rows = read.ok ? read.value.table.rows : [];
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(2);
    expect(String(rows[1]![0])).not.toMatch(/^[=+\-@\t\r\0]/);
  });

  test("stays inside its field in a calendar", () => {
    const text = writeCalendar(
      [
        {
          uid: "u@x",
          title: name,
          place: name,
          description: name,
          status: "confirmed",
          on: day("2026-11-26"),
        },
      ],
      { name, writtenAtMs: 0 },
    );
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    const event = calendar.getFirstSubcomponent("vevent")!;
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
    expect(calendar.getAllProperties().map((property) => property.name)).toEqual([
      "version",
      "prodid",
      "method",
      "name",
      "x-wr-calname",
    ]);
    expect(event.getFirstProperty("attendee")).toBeNull();
    // eslint-disable-next-line no-control-regex -- exactly these characters are meant
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  test("has no meaning of its own in Markdown", () => {
    const said = { key: name };
    const minutes = {
      title: said,
      when: said,
      sections: [{ title: said, lines: [{ text: said, notes: [name] }] }],
    };
    const texts = [
      minutesText(minutes as never, "markdown", (one) => one.key),
      feedText([{ head: name, text: name, note: name }], "markdown"),
    ];
    for (const text of texts) expect(text).not.toMatch(/(^|[^\\])(<[a-z/!?]|\]\(|!\[|`)/im);
  });

  test("comes back from a document for programs as it was", () => {
    const json = JSON.parse(documentJson(paperAbout(name), words)) as object;
    expect(JSON.stringify(json)).toContain(JSON.stringify(name.replace(/\ud800/, "")).slice(1, 10));
    expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
  });
});
