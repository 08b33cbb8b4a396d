import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { checkZip } from "../../../../formats/zip/check-zip.ts";

async function refusal(bytes: Uint8Array): Promise<string | null> {
  const result = await checkZip(bytes);
  return result.ok ? null : result.error[0]!.message.key;
}

describe("checkZip", () => {
  test("passes an honest archive and lists its parts", async () => {
    const result = await checkZip(zipSync({ "a.xml": strToU8("<a/>"), "b.xml": strToU8("<b/>") }));
    expect(result.ok && result.value.map(({ name, size }) => [name, size])).toEqual([
      ["a.xml", 4],
      ["b.xml", 4],
    ]);
  });

  test("refuses a part of more than a hundred times its packed size", async () => {
    expect(await refusal(zipSync({ "a.xml": new Uint8Array(5_000_000) }))).toBe("customer.file.bomb");
  });

  test("refuses a part that unpacks to more than it declares", async () => {
    const bytes = zipSync({ "a.xml": Uint8Array.from({ length: 40_000 }, (_, at) => (at * at) % 251) });
    const view = new DataView(bytes.buffer);
    const directory = bytes.length - 22 - view.getUint32(bytes.length - 22 + 12, true);
    view.setUint32(directory + 24, 100, true);
    expect(await refusal(bytes)).toBe("customer.file.bomb");
  });

  test("refuses XML with a document type declaration", async () => {
    const text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>';
    expect(await refusal(zipSync({ "xl/a.xml": strToU8(text) }))).toBe("customer.file.entities");
  });

  test("finds a document type behind a long comment and in UTF-16", async () => {
    const hidden = `<?xml version="1.0"?><!-- <a> ${" ".repeat(6000)}--><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`;
    expect(await refusal(zipSync({ "xl/a.xml": strToU8(hidden) }))).toBe("customer.file.entities");
    const wide = new Uint8Array(Buffer.from("\ufeff<!DOCTYPE x><x/>", "utf16le"));
    expect(await refusal(zipSync({ "xl/a.xml": wide }))).toBe("customer.file.entities");
    expect(await refusal(zipSync({ "xl/a.xml": [wide, { level: 0 }] }))).toBe("customer.file.entities");
  });

  test("lets a text speak of document types", async () => {
    expect(await refusal(zipSync({ "xl/a.xml": strToU8("<x><![CDATA[<!DOCTYPE]]></x>") }))).toBe(null);
  });

  test("refuses an archive that is torn anywhere", async () => {
    const bytes = zipSync({ "a.xml": strToU8("<a>some text that is packed</a>".repeat(50)) });
    for (const length of [bytes.length - 1, bytes.length - 30, 60]) {
      expect(await refusal(bytes.slice(0, length))).toBe("customer.file.damaged");
    }
  });
});
