import type { BrowserWindow, Dialog } from "electron";
import { existsSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { EventValue, Request } from "../../core/bridge/contract.ts";
import type { FailureCode } from "../../core/bridge/failure.ts";
import { distinctFileNames, safeFileName } from "../../core/vault/safe-file-name.ts";
import type { FolderFile, FolderJob } from "../report/write-folder-atomically.ts";
import type { Handlers } from "./door.ts";
import type { PickedFiles } from "./picked-files.ts";

export interface FileParts {
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog">;
  readonly window: () => BrowserWindow;
  readonly pickedFiles: PickedFiles;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<null, FailureCode>>;
  readonly writeFolder: (job: FolderJob) => Promise<Result<string | null, FailureCode>>;
  readonly tellFolder: (grew: EventValue<"folderGrew">) => void;
  readonly printPdf: (html: string) => Promise<Uint8Array>;
  /** Where the save dialog starts. */
  readonly documentsFolder: () => string;
}

type FileHandlers = Pick<
  Handlers,
  "pickFile" | "readFile" | "releaseFile" | "saveFile" | "savePdf" | "saveFolder" | "stopFolder"
>;

/** The channels that touch the person's files. Every path comes from a dialog that the main process showed. */
export function createFileHandlers(parts: FileParts): FileHandlers {
  const stopperByJob = new Map<string, AbortController>();
  return {
    pickFile: ({ kind }) => pickFile(parts, kind),
    readFile: (piece) => parts.pickedFiles.read(piece),
    releaseFile({ handle }) {
      parts.pickedFiles.release(handle);
      return ok(null);
    },
    async saveFile({ suggestedName, kind, bytes }) {
      const path = await askWhere(parts, suggestedName, kind);
      return path === null ? ok(null) : write(parts, path, bytes);
    },
    async savePdf({ suggestedName, kind, html }) {
      const path = await askWhere(parts, suggestedName, kind);
      return path === null ? ok(null) : write(parts, path, await parts.printPdf(html));
    },
    async saveFolder(request) {
      const stopper = new AbortController();
      stopperByJob.set(request.job, stopper);
      try {
        return await saveFolder(parts, request, stopper.signal);
      } finally {
        stopperByJob.delete(request.job);
      }
    },
    stopFolder({ job }) {
      stopperByJob.get(job)?.abort();
      return ok(null);
    },
  };
}

type Kind = Request<"pickFile">["kind"];

async function pickFile({ dialog, window, pickedFiles }: FileParts, kind: Kind) {
  const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
    properties: ["openFile"],
    filters: [{ name: kind.label, extensions: [...kind.extensions] }],
  });
  const path = filePaths[0];
  return canceled || path === undefined ? ok(null) : pickedFiles.add(path);
}

async function saveFolder(
  { dialog, window, documentsFolder, writeFolder, printPdf, tellFolder }: FileParts,
  { job, suggestedName, files }: Request<"saveFolder">,
  signal: AbortSignal,
) {
  const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
    defaultPath: documentsFolder(),
    properties: ["openDirectory", "createDirectory"],
  });
  const parent = filePaths[0];
  if (canceled || parent === undefined) return ok(null);
  const names = distinctFileNames(files.map((file) => file.name));
  const made = files.map((file, at): FolderFile => ({
    name: names[at]!,
    bytes: async () => ("html" in file ? printPdf(file.html) : file.bytes),
  }));
  const written = await writeFolder({
    parent,
    name: safeFileName(suggestedName),
    files: made,
    signal,
    onWritten: (done) => tellFolder({ job, done }),
  });
  if (!written.ok) return fail(written.error);
  return ok(written.value === null ? null : { name: written.value });
}

async function askWhere(parts: FileParts, suggestedName: string, kind: Kind): Promise<string | null> {
  const { canceled, filePath } = await parts.dialog.showSaveDialog(parts.window(), {
    defaultPath: join(parts.documentsFolder(), safeFileName(suggestedName)),
    filters: [{ name: kind.label, extensions: [...kind.extensions] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  if (canceled || filePath === "") return null;
  const path = withEnding(filePath, kind);
  // The dialog asked about replacing the name as typed, not the name with its ending.
  if (path !== filePath && existsSync(path)) return askWhere(parts, basename(path), kind);
  return path;
}

/** A name typed without an ending gets the kind's first one; Linux dialogs do not add it. */
function withEnding(path: string, kind: Kind): string {
  const ending = kind.extensions[0];
  return extname(path) === "" && ending !== undefined ? `${path}.${ending}` : path;
}

async function write(parts: FileParts, path: string, bytes: Uint8Array) {
  const written = await parts.writeFile(path, bytes);
  return written.ok ? ok({ name: basename(path) }) : fail(written.error);
}
