import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow, Dialog } from "electron";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ok } from "../../../../core/base/result.ts";
import { createFileHandlers } from "../../../../electron/ipc/file-handlers.ts";
import type { FolderFile } from "../../../../electron/report/write-folder-atomically.ts";
import { createPickedFiles } from "../../../../electron/ipc/picked-files.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "jiugong-files-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const KIND = { label: "PDF", extensions: ["pdf"] };
const BYTES = new Uint8Array([1, 2, 3]);
const JOB = "6f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11";

/** Handlers whose dialogs answer with the given paths; `null` cancels. */
function buildHandlers(paths: (string | null)[], onTold?: (grew: { readonly job: string }) => void) {
  const told: { job: string; done: number }[] = [];
  const written: { path: string; bytes: Uint8Array }[] = [];
  const shown: { defaultPath?: string }[] = [];
  const folders: { parent: string; name: string; files: readonly [string, string][] }[] = [];
  const dialog = {
    async showOpenDialog() {
      const path = paths.shift() ?? null;
      return { canceled: path === null, filePaths: path === null ? [] : [path] };
    },
    async showSaveDialog(_window: BrowserWindow, options: { defaultPath?: string }) {
      shown.push(options);
      const path = paths.shift() ?? null;
      return { canceled: path === null, filePath: path ?? "" };
    },
  } as unknown as Dialog;
  const handlers = createFileHandlers({
    dialog,
    window: () => ({}) as BrowserWindow,
    pickedFiles: createPickedFiles(),
    async writeFile(path, bytes) {
      written.push({ path, bytes });
      return ok(null);
    },
    async writeFolder({ parent, name, files, signal, onWritten }) {
      const text = async (file: FolderFile) => new TextDecoder().decode(await file.bytes());
      const all = await Promise.all(
        files.map(async (file): Promise<[string, string]> => [file.name, await text(file)]),
      );
      folders.push({ parent, name, files: all });
      onWritten?.(all.length);
      return ok(signal?.aborted ? null : `${name} (2)`);
    },
    tellFolder(grew) {
      told.push(grew);
      onTold?.(grew);
    },
    printPdf: async (html) => new TextEncoder().encode(`PDF of ${html}`),
    documentsFolder: () => "/home/li/Documents",
  });
  return { handlers, written, shown, folders, told };
}

describe("saving a file", () => {
  test("writes where the person said and tells only the name", async () => {
    const { handlers, written } = buildHandlers([join(folder, "考核.pdf")]);
    const request = { suggestedName: "x.pdf", bytes: BYTES, kind: KIND };
    expect(await handlers.saveFile(request)).toEqual({ ok: true, value: { name: "考核.pdf" } });
    expect(written).toEqual([{ path: join(folder, "考核.pdf"), bytes: BYTES }]);
  });

  test("writes nothing when the person cancels", async () => {
    const { handlers, written } = buildHandlers([null]);
    const request = { suggestedName: "x.pdf", bytes: BYTES, kind: KIND };
    expect(await handlers.saveFile(request)).toEqual({ ok: true, value: null });
    expect(written).toEqual([]);
  });

  test("suggests a name that cannot leave the documents folder", async () => {
    const { handlers, shown } = buildHandlers([null]);
    await handlers.saveFile({ suggestedName: "../../etc/passwd", bytes: BYTES, kind: KIND });
    expect(shown[0]?.defaultPath).toMatch(/^\/home\/li\/Documents\/[^/]+$/);
  });

  test("adds the ending that was left out", async () => {
    const { handlers, written } = buildHandlers([join(folder, "pack")]);
    await handlers.savePdf({ suggestedName: "x", html: "<p>九</p>", kind: KIND });
    expect(written[0]?.path).toBe(join(folder, "pack.pdf"));
    expect(new TextDecoder().decode(written[0]?.bytes)).toBe("PDF of <p>九</p>");
  });

  test("asks again when the name with its ending would replace a file unasked", async () => {
    writeFileSync(join(folder, "pack.pdf"), "kept");
    const { handlers, written, shown } = buildHandlers([join(folder, "pack"), null]);
    await handlers.saveFile({ suggestedName: "x", bytes: BYTES, kind: KIND });
    expect(shown.length).toBe(2);
    expect(written).toEqual([]);
  });
});

