import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Digest, LogFile, LogFolder, Sha256 } from "./log-file.ts";
import { BALLAST_NAME, LogDisk, asciiBytes, fileName } from "./log-disk.ts";
import type { NamedFile } from "./log-disk.ts";
import type { LogHeader } from "./log-frame.ts";
import { HEADER_BYTES, chainedPart, encodeLogHeader, openFrame, sealFrame } from "./log-frame.ts";
import { readSegments } from "./log-segments.ts";
import { aloneNumber, leftBefore, removeBefore, tidy } from "./log-tidy.ts";

/* The log of record: `<number>.snapshot` is the whole workspace, `<number>.segment` the entries after it. A snapshot counts
   once its segment's header stands, and that is written only when the snapshot was read back and found right; so a crash
   anywhere leaves either the old pair or the new one. Reading never writes, so a newer app's files stay untouched; it only finishes what
   an erasure began. */

/** Why an append did not succeed. `not-saved`: it is truncated away. `unknown`: it may be on the disk; the next start
 * settles it, and until then nothing more is appended. */
export type LogFailure = "not-saved" | "unknown";

/** What was found on the disk. */
export interface LogContents {
  /** The sequence of the snapshot; 0 without one. */
  readonly sequence: number;
  /** With `head` only its first bytes. */
  readonly snapshot: Uint8Array | null;
  readonly entries: readonly Uint8Array[];
  readonly damage: readonly LogDamage[];
}

/** What was damaged: `<kind> <file name>`. `torn`: an entry that was never acknowledged; `broken`: entries that were, with the highest
 * sequence that is known of; `snapshot`: a snapshot, an older one was taken; `missing`: no readable snapshot at all; `left`: a file that
 * should be gone, for somebody who was erased is in it, and could not be removed;
 * `settled-in` and `settled-out`: an entry whose fate was unknown is there, or is not. */
export type LogDamage =
  `${"torn" | "broken" | "snapshot" | "missing" | "left" | "settled-in" | "settled-out"} ${string}`;

/** A whole state that was put aside before something replaced it. */
export interface KeptState {
  readonly number: number;
  readonly sequence: number;
  readonly bytes: number;
}

interface Tail {
  readonly name: string;
  readonly file: LogFile;
  readonly end: number;
  readonly lastOffset: number | null;
  readonly chain: Uint8Array;
  /** Whether what lies behind `end` is gone and the last entry is surely on the disk. */
  readonly prepared: boolean;
}

const LONG_ENTRY_BYTES = 1 << 18;

/** The log over one folder. One instance owns the folder; its methods wait for each other. */
export class LedgerLog {
  readonly #disk: LogDisk;
  readonly #sha256: Sha256;
  readonly #digest: Digest | undefined;
  #tail: Tail | null = null;
  #frozen = false;
  #queue: Promise<unknown> = Promise.resolve();

  /** `digest`: the same hash as `sha256`, quicker for long entries. */
  constructor(folder: LogFolder, sha256: Sha256, digest?: Digest) {
    this.#digest = digest;
    this.#disk = new LogDisk(folder, (bytes) => this.#hash(bytes));
    this.#sha256 = sha256;
  }

