import { describe, expect, test } from "vitest";
import type { MemberId } from "../../../core/base/id.ts";
import type { Stamp } from "../../../core/base/stamp.ts";
import { workspaceWithout } from "../../../core/vault/person/erase-person.ts";
import type { ShareScope } from "../../../core/vault/share/share-scope.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../../core/vault/workspace-file.ts";
import { compareWorkspaces } from "../../../core/vault/compare-workspaces.ts";
import { factsOf } from "../../../core/vault/workspace.ts";
import { cliWithWorkspace, csvBytes } from "../../builders/import-files.ts";
import { MemoryCli } from "../../builders/memory-cli.ts";
import { anEraseChoice } from "../../builders/vault-person.ts";
import { aSample } from "../../builders/vault-sample.ts";
import { standing } from "../core/vault/build-workspace.ts";

const HEADER = ["Deal Id", "Deal Name", "Account Name", "Stage", "Amount", "Closing Date", "Deal Owner"];
const BOILER = ["zcrm_1", "Boiler", "Acme", "Qualification", "100", "2026-12-01", "Ann"];
const PUMP = ["zcrm_2", "Pump", "Bolt", "Qualification", "50", "2026-12-01", "Bob"];

const EVERYTHING: ShareScope = {
  id: "s",
  members: "all",
  groups: "all",
  areas: [],
  periods: "all",
  withPay: false,
  masked: false,
  withNotes: false,
};

interface MergeJson {
  readonly counts: Readonly<Record<string, { readonly added: number; readonly changed: number }>>;
  readonly conflicts: readonly Readonly<Record<string, unknown>>[];
}

async function take(cli: MemoryCli, from: string, to: string, ...rows: readonly string[][]): Promise<void> {
  cli.put(`${to}.csv`, csvBytes([HEADER, ...rows]));
  expect(await cli.run(`import ${from} ${to}.csv --source zoho --out ${to}`)).toBe(0);
}

/** W with two deals; A and B went out from it. */
async function twoCopies(a: readonly string[][], b: readonly string[][]): Promise<MemoryCli> {
  const cli = await cliWithWorkspace();
  await take(cli, "W", "C", BOILER, PUMP);
  await take(cli, "C", "A", ...a);
  await take(cli, "C", "B", ...b);
  return cli;
}

