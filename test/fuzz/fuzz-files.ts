import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { readFileSync } from "node:fs";
import { setFields } from "../../core/base/change.ts";
import type { Settings } from "../../core/base/settings.ts";
import { nextStamp } from "../../core/base/stamp.ts";
import { applyChanges } from "../../core/vault/apply-changes.ts";
import { checkChanges } from "../../core/vault/check-changes.ts";
import { compareWorkspaces } from "../../core/vault/compare-workspaces.ts";
import { countRecords, sameCounts, totalOf } from "../../core/vault/counts.ts";
import { journalLineOf } from "../../core/vault/journal.ts";
import { decodeEntry, encodeEntry } from "../../core/vault/ledger-entry.ts";
import type { LedgerEntry } from "../../core/vault/ledger-entry.ts";
import { openedCopy } from "../../core/vault/merge/opened-copy.ts";
import { between, pick, seededRandom } from "../../core/vault/sample/random.ts";
import type { Random } from "../../core/vault/sample/random.ts";
import type { ShareScope } from "../../core/vault/share/share-scope.ts";
import { SCHEMA_VERSION } from "../../core/vault/upgrades/upgrade-data.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { Result } from "../../core/base/result.ts";
import { decryptWithPassphrase } from "../../formats/age/decrypt-with-passphrase.ts";
import { encryptWithPassphrase } from "../../formats/age/encrypt-with-passphrase.ts";
import type { FuzzReport } from "./fuzz-imports.ts";
import { mutateFile } from "./mutate-file.ts";
import { mutateJson } from "./mutate-json.ts";
import { workedMs } from "./work-time.ts";

/** A small file that takes longer is a way to hold up the page. */
const SLOWEST_MS = 3000;
/** What a clock would go on from; only the last is one. */
const NEARLY_STAMPS = ["~~~", "__proto__", "zzzzzzzzz-zzzz-x", "0000000rs-0000-", "zg3d62r5s-zzzz-x"];
const NOW_MS = Date.UTC(2026, 10, 26);
const DEVICE = "d1";
const PASSPHRASE = "九宫 fuzz";

type Bytes = Uint8Array<ArrayBuffer>;

/** Reads mutated backups: files of every schema, with broken bytes, and with changed contents under a checksum that is right again, so
 * that what lies behind it is reached too. */
export function fuzzBackups(count: number, seed: number): Promise<FuzzReport> {
  const originals = [...releasedFiles(), presentFile(false)];
  return runFuzz(count, seed, async (random) => readWorkspaceFile(mutated(pick(random, originals), random)));
}

/** Reads mutated share files: a share in the clear, and one that is locked with a passphrase, broken before or after it was locked. */
export async function fuzzShares(count: number, seed: number): Promise<FuzzReport> {
  const share = presentFile(true);
  // The least work: what is looked at is the format, not the passphrase.
  const locked = await encryptWithPassphrase(share, PASSPHRASE, 1);
  return runFuzz(count, seed, async (random) => {
    if (random() < 0.4) return readWorkspaceFile(mutated(share, random));
    const opened = await decryptWithPassphrase(mutatedLock(locked, random), PASSPHRASE);
    return opened.ok ? readWorkspaceFile(opened.value) : opened;
  });
}

async function runFuzz(
  count: number,
  seed: number,
  read: (random: Random) => Promise<Result<WorkspaceFile>>,
): Promise<FuzzReport> {
  const report = { read: 0, refused: 0, slowestMs: 0 };
  const complaints: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const random = seededRandom(seed * 1_000_003 + number);
    const started = workedMs();
    const complaint = await readOne(() => read(random), report);
    const tookMs = workedMs() - started;
    report.slowestMs = Math.max(report.slowestMs, tookMs);
    if (complaint !== null) complaints.push(`${number}: ${complaint}`);
    else if (tookMs > SLOWEST_MS) complaints.push(`${number}: took ${Math.round(tookMs)} ms`);
  }
  return { ...report, complaints };
}

async function readOne(
  read: () => Promise<Result<WorkspaceFile>>,
  report: { read: number; refused: number },
): Promise<string | null> {
  try {
    const result = await read();
    if (isPolluted()) return "polluted what all objects inherit";
    if (!result.ok) {
      report.refused += 1;
      return result.error.length > 0 ? null : "was refused without a reason";
    }
    report.read += 1;
    return complaintAbout(result.value);
  } catch (error) {
    return `threw ${String(error instanceof Error ? error.stack : error).slice(0, 400)}`;
  }
}

/** What is read must be as whole as what the app itself writes: countable, comparable, and the same when it is written and read again. */
function complaintAbout({ head, workspace, journal }: WorkspaceFile): string | null {
  if (!sameCounts(head.counts, countRecords(workspace))) return "says other counts than it has";
  const again = readWorkspaceFile(writeWorkspaceFile({ ...head, workspace, journal }));
  if (!again.ok) return `does not read back: ${JSON.stringify(again.error).slice(0, 300)}`;
  const differs = compareWorkspaces(workspace, again.value.workspace).some(({ different }) => different > 0);
  if (differs) return "reads back as something else";
  const foreign = foreignPrototype(workspace);
  if (foreign !== null) return `has a record of another make: ${foreign}`;
  return checkChanges(workspace, []).ok ? workedOn({ head, workspace, journal }) : "is not a workspace";
}

