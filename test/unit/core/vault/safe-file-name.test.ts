import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeFileName } from "../../../../core/vault/safe-file-name.ts";

describe("a safe file name", () => {
  it("keeps Chinese, spaces and dots inside", () => {
    expect(safeFileName("华东销售部 2026.11.23.jiugong")).toBe("华东销售部 2026.11.23.jiugong");
  });

  it("puts one space where signs stood that no system takes", () => {
    expect(safeFileName('a<b>:"c/\\d|?*e.pdf')).toBe("a b c d e.pdf");
  });

  it("drops controls and direction marks, which hide an ending", () => {
    expect(safeFileName("report\u202Efdp.exe\u0000.pdf")).toBe("report fdp.exe.pdf");
  });

  it("marks the names that Windows keeps for devices", () => {
    expect(safeFileName("NUL")).toBe("NUL_");
    expect(safeFileName("com1.tar.gz")).toBe("com1_.tar.gz");
  });

  it("composes letters that came in parts", () => {
    expect(safeFileName("e\u0301.txt")).toBe("é.txt");
  });

  it("has at most 100 characters and keeps its ending", () => {
    const name = safeFileName(`${"长".repeat(300)}.jiugong`);
    expect([...name]).toHaveLength(82);
    expect(name.endsWith("长.jiugong")).toBe(true);
    expect([...safeFileName(`${"l".repeat(300)}.pdf`)]).toHaveLength(100);
  });

  it("fits the 255 bytes of Linux and macOS and the 255 units of Windows, with room for a number", () => {
    for (const char of ["长", "🙂", "é", "a"]) {
      const name = safeFileName(`${char.repeat(400)}.docx`);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(230);
      expect(name.endsWith(".docx")).toBe(true);
      expect(name).not.toContain("\ufffd");
    }
  });

  it.each([
    [
      "windows keeps for devices, whatever its case and ending",
      ["CON", "con.txt", "Lpt1.pdf", "AUX .csv", "CONOUT$"],
    ],
    ["leads into another folder", ["../../a.pdf", "..\\a.pdf", "C:\\a.pdf", "/etc/passwd", "~/a"]],
    ["is hidden or goes nowhere", [".profile", "..", ".", "", "   ", "...."]],
    ["names a stream or a share", ["a.pdf:evil.exe", "\\\\host\\share", "file:///a"]],
    [
      "holds signs of a script",
      ["<img src=x onerror=alert(1)>.html", '"; rm -rf /.pdf', "a\r\nb.csv", "$(x).csv"],
    ],
  ])("is never one that %s", (_what, wanted) => {
    for (const one of wanted) {
      const name = safeFileName(one);
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[ .]|[ .]$|^$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)\s*(\.|$)/i);
    }
  });

  it("is safe whatever was wanted, and stays as it is when made safe again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 150 }), (wanted) => {
        const name = safeFileName(wanted);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[ .]|[ .]$|^$/u);
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});
