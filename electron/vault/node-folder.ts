import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { LogFile, LogFolder } from "../../core/vault/log-file.ts";

/** The ledger's folder on a disk. */
export class NodeFolder implements LogFolder {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async list(): Promise<readonly string[]> {
    await mkdir(this.#path, { recursive: true });
    return readdir(this.#path);
  }

  async open(name: string, mode: "existing" | "create"): Promise<LogFile> {
    const path = join(this.#path, name);
    return patiently(() => new NodeFile(openFile(path, mode)));
  }

  async remove(name: string): Promise<void> {
    await patiently(() => rm(join(this.#path, name)));
  }

  async sync(): Promise<void> {
    // Windows has no directory handles to flush; NTFS journals names by itself.
    if (process.platform === "win32") return;
    const folder = openSync(this.#path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }
}

class NodeFile implements LogFile {
  readonly #file: number;

  constructor(file: number) {
    this.#file = file;
  }

  size(): number {
    return fstatSync(this.#file).size;
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.min(length, Math.max(0, this.size() - at)));
    let count = 0;
    while (count < bytes.length) {
      const got = readSync(this.#file, bytes, count, bytes.length - count, at + count);
      if (got === 0) break;
      count += got;
    }
    return count === bytes.length ? bytes : bytes.slice(0, count);
  }

  write(at: number, bytes: Uint8Array): number {
    let count = 0;
    while (count < bytes.length) {
      const written = writeSync(this.#file, bytes, count, bytes.length - count, at + count);
      if (written === 0) break;
      count += written;
    }
    return count;
  }

  truncate(size: number): void {
    ftruncateSync(this.#file, size);
  }

  flush(): void {
    fdatasyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}

function openFile(path: string, mode: "existing" | "create"): number {
  try {
    return openSync(path, "r+");
  } catch (error) {
    if (mode === "existing" || codeOf(error) !== "ENOENT") throw error;
    return openSync(path, "wx+");
  }
}

const BUSY = new Set(["EPERM", "EACCES", "EBUSY"]);
const WAITS_MS = [10, 30, 100, 300, 600];

/** Antivirus and sync folders hold a file for a moment: tries again a few times. */
async function patiently<T>(task: () => T | Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await task();
    } catch (error) {
      if (!BUSY.has(codeOf(error) ?? "")) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return task();
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
