import { ok } from "../../core/base/result.ts";
import { safeFileName } from "../../core/vault/safe-file-name.ts";
import type { BackupPort } from "./backup-port.ts";
import { createBrowserLedger } from "./browser-ledger.ts";
import { pickFile } from "./pick-file.ts";
import type { Platform } from "./platform.ts";
import { printDocument } from "./print-document.ts";

const PREFERENCE_PREFIX = "jiugong.";

/** The plain browser: ledger in the origin's private files, downloads, file inputs, the print dialog. */
export function createBrowserPlatform(): Platform {
  let backups: Promise<BackupPort> | undefined;
  const preferences = {
    readPreference: (key: string) => readStored(PREFERENCE_PREFIX + key),
    writePreference: (key: string, value: string) => writeStored(PREFERENCE_PREFIX + key, value),
  };
  return {
    kind: "browser",
    ledger: createBrowserLedger(),
    async storageRoom() {
      const { usage = 0, quota = 0 } = await navigator.storage.estimate();
      const persistent = (await navigator.storage.persisted()) || (await navigator.storage.persist());
      return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), persistent };
    },
    nowMs: () => Date.now(),
    newId: () => crypto.randomUUID(),
    openFile: pickFile,
    async saveFile(suggestedName, bytes) {
      const name = safeFileName(suggestedName);
      download(name, bytes);
      return ok({ name });
    },
    async savePdf(suggestedName, html) {
      const name = safeFileName(suggestedName);
      await printDocument(html, name);
      return ok({ name });
    },
    async copyText(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
    ...preferences,
    loadBackups: () =>
      (backups ??= import("./browser-backups.ts").then(
        ({ BrowserBackups }) => new BrowserBackups(preferences),
      )),
  };
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Where the browser refuses, a preference lasts until the page is left. */
function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A preference is a comfort; the app works without it.
  }
}
