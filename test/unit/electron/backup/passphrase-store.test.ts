import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createPassphraseStore } from "../../../../electron/backup/passphrase-store.ts";
import type { KeyStore } from "../../../../electron/backup/passphrase-store.ts";

let folder = "";
const path = () => join(folder, "backup-passphrase");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jiugong-passphrase-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keys = (backend: "gnome_libsecret" | "basic_text"): KeyStore => ({
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(`locked ${text}`),
  decryptString: (locked) => locked.toString().slice("locked ".length),
  getSelectedStorageBackend: () => backend,
});

test("a passphrase is kept by the system's key store over a restart", () => {
  createPassphraseStore(keys("gnome_libsecret"), path()).write("九宫");
  const after = createPassphraseStore(keys("gnome_libsecret"), path());
  expect([after.read(), after.place()]).toEqual(["九宫", "kept"]);
  expect(readFileSync(path(), "utf8")).toBe("locked 九宫");
});

test("where the system has no real key store it is held until the app is closed, and no file is written", () => {
  const store = createPassphraseStore(keys("basic_text"), path());
  store.write("九宫");
  expect([store.read(), store.place(), existsSync(path())]).toEqual(["九宫", "session", false]);
  expect(createPassphraseStore(keys("basic_text"), path()).place()).toBe("none");
});

test("forgetting it removes the file", () => {
  const store = createPassphraseStore(keys("gnome_libsecret"), path());
  store.write("九宫");
  store.write(null);
  expect([store.read(), store.place(), existsSync(path())]).toEqual([null, "none", false]);
});

test("the system is not asked for keys before there is a passphrase", () => {
  const asking = () => {
    throw new Error("asked");
  };
  const store = createPassphraseStore({ ...keys("basic_text"), isEncryptionAvailable: asking }, path());
  expect(store.place()).toBe("none");
});
