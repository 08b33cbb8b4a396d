import { describe, expect, test } from "vitest";
import type { Day } from "../../../core/base/day.ts";
import { cliWithWorkspace, factsIn } from "../../builders/import-files.ts";
import type { ImportedJson } from "../../builders/import-files.ts";
import { crmScene, nextWeek } from "../../builders/crm-scene.ts";
import { fxiaokeExport } from "../../builders/fxiaoke-export.ts";
import type { ExportFile } from "../../builders/fxiaoke-export.ts";
import type { MemoryCli } from "../../builders/memory-cli.ts";
import { zohoBackup, zohoExport } from "../../builders/zoho-export.ts";

const TODAY = "2026-11-23" as Day;
const SIZE = { seed: 7, deals: 120, today: TODAY, shared: 10 };

async function importAll(cli: MemoryCli, files: readonly ExportFile[]): Promise<readonly ImportedJson[]> {
  for (const { name, bytes } of files) cli.put(name, bytes);
  await cli.run(`import W ${files.map(({ name }) => name).join(" ")} --out W`);
  if (cli.out === "") throw new Error(cli.err);
  return cli.json as readonly ImportedJson[];
}

describe("generated exports", () => {
  test("every object of 纷享销客 is recognised and read without a bad row", async () => {
    const tables = await importAll(await cliWithWorkspace(), await fxiaokeExport(crmScene(SIZE)));
    expect(tables.map(({ source, object, rows }) => [source, object, rows.bad])).toEqual(
      [
        "members",
        "customers",
        "contacts",
        "deals",
        "stage-history",
        "orders",
        "payments",
        "activities",
        "cases",
      ].map((object) => ["fxiaoke", object, 0]),
    );
    expect(tables.every(({ rows }) => rows.added === rows.read && rows.read > 0)).toBe(true);
  });

  test("every module of Zoho is recognised and read from the backup's zip without a bad row", async () => {
    const cli = await cliWithWorkspace();
    const tables = await importAll(cli, [zohoBackup(crmScene(SIZE))]);
    expect(tables.map(({ source, object, rows }) => [source, object, rows.bad])).toEqual(
      ["customers", "contacts", "deals", "stage-history", "orders", "activities", "cases"].map((object) => [
        "zoho",
        object,
        0,
      ]),
    );
    expect(factsIn(cli, "deals")).toHaveLength(120);
  });

  test("the same seed gives the same bytes", async () => {
    expect(zohoExport(crmScene(SIZE))).toEqual(zohoExport(crmScene(SIZE)));
    expect(await fxiaokeExport(crmScene(SIZE))).toEqual(await fxiaokeExport(crmScene(SIZE)));
  });

  test("next week's file updates exactly the deals that are said to differ", async () => {
    const cli = await cliWithWorkspace();
    const scene = crmScene(SIZE);
    const { scene: next, difference } = nextWeek(scene, 3);
    const deals = (files: readonly ExportFile[]) => files.filter(({ name }) => name.startsWith("Deals_2026"));
    await importAll(cli, deals(zohoExport(scene)));
    const [table] = await importAll(cli, deals(zohoExport(next)));
    const { moved, slipped, cut, reassigned, added, gone } = difference;
    const updated = moved.length + slipped.length + cut.length + reassigned.length;
    expect(
      Math.min(moved.length, slipped.length, cut.length, reassigned.length, gone.length),
    ).toBeGreaterThan(0);
    expect([table!.rows.updated, table!.rows.added]).toEqual([updated, added.length]);
    expect(table!.rows.unchanged).toBe(120 - updated - gone.length);
  });

  test("what two CRMs share bears one phone number under two names", () => {
    const [fxiaoke, zoho] = [crmScene(SIZE), crmScene({ ...SIZE, seed: 8 })];
    const phones = (scene: typeof zoho) => scene.customers.map(({ phone }) => phone);
    expect(phones(fxiaoke).slice(0, 10)).toEqual(phones(zoho).slice(0, 10));
    expect(fxiaoke.customers[10]!.name).not.toBe(zoho.customers[10]!.name);
  });
});
