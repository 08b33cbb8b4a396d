import type { LogFile, LogFolder } from "../../core/vault/log-file.ts";

/** A folder of the origin's private file system, for a worker: only there are its files synchronous. */
export class OpfsFolder implements LogFolder {
  readonly #folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  /** The names of all folders there are. */
  static async names(): Promise<readonly string[]> {
    return namesIn(await navigator.storage.getDirectory());
  }

  static async open(name: string): Promise<OpfsFolder> {
    const root = await navigator.storage.getDirectory();
    return new OpfsFolder(await root.getDirectoryHandle(name, { create: true }));
  }

  async list(): Promise<readonly string[]> {
    return namesIn(this.#folder);
  }

  async open(name: string, mode: "existing" | "create"): Promise<LogFile> {
    const handle = await this.#folder.getFileHandle(name, { create: mode === "create" });
    return new OpfsFile(await accessWhenFree(handle));
  }

  async remove(name: string): Promise<void> {
    await this.#folder.removeEntry(name);
  }

  /** The browser keeps its own book of names; there is nothing to flush. */
  async sync(): Promise<void> {}
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

class OpfsFile implements LogFile {
  readonly #access: FileSystemSyncAccessHandle;

  constructor(access: FileSystemSyncAccessHandle) {
    this.#access = access;
  }

  size(): number {
    return this.#access.getSize();
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.min(length, Math.max(0, this.size() - at)));
    const count = this.#access.read(bytes, { at });
    return count === bytes.length ? bytes : bytes.slice(0, count);
  }

  write(at: number, bytes: Uint8Array): number {
    return this.#access.write(bytes as Uint8Array<ArrayBuffer>, { at });
  }

  truncate(size: number): void {
    this.#access.truncate(size);
  }

  flush(): void {
    this.#access.flush();
  }

  close(): void {
    this.#access.close();
  }
}

const WAITS_MS = [20, 50, 100, 200, 400, 800, 1600];

/** A page that has just been left may hold the file for a moment. */
async function accessWhenFree(handle: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> {
  for (const wait of WAITS_MS) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "NoModificationAllowedError") throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return handle.createSyncAccessHandle();
}
