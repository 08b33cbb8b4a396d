import type { Digest, LogFile, LogFolder } from "./log-file.ts";
import { HEADER_BYTES, decodeLogHeader, sameBytes } from "./log-frame.ts";
import type { LogHeader } from "./log-frame.ts";

export type FileKind = "segment" | "snapshot" | "kept" | "unsettled";

/** A file of the ledger: `<number>.<kind>`. */
export interface NamedFile {
  readonly name: string;
  readonly number: number;
  readonly kind: FileKind;
}

/** A snapshot as read: whole, or its beginning. */
export interface ReadSnapshot {
  readonly header: LogHeader;
  readonly payload: Uint8Array<ArrayBuffer>;
}

const HEAD_BYTES = 8192;
/** A file that is given back when the disk is full. */
export const BALLAST_NAME = "ballast";

/** The ledger's folder as files that know their number and kind. One file may be held open; the rest are opened for a
 * moment. */
export class LogDisk {
  readonly #folder: LogFolder;
  readonly #digest: Digest;
  #held: { readonly name: string; readonly file: LogFile } | null = null;

  constructor(folder: LogFolder, digest: Digest) {
    this.#folder = folder;
    this.#digest = digest;
  }

  /** All files of the ledger by number. */
  async files(): Promise<readonly NamedFile[]> {
    const files: NamedFile[] = [];
    for (const name of await this.#folder.list()) {
      const match = /^(\d{8})\.(segment|snapshot|kept|unsettled)$/.exec(name);
      if (match) files.push({ name, number: Number(match[1]), kind: match[2] as FileKind });
    }
    return files.toSorted((a, b) => a.number - b.number);
  }

  /** A file's header; `null` when it is damaged or belongs to another file. */
  async header(of: NamedFile): Promise<LogHeader | null> {
    const header = await this.use(of.name, (file) => decodeLogHeader(file.read(0, HEADER_BYTES)));
    return header && header.number === of.number ? header : null;
  }

  /** A snapshot; `null` when it is damaged. Only `all` checks its hash. */
  async readSnapshot(of: NamedFile, part: "head" | "all"): Promise<ReadSnapshot | null> {
    const header = await this.header(of);
    if (header?.kind !== "snapshot") return null;
    const payload = await this.use(of.name, (file) =>
      file.size() === HEADER_BYTES + header.length
        ? file.read(HEADER_BYTES, part === "all" ? header.length : HEAD_BYTES)
        : null,
    );
    if (payload === null) return null;
    if (part === "all" && !sameBytes(await this.#digest(payload), header.hash)) return null;
    return { header, payload };
  }

  /** Writes a file anew and flushes it. */
  write(name: string, ...parts: readonly Uint8Array[]): Promise<void> {
    const writeParts = (file: LogFile) => {
      file.truncate(0);
      let at = 0;
      for (const part of parts) {
        if (file.write(at, part) !== part.length) throw new Error("short write");
        at += part.length;
      }
      file.flush();
    };
    return this.use(name, writeParts, "create");
  }

  /** Opens a file for as long as `use` runs. */
  async use<T>(
    name: string,
    use: (file: LogFile) => T,
    mode: "existing" | "create" = "existing",
  ): Promise<T> {
    if (this.#held?.name === name) return use(this.#held.file);
    const file = await this.#folder.open(name, mode);
    try {
      return use(file);
    } finally {
      file.close();
    }
  }

  /** Opens a file and keeps it open until `letGo`. */
  async hold(name: string): Promise<LogFile> {
    const file = await this.#folder.open(name, "existing");
    this.#held = { name, file };
    return file;
  }

  letGo(): void {
    const held = this.#held;
    this.#held = null;
    try {
      held?.file.close();
    } catch {
      // Closing only gives a handle back; what is in the file was flushed.
    }
  }

  /** Removes a file if it can. */
  remove(name: string): Promise<void> {
    return this.quietly(() => this.#folder.remove(name));
  }

  /** For what may fail without harm, for the log is whole without it: tidying up, notes, ballast. */
  async quietly(task: () => Promise<unknown>): Promise<void> {
    await task().catch(() => undefined);
  }

  sync(): Promise<void> {
    return this.#folder.sync();
  }
}

/** The name of a file of the ledger.
 * @example fileName(12, "segment") // => "00000012.segment"
 */
export function fileName(number: number, kind: FileKind): string {
  return `${String(number).padStart(8, "0")}.${kind}`;
}

/** Plain ASCII text as bytes.
 * @example asciiBytes("A").length // => 1
 */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** Bytes as plain ASCII text.
 * @example asciiOf([65]) // => "A"
 */
export function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
