import type { Result } from "../../core/base/result.ts";
import type {
  BackupChoice,
  BackupListing,
  BackupProblem,
  BackupState,
  OPEN_BACKUP_ERRORS,
} from "../../core/bridge/backup-contract.ts";

/** What backups are made of where the page makes them. */
export interface BackupSource {
  /** Which state is open. */
  standing(): { readonly generation: string; readonly sequence: number };
  /** That state, or a newer one, as a file. */
  write(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Automatic backups, wherever they are made. */
export interface BackupPort {
  /** What can be had here: a folder of choice, encryption, a backup when the window closes. */
  readonly can: { readonly folder: boolean; readonly encrypt: boolean; readonly quit: boolean };
  /** Begins; from now on `listener` hears how they stand. */
  start(listener: (state: BackupState) => void, source: BackupSource): Promise<void>;
  /** Something was saved. */
  noteChange(): void;
  /** The workspace closes. */
  stop(): void;
  list(): Promise<Result<readonly BackupListing[], BackupProblem>>;
  /** The folder of choice, as the person knows it; `null`: none was chosen. */
  folder(): Promise<string | null>;
  /** Has the browser ask for what it takes to look into the folder. Only after a click; where nobody has to ask, nothing happens. */
  reach(): Promise<void>;
  /** Makes one at once. */
  backUpNow(): Promise<BackupState>;
  choose(choice: BackupChoice): Promise<BackupState>;
  /** The bytes of one in the list. */
  open(
    name: string,
    passphrase: string | null,
  ): Promise<Result<Uint8Array<ArrayBuffer>, (typeof OPEN_BACKUP_ERRORS)[number]>>;
}
