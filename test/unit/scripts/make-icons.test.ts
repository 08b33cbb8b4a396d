import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packIcns, packIco } from "../../../scripts/make-icons.ts";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe("the containers of icons", () => {
  test("Windows' has a directory whose offsets meet the images; 256 is written as 0", () => {
    const ico = packIco([
      { size: 16, png: PNG },
      { size: 256, png: PNG },
    ]);
    expect(ico.subarray(0, 6)).toEqual(Buffer.from([0, 0, 1, 0, 2, 0]));
    expect([ico[6], ico[22]]).toEqual([16, 0]);
    expect(ico.subarray(ico.readUInt32LE(18), ico.readUInt32LE(18) + 4)).toEqual(PNG);
    expect(ico.readUInt32LE(34) + 4).toBe(ico.length);
  });

  test("Apple's has lengths that count their own heads", () => {
    const icns = packIcns([{ type: "ic07", png: PNG }]);
    expect(icns.toString("latin1", 0, 4)).toBe("icns");
    expect([icns.readUInt32BE(4), icns.length]).toEqual([20, 20]);
    expect([icns.toString("latin1", 8, 12), icns.readUInt32BE(12)]).toEqual(["ic07", 12]);
  });

  test.each([
    ["build/icon.ico", 0],
    ["build/icon.icns", 0x69636e73],
    ["build/icon.png", 0x89504e47],
  ])("%s is kept in the repository", (path, firstWord) => {
    expect(readFileSync(path).readUInt32BE(0) >>> (firstWord === 0 ? 16 : 0)).toBe(firstWord);
  });
});