  /** Everything that is whole. `head` leaves the snapshot unread but for its beginning: quick, for a start at which the
   * store agrees. What was unknown is settled by it. */
  read(part: "head" | "all"): Promise<LogContents> {
    return this.#alone(async () => {
      const contents = await this.#read(part);
      this.#frozen = false;
      return contents;
    });
  }

  /** Durable when it answers ok. `read` must have been called before. */
  append(entry: Uint8Array): Promise<Result<null, LogFailure>> {
    return this.#alone(() => this.#append(entry));
  }

  /** Writes the whole state as it is after entry `sequence`, reads it back, and begins an empty segment after it; where it answers
   * `not-saved` what was before goes on. The last two snapshots stay. `kept` states are only put aside, the newest five. `alone`: nothing of what was before
   * stays, no earlier snapshot and no state put aside: someone has been erased. */
  compact(
    snapshot: Uint8Array,
    sequence: number,
    as: "snapshot" | "kept" | "alone",
  ): Promise<Result<null, LogFailure>> {
    return this.#alone(() => this.#compact(snapshot, sequence, as));
  }

  /** The states that were put aside, newest first. */
  kept(): Promise<readonly KeptState[]> {
    return this.#alone(() => this.#kept());
  }

  /** A state that was put aside; `null` when it is gone or damaged. */
  readKept(number: number): Promise<Uint8Array | null> {
    return this.#alone(async () => {
      const file = (await this.#keptFiles()).find((one) => one.number === number);
      return file ? ((await this.#disk.readSnapshot(file, "all"))?.payload ?? null) : null;
    });
  }

  /** Reads the newest snapshot to its last byte and hands nothing out: a start at which the store agrees has read its beginning
   * alone, and it is what a restore would rest on. Answers what is damaged, and what should be gone and is not; nothing is changed. */
  check(): Promise<readonly LogDamage[]> {
    return this.#alone(async () => {
      const damage: LogDamage[] = [];
      await this.#newestSnapshot(await this.#disk.files(), "all", damage);
      return [...damage, ...(await this.#left())];
    });
  }

  /** Bytes of all files. */
  size(): Promise<number> {
    return this.#alone(async () => {
      let sum = 0;
      for (const { name } of await this.#disk.files())
        sum += await this.#disk.use(name, (file) => file.size());
      return sum;
    });
  }

  close(): Promise<void> {
    return this.#alone(async () => this.#closeTail());
  }

  async #read(part: "head" | "all"): Promise<LogContents> {
    this.#closeTail();
    const files = await this.#disk.files();
    const damage: LogDamage[] = [];
    const base = await this.#newestSnapshot(files, part, damage);
    if (!base) {
      if (files.some(({ kind }) => kind !== "kept")) damage.push("missing ledger");
      return { sequence: 0, snapshot: null, entries: [], damage };
    }
    const read = await readSegments(
      this.#disk,
      files.filter(({ kind, number }) => kind === "segment" && number >= base.header.number),
      { notes: files.filter(({ kind }) => kind === "unsettled"), sha256: this.#sha256 },
    );
    if (read.last) await this.#openTail(read.last.name, read.last.scan);
    damage.push(...read.damage, ...(await this.#finishErasing(files, base.header).catch(() => [])));
    return { sequence: base.header.sequence, snapshot: base.payload, entries: read.entries, damage };
  }

  /** What a crash or a file in use kept from being removed is removed now, once the state that stands alone is found whole: until then it
   * may be all there is. It is the one thing that reading changes. */
  async #finishErasing(files: readonly NamedFile[], { number }: LogHeader): Promise<readonly LogDamage[]> {
    const alone = await aloneNumber(this.#disk, files);
    if (leftBefore(files, alone).length === 0) return [];
    const snapshot = files.find((file) => file.kind === "snapshot" && file.number === number);
    const isWhole = number >= alone && snapshot && (await this.#disk.readSnapshot(snapshot, "all"));
    if (!isWhole) return [];
    await this.#disk.quietly(() => removeBefore(this.#disk));
    return this.#left();
  }

  async #left(): Promise<readonly LogDamage[]> {
    const files = await this.#disk.files();
    return leftBefore(files, await aloneNumber(this.#disk, files)).map(({ name }) => `left ${name}` as const);
  }

  async #newestSnapshot(files: readonly NamedFile[], part: "head" | "all", damage: LogDamage[]) {
    for (const file of files.toReversed()) {
      if (file.kind !== "segment") continue;
      const segment = await this.#disk.header(file);
      const snapshot = files.find(({ kind, number }) => kind === "snapshot" && number === file.number);
      if (!segment) continue;
      const read = snapshot && (await this.#disk.readSnapshot(snapshot, part));
      if (read) return read;
      damage.push(`snapshot ${file.name}`);
    }
    return null;
  }

  async #openTail(
    name: string,
    scan: { readonly end: number; readonly chain: Uint8Array; readonly offsets: readonly number[] },
  ) {
    this.#tail = {
      name,
      file: await this.#disk.hold(name),
      end: scan.end,
      chain: scan.chain,
      lastOffset: scan.offsets.at(-1) ?? null,
      prepared: false,
    };
  }

  async #append(entry: Uint8Array): Promise<Result<null, LogFailure>> {
    if (this.#frozen) return fail("unknown");
    if (!(await this.#hasTail()) || !this.#prepare()) return fail("not-saved");
    const tail = this.#tail!;
    const frame = openFrame(entry, tail.chain);
    const chain = await this.#hash(chainedPart(frame));
    const bytes = sealFrame(frame, chain);
    try {
      if (tail.file.write(tail.end, bytes) !== bytes.length) throw new Error("short write");
    } catch {
      return this.#takeBack(tail);
    }
    try {
      tail.file.flush();
    } catch {
      return this.#freeze(tail);
    }
    this.#tail = { ...tail, end: tail.end + bytes.length, chain, lastOffset: tail.end };
    return ok(null);
  }

  /** A read that failed halfway, as on a full disk, leaves no file open: then it is read once more. */
  async #hasTail(): Promise<boolean> {
    if (!this.#tail) await this.#disk.quietly(() => this.#read("head"));
    return this.#tail !== null;
  }

  /** Short entries do not wait for the quicker hash, which answers later. */
  async #hash(bytes: Uint8Array): Promise<Uint8Array> {
    return this.#digest === undefined || bytes.length < LONG_ENTRY_BYTES
      ? this.#sha256(bytes)
      : this.#digest(bytes);
  }

  /** Before the first append after a start: cuts the torn tail, and writes the last entry (or the header) once more. A flush that failed
   * before the restart may have left it in memory only, where reading still finds it. */
  #prepare(): boolean {
    const tail = this.#tail!;
    if (tail.prepared) return true;
    try {
      if (tail.file.size() > tail.end) tail.file.truncate(tail.end);
      const from = tail.lastOffset ?? 0;
      const last = tail.file.read(from, tail.end - from);
      if (tail.file.write(from, last) !== last.length) return false;
      tail.file.flush();
    } catch {
      return false;
    }
    this.#tail = { ...tail, prepared: true };
    return true;
  }

  async #takeBack(tail: Tail): Promise<Result<null, LogFailure>> {
    try {
      tail.file.truncate(tail.end);
      tail.file.flush();
    } catch {
      return this.#freeze(tail);
    }
    await this.#disk.remove(BALLAST_NAME);
    return fail("not-saved");
  }

  async #freeze(tail: Tail): Promise<Result<null, LogFailure>> {
    this.#frozen = true;
    await this.#disk.quietly(() =>
      this.#disk.write(tail.name.replace("segment", "unsettled"), asciiBytes(String(tail.end))),
    );
    return fail("unknown");
  }

  async #compact(payload: Uint8Array, sequence: number, as: "snapshot" | "kept" | "alone") {
    if (this.#frozen) return fail<LogFailure>("unknown");
    const number = await this.#nextNumber();
    if (number === null) return fail<LogFailure>("not-saved");
    const hash = await this.#hash(payload);
    const kind = as === "kept" ? "kept" : "snapshot";
    try {
      await this.#writeVerified({ name: fileName(number, kind), number, kind }, { payload, sequence, hash });
    } catch {
      await this.#disk.remove(fileName(number, kind));
      return fail<LogFailure>("not-saved");
    }
    const begun =
      as === "kept"
        ? ok(null)
        : await this.#beginSegment({ number, sequence, hash, isAlone: as === "alone" });
    if (begun.ok) await this.#disk.quietly(() => tidy(this.#disk));
    return begun;
  }

  /** A number that no file has: what fails under it can be removed without harm. */
  async #nextNumber(): Promise<number | null> {
    try {
      return ((await this.#disk.files()).at(-1)?.number ?? 0) + 1;
    } catch {
      return null;
    }
  }

  async #writeVerified(
    file: NamedFile,
    { payload, sequence, hash }: Pick<LogHeader, "sequence" | "hash"> & { readonly payload: Uint8Array },
  ): Promise<void> {
    const header = encodeLogHeader({
      kind: "snapshot",
      number: file.number,
      sequence,
      length: payload.length,
      hash,
    });
    await this.#disk.write(file.name, header, payload);
    await this.#disk.sync();
    if (!(await this.#disk.readSnapshot(file, "all"))) throw new Error("the snapshot does not read back");
  }

  /** From here on the snapshot counts. Where that fails it is taken back, and what was before goes on. */
  async #beginSegment(of: Omit<LogHeader, "kind" | "length">): Promise<Result<null, LogFailure>> {
    const name = fileName(of.number, "segment");
    const chain = this.#tail?.chain ?? of.hash;
    try {
      await this.#disk.write(name, encodeLogHeader({ ...of, kind: "segment", length: 0, hash: chain }));
      await this.#disk.sync();
      this.#closeTail();
      const file = await this.#disk.hold(name);
      this.#tail = { name, file, end: HEADER_BYTES, chain, lastOffset: null, prepared: true };
      return ok(null);
    } catch {
      if (await this.#takeSegmentBack(name)) return fail("not-saved");
      this.#frozen = true;
      return fail("unknown");
    }
  }

  /** Whether a segment is surely not begun: emptied on the disk, or there is no such file. Its snapshot counts for nothing then. A header
   * that may or may not be there is the one fault that cannot be taken back: nothing more is written then. */
  async #takeSegmentBack(name: string): Promise<boolean> {
    try {
      await this.#disk.write(name);
    } catch {
      const names = await this.#disk.files().catch(() => null);
      if (!names || names.some((file) => file.name === name)) return false;
    }
    await this.#disk.remove(name);
    await this.#disk.remove(name.replace("segment", "snapshot"));
    return true;
  }

  async #kept(): Promise<readonly KeptState[]> {
    const states: KeptState[] = [];
    for (const file of (await this.#keptFiles()).toReversed()) {
      const header = await this.#disk.header(file);
      if (header)
        states.push({ number: file.number, sequence: header.sequence, bytes: header.length + HEADER_BYTES });
    }
    return states;
  }

  /** Without those that should be gone. */
  async #keptFiles(): Promise<readonly NamedFile[]> {
    const files = await this.#disk.files();
    const alone = await aloneNumber(this.#disk, files);
    return files.filter(({ kind, number }) => kind === "kept" && number > alone);
  }

  #closeTail(): void {
    this.#tail = null;
    this.#disk.letGo();
  }

  #alone<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(task, task);
    this.#queue = run.catch(() => undefined);
    return run;
  }
}
