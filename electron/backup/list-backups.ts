import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BackupListing } from "../../core/bridge/backup-contract.ts";
import { isBackupName } from "../../core/vault/backup/backup-file-name.ts";
import { backupTiers } from "../../core/vault/backup/backup-rotation.ts";
import { listedHead } from "../../core/vault/backup/listed-head.ts";
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
  const names = ownFirst((await readdir(folder)).filter(isBackupName), madeByName).slice(0, LISTED);
  const found = await Promise.all(names.map((name) => look(folder, name, madeByName.get(name))));
  const listed = found.filter((one) => one !== null);
  const verified = new Set(listed.filter(({ isVerified }) => isVerified).map(({ name }) => name));
  const tiers = backupTiers(made.map((one) => ({ ...one, isVerified: verified.has(one.name) })));
  return listed
    .map((one) => ({ ...one, tiers: [...(tiers.get(madeByName.get(one.name)?.number ?? -1) ?? [])] }))
    .toSorted((a, b) => b.atMs - a.atMs || (a.name < b.name ? 1 : -1));
}

/** What was made here comes before whatever else lies there under whatever names; of each the last name first. */
function ownFirst(names: readonly string[], own: ReadonlyMap<string, unknown>): readonly string[] {
  const lastFirst = names.toSorted().toReversed();
  return [...lastFirst.filter((name) => own.has(name)), ...lastFirst.filter((name) => !own.has(name))];
}

async function look(
  folder: string,
  name: string,
  made: MadeBackup | undefined,
): Promise<Omit<BackupListing, "tiers"> | null> {
  try {
    const path = join(folder, name);
    const found = await stat(path);
    // A pipe would be waited for.
    if (!found.isFile()) return null;
    const { size, mtimeMs } = found;
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
    const head = listedHead(bytes.subarray(0, bytesRead));
    const atMs = head ? Date.parse(head.at) : NaN;
    return head && !Number.isNaN(atMs) ? { ...head, atMs } : null;
  } finally {
    await file.close();
  }
}

function plain({ sequence, total, app }: Head): NonNullable<BackupListing["head"]> {
  return { sequence, total, app };
}
