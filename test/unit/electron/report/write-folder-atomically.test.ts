import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeFolderAtomically } from "../../../../electron/report/write-folder-atomically.ts";

let parent = "";
beforeEach(() => void (parent = mkdtempSync(join(tmpdir(), "jiugong-folder-"))));
afterEach(() => rmSync(parent, { recursive: true }));

const file = (name: string, text: string) => ({ name, bytes: async () => new TextEncoder().encode(text) });

function stopper() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

describe("a folder of files", () => {
  test("stands there whole under its name, and nothing beside it", async () => {
    const written = await writeFolderAtomically({
      parent,
      name: "目标书",
      files: [file("a.docx", "一"), file("b.docx", "二")],
    });
    expect(written).toEqual({ ok: true, value: "目标书" });
    expect(readdirSync(parent)).toEqual(["目标书"]);
    expect(readFileSync(join(parent, "目标书", "b.docx"), "utf8")).toBe("二");
  });

  test("takes a number where the name is taken, and leaves what was there", async () => {
    mkdirSync(join(parent, "目标书"));
    writeFileSync(join(parent, "目标书", "a.docx"), "旧");
    const written = await writeFolderAtomically({ parent, name: "目标书", files: [file("a.docx", "新")] });
    expect(written).toEqual({ ok: true, value: "目标书 (2)" });
    expect(readFileSync(join(parent, "目标书", "a.docx"), "utf8")).toBe("旧");
  });

  test("is not there at all when one of its files cannot be made", async () => {
    const broken = { name: "b.pdf", bytes: () => Promise.reject(new Error("the printer is gone")) };
    const written = await writeFolderAtomically({
      parent,
      name: "目标书",
      files: [file("a.pdf", "一"), broken],
    });
    expect(written).toEqual({ ok: false, error: "failed" });
    expect(readdirSync(parent)).toEqual([]);
  });

  test("tells after each file how many are written", async () => {
    const told: number[] = [];
    const files = ["a", "b", "c"].map((name) => file(name, name));
    await writeFolderAtomically({ parent, name: "目标书", files, onWritten: (done) => told.push(done) });
    expect(told).toEqual([1, 2, 3]);
  });

  test("leaves nothing when it is stopped after its first file, and makes no other", async () => {
    const { signal, abort } = stopper();
    const files = ["a", "b"].map((name) => file(name, name));
    const written = await writeFolderAtomically({ parent, name: "目标书", files, signal, onWritten: abort });
    expect(written).toEqual({ ok: true, value: null });
    expect(readdirSync(parent)).toEqual([]);
  });

  test("leaves nothing when it is stopped with its last file", async () => {
    const { signal, abort } = stopper();
    const files = [file("a", "一")];
    const written = await writeFolderAtomically({ parent, name: "目标书", files, signal, onWritten: abort });
    expect(written).toEqual({ ok: true, value: null });
    expect(readdirSync(parent)).toEqual([]);
  });

  test("says why when there is no such place", async () => {
    const written = await writeFolderAtomically({
      parent: join(parent, "gone"),
      name: "目标书",
      files: [file("a", "一")],
    });
    expect(written).toEqual({ ok: false, error: "gone" });
  });
});
