import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { failureCode } from "../../core/bridge/failure.ts";
import type { UpdateFile } from "../../core/vault/update/update-manifest.ts";
import { UpdateFault } from "./update-source.ts";
import type { UpdateSource } from "./update-source.ts";
import { verifyFile } from "./verify-file.ts";

export interface FetchParts {
  readonly source: UpdateSource;
  /** The folder of fetched updates; nothing else lies in it. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Called with the bytes that are there so far. */
  readonly onBytes: (count: number) => void;
}

/** Fetches a file and answers its path once it is, byte by byte, what the signed manifest says. A beginning that an earlier try left
 * is gone on from; when the whole then is not that file it is fetched anew once, for the beginning may have been of another.
 * What turns out wrong is removed. Files of other releases go, so that the folder does not grow. */
export async function fetchFile(file: UpdateFile, parts: FetchParts): Promise<string> {
  const whole = join(parts.folder, file.name);
  const partial = join(parts.folder, `${file.sha512.slice(0, 32)}.part`);
  try {
    await mkdir(parts.folder, { recursive: true });
    await removeOthers(parts.folder, [whole, partial]);
    if ((await verifyFile(whole, file)) === null) return whole;
    await rm(whole, { force: true, recursive: true });
    const begun = await sizeOf(partial);
    let problem = await fetchRest(file, { partial, from: begun }, parts);
    if (problem !== null && begun > 0) problem = await fetchRest(file, { partial, from: 0 }, parts);
    if (problem !== null) throw new UpdateFault(problem);
    await rename(partial, whole);
    return whole;
  } catch (error) {
    const fault = asFault(error);
    // The room is given back at once.
    if (fault.problem === "disk-full") await rm(partial, { force: true }).catch(() => undefined);
    throw fault;
  }
}

interface Place {
  readonly partial: string;
  readonly from: number;
}

/** Writes from the given byte to the end, flushed, and compares. `null`: it is the file; otherwise it is removed. */
async function fetchRest(file: UpdateFile, place: Place, parts: FetchParts) {
  const { partial, from } = place;
  if (from < file.size && (await append(file, place, parts)) === "too-long") {
    await rm(partial, { force: true });
    return "file-changed";
  }
  const problem = await verifyFile(partial, file);
  if (problem !== null) await rm(partial, { force: true });
  return problem;
}

/** More than the manifest says is not the file, however much is still to come. */
async function append(
  file: UpdateFile,
  { partial, from }: Place,
  parts: FetchParts,
): Promise<"ended" | "too-long"> {
  const stream = await parts.source.openFile(file.name, from, parts.signal);
  const target = await open(partial, stream.from === 0 ? "w" : "a");
  let size = stream.from;
  try {
    for await (const piece of interruptible(stream.pieces, parts.signal)) {
      size += piece.length;
      if (size > file.size) return "too-long";
      await target.writeFile(piece);
      parts.onBytes(size);
    }
    return "ended";
  } finally {
    // What came before an interruption is flushed too: the next try goes on from it.
    await target.sync().finally(() => target.close());
  }
}

async function* interruptible(
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (signal.aborted) throw new UpdateFault("interrupted");
    yield piece;
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

async function removeOthers(folder: string, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!kept.includes(path)) await rm(path, { recursive: true, force: true });
  }
}

function asFault(error: unknown): UpdateFault {
  if (error instanceof UpdateFault) return error;
  const code = failureCode(error instanceof Error && "code" in error ? String(error.code) : "");
  return new UpdateFault(code === "disk-full" || code === "not-permitted" ? code : "failed");
}
