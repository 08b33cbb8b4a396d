import type { Result } from "../../core/base/result.ts";

/** A file that the person picked or dropped. Its bytes are read on demand. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a dialog offers: a name in the reader's language and endings without the dot. */
export interface FileKind {
  readonly label: string;
  readonly extensions: readonly string[];
}

/** The log of record, outside IndexedDB: a file in Electron, OPFS in the browser. Entries and snapshots are opaque bytes
 * here; `renderer/storage` and `core/vault` know what is in them. */
export interface LedgerPort {
  /** Everything that is whole: the newest readable snapshot and the entries after it. */
  read(): Promise<LedgerContents>;
  /** Durable when it answers ok. `not-saved`: truncated away, nothing happened. `unknown`: settle at the next start. */
  append(entry: Uint8Array): Promise<Result<null, "not-saved" | "unknown">>;
  /** Writes a new snapshot with an empty segment after it; the old ones are removed when the new one is verified. */
  compact(snapshot: Uint8Array, sequence: number): Promise<Result<null, "not-saved" | "unknown">>;
}

export interface LedgerContents {
  readonly snapshot: Uint8Array | null;
  readonly entries: readonly Uint8Array[];
  /** What was found damaged and cut or passed over, for the person and the journal. Empty when all was whole. */
  readonly damage: readonly string[];
}

/** What differs between the desktop and the browser. One object, chosen at start. */
export interface Platform {
  readonly kind: "desktop" | "browser";
  readonly ledger: LedgerPort;
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
  copyText(text: string): Promise<boolean>;
  /** Device preferences (language, theme, density): never part of the workspace. */
  readPreference(key: string): string | null;
  writePreference(key: string, value: string): void;
}
