import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MANIFEST_NAME } from "../../../../core/vault/update/update-manifest.ts";
import { createUpdates } from "../../../../electron/update/create-updates.ts";
import type { UpdateParts } from "../../../../electron/update/create-updates.ts";
import { UpdateFault } from "../../../../electron/update/update-source.ts";
import { openUpdateSettings } from "../../../../electron/update/update-settings.ts";
import {
  brokenOff,
  buildManifest,
  file,
  INSTALLER,
  INSTALLER_NAME,
  OTHER_KEY,
  signed,
  startFeed,
  TEST_PUBLIC_KEY,
  text,
} from "../../../builders/update-feed.ts";
import type { TestFeed } from "../../../builders/update-feed.ts";

let feed: TestFeed;
let folder = "";
beforeEach(async () => {
  feed = await startFeed();
  folder = mkdtempSync(join(tmpdir(), "jiugong-updates-"));
});
afterEach(async () => {
  await feed.close();
  rmSync(folder, { recursive: true });
});

const MANIFEST_AT = `/jiugong/${MANIFEST_NAME}`;
const FILE_AT = `/jiugong/${INSTALLER_NAME}`;

/** Updates of a machine that has release 1, with an installer that notes what it was given. */
function buildUpdates(overrides: Partial<UpdateParts> = {}) {
  const installed: { path: string; bytes: Buffer }[] = [];
  const phases: string[] = [];
  const updates = createUpdates({
    installed: { version: "0.1.0", number: 1 },
    machine: { platform: "linux", arch: "x64", ending: "AppImage" },
    publicKey: TEST_PUBLIC_KEY,
    settings: openUpdateSettings(join(folder, "updates.json")),
    folder: join(folder, "updates"),
    installer: {
      way: "installer",
      install: async (path) => void installed.push({ path, bytes: readFileSync(path) }),
    },
    nowMs: () => 1_000,
    onState: ({ phase }) => void (phases.at(-1) !== phase && phases.push(phase)),
    ...overrides,
  });
  return { updates, installed, phases };
}

function onFeed(overrides: Partial<UpdateParts> = {}) {
  const built = buildUpdates(overrides);
  built.updates.choose({ kind: "feed", address: feed.address });
  return built;
}

const kept = async () => true;

describe("updates that nobody has switched on", () => {
  test("ask nothing of any place and do nothing", async () => {
    const { updates } = buildUpdates();
    expect(await updates.check()).toMatchObject({ source: "off", phase: "idle", problem: null });
    expect(await updates.fetch()).toMatchObject({ phase: "idle" });
    expect(await updates.install(kept)).toMatchObject({ phase: "idle" });
    expect(feed.asked).toEqual([]);
  });
});

describe("a good update on a feed", () => {
  test("is found, fetched, verified and handed to the installer byte by byte", async () => {
    const { updates, installed, phases } = onFeed();
    expect(await updates.check()).toMatchObject({
      phase: "available",
      offer: { version: "0.2.0", number: 2 },
    });
    expect(await updates.fetch()).toMatchObject({
      phase: "ready",
      problem: null,
      receivedBytes: INSTALLER.length,
    });
    expect(await updates.install(kept)).toMatchObject({ phase: "installing", problem: null });
    expect(installed.map(({ bytes }) => bytes.equals(INSTALLER))).toEqual([true]);
    expect(phases).toEqual(["idle", "checking", "available", "fetching", "ready", "installing"]);
  });

  test("makes the app ask for the manifest and that installer, and for nothing else", async () => {
    const { updates } = onFeed();
    await updates.check();
    await updates.fetch();
    expect(feed.asked).toEqual([MANIFEST_AT, FILE_AT]);
  });

  test("is not installed before the data has been put aside", async () => {
    const { updates, installed } = onFeed();
    await updates.check();
    await updates.fetch();
    expect(await updates.install(async () => false)).toMatchObject({ phase: "ready", problem: "not-kept" });
    expect(installed).toEqual([]);
  });

  test("is not installed when its file was changed on the disk after it was verified", async () => {
    const { updates, installed } = onFeed();
    await updates.check();
    await updates.fetch();
    const path = join(folder, "updates", INSTALLER_NAME);
    const bytes = readFileSync(path);
    bytes[100]! ^= 1;
    writeFileSync(path, bytes);
    expect(await updates.install(kept)).toMatchObject({ phase: "available", problem: "file-changed" });
    expect(installed).toEqual([]);
  });

  test("is told and can be tried again when its installer does not start", async () => {
    const installer = { way: "installer" as const, install: () => Promise.reject(new Error("refused")) };
    const { updates } = onFeed({ installer });
    await updates.check();
    await updates.fetch();
    expect(await updates.install(kept)).toMatchObject({ phase: "ready", problem: "not-started" });
  });

  test("tells by the installer's own word why it could not be put in place", async () => {
    const install = () => Promise.reject(new UpdateFault("not-replaced"));
    const { updates } = onFeed({ installer: { way: "installer", install } });
    await updates.check();
    await updates.fetch();
    expect(await updates.install(kept)).toMatchObject({ phase: "ready", problem: "not-replaced" });
  });

  test("whose folder is shown can be shown again", async () => {
    const shown: string[] = [];
    const { updates } = onFeed({
      installer: { way: "shown", install: async (path) => void shown.push(path) },
    });
    await updates.check();
    await updates.fetch();
    expect(await updates.install(kept)).toMatchObject({ phase: "ready", problem: null });
    await updates.install(kept);
    expect(shown).toHaveLength(2);
  });

  test("that was fetched before is not fetched again", async () => {
    const { updates } = onFeed();
    await updates.check();
    await updates.fetch();
    await updates.check();
    expect(await updates.fetch()).toMatchObject({ phase: "ready" });
    expect(feed.asked.filter((one) => one.startsWith(FILE_AT))).toHaveLength(1);
  });
});

