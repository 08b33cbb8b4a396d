import { SCHEMA_VERSION } from "../../../core/vault/upgrades/upgrade-data.ts";
import { describe, expect, test } from "vitest";
import { MemoryCli } from "../../builders/memory-cli.ts";

describe("the command line", () => {
  test("writes a workspace that its own check accepts", async () => {
    const cli = new MemoryCli();
    expect(await cli.run("new --out W --sample --today 2026-11-23")).toBe(0);
    expect(await cli.run("check W")).toBe(0);
    expect(cli.json).toMatchObject({ ok: true, schema: SCHEMA_VERSION, counts: { members: 9, groups: 3 } });
  });

  test("gives the same sample for the same day", async () => {
    const [a, b] = [new MemoryCli(), new MemoryCli()];
    await a.run("new --out W --sample --today 2026-11-23");
    await b.run("new --out W --sample --today 2026-11-23");
    expect(Buffer.compare(a.files.get("W")!, b.files.get("W")!)).toBe(0);
  });

  test.each([
    ["", "new, import, undo-import, kpi"],
    ["fly", "fly"],
    ["new", "--out"],
    ["new --out", "--out"],
    ["new --out W --colour red", "--colour"],
    ["new --out W --currency yuan", "yuan"],
    ["new --out W --fiscal-start 13", "13"],
    ["kpi", "kpi"],
    ["kpi W --period 2017-Q5", "2017-Q5"],
    ["kpi W --period 2017-Q1 --by planet", "planet"],
    ["kpi W --period 2017-Q1 --today 2017-02-30", "2017-02-30"],
    ["review W --quarter 2017 --out D", "2017"],
  ])("“%s” is a wrong call: 2, nothing printed, the fault named", async (line, named) => {
    const cli = new MemoryCli();
    await cli.run("new --out W");
    expect(await cli.run(line)).toBe(2);
    expect(cli.out).toBe("");
    expect(cli.err).toContain(named);
  });

  test("says what is wrong in Chinese to a Chinese reader", async () => {
    const cli = new MemoryCli();
    expect(await cli.run("kpi nowhere --period 2017-Q1", "zh_CN.UTF-8")).toBe(3);
    expect(cli.err).toBe("文件“nowhere”无法读写（ENOENT）。请检查路径、权限和磁盘空间；没有写入任何内容。\n");
  });

  test("refuses a file that is no workspace and writes nothing", async () => {
    const cli = new MemoryCli();
    cli.put("W", "{}");
    expect(await cli.run("kpi W --period 2017-Q1")).toBe(3);
    expect(await cli.run("check W")).toBe(3);
    expect(cli.json).toMatchObject({ ok: false });
    expect([...cli.files.keys()]).toEqual(["W"]);
  });

  test("writes a pack of one member in three formats", async () => {
    const cli = new MemoryCli();
    await cli.run("new --out W --sample --today 2026-11-23");
    expect(await cli.run("review W --quarter 2026-Q3 --out D --member 王芳 --today 2026-11-23")).toBe(0);
    expect([...cli.files.keys()].filter((name) => name.startsWith("D"))).toHaveLength(3);
    const html = new TextDecoder().decode([...cli.files].find(([name]) => name.endsWith(".html"))![1]);
    expect(html).toContain("王芳");
    expect(html).not.toContain("李敏");
  });

  test("refuses a member nobody knows", async () => {
    const cli = new MemoryCli();
    await cli.run("new --out W --sample --today 2026-11-23");
    expect(await cli.run("review W --quarter 2026-Q3 --out D --member Nobody --today 2026-11-23")).toBe(3);
    expect(cli.err).toContain("Nobody");
  });
});