/** Opened here, changed and saved, it must be as readable as anything: the file's last stamp is the one that the clock goes on from. */
function workedOn({ head, workspace, journal }: WorkspaceFile): string | null {
  const restored = nextStamp(head.stamp, NOW_MS, DEVICE);
  const opened = openedCopy({ workspace, head }, DEVICE);
  const stamp = nextStamp(restored, NOW_MS, DEVICE);
  const changes = [setFields<Settings>("settings", "workspace", { name: "T" })];
  const after = applyChanges(opened, changes, stamp);
  const entry: LedgerEntry = {
    sequence: 2,
    generation: "g",
    stamp,
    kind: "do",
    label: { key: "k" },
    total: totalOf(countRecords(after)),
    changes,
  };
  if (!decodeEntry(encodeEntry(entry, SCHEMA_VERSION), SCHEMA_VERSION).ok)
    return "makes the next commit unreadable";
  const saved = writeWorkspaceFile({
    ...head,
    stamp,
    workspace: after,
    journal: [...journal, journalLineOf(entry)],
  });
  return readWorkspaceFile(saved).ok ? null : "makes the next backup unreadable";
}

function foreignPrototype(workspace: WorkspaceFile["workspace"]): string | null {
  for (const [table, rows] of Object.entries(workspace.rows)) {
    for (const record of (rows as ReadonlyMap<string, object>).values())
      if (Object.getPrototypeOf(record) !== Object.prototype) return table;
  }
  return null;
}

function isPolluted(): boolean {
  const probes = [{}, [], () => undefined];
  return probes.some((probe) => "polluted" in probe) || Object.keys(Object.prototype).length > 0;
}

function mutated(file: Bytes, random: Random): Bytes {
  return random() < 0.4 ? mutateFile(file, random) : sealedAnew(file, random);
}

/** A file whose contents were changed and whose checksum was reckoned again, line by line as the app lays it out. */
function sealedAnew(file: Bytes, random: Random): Bytes {
  const [first = "", ...rest] = new TextDecoder().decode(file).split("\n");
  const { checksum: _old, ...head } = JSON.parse(`${first}]}`) as Record<string, unknown>;
  delete head["data"];
  if (random() < 0.3) mutateJson(head, random);
  if (random() < 0.2) head["stamp"] = pick(random, NEARLY_STAMPS);
  const lines = rest.slice(0, -2).map((line) => line.replace(/,$/, ""));
  const at = between(random, 0, lines.length);
  lines[at] = random() < 0.1 ? brokenLine(lines[at] ?? "", random) : changedLine(lines[at] ?? "null", random);
  if (random() < 0.1) lines.push(lines[between(random, 0, lines.length)] ?? "[]");
  const headText = JSON.stringify(head);
  const hash = sha256.create().update(new TextEncoder().encode(headText));
  for (const line of lines) hash.update(new TextEncoder().encode(`\n${line}`));
  const sealed = `${headText.slice(0, -1)},"checksum":"${bytesToHex(hash.digest())}","data":[`;
  return new TextEncoder().encode(`${sealed}\n${lines.join(",\n")}\n]}\n`);
}

function changedLine(line: string, random: Random): string {
  const piece = [JSON.parse(line) as unknown];
  mutateJson(piece, random);
  return JSON.stringify(piece[0] ?? null);
}

function brokenLine(line: string, random: Random): string {
  const bytes = mutateFile(new TextEncoder().encode(line), random);
  return new TextDecoder().decode(bytes).replaceAll("\n", " ");
}

/** Anywhere in the file, or where its head says how much work there is: what asks for more than is bearable must be refused unread. */
function mutatedLock(locked: Bytes, random: Random): Bytes {
  if (random() < 0.8) return mutateFile(locked, random);
  const text = Buffer.from(locked).toString("latin1");
  const work = pick(random, [
    "0",
    "-1",
    "21",
    "22",
    "30",
    "31",
    "63",
    "64",
    "99",
    "1e3",
    "01",
    "4294967297",
    "",
    "x",
  ]);
  return new Uint8Array(Buffer.from(text.replace(/(-> scrypt \S+) \d+/, `$1 ${work}`), "latin1"));
}

function releasedFiles(): readonly Bytes[] {
  return ["schema-1", "schema-2"].map(
    (name) => new Uint8Array(readFileSync(`test/fixtures/workspaces/${name}.jiugong`)),
  );
}

/** The same team as this build writes it, with something in every table that the released files have. */
function presentFile(isShare: boolean): Bytes {
  const read = readWorkspaceFile(releasedFiles().at(-1)!);
  if (!read.ok) throw new Error("a released file does not read");
  const { head, workspace, journal } = read.value;
  return writeWorkspaceFile({ ...head, workspace, journal, ...(isShare && { share: SCOPE }) });
}

const SCOPE: ShareScope = {
  id: "share",
  members: "all",
  groups: "all",
  areas: ["customer", "target"],
  periods: "all",
  withPay: false,
  masked: false,
  withNotes: false,
};
