import { message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { FILE_LIMITS } from "../file-limits.ts";

/** One part of an archive as its central directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedSize: number;
  readonly size: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header begins. */
  readonly offset: number;
}

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;

/** Reads the central directory and refuses an archive that is torn, too large, or unpacks to far more than it should,
 * by what it declares and by what it really unpacks to (counted in pieces, never held). XML with a document type
 * declaration is refused: no office program writes one, and it is where external entities come from. */
export async function checkZip(bytes: Uint8Array): Promise<Result<readonly ZipEntry[]>> {
  const entries = readDirectory(bytes);
  if (entries === null) return refuse("customer.file.damaged");
  if (entries.some((entry) => entry.encrypted)) return refuse("customer.file.encrypted");
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > FILE_LIMITS.bytes || entries.some(isBomb)) return refuse("customer.file.bomb");
  let total = 0;
  for (const entry of entries) {
    const unpacked = await measure(bytes, entry, FILE_LIMITS.bytes - total);
    if (typeof unpacked === "string") return refuse(unpacked);
    total += unpacked;
  }
  return ok(entries);
}

function refuse(key: string): Result<readonly ZipEntry[]> {
  return fail([{ message: message(key) }]);
}

function isBomb(entry: ZipEntry): boolean {
  return entry.size > FILE_LIMITS.ratioFromBytes && entry.size > entry.packedSize * FILE_LIMITS.ratio;
}

function readDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_RECORD) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Windows in Chinese writes names in its own encoding. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  return -1;
}

/** Unpacks a part in pieces and counts; the key of a refusal when it is not what it declared. */
async function measure(bytes: Uint8Array, entry: ZipEntry, room: number): Promise<number | string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL_RECORD) {
    return "customer.file.damaged";
  }
  const nameLength = view.getUint16(entry.offset + 26, true);
  const start = entry.offset + 30 + nameLength + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) return "customer.file.damaged";
  if (entry.method === 0)
    return isXml(entry) && hasDoctype(packed) ? "customer.file.entities" : packed.length;
  if (entry.method !== 8) return "customer.file.damaged";
  return measurePacked(packed, entry, room);
}

const LONGEST_PROLOG = 65_536;
/** The first element, after a byte order mark at most. */
const ROOT = /^[^<]*<[A-Za-z_]/;

class Refusal extends Error {}

/** Unpacked by the runtime itself, several times as fast as in JavaScript. */
async function measurePacked(packed: Uint8Array, entry: ZipEntry, room: number): Promise<number | string> {
  let size = 0;
  let prolog: string | null = isXml(entry) ? "" : null;
  const unpacked = inPieces(packed).pipeThrough(new DecompressionStream("deflate-raw"));
  try {
    for await (const chunk of unpacked as unknown as AsyncIterable<Uint8Array>) {
      if (prolog !== null) prolog = prologAfter(prolog, chunk);
      size += chunk.length;
      if (size > entry.size || size > room) throw new Refusal("customer.file.bomb");
    }
  } catch (error) {
    return error instanceof Refusal ? error.message : "customer.file.damaged";
  }
  return size === entry.size ? size : "customer.file.damaged";
}

/** A piece unpacks to a thousand times its size at most, and that much is held at once. */
const PIECE = 16_384;

function inPieces(bytes: Uint8Array): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      if (at >= bytes.length) return stream.close();
      stream.enqueue(bytes.subarray(at, at + PIECE) as Uint8Array<ArrayBuffer>);
      at += PIECE;
    },
  });
}

function isXml(entry: ZipEntry): boolean {
  return /\.(xml|rels|vml)$/i.test(entry.name);
}

function hasDoctype(part: Uint8Array): boolean {
  try {
    prologAfter("", part.subarray(0, LONGEST_PROLOG + 1));
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** What stands before the root element so far; `null` once the root begins. A document type may hide behind comments and
 * in UTF-16; a prolog that does not end is refused too. */
function prologAfter(before: string, chunk: Uint8Array): string | null {
  const room = LONGEST_PROLOG + 1 - before.length;
  const text = before + new TextDecoder("latin1").decode(chunk.subarray(0, room)).replaceAll("\0", "");
  const plain = text.replace(/<!--[^]*?-->|<\?[^]*?\?>/g, "");
  if (ROOT.test(plain)) return null;
  if (plain.includes("<!DOCTYPE") || text.length > LONGEST_PROLOG)
    throw new Refusal("customer.file.entities");
  return text;
}