const fileAt = (cli: MemoryCli, path: string) => {
  const read = readWorkspaceFile(cli.files.get(path)!);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const amounts = (cli: MemoryCli, path: string) =>
  factsOf(fileAt(cli, path).workspace, "deals").map(({ name, amount }) => [name, amount]);

describe("merge", () => {
  test("takes from each copy what it alone changed, without a conflict", async () => {
    const cli = await twoCopies([BOILER.with(4, "80")], [PUMP.with(4, "60"), PUMP.with(0, "zcrm_3")]);
    expect(await cli.run("merge A B --out D")).toBe(0);
    expect((cli.json as MergeJson).conflicts).toEqual([]);
    expect(amounts(cli, "D")).toEqual([
      ["Boiler", 8000],
      ["Pump", 6000],
      ["Pump", 5000],
    ]);
  });

  test("lists what both changed with both values, takes the proposed one and ends with 1", async () => {
    const cli = await twoCopies([BOILER.with(4, "80")], [BOILER.with(4, "70")]);
    expect(await cli.run("merge A B --base C --out D")).toBe(1);
    const [conflict, ...others] = (cli.json as MergeJson).conflicts;
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({
      table: "deals",
      name: "Boiler",
      field: "amount",
      a: { value: 8000 },
      b: { value: 7000 },
      base: 10_000,
    });
    const taken = conflict!["chosen"] === "a" ? 8000 : 7000;
    expect(amounts(cli, "D")[0]).toEqual(["Boiler", taken]);
  });

  test("is the same when the copies change places, and merged again it changes nothing", async () => {
    const cli = await twoCopies([BOILER.with(4, "80"), PUMP.with(3, "Closed Won")], [BOILER.with(4, "70")]);
    await cli.run("merge A B --out AB");
    await cli.run("merge B A --out BA");
    await cli.run("merge AB B --out ABB");
    const differs = (x: string, y: string) =>
      compareWorkspaces(fileAt(cli, x).workspace, fileAt(cli, y).workspace).filter(
        ({ different }) => different,
      );
    expect(differs("AB", "BA")).toEqual([]);
    expect(differs("AB", "ABB")).toEqual([]);
    expect(fileAt(cli, "AB").journal.map(({ kind }) => kind)).toEqual(
      fileAt(cli, "BA").journal.map(({ kind }) => kind),
    );
  });

  test("brings back what one copy removed and the other changed, as a conflict to see", async () => {
    const cli = await cliWithWorkspace();
    await take(cli, "W", "C", BOILER, PUMP);
    const batch = [...fileAt(cli, "C").workspace.rows.batches.keys()][0]!;
    expect(await cli.run(`undo-import C --batch ${batch} --out A`)).toBe(0);
    await take(cli, "C", "B", BOILER.with(4, "70"));
    expect(await cli.run("merge A B --out D")).toBe(1);
    expect((cli.json as MergeJson).conflicts).toContainEqual(
      expect.objectContaining({
        kind: "removed",
        table: "deals",
        name: "Boiler",
        removedBy: "a",
        chosen: "b",
      }),
    );
    expect(amounts(cli, "D")).toEqual([["Boiler", 7000]]);
    expect(factsOf(fileAt(cli, "D").workspace, "customers").map(({ name }) => name)).toEqual(["Acme"]);
  });

  test("keeps the journal lines of both copies", async () => {
    const cli = await twoCopies([BOILER.with(4, "80")], [PUMP.with(4, "60")]);
    await cli.run("merge A B --out D");
    const { head, journal } = fileAt(cli, "D");
    expect(journal.map(({ kind }) => kind)).toEqual(["import", "import", "import", "merge"]);
    expect(journal.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(head.sequence).toBe(4);
  });

  test("refuses a file with replaced names, another currency or a newer schema with 3 and writes nothing", async () => {
    const cli = await twoCopies([BOILER], [PUMP]);
    const { head, workspace, journal } = fileAt(cli, "B");
    const share: ShareScope = { ...EVERYTHING, masked: true };
    cli.put("M", writeWorkspaceFile({ ...head, workspace, journal, share }));
    await cli.run("new --out E --currency EUR");
    cli.put("N", new TextDecoder().decode(cli.files.get("B")).replace(/"schema":\d+/, '"schema":99'));
    for (const [other, reason] of [
      ["M", "replaced"],
      ["E", "EUR"],
      ["N", "newer"],
    ] as const) {
      expect(await cli.run(`merge A ${other} --out D`)).toBe(3);
      expect(cli.err).toContain(reason);
    }
    expect(cli.files.has("D")).toBe(false);
  });

  test("refuses a file with replaced names that a command went on with", async () => {
    const cli = await twoCopies([BOILER], [PUMP]);
    const { head, workspace, journal } = fileAt(cli, "B");
    const share: ShareScope = { ...EVERYTHING, masked: true };
    cli.put("M", writeWorkspaceFile({ ...head, workspace, journal, share }));
    await take(cli, "M", "M2", BOILER.with(4, "70"));
    expect(fileAt(cli, "M2").head.share).toEqual(share);
    expect(await cli.run("merge A M2 --out D")).toBe(3);
    expect(cli.err).toContain("replaced");
  });

  test("takes a partial share for a part, whatever command went on with it", async () => {
    const cli = await twoCopies([BOILER], [PUMP]);
    const { head, workspace, journal } = fileAt(cli, "B");
    const share: ShareScope = { ...EVERYTHING, members: ["m1" as MemberId] };
    cli.put("P", writeWorkspaceFile({ ...head, workspace, journal, share }));
    const batch = [...workspace.rows.batches.keys()][0]!;
    await cli.run(`undo-import P --batch ${batch} --out P2`);
    expect(fileAt(cli, "P2").head.share).toEqual(share);
    expect(fileAt(cli, "P2").workspace.rows.settings.get("workspace")?.isPart).toBe(true);
  });

  test("is a wrong call without a second file or an output", async () => {
    const cli = await cliWithWorkspace();
    expect(await cli.run("merge W --out D")).toBe(2);
    expect(await cli.run("merge W W")).toBe(2);
  });

  test("erases in either copy who was erased in the other, whichever comes first", async () => {
    const cli = new MemoryCli();
    const whole = { ...standing, journal: [] };
    const older = aSample();
    const stamp = "0mhxyz000-0000-d1" as Stamp;
    const { workspace } = workspaceWithout(older, [], { ...anEraseChoice(), stamp });
    cli.put("A", writeWorkspaceFile({ ...whole, workspace, stamp }));
    cli.put("B", writeWorkspaceFile({ ...whole, workspace: older }));
    for (const copies of ["A B", "B A"]) {
      expect(await cli.run(`merge ${copies} --out D`)).toBe(0);
      expect(cli.json).toMatchObject({ erased: 1, conflicts: [] });
      expect(new TextDecoder().decode(cli.files.get("D"))).not.toContain("王芳");
    }
  });
});
