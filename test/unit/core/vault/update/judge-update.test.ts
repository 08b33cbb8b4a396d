import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feedAddress } from "../../../../../core/vault/update/feed-address.ts";
import { compareVersions, judgeUpdate } from "../../../../../core/vault/update/judge-update.ts";
import {
  canonicalManifest,
  readManifest,
  writeManifest,
} from "../../../../../core/vault/update/update-manifest.ts";
import type { UpdateFile } from "../../../../../core/vault/update/update-manifest.ts";
import { buildManifest } from "../../../../builders/update-feed.ts";

const MACHINE = { platform: "linux", arch: "x64", ending: "AppImage" };
const STANDING = { installed: { version: "1.2.0", number: 12 }, seenNumber: 14, machine: MACHINE };

describe("a genuine release", () => {
  test.each([
    ["of a lower number than the installed one", { number: 11, version: "9.0.0" }],
    ["of a lower number than one seen before", { number: 13, version: "1.3.0" }],
    ["of a higher number and a lower version", { number: 15, version: "1.1.9" }],
    ["of a higher number and the same version", { number: 15, version: "1.2.0" }],
  ])("%s is older", (_how, release) => {
    expect(judgeUpdate(buildManifest(release), STANDING)).toEqual({ ok: false, error: "older" });
  });

  test("of a higher number and version is offered", () => {
    const judged = judgeUpdate(buildManifest({ number: 14, version: "1.10.0" }), STANDING);
    expect(judged).toMatchObject({ ok: true, value: { platform: "linux" } });
  });

  test("gives each machine its own installer: by processor first, and never another ending", () => {
    const [any] = buildManifest().files as [UpdateFile];
    const files: UpdateFile[] = [
      { ...any, name: "a.deb", arch: "x64" },
      { ...any, name: "b.AppImage", arch: "any" },
      { ...any, name: "c.AppImage", arch: "arm64" },
      { ...any, name: "d.exe", platform: "win32", arch: "any" },
    ];
    const manifest = buildManifest({ number: 20, version: "2.0.0", files });
    const nameFor = (machine: typeof MACHINE) => {
      const judged = judgeUpdate(manifest, { ...STANDING, machine });
      return judged.ok ? judged.value?.name : judged.error;
    };
    expect(nameFor(MACHINE)).toBe("b.AppImage");
    expect(nameFor({ ...MACHINE, arch: "arm64" })).toBe("c.AppImage");
    expect(nameFor({ ...MACHINE, ending: "deb" })).toBe("a.deb");
    expect(nameFor({ platform: "win32", arch: "arm64", ending: "exe" })).toBe("d.exe");
    expect(nameFor({ platform: "darwin", arch: "arm64", ending: "dmg" })).toBe("no-file");
  });
});

describe("versions", () => {
  test("are compared by their numbers, not as text", () => {
    expect(["0.10.0", "0.9.9", "1.0.0", "0.2.30"].toSorted(compareVersions)).toEqual([
      "0.2.30",
      "0.9.9",
      "0.10.0",
      "1.0.0",
    ]);
  });
});

describe("a manifest", () => {
  test("comes back from its text as it was written", () => {
    const signature = "ab".repeat(64);
    expect(readManifest(writeManifest(buildManifest(), signature))).toEqual({
      ok: true,
      value: { manifest: buildManifest(), signature },
    });
  });

  test.each([
    "../evil.AppImage",
    "a/b.AppImage",
    "C:\\evil.exe",
    ".hidden",
    "no-ending",
    "%2e%2e.exe",
    "a b.exe",
    "https:evil.exe",
  ])("cannot name the file %s", (name) => {
    const files = [{ ...buildManifest().files[0]!, name }];
    expect(readManifest(writeManifest(buildManifest({ files }), "ab".repeat(64))).ok).toBe(false);
  });

  test("cannot name the same file twice, whatever its capitals", () => {
    const [one] = buildManifest().files as [UpdateFile];
    const files = [one, { ...one, name: one.name.toUpperCase() }];
    expect(readManifest(writeManifest(buildManifest({ files }), "ab".repeat(64))).ok).toBe(false);
  });

  test("is signed as a text that another order of fields does not change, and any other value does", () => {
    const manifest = buildManifest();
    const turned = Object.fromEntries(Object.entries(manifest).toReversed()) as typeof manifest;
    expect(canonicalManifest(turned)).toBe(canonicalManifest(manifest));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.string({ maxLength: 20 }), (number, zh) => {
        const other = { ...manifest, number, notes: { ...manifest.notes, zh } };
        const isSame = number === manifest.number && zh === manifest.notes.zh;
        return (canonicalManifest(other) === canonicalManifest(manifest)) === isSame;
      }),
    );
  });
});

describe("the address of a feed", () => {
  test.each([
    ["https://updates.example.com", "https://updates.example.com/"],
    [" HTTPS://Updates.Example.com/Jiugong/ ", "https://updates.example.com/Jiugong/"],
    ["https://updates.example.com:8443/a/b", "https://updates.example.com:8443/a/b/"],
    ["http://127.0.0.1:4000/x", "http://127.0.0.1:4000/x/"],
    ["http://localhost", "http://localhost/"],
  ])("%s is %s", (typed, address) => {
    expect(feedAddress(typed)).toBe(address);
  });

  test.each([
    "http://updates.example.com/",
    "http://localhost.example.com/",
    "http://127.0.0.1.example.com/",
    "http://localhost@example.com/",
    "https://name:word@example.com/",
    "https://example.com/?a=1",
    "https://example.com/#a",
    "https:\\\\example.com",
    "ftp://example.com/",
    "file:///etc/",
    "javascript:alert(1)",
    "https://",
    "example.com",
    "",
  ])("%s is none", (typed) => {
    expect(feedAddress(typed)).toBeNull();
  });
});
