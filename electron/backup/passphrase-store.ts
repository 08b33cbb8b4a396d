import type { SafeStorage } from "electron";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** The passphrase of encrypted backups, so that they can be made without asking. */
export interface PassphraseStore {
  read(): string | null;
  /** `null` forgets it. */
  write(passphrase: string | null): void;
  /** Where it is: in a file that the system's key store locks, in memory until the app is closed, or nowhere. */
  place(): "kept" | "session" | "none";
}

/** As much of Electron's `safeStorage` as is used. */
export type KeyStore = Pick<
  SafeStorage,
  "isEncryptionAvailable" | "encryptString" | "decryptString" | "getSelectedStorageBackend"
>;

/** Keeps the passphrase where the system has a real key store; else it is held in memory and asked for after the next start.
 * It is never the only copy of anything: backups are opened by the passphrase that the person knows. */
export function createPassphraseStore(keys: KeyStore, path: string): PassphraseStore {
  let held: string | null = null;
  const read = () => held ?? (held = readKept(keys, path));
  return {
    read,
    write(passphrase) {
      held = passphrase;
      rmSync(path, { force: true });
      if (passphrase === null || !hasKeyStore(keys)) return;
      try {
        writeFileSync(path, keys.encryptString(passphrase), { mode: 0o600, flush: true });
      } catch {
        // It holds until the app is closed, and is asked for then.
      }
    },
    place() {
      if (read() === null) return "none";
      return readKept(keys, path) === null ? "session" : "kept";
    },
  };
}

/** On Linux without a key ring Electron would lock with a key that everybody knows. */
function hasKeyStore(keys: KeyStore): boolean {
  if (!keys.isEncryptionAvailable()) return false;
  return (
    process.platform !== "linux" || !["basic_text", "unknown"].includes(keys.getSelectedStorageBackend())
  );
}

function readKept(keys: KeyStore, path: string): string | null {
  try {
    // The file comes first: asking the key store may show a question of the system.
    const locked = readFileSync(path);
    return hasKeyStore(keys) ? keys.decryptString(locked) : null;
  } catch {
    return null;
  }
}
