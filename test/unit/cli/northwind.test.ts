import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { cellText } from "../../../core/base/table.ts";
import { readXlsx } from "../../../formats/xlsx/read-xlsx.ts";
import { MemoryCli } from "../../builders/memory-cli.ts";
import { northwindAnswers } from "../../builders/northwind.ts";

const answers = northwindAnswers();
const cli = new MemoryCli();
const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/northwind/${name}`));

interface Row {
  readonly subject: { readonly kind: string; readonly name: string };
  readonly kpi: string;
  readonly value: string | number | null;
}

async function rows(period: string, by: string): Promise<readonly Row[]> {
  expect(await cli.run(`kpi W2 --period ${period} --by ${by} --today 1998-05-07`)).toBe(0);
  return (cli.json as { rows: readonly Row[] }).rows;
}

beforeAll(async () => {
  cli.put("employees.csv", fixture("employees.csv"));
  cli.put("orders.csv", fixture("orders.csv"));
  expect(await cli.run("new --out W --currency USD")).toBe(0);
  expect(await cli.run("import W employees.csv --object members --out W1")).toBe(0);
  expect(await cli.run("import W1 orders.csv --object orders --out W2")).toBe(0);
});

describe("Northwind through the command line", () => {
  test("imports 830 orders, every one matched to its member", () => {
    const [file] = cli.json as [{ rows: object; owners: { member: string | null }[] }];
    expect(file.rows).toEqual({ read: 830, added: 830, updated: 0, unchanged: 0, skipped: 0, bad: 0 });
    expect(file.owners.filter((owner) => owner.member === null)).toEqual([]);
  });

  test("the same file again changes nothing", async () => {
    expect(await cli.run("import W2 orders.csv --object orders --out W3")).toBe(0);
    const [file] = cli.json as [{ rows: { unchanged: number; updated: number; added: number } }];
    expect(file.rows).toMatchObject({ unchanged: 830, updated: 0, added: 0 });
  });

  test.each(Object.keys(answers.per_quarter))(
    "%s has the known amounts, orders and new customers",
    async (quarter) => {
      const byMember = await rows(quarter, "member");
      const value = (name: string, kpi: string) =>
        byMember.find((row) => row.subject.name === name && row.kpi === kpi)?.value;
      for (const [name, byQuarter] of Object.entries(answers.per_employee_quarter)) {
        const expected = byQuarter[quarter] ?? { amount: "0.00", orders: 0 };
        expect(value(name, "order-amount")).toBe(expected.amount);
        expect(value(name, "order-count")).toBe(expected.orders);
        expect(value(name, "new-customers-by-order")).toBe(answers.new_customers[name]?.[quarter] ?? 0);
      }
    },
  );

  test.each(Object.entries(answers.retention))(
    "%s has the known retention",
    async (quarter, { before, kept }) => {
      const team = await rows(quarter, "team");
      expect(team.find((row) => row.kpi === "retention")?.value).toBe(kept / before);
    },
  );

  test("the pack's workbook holds every member's amount as a number", async () => {
    expect(await cli.run("review W2 --quarter 1997-Q3 --out packs --format xlsx --today 1998-05-07")).toBe(0);
    const path = [...cli.files.keys()].find((name) => name.endsWith(".xlsx"))!;
    const read = await readXlsx(cli.files.get(path)!);
    if (!read.ok) throw new Error("the workbook does not open");
    const cells = read.value.flatMap((sheet) => sheet.table.rows.map((row) => row.map(cellText)));
    for (const [name, byQuarter] of Object.entries(answers.per_employee_quarter)) {
      const amount = String(Number(byQuarter["1997-Q3"]!.amount));
      expect(cells.some((row) => row[0]?.trim() === name && row.includes(amount))).toBe(true);
    }
  });
});