describe("a manifest", () => {
  const good = JSON.parse(signed()) as Record<string, unknown>;
  test.each([
    ["signed with another key", signed(buildManifest(), OTHER_KEY), "wrong-signature"],
    ["whose version was changed", JSON.stringify({ ...good, version: "0.3.0" }), "wrong-signature"],
    ["whose number was raised", JSON.stringify({ ...good, number: 9 }), "wrong-signature"],
    ["whose notes were changed", JSON.stringify({ ...good, notes: { zh: "", en: "" } }), "wrong-signature"],
    ["without its signature", JSON.stringify({ ...good, signature: undefined }), "manifest-unreadable"],
    ["with a further field", JSON.stringify({ ...good, script: "x" }), "manifest-unreadable"],
    ["of another kind", "<html></html>", "manifest-unreadable"],
    ["longer than any", " ".repeat(300_000), "manifest-unreadable"],
    [
      "of an older version under a higher number",
      signed(buildManifest({ version: "0.0.9", number: 3 })),
      "older",
    ],
    [
      "of the same version under a higher number",
      signed(buildManifest({ version: "0.1.0", number: 3 })),
      "older",
    ],
    ["of another version under the same number", signed(buildManifest({ number: 1 })), "older"],
  ])("%s is refused", async (_how, body, problem) => {
    feed.answers[MANIFEST_AT] = text(body);
    const { updates } = onFeed();
    expect(await updates.check()).toMatchObject({ phase: "idle", problem, offer: null });
    expect(feed.asked).toEqual([MANIFEST_AT]);
  });

  test("laid out anew still holds, for what it says is signed and not its spaces", async () => {
    feed.answers[MANIFEST_AT] = text(JSON.stringify(good));
    expect(await onFeed().updates.check()).toMatchObject({ phase: "available" });
  });

  test("of the release that runs says that nothing is newer", async () => {
    feed.answers[MANIFEST_AT] = text(signed(buildManifest({ version: "0.1.0", number: 1 })));
    expect(await onFeed().updates.check()).toMatchObject({ phase: "current", problem: null });
  });

  test("with a lower number than one seen before is refused, also after a restart", async () => {
    feed.answers[MANIFEST_AT] = text(signed(buildManifest({ version: "0.4.0", number: 4 })));
    await onFeed().updates.check();
    feed.answers[MANIFEST_AT] = text(signed(buildManifest({ version: "0.3.0", number: 3 })));
    expect(await buildUpdates().updates.check()).toMatchObject({ phase: "idle", problem: "older" });
  });

  test("that is forged does not move the mark of what was seen", async () => {
    feed.answers[MANIFEST_AT] = text(signed(buildManifest({ number: 1_000_000 }), OTHER_KEY));
    await onFeed().updates.check();
    feed.answers[MANIFEST_AT] = text(signed());
    expect(await buildUpdates().updates.check()).toMatchObject({ phase: "available" });
  });

  test("without an installer for this machine is told", async () => {
    const machine = { platform: "linux", arch: "arm64", ending: "AppImage" };
    expect(await onFeed({ machine }).updates.check()).toMatchObject({ problem: "no-file" });
  });
});

