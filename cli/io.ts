import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { PaintSvgs } from "../formats/docx/docx-picture.ts";

/** What draws pages. It is handed in by whoever runs the command: the packaged program draws them itself, and starts no other. */
export interface Printer {
  /** Prints a self-contained HTML page to PDF, tagged, with bookmarks, and with page numbers in its list of contents; `null`: there is
   * nothing to print with. */
  printPdf(html: string): Promise<Uint8Array | null>;
  readonly paintSvgs: PaintSvgs;
}

/** What a command may touch: tests hand in their own. */
export interface CliIo {
  readFile(path: string): Promise<Uint8Array>;
  /** Writes the file whole or not at all: beside the target, synced, renamed. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  makeFolder(path: string): Promise<void>;
  out(text: string): void;
  err(text: string): void;
  nowMs(): number;
  newId(): string;
  /** Absent: no page is printed and no drawing painted. */
  readonly printer?: Printer;
  /** The reader's language as the environment tells it, such as `zh_CN.UTF-8`; empty when it tells nothing. */
  readonly language: string;
}

/** The real thing, on Node. */
export const nodeIo: CliIo = {
  async readFile(path) {
    return new Uint8Array(await readFile(path));
  },
  async writeFile(path, bytes) {
    const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
    try {
      const file = await open(temporary, "wx");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      // The file that was asked for is named, not the one beside it.
      throw error instanceof Error ? Object.assign(error, { path }) : error;
    }
  },
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  out(text) {
    process.stdout.write(text);
  },
  err(text) {
    process.stderr.write(text);
  },
  nowMs: () => Date.now(),
  newId: () => randomUUID(),
  language: process.env["LC_ALL"] ?? process.env["LANG"] ?? "",
};
