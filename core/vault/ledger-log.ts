import { fail, ok } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Digest, LogFile, LogFolder, Sha256 } from "./log-file.ts";
import { LogDisk, asciiBytes, asciiOf, fileName } from "./log-disk.ts";
import type { NamedFile } from "./log-disk.ts";
import type { LogHeader } from "./log-frame.ts";
import { HEADER_BYTES, chainedPart, encodeLogHeader, openFrame, sameBytes, sealFrame } from "./log-frame.ts";
import { scanSegment } from "./log-scan.ts";

/* The log of record: `<number>.snapshot` is the whole workspace, `<number>.segment` the entries after it. A snapshot counts
   once its segment's header stands, and that is written only when the snapshot was read back and found right; so a crash
   anywhere leaves either the old pair or the new one. Reading never writes: a newer app's files stay untouched. */

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

/** What was damaged: `<kind> <file name>`. `torn`: an entry that was never acknowledged; `broken`: entries that were;
 * `snapshot`: a snapshot, an older one was taken; `missing`: no readable snapshot at all;
 * `settled-in` and `settled-out`: an entry whose fate was unknown is there, or is not. */
export type LogDamage =
  `${"torn" | "broken" | "snapshot" | "missing" | "settled-in" | "settled-out"} ${string}`;

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

const KEPT_STATES = 5;
const LONG_ENTRY_BYTES = 1 << 18;
const BALLAST_NAME = "ballast";
const BALLAST_BYTES = 1 << 20;

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
   * store agrees. */
  read(part: "head" | "all"): Promise<LogContents> {
    return this.#alone(() => this.#read(part));
  }

  /** Durable when it answers ok. `read` must have been called before. */
  append(entry: Uint8Array): Promise<Result<null, LogFailure>> {
    return this.#alone(() => this.#append(entry));
  }

  /** Writes the whole state as it is after entry `sequence`, reads it back, and begins an empty segment after it.
   * The last two snapshots stay. `kept` states are only put aside, the newest five. `alone`: nothing of what was before
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
      const file = (await this.#disk.files()).find((one) => one.kind === "kept" && one.number === number);
      return file ? ((await this.#disk.readSnapshot(file, "all"))?.payload ?? null) : null;
    });
  }

  /** Reads the newest snapshot to its last byte and hands nothing out: a start at which the store agrees has read its beginning
   * alone, and it is what a restore would rest on. Answers what is damaged; nothing is changed. */
  check(): Promise<readonly LogDamage[]> {
    return this.#alone(async () => {
      const damage: LogDamage[] = [];
      await this.#newestSnapshot(await this.#disk.files(), "all", damage);
      return damage;
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
    const segments = files.filter(({ kind, number }) => kind === "segment" && number >= base.header.number);
    const entries = await this.#readSegments(segments, files, damage);
    return { sequence: base.header.sequence, snapshot: base.payload, entries, damage };
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

  async #readSegments(segments: readonly NamedFile[], files: readonly NamedFile[], damage: LogDamage[]) {
    const entries: Uint8Array[] = [];
    let chain: Uint8Array | null = null;
    const begun = await this.#begun(segments);
    for (const segment of begun) {
      const header = await this.#disk.header(segment);
      if (!header || (chain && !sameBytes(header.hash, chain))) {
        damage.push(`broken ${segment.name}`);
        return entries;
      }
      const bytes = await this.#disk.use(segment.name, (file) => file.read(0, file.size()));
      const scan = scanSegment(bytes, header.hash, this.#sha256);
      entries.push(...scan.entries);
      chain = scan.chain;
      damage.push(...(await this.#settle(segment, scan.offsets, files)));
      const isLast = segment === begun.at(-1);
      if (scan.fault !== "none") damage.push(`${isLast ? scan.fault : "broken"} ${segment.name}`);
      if (scan.fault === "broken" || (scan.fault === "torn" && !isLast)) return entries;
      if (isLast) await this.#openTail(segment.name, scan);
    }
    return entries;
  }

  /** Leaves out segments that a crash kept from beginning: nothing was ever appended to them. */
  async #begun(segments: readonly NamedFile[]): Promise<readonly NamedFile[]> {
    const begun: NamedFile[] = [];
    for (const segment of segments) {
      const size = await this.#disk.use(segment.name, (file) => file.size());
      if (size > HEADER_BYTES || (await this.#disk.header(segment))) begun.push(segment);
    }
    return begun;
  }

  /** An append whose fate was unknown left a note of where it began; now the entry is there or it is not. */
  async #settle(segment: NamedFile, offsets: readonly number[], files: readonly NamedFile[]) {
    const note = files.find(({ kind, number }) => kind === "unsettled" && number === segment.number);
    if (!note) return [];
    const at = await this.#disk.use(note.name, (file) => Number(asciiOf(file.read(0, 20))));
    const found: LogDamage = `${offsets.includes(at) ? "settled-in" : "settled-out"} ${segment.name}`;
    return [found];
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
    if (this.#frozen || !(await this.#hasTail()) || !this.#prepare()) return fail("not-saved");
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
    if (this.#frozen) return fail<LogFailure>("not-saved");
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
    const begun = as === "kept" ? ok(null) : await this.#beginSegment(number, sequence, hash);
    if (begun.ok) await this.#disk.quietly(() => this.#tidy(as === "alone"));
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

  /** From here on the snapshot counts. A header that may or may not be on the disk is the one fault that cannot be taken
   * back: then nothing more is written. */
  async #beginSegment(
    number: number,
    sequence: number,
    snapshotHash: Uint8Array,
  ): Promise<Result<null, LogFailure>> {
    const name = fileName(number, "segment");
    const chain = this.#tail?.chain ?? snapshotHash;
    try {
      await this.#disk.write(
        name,
        encodeLogHeader({ kind: "segment", number, sequence, length: 0, hash: chain }),
      );
      await this.#disk.sync();
      this.#closeTail();
      const file = await this.#disk.hold(name);
      this.#tail = { name, file, end: HEADER_BYTES, chain, lastOffset: null, prepared: true };
      return ok(null);
    } catch {
      this.#frozen = true;
      return fail("unknown");
    }
  }

  async #tidy(isAlone: boolean): Promise<void> {
    const files = await this.#disk.files();
    const segments = new Set(files.filter(({ kind }) => kind === "segment").map(({ number }) => number));
    const snapshots = files.filter(({ kind, number }) => kind === "snapshot" && segments.has(number));
    const oldest = snapshots.at(isAlone ? -1 : -2)?.number ?? 0;
    const kept = files.filter(({ kind }) => kind === "kept");
    const old = files.filter(({ kind, number }) => kind !== "kept" && number < oldest);
    const notes = files.filter(
      ({ kind, number }) => kind === "unsettled" && number < snapshots.at(-1)!.number,
    );
    const surplus = kept.slice(0, isAlone ? kept.length : Math.max(0, kept.length - KEPT_STATES));
    for (const { name } of new Set([...old, ...notes, ...surplus])) await this.#disk.remove(name);
    await this.#disk.write(BALLAST_NAME, new Uint8Array(BALLAST_BYTES));
  }

  async #kept(): Promise<readonly KeptState[]> {
    const states: KeptState[] = [];
    for (const file of (await this.#disk.files()).toReversed()) {
      const header = file.kind === "kept" ? await this.#disk.header(file) : null;
      if (header)
        states.push({ number: file.number, sequence: header.sequence, bytes: header.length + HEADER_BYTES });
    }
    return states;
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