describe("a feed", () => {
  test("that leads elsewhere is not followed", async () => {
    const other = await startFeed();
    feed.answers[MANIFEST_AT] = (_request, response) =>
      void response.writeHead(302, { Location: `${other.address}${MANIFEST_NAME}` }).end();
    expect(await onFeed().updates.check()).toMatchObject({ problem: "unreachable" });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  test("that has no manifest, or is not there, is told", async () => {
    feed.answers = {};
    const { updates } = onFeed();
    expect(await updates.check()).toMatchObject({ problem: "no-manifest" });
    updates.choose({ kind: "feed", address: "http://127.0.0.1:9/" });
    expect(await updates.check()).toMatchObject({ problem: "unreachable" });
  });
});

describe("an installer", () => {
  test.each([
    [
      "that was changed in one bit",
      Buffer.from(INSTALLER.map((byte, at) => (at === 7 ? byte ^ 1 : byte))),
      "file-changed",
    ],
    ["that is short", INSTALLER.subarray(0, -1), "file-short"],
    ["that is long", Buffer.concat([INSTALLER, Buffer.from("x")]), "file-changed"],
  ])("%s is refused and removed", async (_how, bytes, problem) => {
    feed.answers[FILE_AT] = file(bytes);
    const { updates, installed } = onFeed();
    await updates.check();
    expect(await updates.fetch()).toMatchObject({ phase: "available", problem });
    expect(readdirSync(join(folder, "updates"))).toEqual([]);
    expect(await updates.install(kept)).toMatchObject({ phase: "available" });
    expect(installed).toEqual([]);
  });

  test("whose way was interrupted is gone on with where it broke off", async () => {
    feed.answers[FILE_AT] = brokenOff(INSTALLER, 100_000);
    const { updates } = onFeed();
    await updates.check();
    expect(await updates.fetch()).toMatchObject({ phase: "available", problem: "interrupted" });
    feed.answers[FILE_AT] = file(INSTALLER);
    expect(await updates.fetch()).toMatchObject({ phase: "ready", problem: null });
    expect(feed.asked.at(-1)).toMatch(/ bytes=[1-9]\d*-$/);
  });

  test("is begun anew by a server that cannot begin in the middle", async () => {
    feed.answers[FILE_AT] = brokenOff(INSTALLER, 100_000);
    const { updates } = onFeed();
    await updates.check();
    await updates.fetch();
    feed.answers[FILE_AT] = (_request, response) => void response.writeHead(200).end(INSTALLER);
    expect(await updates.fetch()).toMatchObject({ phase: "ready" });
  });

  test("is begun anew when the kept beginning is of something else", async () => {
    feed.answers[FILE_AT] = brokenOff(Buffer.alloc(INSTALLER.length, 7), 100_000);
    const { updates, installed } = onFeed();
    await updates.check();
    await updates.fetch();
    feed.answers[FILE_AT] = file(INSTALLER);
    expect(await updates.fetch()).toMatchObject({ phase: "ready" });
    await updates.install(kept);
    expect(installed[0]!.bytes.equals(INSTALLER)).toBe(true);
  });

  test("that is being fetched can be given up, and what came is kept", async () => {
    feed.answers[FILE_AT] = (_request, response) => {
      response.writeHead(200, { "Content-Length": INSTALLER.length });
      response.write(INSTALLER.subarray(0, 100_000), () => setTimeout(() => updates.stop(), 50));
    };
    const { updates } = onFeed();
    await updates.check();
    expect(await updates.fetch()).toMatchObject({ phase: "available", problem: "interrupted" });
    expect(readdirSync(join(folder, "updates"))).toHaveLength(1);
  });
});

describe("a folder", () => {
  test("with a manifest and installer is as good as a feed, chosen itself or by its manifest", async () => {
    writeFileSync(join(folder, MANIFEST_NAME), signed());
    writeFileSync(join(folder, INSTALLER_NAME), INSTALLER);
    const { updates, installed } = buildUpdates();
    expect(updates.choose({ kind: "folder", path: folder }).place).not.toContain("/");
    await updates.check();
    expect(await updates.fetch()).toMatchObject({ phase: "ready" });
    updates.choose({ kind: "file", path: join(folder, MANIFEST_NAME) });
    await updates.check();
    await updates.fetch();
    await updates.install(kept);
    expect(installed).toHaveLength(1);
    expect(feed.asked).toEqual([]);
  });

  test("without a manifest or without its installer is told", async () => {
    const { updates } = buildUpdates();
    updates.choose({ kind: "folder", path: folder });
    expect(await updates.check()).toMatchObject({ problem: "no-manifest" });
    writeFileSync(join(folder, MANIFEST_NAME), signed());
    await updates.check();
    expect(await updates.fetch()).toMatchObject({ phase: "available", problem: "file-gone" });
  });
});

describe("the choice of a place", () => {
  test("is kept over a restart; a file that was tampered with means off", () => {
    onFeed();
    expect(buildUpdates().updates.state()).toMatchObject({ source: "feed", place: feed.address });
    writeFileSync(
      join(folder, "updates.json"),
      JSON.stringify({
        source: { kind: "feed", address: "http://example.com/" },
        seenNumber: 0,
        checkedAtMs: null,
      }),
    );
    expect(buildUpdates().updates.state()).toMatchObject({ source: "off", place: "" });
  });
});
