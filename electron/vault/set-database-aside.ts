import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NOTE = "set-database-aside";
const DATABASES = "IndexedDB";

/** Notes that the next start is to put the browser's databases aside: as long as the app runs their files are in use. */
export function noteDatabaseAside(userData: string): void {
  writeFileSync(join(userData, NOTE), "", { flush: true });
}

/** Renames the folder of the browser's databases where that was noted, before a window opens them: the working store is then made
 * anew from the ledger. Nothing is removed; where it cannot be renamed the next start tries again. */
export function setDatabaseAside(userData: string): void {
  const [note, databases] = [join(userData, NOTE), join(userData, DATABASES)];
  try {
    if (!existsSync(note)) return;
    if (existsSync(databases)) renameSync(databases, freeName(databases));
    rmSync(note);
  } catch {
    // It stays noted.
  }
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${path}.aside-${number}`;
    if (!existsSync(name)) return name;
  }
}
