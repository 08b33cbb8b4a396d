import { expect, test } from "vitest";
import { recordOrigins } from "../../../../core/vault/record-origin.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../../../core/vault/workspace-file.ts";
import { MemoryCli } from "../../../builders/memory-cli.ts";
import { bookOf, matched } from "../../../builders/two-crms.ts";
import { standing } from "./build-workspace.ts";

const FX = { source: "fxiaoke", object: "customers", rows: [["C1", "华信科技", "软件", "", ""]] } as const;
const ZOHO = {
  source: "zoho",
  object: "customers",
  rows: [["Z1", "华信科技有限公司", "", "A", ""]],
} as const;
const KEPT = "fxiaoke:customers:C1";
const book = () => matched(bookOf([FX, ZOHO]), "customers", KEPT, "zoho:customers:Z1");
const backup = () => writeWorkspaceFile({ ...standing, workspace: book(), journal: [] });

test("a backup brings matched records back as they were", () => {
  const read = readWorkspaceFile(backup());
  expect(read.ok && read.value.workspace.facts).toEqual(book().facts);
});

test("the command line's check accepts matched records", async () => {
  const cli = new MemoryCli();
  cli.put("W", new TextDecoder().decode(backup()));
  expect(await cli.run("check W")).toBe(0);
});

test("a matched record came from both files, the leading one first", () => {
  expect(recordOrigins(book(), { table: "customers", id: KEPT })).toEqual([
    { file: "fxiaoke-customers.csv", line: 2 },
    { file: "zoho-customers.csv", line: 2 },
  ]);
});
