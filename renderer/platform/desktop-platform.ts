import { MAX_CHUNK_BYTES } from "../../core/bridge/contract.ts";
import type { Bridge, MenuCommand, PickedFileHandle, Request } from "../../core/bridge/contract.ts";
import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { FileKind, LedgerPort, PickedFile, Platform } from "./platform.ts";

/** What the desktop has beyond the browser. */
export interface DesktopEvents {
  /** A choice in the application menu. */
  onMenuCommand(listener: (command: MenuCommand) => void): void;
  /** A backup was double-clicked. */
  onFileOpened(listener: (file: PickedFile) => void): void;
  /** The window wants to close: `finish` writes what is pending and tells whether all of it is written. */
  onQuit(finish: () => Promise<boolean>): void;
  /** All listeners are set: from now on events come, and what waited comes first. */
  start(): Promise<void>;
}

export interface DesktopPlatform extends Platform {
  readonly kind: "desktop";
  readonly desktop: DesktopEvents;
}

/** The platform on the desktop, over the bridge. Preferences are read once, before the first screen. */
export async function createDesktopPlatform(bridge: Bridge): Promise<DesktopPlatform> {
  const kept = await bridge.readPreferences(null);
  const preferences = new Map(Object.entries(kept.ok ? kept.value : {}));
  return {
    kind: "desktop",
    ledger: createBridgeLedger(bridge),
    desktop: createDesktopEvents(bridge),
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
    copyText: async (text) => (await bridge.copyText({ text })).ok,
    readPreference: (key) => preferences.get(key) ?? null,
    writePreference(key, value) {
      preferences.set(key, value);
      void bridge.writePreference({ key, value });
    },
  };
}

/** The ledger in the main process. A call that is lost on the way has an unknown end, like a sync that failed. */
function createBridgeLedger(bridge: Bridge): LedgerPort {
  return {
    read: async (part = "all") => valueOf(await bridge.readLedger({ part })),
    append: (entry) => settled(() => bridge.appendLedger({ entry })),
    compact: (snapshot, sequence) => settled(() => bridge.compactLedger({ snapshot, sequence })),
    keep: (snapshot, sequence) => settled(() => bridge.keepState({ snapshot, sequence })),
    kept: async () => valueOf(await bridge.listKeptStates(null)),
    readKept: async (number) => valueOf(await bridge.readKeptState({ number })),
    size: async () => valueOf(await bridge.readLedgerSize(null)),
  };
}

/** An answer that has to be there; without it the start shows what went wrong. */
function valueOf<T>(answer: Result<T, string>): T {
  if (!answer.ok) throw new Error(`the main process answered ${answer.error}`);
  return answer.value;
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

function createDesktopEvents(bridge: Bridge): DesktopEvents {
  return {
    onMenuCommand: (listener) => void bridge.listen("menuCommand", listener),
    onFileOpened: (listener) =>
      void bridge.listen("fileOpened", (picked) => listener(createPickedFile(bridge, picked))),
    onQuit(finish) {
      bridge.listen("quitAsked", () => {
        void finish()
          .catch(() => false)
          .then((written) => bridge.answerQuit({ written }));
      });
    },
    async start() {
      await bridge.announceReady(null);
    },
  };
}

function createPickedFile(bridge: Bridge, { handle, name, size }: PickedFileHandle): PickedFile {
  return { name, size, bytes: () => readWhole(bridge, handle, size) };
}

/** Reads a picked file in pieces. The handle stays good, so a file can be read again. */
async function readWhole(bridge: Bridge, handle: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let offset = 0;
  while (true) {
    const piece = valueOf(await bridge.readFile({ handle, offset, length: MAX_CHUNK_BYTES }));
    pieces.push(piece);
    offset += piece.byteLength;
    if (piece.byteLength === 0 || (offset >= size && piece.byteLength < MAX_CHUNK_BYTES)) break;
  }
  const whole = new Uint8Array(offset);
  let position = 0;
  for (const piece of pieces) {
    whole.set(piece, position);
    position += piece.byteLength;
  }
  return whole;
}

function plainKind(kind: FileKind): Request<"pickFile">["kind"] {
  return { label: kind.label, extensions: [...kind.extensions] };
}
