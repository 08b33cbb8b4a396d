import { decodeEntry, decodeEntryHead } from "./ledger-entry.ts";
import type { EntryHead, LedgerEntry } from "./ledger-entry.ts";
import type { CopyStanding, LedgerCopy } from "./compare-copies.ts";
import { totalOf } from "./counts.ts";
import { SCHEMA_VERSION } from "./upgrades/upgrade-data.ts";
import { readWorkspaceHead } from "./workspace-file.ts";
import type { WorkspaceFileHead } from "./workspace-file.ts";

/** The ledger's bytes, understood: the head of its snapshot and the entries that follow it without a gap, still as bytes. */
export interface ReadLedger {
  readonly copy: LedgerCopy;
  readonly head: WorkspaceFileHead | null;
  readonly entries: readonly Uint8Array[];
  /** The highest sequence that is known to have been acknowledged: above the copy's own where entries at its end cannot be read. */
  readonly known: number;
}

/** Reads what the platform found in the ledger. Entries are taken up to the first that is damaged, of another generation
 * or out of order. `damage` is the platform's list.
 * @example readLedger({ snapshot: null, entries: [], damage: [] }).copy // => { kind: "absent" }
 */
export function readLedger(contents: {
  readonly snapshot: Uint8Array | null;
  readonly entries: readonly Uint8Array[];
  readonly damage: readonly string[];
}): ReadLedger {
  const head = contents.snapshot && readWorkspaceHead(contents.snapshot.subarray(0, 8192));
  if (!head) {
    const isAbsent = contents.snapshot === null && contents.damage.length === 0;
    return { copy: { kind: isAbsent ? "absent" : "unreadable" }, head: null, entries: [], known: 0 };
  }
  if (head.schema > SCHEMA_VERSION) return { copy: { kind: "newer" }, head, entries: [], known: 0 };
  const entries: Uint8Array[] = [];
  let standing: CopyStanding = {
    generation: head.generation,
    sequence: head.sequence,
    total: totalOf(head.counts),
  };
  const broken = contents.damage.filter((found) => found.startsWith("broken"));
  let isBroken = broken.length > 0;
  let known = Math.max(0, ...broken.map((found) => Number(found.split(" ")[2] ?? 0)));
  for (const bytes of contents.entries) {
    const entry = decodeEntryHead(bytes, SCHEMA_VERSION);
    if (!entry.ok && entry.error === "newer") return { copy: { kind: "newer" }, head, entries: [], known: 0 };
    if (!entry.ok || !follows(standing, entry.value)) {
      known = Math.max(known, standing.sequence + 1, ...contents.entries.map(sequenceOf));
      isBroken = true;
      break;
    }
    entries.push(bytes);
    const { generation, sequence, total } = entry.value;
    standing = { generation, sequence, total };
  }
  const { generation, sequence } = head;
  return {
    copy: { kind: "readable", standing, snapshot: { generation, sequence }, isBroken },
    head,
    entries,
    known: Math.max(known, standing.sequence),
  };
}

/** The entries from a sequence on, whole; up to the first whose changes cannot be read.
 * @example decodeEntries([], 1) // => []
 */
export function decodeEntries(entries: readonly Uint8Array[], fromSequence: number): readonly LedgerEntry[] {
  const decoded: LedgerEntry[] = [];
  for (const bytes of entries) {
    const head = decodeEntryHead(bytes, SCHEMA_VERSION);
    if (head.ok && head.value.sequence < fromSequence) continue;
    const entry = decodeEntry(bytes, SCHEMA_VERSION);
    if (!entry.ok) break;
    decoded.push(entry.value);
  }
  return decoded;
}

function sequenceOf(bytes: Uint8Array): number {
  const head = decodeEntryHead(bytes, SCHEMA_VERSION);
  return head.ok ? head.value.sequence : 0;
}

function follows(standing: CopyStanding, entry: EntryHead): boolean {
  return entry.generation === standing.generation && entry.sequence === standing.sequence + 1;
}
