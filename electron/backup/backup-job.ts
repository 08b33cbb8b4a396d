import { hash } from "node:crypto";
import { mkdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "../../core/base/day.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { BackupProblem } from "../../core/bridge/backup-contract.ts";
import { failureCode } from "../../core/bridge/failure.ts";
import { backupFileName } from "../../core/vault/backup/backup-file-name.ts";
import { hasLostTooMuch } from "../../core/vault/backup/backup-rotation.ts";
import { ledgerState } from "../../core/vault/backup/ledger-state.ts";
import type { LedgerBytes, LedgerState } from "../../core/vault/backup/ledger-state.ts";
import { countRecords, sameCounts, totalOf } from "../../core/vault/counts.ts";
import { readLedger } from "../../core/vault/read-ledger.ts";
import { readWorkspaceFile, writeWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { decryptWithPassphrase } from "../../formats/age/decrypt-with-passphrase.ts";
import { encryptWithPassphrase } from "../../formats/age/encrypt-with-passphrase.ts";
import { realFileSteps, writeFileAtomically } from "../report/write-file-atomically.ts";
import type { FileSteps } from "../report/write-file-atomically.ts";
import { clearLeftovers, removeSurplus } from "./rotate-folder.ts";

/** A backup that this installation made and verified. */
export interface MadeBackup {
  readonly folder: string;
  readonly name: string;
  readonly number: number;
  readonly day: Day;
  readonly atMs: number;
  readonly bytes: number;
  readonly generation: string;
  readonly sequence: number;
  readonly total: number;
  readonly app: string;
}

/** Everything that a backup is made from; plain data, for it goes to another process. */
export interface BackupJob {
  readonly ledger: LedgerBytes;
  readonly folder: string;
  /** The app's own folder is made when it is not there; one that the person chose must be there. */
  readonly isOwnFolder: boolean;
  readonly line: string;
  readonly number: number;
  readonly app: string;
  readonly nowMs: number;
  readonly day: Day;
  readonly time: string;
  /** `null`: the backup is not encrypted. */
  readonly passphrase: string | null;
  readonly workFactor?: number;
  /** What this installation has made in this folder, oldest first. */
  readonly made: readonly MadeBackup[];
  /** Records of the last backup for which others were rotated. */
  readonly baseline: number | null;
  /** Whether a new backup is made also where nothing has changed since the last. */
  readonly isWanted: boolean;
}

/** How it ended. `made`: `kept` is what is left of what this installation made here, the new one included. */
export type BackupOutcome =
  | { readonly kind: "unchanged" }
  | {
      readonly kind: "made";
      readonly backup: MadeBackup;
      readonly kept: readonly MadeBackup[];
      readonly fall: { readonly before: number; readonly after: number } | null;
    }
  | { readonly kind: "failed"; readonly problem: BackupProblem };

/** Makes a backup of what the ledger holds: written beside its place, flushed, renamed, the folder flushed; then read back,
 * parsed, and compared in checksum, standing and counts; only then older ones are rotated away. What fails removes nothing. */
export async function runBackupJob(job: BackupJob, steps: FileSteps = realFileSteps): Promise<BackupOutcome> {
  try {
    const isThere = await reachFolder(job);
    if (!isThere.ok) return { kind: "failed", problem: isThere.error };
    if (!job.isWanted && (await isUnchanged(job))) return { kind: "unchanged" };
    const state = ledgerState(job.ledger);
    if (!state) return { kind: "failed", problem: "ledger-unreadable" };
    const written = await writeBackup(job, state, steps);
    if (!written.ok) return { kind: "failed", problem: written.error };
    return await rotate(job, written.value);
  } catch (error) {
    return { kind: "failed", problem: problemOf(error) };
  }
}

async function reachFolder({ folder, isOwnFolder }: BackupJob): Promise<Result<null, BackupProblem>> {
  try {
    if (isOwnFolder) await mkdir(folder, { recursive: true });
    return (await stat(folder)).isDirectory() ? ok(null) : fail("gone");
  } catch (error) {
    return fail(problemOf(error));
  }
}

/** Whether the newest backup is of this very state and still there. */
async function isUnchanged({ ledger, made, folder, passphrase }: BackupJob): Promise<boolean> {
  const last = made.at(-1);
  const { copy } = readLedger(ledger);
  if (!last || copy.kind !== "readable") return false;
  const { generation, sequence } = copy.standing;
  if (last.generation !== generation || last.sequence !== sequence) return false;
  if (last.name.endsWith(".age") !== (passphrase !== null)) return false;
  const found = await stat(join(folder, last.name)).catch(() => null);
  return found?.size === last.bytes;
}

async function writeBackup(
  job: BackupJob,
  state: LedgerState,
  steps: FileSteps,
): Promise<Result<MadeBackup, BackupProblem>> {
  const { app, folder, passphrase, day, time, line } = job;
  const at = new Date(job.nowMs).toISOString();
  const { workspace, journal, standing } = state;
  const plain = writeWorkspaceFile({ workspace, journal, ...standing, app, at });
  const bytes = passphrase === null ? plain : await encryptWithPassphrase(plain, passphrase, job.workFactor);
  let problem: BackupProblem = "in-use";
  // A name that an antivirus or a sync folder holds is given up for the next one.
  for (const number of [job.number, job.number + 1]) {
    const name = backupFileName({ line, number, day, time, isEncrypted: passphrase !== null });
    const path = join(folder, name);
    const written = await writeFileAtomically(path, bytes, steps);
    if (!written.ok) {
      problem = written.error;
      if (problem === "in-use" || problem === "not-permitted") continue;
      return fail(await undone(path, problem));
    }
    if (!(await readsBack(path, { plain, state, passphrase }))) return fail(await undone(path, "unverified"));
    const total = totalOf(countRecords(workspace));
    const { generation, sequence } = standing;
    const made = { folder, name, number, day, atMs: job.nowMs, bytes: bytes.length };
    return ok({ ...made, generation, sequence, total, app });
  }
  return fail(problem);
}

/** What could not be verified does not stay under a good name. */
async function undone(path: string, problem: BackupProblem): Promise<BackupProblem> {
  await rm(path, { force: true }).catch(() => undefined);
  return problem;
}

interface Written {
  readonly plain: Uint8Array;
  readonly state: LedgerState;
  readonly passphrase: string | null;
}

async function readsBack(path: string, { plain, state, passphrase }: Written): Promise<boolean> {
  const bytes = new Uint8Array(await readFile(path));
  const opened = passphrase === null ? ok(bytes) : await decryptWithPassphrase(bytes, passphrase);
  if (!opened.ok || hash("sha256", opened.value) !== hash("sha256", plain)) return false;
  const read = readWorkspaceFile(opened.value);
  if (!read.ok) return false;
  const { head } = read.value;
  return (
    head.sequence === state.standing.sequence &&
    head.generation === state.standing.generation &&
    sameCounts(head.counts, countRecords(state.workspace))
  );
}

async function rotate(job: BackupJob, backup: MadeBackup): Promise<BackupOutcome> {
  const { baseline, line, folder, nowMs } = job;
  const all = [...job.made, backup];
  if (baseline !== null && hasLostTooMuch(baseline, backup.total)) {
    return { kind: "made", backup, kept: all, fall: { before: baseline, after: backup.total } };
  }
  await clearLeftovers({ folder, line, nowMs });
  return { kind: "made", backup, kept: await removeSurplus(all), fall: null };
}

function problemOf(error: unknown): BackupProblem {
  return failureCode(error instanceof Error && "code" in error ? String(error.code) : "");
}
