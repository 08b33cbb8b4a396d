import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { cliWithWorkspace, factsIn, importFile } from "../../builders/import-files.ts";

const DEALS =
  "Record Id,Deal Owner,Deal Name,Account Name.id,Account Name,Stage\nzcrm_1,Ann,D,zcrm_5,Acme,Qualification\n";
const HISTORY =
  "Record Id,Deal Name.id,Deal Name,Stage,Stage Duration (Calendar Days),Modified Time\nzcrm_2,zcrm_1,D,Qualification,3,2025-01-01 10:00:00\n";
const ACCOUNTS = "Record Id,Account Owner,Account Name,Industry\nzcrm_5,Ann,Acme,Steel\n";
const LEADS = "Record Id,Lead Owner,Company,Last Name\nzcrm_6,Ann,Acme,Li\n";

async function importZip(files: Readonly<Record<string, string | Uint8Array>>, name = "Data_001.zip") {
  const cli = await cliWithWorkspace();
  const parts = Object.entries(files).map(
    ([path, text]) => [path, typeof text === "string" ? strToU8(text) : text] as const,
  );
  return { cli, ...(await importFile(cli, { name, bytes: zipSync(Object.fromEntries(parts)) })) };
}

describe("a backup as a zip of files", () => {
  test("its files are imported in one go, customers before deals before their history", async () => {
    const { exit, tables, cli } = await importZip({
      "Data/Deals__001.csv": HISTORY,
      "Data/Deals_001.csv": DEALS,
      "Data/Accounts_001.csv": ACCOUNTS,
    });
    expect([exit, tables.map(({ object, rows }) => [object, rows.added])]).toEqual([
      0,
      [
        ["stage-history", 1],
        ["deals", 1],
        ["customers", 1],
      ],
    ]);
    expect(factsIn(cli, "customers")).toHaveLength(1);
    expect(factsIn(cli, "stageEvents")[0]!.dealId).toBe(factsIn(cli, "deals")[0]!.id);
  });

  test("what it holds besides is left out and named", async () => {
    const { tables, cli } = await importZip({
      "Deals_001.csv": DEALS,
      "Leads_001.csv": LEADS,
      "photo.png": "x",
      "__MACOSX/._Deals_001.csv": "x",
      "Empty.csv": "",
    });
    expect(tables.map(({ object }) => object)).toEqual(["deals"]);
    expect(cli.err).toMatch(
      /photo\.png is neither.*\n(.*\n)*Leads_001\.csv was not imported: These are leads/,
    );
    expect(cli.err).toContain("Empty.csv was not imported");
    expect(cli.err).not.toContain("MACOSX");
  });

  test("it is known by its bytes whatever it is called", async () => {
    const { tables } = await importZip({ "Accounts_001.csv": ACCOUNTS }, "export.csv");
    expect(tables[0]!.object).toBe("customers");
  });

  test.each([
    ["a path that leads out", { "../Deals_001.csv": DEALS }, /outside of itself/],
    ["a path from the root", { "/etc/Deals_001.csv": DEALS }, /outside of itself/],
    ["a drive", { "C:\\Deals_001.csv": DEALS }, /outside of itself/],
    [
      "an archive within",
      { "Deals_001.csv": DEALS, "more.zip": zipSync({ "a.csv": strToU8(DEALS) }) },
      /another archive/,
    ],
    ["an archive in disguise", { "Deals_001.csv": zipSync({ "a.csv": strToU8(DEALS) }) }, /another archive/],
    ["a bomb", { "Deals_001.csv": new Uint8Array(5_000_000) }, /far larger|more than|unpack/i],
    ["nothing to read", { "readme.md": "x" }, /no CSV or XLSX/],
    ["leads alone", { "Leads_001.csv": LEADS }, /Convert them/],
  ])("refuses %s and writes nothing", async (_, files, reason) => {
    const { exit, cli } = await importZip(files as Record<string, string | Uint8Array>);
    expect([exit, factsIn(cli, "deals")]).toEqual([3, []]);
    expect(cli.err).toMatch(reason);
  });

  test("refuses more files than a person would pack", async () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`f${at}.csv`, DEALS]));
    expect((await importZip(many)).exit).toBe(3);
  });

  test("several files are imported in their sensible order, and printed in the order given", async () => {
    const cli = await cliWithWorkspace();
    cli.put(
      "Notes_Deals.csv",
      "Record Id,Note Owner,Note Content,Parent ID.id,Created Time\nzcrm_9,Ann,x,zcrm_1,2025-01-02\n",
    );
    cli.put("Deals_1.csv", DEALS);
    cli.put("Accounts_1.csv", ACCOUNTS);
    expect(await cli.run("import W Notes_Deals.csv Deals_1.csv Accounts_1.csv --out W")).toBe(0);
    expect((cli.json as { object: string }[]).map(({ object }) => object)).toEqual([
      "activities",
      "deals",
      "customers",
    ]);
    expect(factsIn(cli, "activities")[0]!.dealId).toBe("zoho:deals:1");
    expect(factsIn(cli, "customers")[0]!.industry).toBe("Steel");
  });
});
