import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPreferences } from "../../../../electron/window/preferences-file.ts";

let folder = "";
const path = () => join(folder, "preferences.json");
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "jiugong-preferences-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("a preference is there after a restart, and nothing lies beside its file", () => {
  openPreferences(path()).write("theme", "dark");
  expect(openPreferences(path()).read("theme")).toBe("dark");
  expect(readdirSync(folder)).toEqual(["preferences.json"]);
});

test.each(["", "{", "[]", '{"theme":1}'])("a file with %s counts as empty", (text) => {
  writeFileSync(path(), text);
  expect(openPreferences(path()).all()).toEqual({});
});

test("a name that every object has is not a preference", () => {
  expect(openPreferences(path()).read("constructor")).toBeNull();
});
