import type { LogDamage } from "./ledger-log.ts";
import type { Sha256 } from "./log-file.ts";
import { asciiOf } from "./log-disk.ts";
import type { LogDisk, NamedFile } from "./log-disk.ts";
import { HEADER_BYTES, sameBytes } from "./log-frame.ts";
import type { LogHeader } from "./log-frame.ts";
import { scanSegment } from "./log-scan.ts";
import type { SegmentScan } from "./log-scan.ts";

/** What segments that follow each other hold, up to where the chain breaks. */
export interface ReadSegments {
  readonly entries: readonly Uint8Array[];
  readonly damage: readonly LogDamage[];
  /** The last segment, where entries may be appended; `null` behind a break. */
  readonly last: { readonly name: string; readonly scan: SegmentScan } | null;
}

/** Reads segments in their order. What was torn at the end of one was never acknowledged where the next goes on from the entry
 * before it; anything else that does not fit is the end, and how far what lies behind it went is told.
 * @example readSegments({}, [], { notes: [], sha256: (bytes) => bytes }) instanceof Promise // => true
 */
export async function readSegments(
  disk: LogDisk,
  segments: readonly NamedFile[],
  { notes, sha256 }: { readonly notes: readonly NamedFile[]; readonly sha256: Sha256 },
): Promise<ReadSegments> {
  const entries: Uint8Array[] = [];
  const damage: LogDamage[] = [];
  let last: ReadSegment | null = null;
  const begun = await begunOf(disk, segments);
  for (const [at, segment] of begun.entries()) {
    const header = await disk.header(segment);
    if (!header || (last && !goesOn(header, last))) {
      const from = last && last.scan.fault !== "none" ? last.segment : segment;
      damage.push(`broken ${from.name} ${await lastKnown(disk, begun.slice(Math.max(0, at - 1)), sha256)}`);
      return { entries, damage, last: null };
    }
    const scan = scanSegment(await bytesOf(disk, segment), header.hash, sha256);
    entries.push(...scan.entries);
    damage.push(...(await settled(disk, segment, { scan, notes })));
    if (last && last.scan.fault !== "none") damage.push(`torn ${last.segment.name}`);
    last = { segment, header, scan };
  }
  if (!last) return { entries, damage, last };
  const { segment, scan } = last;
  if (scan.fault === "broken")
    damage.push(`broken ${segment.name} ${await lastKnown(disk, [segment], sha256)}`);
  if (scan.fault === "torn") damage.push(`torn ${segment.name}`);
  return { entries, damage, last: scan.fault === "broken" ? null : { name: segment.name, scan } };
}

interface ReadSegment {
  readonly segment: NamedFile;
  readonly header: LogHeader;
  readonly scan: SegmentScan;
}

/** Whether nothing lies between a segment and the next: no entry that cannot be read, and no whole other state, as a restore puts into
 * the snapshot alone. */
function goesOn(next: LogHeader, { header, scan }: ReadSegment): boolean {
  return sameBytes(next.hash, scan.chain) && next.sequence === header.sequence + scan.entries.length;
}

/** Leaves out segments that a crash kept from beginning: nothing was ever appended to them. */
async function begunOf(disk: LogDisk, segments: readonly NamedFile[]): Promise<readonly NamedFile[]> {
  const begun: NamedFile[] = [];
  for (const segment of segments) {
    const size = await disk.use(segment.name, (file) => file.size());
    if (size > HEADER_BYTES || (await disk.header(segment))) begun.push(segment);
  }
  return begun;
}

function bytesOf(disk: LogDisk, { name }: NamedFile): Promise<Uint8Array> {
  return disk.use(name, (file) => file.read(0, file.size()));
}

/** An append whose fate was unknown left a note of where it began; now the entry is there or it is not. */
async function settled(
  disk: LogDisk,
  { name, number }: NamedFile,
  { scan, notes }: { readonly scan: SegmentScan; readonly notes: readonly NamedFile[] },
): Promise<readonly LogDamage[]> {
  const note = notes.find((one) => one.number === number);
  if (!note) return [];
  const at = await disk.use(note.name, (file) => Number(asciiOf(file.read(0, 20))));
  return [`${scan.offsets.includes(at) ? "settled-in" : "settled-out"} ${name}`];
}

/** The highest sequence that these segments tell of, whether or not its entry can be read. */
async function lastKnown(disk: LogDisk, segments: readonly NamedFile[], sha256: Sha256): Promise<number> {
  let known = 0;
  for (const segment of segments) {
    const header = await disk.header(segment);
    if (!header) continue;
    const { entries, behind } = scanSegment(await bytesOf(disk, segment), header.hash, sha256);
    // The entry at the fault, and those behind it.
    const unread = behind > 0 ? behind + 1 : 0;
    known = Math.max(known, header.sequence + entries.length + unread);
  }
  return known;
}
