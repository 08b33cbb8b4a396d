import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BackupListing } from "../../core/bridge/backup-contract.ts";
import { isBackupName } from "../../core/vault/backup/backup-file-name.ts";
import { backupTiers } from "../../core/vault/backup/backup-rotation.ts";
import { totalOf } from "../../core/vault/counts.ts";
import { readWorkspaceHead } from "../../core/vault/workspace-file.ts";
import type { MadeBackup } from "./backup-job.ts";

/** The head of a file is far shorter. */
const HEAD_BYTES = 16_384;
/** A folder of choice may hold anything; nobody reads a longer list. */
const LISTED = 500;

/** The backups in a folder, newest first: those of this installation by number, and others by the time they say they were made. */
export async function listBackups(
  folder: string,
  made: readonly MadeBackup[],
): Promise<readonly BackupListing[]> {
  const madeByName = new Map(made.map((one) => [one.name, one]));
  const names = (await readdir(folder)).filter(isBackupName).toSorted().slice(-LISTED);
  const found = await Promise.all(names.map((name) => look(folder, name, madeByName.get(name))));
  const listed = found.filter((one) => one !== null);
  const verified = new Set(listed.filter(({ isVerified }) => isVerified).map(({ name }) => name));
  const tiers = backupTiers(made.map((one) => ({ ...one, isVerified: verified.has(one.name) })));
  return listed
    .map((one) => ({ ...one, tiers: [...(tiers.get(madeByName.get(one.name)?.number ?? -1) ?? [])] }))
    .toSorted((a, b) => b.atMs - a.atMs || (a.name < b.name ? 1 : -1));
}

async function look(
  folder: string,
  name: string,
  made: MadeBackup | undefined,
): Promise<Omit<BackupListing, "tiers"> | null> {
  try {
    const path = join(folder, name);
    const { size, mtimeMs } = await stat(path);
    const isVerified = made?.bytes === size;
    const isEncrypted = name.endsWith(".age");
    const head = isVerified ? headOf(made) : isEncrypted ? null : await readHead(path);
    const atMs = isVerified ? made.atMs : (head?.atMs ?? mtimeMs);
    return { name, bytes: size, atMs, isEncrypted, isVerified, head: head && plain(head) };
  } catch {
    return null;
  }
}

type Head = NonNullable<BackupListing["head"]> & { readonly atMs: number };

function headOf({ sequence, total, app, atMs }: MadeBackup): Head {
  return { sequence, total, app, atMs };
}

async function readHead(path: string): Promise<Head | null> {
  const file = await open(path, "r");
  try {
    const bytes = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await file.read(bytes, 0, HEAD_BYTES, 0);
    const head = readWorkspaceHead(bytes.subarray(0, bytesRead));
    const atMs = head && Date.parse(head.at);
    if (!head || atMs === null || Number.isNaN(atMs)) return null;
    return { sequence: head.sequence, total: totalOf(head.counts), app: head.app, atMs };
  } finally {
    await file.close();
  }
}

function plain({ sequence, total, app }: Head): NonNullable<BackupListing["head"]> {
  return { sequence, total, app };
}
