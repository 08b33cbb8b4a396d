import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { noteDatabaseAside, setDatabaseAside } from "../../../../electron/vault/set-database-aside.ts";

let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "jiugong-aside-"));
  mkdirSync(join(home, "IndexedDB"));
  writeFileSync(join(home, "IndexedDB", "data"), "the old database");
});
afterEach(() => rmSync(home, { recursive: true }));

test("databases are left alone where nothing was noted", () => {
  setDatabaseAside(home);
  expect(readdirSync(home)).toEqual(["IndexedDB"]);
});

test("once noted, the next start renames them and keeps every byte, and the one after it does nothing", () => {
  noteDatabaseAside(home);
  setDatabaseAside(home);
  setDatabaseAside(home);
  expect(readdirSync(home)).toEqual(["IndexedDB.aside-1"]);
  expect(readFileSync(join(home, "IndexedDB.aside-1", "data"), "utf8")).toBe("the old database");
});

test("a second time nothing that was set aside before is overwritten", () => {
  mkdirSync(join(home, "IndexedDB.aside-1"));
  noteDatabaseAside(home);
  setDatabaseAside(home);
  expect(existsSync(join(home, "IndexedDB.aside-2", "data"))).toBe(true);
});
