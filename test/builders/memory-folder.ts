import type { LogFile, LogFolder } from "../../core/vault/log-file.ts";

export type DiskCall = "open" | "remove" | "sync" | "list" | "size" | "read" | "write" | "truncate" | "flush";

/** What goes wrong at one call: it throws before or after its work, or writes only half. */
export type Fault = "before" | "after" | "half";

interface Contents {
  /** What reading finds. */
  seen: Uint8Array;
  /** What a power cut leaves. */
  kept: Uint8Array;
  /** From where on `seen` was not flushed; a flush that failed forgets it, as Linux does. */
  dirtyFrom: number;
}

/** A folder in memory with a disk under it that fails when told and can lose what was not flushed. */
export class MemoryFolder implements LogFolder {
  readonly files = new Map<string, Contents>();
  readonly calls: DiskCall[] = [];
  #faultAt: ReadonlyMap<number, Fault> = new Map();

  /** Faults by number of the call from now on, counted from 0. */
  failAt(faults: ReadonlyMap<number, Fault>): void {
    this.calls.length = 0;
    this.#faultAt = faults;
  }

  /** All that was not flushed is gone. */
  cutPower(): void {
    for (const contents of this.files.values()) {
      contents.seen = contents.kept.slice();
      contents.dirtyFrom = Infinity;
    }
  }

  async list(): Promise<readonly string[]> {
    return this.run("list", () => [...this.files.keys()]);
  }

  async open(name: string, mode: "existing" | "create"): Promise<LogFile> {
    return this.run("open", () => {
      if (!this.files.has(name) && mode === "existing") throw new Error(`no file ${name}`);
      const contents = this.files.get(name) ?? {
        seen: new Uint8Array(),
        kept: new Uint8Array(),
        dirtyFrom: Infinity,
      };
      this.files.set(name, contents);
      return new MemoryFile(this, contents);
    });
  }

  async remove(name: string): Promise<void> {
    this.run("remove", () => this.files.delete(name));
  }

  async sync(): Promise<void> {
    this.run("sync", () => undefined);
  }

  run<T>(call: DiskCall, work: (fault: Fault | undefined) => T): T {
    const fault = this.#faultAt.get(this.calls.length);
    this.calls.push(call);
    if (fault === "before") throw new Error(`${call} failed`);
    const value = work(fault);
    if (fault !== undefined) throw new Error(`${call} failed late`);
    return value;
  }
}

class MemoryFile implements LogFile {
  readonly #folder: MemoryFolder;
  readonly #contents: Contents;

  constructor(folder: MemoryFolder, contents: Contents) {
    this.#folder = folder;
    this.#contents = contents;
  }

  size(): number {
    return this.#folder.run("size", () => this.#contents.seen.length);
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    return this.#folder.run("read", () => this.#contents.seen.slice(at, at + length));
  }

  write(at: number, bytes: Uint8Array): number {
    const contents = this.#contents;
    return this.#folder.run("write", (fault) => {
      const count = fault === "half" ? bytes.length >> 1 : bytes.length;
      const grown = new Uint8Array(Math.max(contents.seen.length, at + count));
      grown.set(contents.seen);
      grown.set(bytes.subarray(0, count), at);
      contents.seen = grown;
      contents.dirtyFrom = Math.min(contents.dirtyFrom, at);
      return count;
    });
  }

  truncate(size: number): void {
    this.#folder.run("truncate", () => {
      this.#contents.seen = this.#contents.seen.slice(0, size);
      this.#contents.dirtyFrom = Math.min(this.#contents.dirtyFrom, size);
    });
  }

  flush(): void {
    const contents = this.#contents;
    try {
      this.#folder.run("flush", () => {
        if (contents.dirtyFrom === Infinity) return;
        const kept = contents.seen.slice();
        // What lies before the dirty part stays as the disk has it, even where memory says otherwise.
        kept.set(contents.kept.subarray(0, Math.min(contents.dirtyFrom, kept.length)));
        contents.kept = kept;
      });
    } finally {
      contents.dirtyFrom = Infinity;
    }
  }

  close(): void {}
}
