import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { realFileSteps, writeFileAtomically } from "../../../../electron/report/write-file-atomically.ts";
import type { FileSteps } from "../../../../electron/report/write-file-atomically.ts";

let folder = "";
let path = "";
const NEW = new TextEncoder().encode("new");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jiugong-write-"));
  path = join(folder, "backup.jiugong");
  writeFileSync(path, "old");
});
afterEach(() => rmSync(folder, { recursive: true }));

function failing(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(code), { code }));
}

/** The real steps, but a written file fails at one of its own. */
function fileThatFails(step: "writeFile" | "sync", code: string): FileSteps {
  return {
    ...realFileSteps,
    async open(name, flags) {
      const file = await realFileSteps.open(name, flags);
      if (flags !== "wx") return file;
      const working = {
        writeFile: (bytes: Uint8Array) => file.writeFile(bytes),
        sync: () => file.sync(),
        close: () => file.close(),
      };
      return { ...working, [step]: failing(code) } as typeof file;
    },
  };
}

describe("writing a file", () => {
  test("replaces the old one whole and leaves nothing beside it", async () => {
    expect(await writeFileAtomically(path, NEW)).toEqual({ ok: true, value: null });
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(folder)).toEqual(["backup.jiugong"]);
  });

  test.each([
    ["the disk is full while writing", () => fileThatFails("writeFile", "ENOSPC"), "disk-full"],
    ["the flush fails", () => fileThatFails("sync", "EIO"), "failed"],
    ["the folder may not be written", () => ({ ...realFileSteps, open: failing("EACCES") }), "not-permitted"],
    ["the rename fails", () => ({ ...realFileSteps, rename: failing("EROFS") }), "not-permitted"],
  ])("keeps the old file and cleans up when %s", async (_what, steps, code) => {
    expect(await writeFileAtomically(path, NEW, steps())).toEqual({ ok: false, error: code });
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["backup.jiugong"]);
  });

  test("tries a busy file again after 50, 200 and 800 ms, and succeeds when it is free", async () => {
    const pausesMs: number[] = [];
    let turn = 0;
    const rename: FileSteps["rename"] = (from, to) => {
      turn += 1;
      return turn < 4 ? failing("EBUSY")() : realFileSteps.rename(from, to);
    };
    const wait = async (delayMs: number) => void pausesMs.push(delayMs);
    expect((await writeFileAtomically(path, NEW, { ...realFileSteps, rename, wait })).ok).toBe(true);
    expect(pausesMs).toEqual([50, 200, 800]);
  });

  test("gives up on a file that stays busy, and the old one is whole", async () => {
    const steps = { ...realFileSteps, rename: failing("EBUSY"), wait: async () => undefined };
    expect(await writeFileAtomically(path, NEW, steps)).toEqual({ ok: false, error: "in-use" });
    expect(readFileSync(path, "utf8")).toBe("old");
  });

  test("says unverified when what is read back differs", async () => {
    const steps = { ...realFileSteps, readFile: async () => new TextEncoder().encode("neu") };
    expect(await writeFileAtomically(path, NEW, steps)).toEqual({ ok: false, error: "unverified" });
  });

  test("reports a folder that is not there as gone", async () => {
    expect(await writeFileAtomically(join(folder, "no", "a"), NEW)).toEqual({ ok: false, error: "gone" });
  });
});