describe("saving a folder", () => {
  test("tells how far its own job is, and answers as cancelled when that is stopped", async () => {
    const { handlers, told } = buildHandlers(
      [folder],
      ({ job }) => void Promise.resolve(handlers.stopFolder({ job })),
    );
    const saved = await handlers.saveFolder({ job: JOB, suggestedName: "目标书", files });
    expect(told).toEqual([{ job: JOB, done: 3 }]);
    expect(saved).toEqual({ ok: true, value: null });
  });

  test("is not stopped by the stop of another job", async () => {
    const { handlers } = buildHandlers(
      [folder],
      () => void handlers.stopFolder({ job: "7f2c7a52-7f0e-4c53-9d36-0b8f4e0c1c11" }),
    );
    const saved = await handlers.saveFolder({ job: JOB, suggestedName: "目标书", files });
    expect(saved).toEqual({ ok: true, value: { name: "目标书 (2)" } });
  });

  const files = [
    { name: "王芳.docx", bytes: BYTES },
    { name: "王芳?.docx", bytes: BYTES },
    { name: "王芳.pdf", html: "<p>九</p>" },
  ];

  test("writes where the person said, under safe names that differ, and prints documents", async () => {
    const { handlers, folders } = buildHandlers([folder]);
    const saved = await handlers.saveFolder({ job: JOB, suggestedName: "目标书/2026", files });
    expect(saved).toEqual({ ok: true, value: { name: "目标书 2026 (2)" } });
    const names = folders[0]!.files.map(([name]) => name);
    expect(names).toEqual(["王芳.docx", "王芳 (2).docx", "王芳.pdf"]);
    expect(folders[0]!.files[2]![1]).toBe("PDF of <p>九</p>");
  });

  test("writes nothing when the person cancels", async () => {
    const { handlers, folders } = buildHandlers([null]);
    expect(await handlers.saveFolder({ job: JOB, suggestedName: "目标书", files })).toEqual({
      ok: true,
      value: null,
    });
    expect(folders).toEqual([]);
  });
});

describe("a picked file", () => {
  test("is read by its handle in pieces, the last one shorter", async () => {
    writeFileSync(join(folder, "orders.csv"), "0123456789");
    const { handlers } = buildHandlers([join(folder, "orders.csv")]);
    const picked = await handlers.pickFile({ kind: { label: "CSV", extensions: ["csv"] } });
    if (!picked.ok || !picked.value) throw new Error("nothing was picked");
    expect(picked.value).toMatchObject({ name: "orders.csv", size: 10 });
    const { handle } = picked.value;
    const piece = await handlers.readFile({ handle, offset: 8, length: 4 });
    expect(piece).toEqual({ ok: true, value: new TextEncoder().encode("89") });
  });

  test("cannot be read by a handle that nobody was given, or after its release", async () => {
    writeFileSync(join(folder, "a.csv"), "a");
    const { handlers } = buildHandlers([join(folder, "a.csv")]);
    const picked = await handlers.pickFile({ kind: KIND });
    const handle = picked.ok && picked.value ? picked.value.handle : "";
    await handlers.releaseFile({ handle });
    const refused = { ok: false, error: "refused" };
    expect(await handlers.readFile({ handle, offset: 0, length: 1 })).toEqual(refused);
  });

  test("that is gone is reported as gone", async () => {
    const { handlers } = buildHandlers([join(folder, "missing.csv")]);
    expect(await handlers.pickFile({ kind: KIND })).toEqual({ ok: false, error: "gone" });
  });
});
