import { describe, expect, test } from "vitest";
import { cliWithWorkspace, csvBytes, factsIn, importFile, workspaceIn } from "../../builders/import-files.ts";
import type { MemoryCli } from "../../builders/memory-cli.ts";

const HEADER = ["Deal Id", "Deal Name", "Account Name", "Stage", "Amount", "Closing Date", "Deal Owner"];
const BOILER = ["zcrm_1", "Boiler", "Acme", "Qualification", "100", "2026-12-01", "Ann"];
const PUMP = ["zcrm_2", "Pump", "Bolt", "Qualification", "50", "2026-12-01", "Bob"];

async function importDeals(cli: MemoryCli, name: string, ...rows: readonly string[][]): Promise<string> {
  const { tables } = await importFile(cli, { name, bytes: csvBytes([HEADER, ...rows]) }, "--source zoho");
  return tables[0]!.batch!;
}

async function twoWeeks() {
  const cli = await cliWithWorkspace();
  const first = await importDeals(cli, "week1.csv", BOILER);
  const before = factsIn(cli, "deals");
  const second = await importDeals(cli, "week2.csv", BOILER.with(4, "80"), PUMP);
  return { cli, first, second, before };
}

describe("undo-import", () => {
  test("takes the newest import back and leaves the facts as they were", async () => {
    const { cli, second, before } = await twoWeeks();
    expect(await cli.run(`undo-import W --batch ${second} --out W2`)).toBe(0);
    expect(cli.json).toMatchObject({ batch: second, kept: [], failed: [] });
    cli.files.set("W", cli.files.get("W2")!);
    expect(factsIn(cli, "deals")).toEqual(before);
    expect(factsIn(cli, "customers").map(({ name }) => name)).toEqual(["Acme"]);
  });

  test("lists what a later import wrote and ends with 1", async () => {
    const { cli, first } = await twoWeeks();
    expect(await cli.run(`undo-import W --batch ${first} --out W`)).toBe(1);
    const { kept, failed } = cli.json as Record<"kept" | "failed", { name: string; reason: string }[]>;
    expect(kept).toEqual([
      expect.objectContaining({
        table: "deals",
        name: "Boiler",
        reason: expect.stringContaining("week2.csv"),
      }),
    ]);
    expect(failed.map(({ name }) => name)).toEqual(["Acme", "Qualification"]);
  });

  test("marks the batch, writes a line in the journal, and refuses the same batch again with 3", async () => {
    const { cli, second } = await twoWeeks();
    await cli.run(`undo-import W --batch ${second} --out W`);
    expect(workspaceIn(cli).rows.batches.get(second)).toMatchObject({ undone: true });
    const bytes = cli.files.get("W");
    expect(await cli.run(`undo-import W --batch ${second} --out W`)).toBe(3);
    expect(cli.err).toContain("undone already");
    expect(cli.files.get("W")).toBe(bytes);
  });

  test("refuses an unknown batch with 3 and writes nothing", async () => {
    const { cli } = await twoWeeks();
    expect(await cli.run("undo-import W --batch nobody --out W2")).toBe(3);
    expect(cli.files.has("W2")).toBe(false);
  });

  test("is a wrong call without a batch", async () => {
    const cli = await cliWithWorkspace();
    expect(await cli.run("undo-import W --out W2")).toBe(2);
  });
});
