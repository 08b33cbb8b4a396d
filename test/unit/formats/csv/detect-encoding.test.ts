import { describe, expect, test } from "vitest";
import { detectEncoding } from "../../../../formats/csv/detect-encoding.ts";

/** Bytes as a text of one byte a letter: what an editor for Western files writes. */
function latin(text: string): Uint8Array {
  return Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
}

/** "客户,负责人\n华东机电有限公司,王伟\n" in GB18030. */
const GB_BYTES = Uint8Array.from([
  0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xb8, 0xba, 0xd4, 0xf0, 0xc8, 0xcb, 0x0a, 0xbb, 0xaa, 0xb6, 0xab, 0xbb, 0xfa,
  0xb5, 0xe7, 0xd3, 0xd0, 0xcf, 0xde, 0xb9, 0xab, 0xcb, 0xbe, 0x2c, 0xcd, 0xf5, 0xce, 0xb0, 0x0a,
]);

describe("detectEncoding", () => {
  test("takes a byte order mark at its word", () => {
    expect(detectEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({
      encoding: "utf-8",
      confidence: 1,
      bomLength: 3,
    });
    expect(detectEncoding(Uint8Array.of(0xff, 0xfe, 0x61, 0)).encoding).toBe("utf-16le");
    expect(detectEncoding(Uint8Array.of(0xfe, 0xff, 0, 0x61)).encoding).toBe("utf-16be");
  });

  test("takes what is strict UTF-8 for UTF-8", () => {
    expect(detectEncoding(new TextEncoder().encode("客户,München"))).toMatchObject({
      encoding: "utf-8",
      confidence: 1,
    });
  });

  test("knows UTF-16 without a mark by the zeros between Latin letters", () => {
    const bytes = Uint8Array.from([..."a,b\n1,2\n"].flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(detectEncoding(bytes).encoding).toBe("utf-16le");
  });

  test("reads a Chinese file of Windows as GB18030", () => {
    expect(detectEncoding(GB_BYTES).encoding).toBe("gb18030");
  });

  test("reads München of a Western file as Windows-1252 though it decodes as GB18030", () => {
    expect(new TextDecoder("gb18030", { fatal: true }).decode(latin("München"))).toBe("M黱chen");
    expect(detectEncoding(latin("Stadt;Betrag\nMünchen;1\nKöln;2\n")).encoding).toBe("windows-1252");
  });

  test("knows one accent in a long ASCII file", () => {
    const text = `${"plain,text\n".repeat(30_000)}Société,1\n`;
    expect(detectEncoding(latin(text)).encoding).toBe("windows-1252");
  });

  test("stays with UTF-8 when a character is torn, as by a download that was cut off", () => {
    const whole = new TextEncoder().encode("客户,负责人\n华东机电有限公司,王伟");
    expect(detectEncoding(whole.subarray(0, -1))).toMatchObject({ encoding: "utf-8", confidence: 0.84 });
  });

  test("reads a short Korean file as EUC-KR and not as Cyrillic with signs inside its words", () => {
    const bytes = [0xbc, 0xad, 0xbf, 0xef, 0x20, 0xc7, 0xc1, 0xb7, 0xce, 0xc1, 0xa7, 0xc6, 0xae, 0x2c];
    const owner = [0xb1, 0xe8, 0xc3, 0xb6, 0xbc, 0xf6];
    expect(detectEncoding(Uint8Array.from([...bytes, ...owner])).encoding).toBe("euc-kr");
  });
});
