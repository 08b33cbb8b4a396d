import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileLedger } from "../../../../electron/vault/file-ledger.ts";

let home = "";

beforeEach(() => void (home = mkdtempSync(join(tmpdir(), "jiugong-places-"))));
afterEach(() => rmSync(home, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array | null) => of && new TextDecoder().decode(of);
const aLedger = () => createFileLedger(join(home, "ledger"));
const filesOf = (name: string) =>
  readdirSync(join(home, name)).map((file) => [file, readFileSync(join(home, name, file), "latin1")]);

async function begun() {
  const ledger = aLedger();
  await ledger.read();
  await ledger.compact(bytes("the first"), 0);
  await ledger.append(bytes("an entry"));
  return ledger;
}

test("a ledger that is set aside keeps every byte, and the next start takes the one begun beside it", async () => {
  const ledger = await begun();
  const before = filesOf("ledger");
  await ledger.setAside();
  await ledger.compact(bytes("the second"), 0);
  const next = aLedger();
  expect([await next.place(), text((await next.read()).snapshot)]).toEqual([2, "the second"]);
  expect(filesOf("ledger")).toEqual(before);
});

test("what was set aside is read to its last entry; nothing is aside that was not set aside", async () => {
  const ledger = await begun();
  await ledger.setAside();
  const aside = await ledger.readAside(1);
  expect([text(aside.snapshot), aside.entries.map(text)]).toEqual(["the first", ["an entry"]]);
  await expect(ledger.readAside(2)).rejects.toThrow("no ledger");
});

test("a start that finds the place empty writes nothing into the old one", async () => {
  await (await begun()).setAside();
  expect(await aLedger().read()).toMatchObject({ snapshot: null, entries: [], damage: [] });
});
