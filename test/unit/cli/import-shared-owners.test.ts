import { describe, expect, test } from "vitest";
import { cliWithWorkspace, csvBytes, importFile, importRows } from "../../builders/import-files.ts";

const ROWS = [
  ["order_id", "order_date", "amount", "owner"],
  ["1", "2026-03-02", "100.01", "王芳|李敏"],
  ["2", "2026-03-03", "50.00", "王芳"],
  ["3", "2026-03-04", "30.00", "王芳；陌生人"],
];

describe("a file whose cells name several owners", () => {
  test("lists each owner by themselves, and says how many rows are theirs", async () => {
    const { tables } = await importFile(await cliWithWorkspace(), { name: "o.csv", bytes: csvBytes(ROWS) });
    expect(tables[0]!.owners.map(({ name, rows, member }) => [name, rows, member])).toEqual([
      ["王芳", 3, null],
      ["李敏", 1, null],
      ["陌生人", 1, null],
    ]);
  });

  test("with everybody made a member, each order counts in equal parts", async () => {
    const { cli } = await importRows("o.csv", ROWS, { options: "--create-members" });
    expect(await cli.run("kpi W --period 2026-Q1 --by member --today 2026-04-01")).toBe(0);
    const { rows } = cli.json as {
      readonly rows: readonly { subject: { name: string }; kpi: string; value: unknown }[];
    };
    const amounts = rows.filter(({ kpi }) => kpi === "order-amount");
    expect(Object.fromEntries(amounts.map(({ subject, value }) => [subject.name, value]))).toMatchObject({
      王芳: "115.01",
      李敏: "50.00",
      陌生人: "15.00",
    });
  });
});
