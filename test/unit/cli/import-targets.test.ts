import { beforeEach, describe, expect, test } from "vitest";
import { MemoryCli } from "../../builders/memory-cli.ts";

const TODAY = "--today 2026-07-06";
/** Money and counts, months, a quarter and a year typed alone, people, a group and the team. */
const SHEET = [
  "销售额,目标,王芳,1200.55,0.10,900,",
  "销售额,冲刺,王芳,1500,,,",
  "销售额,目标,客户开发组,2400,,,",
  "拜访量,目标,李敏,16,18,,",
  "拜访量,目标,团队,,,,300",
];
let cli: MemoryCli;

beforeEach(async () => {
  cli = new MemoryCli();
  await cli.run("new --out W --sample");
});

describe("export-targets and import-targets", () => {
  test.each(["wide.csv", "long.csv", "wide.xlsx", "long.xlsx"])(
    "%s read back changes nothing",
    async (file) => {
      const form = file.split(".")[0];
      cli.put("t.csv", "指标,档位,姓名,M01,M02,Q2,合计\r\n" + SHEET.join("\r\n"));
      await cli.run(`import-targets W t.csv --out W --year 2027 ${TODAY}`);
      expect(await cli.run(`export-targets W --out ${file} --form ${form} --year 2027`)).toBe(0);
      await cli.run(`import-targets W ${file} --out W2 ${TODAY}`);
      expect(cli.err).toBe("");
      expect(cli.json).toMatchObject({ form, added: 0, changed: 0 });
      expect((cli.json as { unchanged: number }).unchanged).toBeGreaterThan(7);
    },
  );

  test("a month is written and is the target from then on", async () => {
    cli.put("t.csv", "姓名,指标,2027-03\r\n王芳,销售额,123456.78\r\n");
    expect(await cli.run(`import-targets W t.csv --out W ${TODAY}`, "zh_CN")).toBe(0);
    await cli.run(`targets W --period 2027-03 ${TODAY}`, "zh_CN");
    const { rows } = cli.json as { rows: { subject: { name: string }; kpi: string; target: string }[] };
    expect(rows.find((row) => row.subject.name === "王芳")?.target).toBe("123456.78");
  });

  test("amounts in a unit, and a KPI, line and year for a sheet that names none", async () => {
    cli.put("t.csv", "Name,M01,Total\r\n王芳,3.5,3.5\r\n");
    await cli.run(`import-targets W t.csv --out W --kpi 销售额 --year 2027 --unit wan ${TODAY}`);
    expect(cli.json).toMatchObject({ added: 1, totals: { checked: 1, wrong: [] } });
    await cli.run(`targets W --period 2027-01 ${TODAY}`);
    expect(cli.out).toContain('"35000.00"');
  });

  test("bad cells refuse all with 3, each with its row, column and remedy in the reader's language", async () => {
    const before = cli.files.get("W");
    cli.put("t.csv", "姓名,指标,2027-03\r\n王芳,销售额,1\r\n张三,销售额,1\r\n李敏,销售额,abc\r\n");
    expect(await cli.run(`import-targets W t.csv --out W ${TODAY}`, "zh_CN")).toBe(3);
    expect(cli.err).toContain("第 3 行 · 姓名：找不到“张三”");
    expect(cli.err).toContain("第 4 行 · 2027-03：“abc”不是数字");
    expect(cli.files.get("W")).toBe(before);
  });

  test("a file without heads that we know is refused", async () => {
    cli.put("t.csv", "x,y\r\n1,2\r\n");
    expect(await cli.run(`import-targets W t.csv --out W2 ${TODAY}`)).toBe(3);
    expect(cli.err).toContain("No heads found");
    expect(cli.files.has("W2")).toBe(false);
  });
});
