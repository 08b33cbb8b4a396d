import { readFileSync, readdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { notedLedger } from "../../../../electron/backup/noted-ledger.ts";
import { createFileLedger } from "../../../../electron/vault/file-ledger.ts";

let folder = "";
let noted = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jiugong-noted-"));
  noted = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

async function aLedger() {
  const ledger = notedLedger(createFileLedger(folder), () => (noted += 1));
  await ledger.read();
  await ledger.compact(bytes("with Ann"), 0);
  await ledger.append(bytes("Ann calls"));
  return ledger;
}

test("what is written is noted for the next backup", async () => {
  await aLedger();
  expect(noted).toBe(2);
});

test("a state that is to stand alone leaves nothing of what was before, neither snapshot nor kept state", async () => {
  const ledger = await aLedger();
  await ledger.keep(bytes("Ann before a restore"), 1);
  await ledger.compact(bytes("nobody"), 2, true);
  const all = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
  expect(all.join("").includes("Ann")).toBe(false);
});
