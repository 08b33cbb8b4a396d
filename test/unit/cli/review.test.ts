import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { everythingIn } from "../../builders/pack-files.ts";
import { MemoryCli } from "../../builders/memory-cli.ts";

const cli = new MemoryCli();
const PACK = "review W --quarter 2026-Q3 --today 2026-11-23";

beforeAll(async () => {
  await cli.run("new --out W --sample --today 2026-11-23");
});

/** What a call writes, by the ending of its files. */
async function written(line: string, language?: string): Promise<Record<string, Uint8Array>> {
  for (const name of cli.files.keys()) if (name !== "W") cli.files.delete(name);
  expect(await cli.run(line, language)).toBe(0);
  const files = [...cli.files].filter(([name]) => name !== "W");
  return Object.fromEntries(files.map(([name, bytes]) => [name.slice(name.lastIndexOf(".") + 1), bytes]));
}

describe("jiugong review", () => {
  test("gives the same bytes for the same workspace, quarter and day", async () => {
    const [one, other] = [await written(`${PACK} --out A`), await written(`${PACK} --out B`)];
    expect(Object.keys(one).toSorted()).toEqual(["html", "json", "xlsx"]);
    for (const format of Object.keys(one)) {
      expect([format, Buffer.compare(one[format]!, other[format]!)]).toEqual([format, 0]);
    }
  });

  test("says what was paid unless it is told not to", async () => {
    const [all, bare] = [await written(`${PACK} --out A`), await written(`${PACK} --out A --without-pay`)];
    expect(everythingIn(all["json"]!)).toContain("pay-members");
    expect(Object.values(bare).filter((bytes) => everythingIn(bytes).includes("pay-"))).toEqual([]);
  });

  test("puts numbers in the place of names, in the file's name too", async () => {
    const files = await written(`${PACK} --out A --member 王芳 --mask`, "zh_CN.UTF-8");
    expect([...cli.files.keys()].filter((name) => name.includes("王芳"))).toEqual([]);
    expect([...cli.files.keys()].some((name) => name.includes("成员 1"))).toBe(true);
    expect(Object.values(files).filter((bytes) => everythingIn(bytes).includes("王芳"))).toEqual([]);
  });

  test("makes every part of a workbook readable", async () => {
    const { xlsx } = await written(`${PACK} --out A --format xlsx`);
    expect(Object.keys(unzipSync(xlsx!))).toContain("xl/workbook.xml");
  });
});
