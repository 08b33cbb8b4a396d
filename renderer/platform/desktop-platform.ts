import type { Answer, Bridge, Request } from "../../core/bridge/contract.ts";
import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { createDesktopBackups } from "./desktop-backups.ts";
import { createDesktopEvents } from "./desktop-events.ts";
import type { DesktopEvents } from "./desktop-events.ts";
import type { FileKind, FolderWatch, LedgerPort, Platform } from "./platform.ts";
import { createDesktopUpdates } from "./desktop-updates.ts";
import { createPickedFile, valueOf } from "./read-picked-file.ts";

export interface DesktopPlatform extends Platform {
  readonly kind: "desktop";
  readonly desktop: DesktopEvents;
}

/** The platform on the desktop, over the bridge. Preferences are read once, before the first screen. */
export async function createDesktopPlatform(bridge: Bridge): Promise<DesktopPlatform> {
  const kept = await bridge.readPreferences(null);
  const preferences = new Map(Object.entries(kept.ok ? kept.value : {}));
  const backups = createDesktopBackups(bridge);
  return {
    kind: "desktop",
    ledger: createBridgeLedger(bridge),
    desktop: createDesktopEvents(bridge),
    loadBackups: async () => backups,
    storageRoom: async () => valueOf(await bridge.readStorageRoom(null)),
    nowMs: () => Date.now(),
    newId: () => crypto.randomUUID(),
    async openFile(kind) {
      const picked = valueOf(await bridge.pickFile({ kind: plainKind(kind) }));
      return picked === null ? null : createPickedFile(bridge, picked);
    },
    saveFile: (suggestedName, bytes, kind) =>
      bridge.saveFile({ suggestedName, bytes, kind: plainKind(kind) }),
    savePdf: (suggestedName, html, kind) => bridge.savePdf({ suggestedName, html, kind: plainKind(kind) }),
    saveFolder: (suggestedName, files, watch) =>
      saveFolder(bridge, { suggestedName, files: [...files] }, watch),
    copyText: async (text) => (await bridge.copyText({ text })).ok,
    readPreference: (key) => preferences.get(key) ?? null,
    writePreference(key, value) {
      preferences.set(key, value);
      // A preference that could not be kept lasts until the app is closed.
      void bridge.writePreference({ key, value }).catch(() => undefined);
    },
    updates: createDesktopUpdates(bridge),
  };
}

/** The ledger in the main process. A call that is lost on the way has an unknown end, like a sync that failed. */
function createBridgeLedger(bridge: Bridge): LedgerPort {
  return {
    read: async (part = "all") => valueOf(await bridge.readLedger({ part })),
    append: (entry) => settled(() => bridge.appendLedger({ entry })),
    compact: (snapshot, sequence, isAlone = false) =>
      settled(() => bridge.compactLedger({ snapshot, sequence, isAlone })),
    keep: (snapshot, sequence) => settled(() => bridge.keepState({ snapshot, sequence })),
    kept: async () => valueOf(await bridge.listKeptStates(null)),
    readKept: async (number) => valueOf(await bridge.readKeptState({ number })),
    size: async () => valueOf(await bridge.readLedgerSize(null)),
    check: async () => valueOf(await bridge.checkLedger(null)),
    place: async () => valueOf(await bridge.readLedgerPlace(null)),
    setAside: async (what) => void valueOf(await bridge.setAside({ what })),
    readAside: async (place) => valueOf(await bridge.readLedgerAside({ place })),
  };
}

type LedgerAnswer = Result<null, "not-saved" | "unknown" | "refused" | "failed">;

async function settled(call: () => Promise<LedgerAnswer>): Promise<Result<null, "not-saved" | "unknown">> {
  try {
    const answer = await call();
    if (answer.ok) return answer;
    // The door refuses before the ledger is reached: nothing was written.
    return fail(answer.error === "not-saved" || answer.error === "refused" ? "not-saved" : "unknown");
  } catch {
    return fail("unknown");
  }
}

async function saveFolder(
  bridge: Bridge,
  order: Omit<Request<"saveFolder">, "job">,
  watch: FolderWatch | undefined,
): Promise<Answer<"saveFolder">> {
  const job = crypto.randomUUID();
  const unlisten = bridge.listen("folderGrew", (grew) => {
    if (grew.job === job) watch?.onWritten(grew.done);
  });
  const stop = () => void bridge.stopFolder({ job });
  watch?.signal.addEventListener("abort", stop);
  try {
    return await bridge.saveFolder({ job, ...order });
  } finally {
    unlisten();
    watch?.signal.removeEventListener("abort", stop);
  }
}

function plainKind(kind: FileKind): Request<"pickFile">["kind"] {
  return { label: kind.label, extensions: [...kind.extensions] };
}
