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
    expect([...name]).toHaveLength(100);
    expect(name.endsWith("长.jiugong")).toBe(true);
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
