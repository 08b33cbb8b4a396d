import type { Result } from "../../core/base/result.ts";
import type { BackupPort } from "./backup-port.ts";
import type { DesktopEvents } from "./desktop-events.ts";
import type { UpdatePort } from "./desktop-updates.ts";

/** A file that the person picked or dropped. Its bytes are read on demand. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** The file itself, where it is one: a worker can read it without the page. */
  readonly blob?: Blob;
}

/** What a dialog offers: a name in the reader's language and endings without the dot. */
export interface FileKind {
  readonly label: string;
  readonly extensions: readonly string[];
}

/** A file of a folder: bytes as they are, or a self-contained HTML document to be printed. */
export type FolderFile =
  | { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly name: string; readonly html: string };

/** Who is told how many files of a folder are written, and what stops it. */
export interface FolderWatch {
  onWritten(done: number): void;
  readonly signal: AbortSignal;
}

/** The log of record, outside IndexedDB: a file in Electron, OPFS in the browser. Entries and snapshots are opaque bytes
 * here; `renderer/storage` and `core/vault` know what is in them. */
export interface LedgerPort {
  /** Everything that is whole: the newest readable snapshot and the entries after it. With `head` of the snapshot at
   * least the beginning, which is quicker; an adapter may always give all. Reading writes nothing. */
  read(part?: "head" | "all"): Promise<LedgerContents>;
  /** Durable when it answers ok. `not-saved`: truncated away, nothing happened. `unknown`: settle at the next start. */
  append(entry: Uint8Array): Promise<Result<null, "not-saved" | "unknown">>;
  /** Writes a new snapshot with an empty segment after it; older ones are removed when the new one is verified, but the
   * one before stays. `isAlone`: nothing of what was before stays, no snapshot and no state put aside. */
  compact(
    snapshot: Uint8Array,
    sequence: number,
    isAlone?: boolean,
  ): Promise<Result<null, "not-saved" | "unknown">>;
  /** Puts a whole state aside (before a restore): no part of the log. The newest five stay. */
  keep?(snapshot: Uint8Array, sequence: number): Promise<Result<null, "not-saved" | "unknown">>;
  /** The states put aside, newest first. */
  kept?(): Promise<readonly KeptState[]>;
  readKept?(number: number): Promise<Uint8Array | null>;
  /** Bytes of all the ledger's files. */
  size?(): Promise<number>;
  /** Reads the newest snapshot whole without handing it out; answers what is damaged. */
  check?(): Promise<readonly string[]>;
  /** Which ledger is open, counted from 1: those before it were set aside. */
  place?(): Promise<number>;
  /** `all`: begins an empty ledger; the present one stays where it is and is no longer read at the start. `database`, on the desktop
   * alone: the next start renames the database, which is then made anew of the ledger. Rejects when it cannot be done. */
  setAside?(what: "all" | "database"): Promise<void>;
  /** A ledger that was set aside. */
  readAside?(place: number): Promise<LedgerContents>;
}

export interface LedgerContents {
  readonly snapshot: Uint8Array | null;
  readonly entries: readonly Uint8Array[];
  /** What was found damaged and cut or passed over, for the person and the journal. Empty when all was whole. */
  readonly damage: readonly string[];
}

/** A state put aside: its number is its name. */
export interface KeptState {
  readonly number: number;
  readonly sequence: number;
  readonly bytes: number;
}

export interface StorageRoom {
  readonly usedBytes: number;
  readonly freeBytes: number;
  readonly persistent: boolean;
}

/** What differs between the desktop and the browser. One object, chosen at start. */
export interface Platform {
  readonly kind: "desktop" | "browser";
  readonly ledger: LedgerPort;
  /** The menu, opened files and the closing window; absent in the browser. */
  readonly desktop?: DesktopEvents;
  /** Automatic backups: always the same, fetched when they are first wanted. */
  loadBackups?(): Promise<BackupPort>;
  /** How much room the browser or disk gives, and whether the data may be cleared without asking. Absent: not known. */
  storageRoom?(): Promise<StorageRoom>;
  nowMs(): number;
  newId(): string;
  /** `null`: the person cancelled. */
  openFile(kind: FileKind): Promise<PickedFile | null>;
  /** Shows the save dialog (desktop) or downloads (browser). `null`: the person cancelled. The name is made safe. */
  saveFile(
    suggestedName: string,
    bytes: Uint8Array,
    kind: FileKind,
  ): Promise<Result<{ readonly name: string } | null, string>>;
  /** Renders a self-contained HTML document and saves it as PDF; in the browser it opens the print dialog. */
  savePdf(
    suggestedName: string,
    html: string,
    kind: FileKind,
  ): Promise<Result<{ readonly name: string } | null, string>>;
  /** Saves files into a new folder at a place that the person chooses, all or none; documents are printed to PDF. Absent in
   * the browser. `null`: the person cancelled, or stopped it. Answers the folder's name. */
  saveFolder?(
    suggestedName: string,
    files: readonly FolderFile[],
    watch?: FolderWatch,
  ): Promise<Result<{ readonly name: string } | null, string>>;
  copyText(text: string): Promise<boolean>;
  /** Device preferences (language, theme, density): never part of the workspace. */
  readPreference(key: string): string | null;
  writePreference(key: string, value: string): void;
  /** Absent in the browser, where the server gives the newest app. */
  readonly updates?: UpdatePort;
}
