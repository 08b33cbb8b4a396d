/** One open file. Synchronous, because an append must not be interleaved; every method may throw what the disk throws. */
export interface LogFile {
  size(): number;
  /** Up to `length` bytes; fewer only at the end of the file. */
  read(at: number, length: number): Uint8Array<ArrayBuffer>;
  /** Answers how many bytes were written: fewer than given when the disk is full. */
  write(at: number, bytes: Uint8Array): number;
  truncate(size: number): void;
  /** When it returns, everything written is on the disk. */
  flush(): void;
  close(): void;
}

/** The folder in which the ledger lives: `node:fs` on the desktop, the origin's private files in the browser. */
export interface LogFolder {
  /** File names, in any order. */
  list(): Promise<readonly string[]>;
  /** Opens for reading and writing; `create` also makes an empty file when there is none. */
  open(name: string, mode: "existing" | "create"): Promise<LogFile>;
  remove(name: string): Promise<void>;
  /** When it answers, names made and removed are on the disk. */
  sync(): Promise<void>;
}

/** Hashes bytes with SHA-256: 32 bytes. Given in, for Node has a faster one than plain JavaScript. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The same where it answers later, as the browser's own does. */
export type Digest = (bytes: Uint8Array) => Promise<Uint8Array>;
