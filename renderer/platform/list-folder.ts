import { dayOfMoment } from "../../core/base/day.ts";
import type { BackupListing } from "../../core/bridge/backup-contract.ts";
import { isBackupName } from "../../core/vault/backup/backup-file-name.ts";
import { backupTiers } from "../../core/vault/backup/backup-rotation.ts";
import { listedHead } from "../../core/vault/backup/listed-head.ts";
import { fileOf } from "./backup-folder.ts";
import type { BrowserBackup } from "./browser-backup-records.ts";

/** The head of a file is far shorter. */
const HEAD_BYTES = 16_384;

/** The copies in a folder of the browser, newest first. */
export async function listFolder(
  folder: FileSystemDirectoryHandle,
  made: readonly BrowserBackup[],
): Promise<readonly BackupListing[]> {
  const madeByName = new Map(made.map((one) => [one.name, one]));
  const found: BackupListing[] = [];
  for await (const name of folder.keys()) {
    if (!isBackupName(name)) continue;
    // One that cannot be read hides no other.
    const one = await look(folder, name, madeByName.get(name)).catch(() => null);
    if (one) found.push(one);
  }
  const verified = new Set(found.filter(({ isVerified }) => isVerified).map(({ name }) => name));
  const seen = made.map((one) => ({
    ...one,
    day: dayOfMoment(one.atMs, -new Date(one.atMs).getTimezoneOffset()),
    isVerified: verified.has(one.name),
  }));
  const tiers = backupTiers(seen);
  return found
    .map((one) => ({ ...one, tiers: [...(tiers.get(madeByName.get(one.name)?.number ?? -1) ?? [])] }))
    .toSorted((a, b) => b.atMs - a.atMs);
}

async function look(
  folder: FileSystemDirectoryHandle,
  name: string,
  made: BrowserBackup | undefined,
): Promise<BackupListing> {
  const file = await fileOf(folder, name);
  const isEncrypted = name.endsWith(".age");
  const start = isEncrypted ? null : new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const head = start && listedHead(start);
  return {
    name,
    bytes: file.size,
    atMs: (head && Date.parse(head.at)) || file.lastModified,
    isEncrypted,
    isVerified: made?.bytes === file.size,
    tiers: [],
    head: head && { sequence: head.sequence, total: head.total, app: head.app },
  };
}
