import { fail, ok } from "../../core/base/result.ts";
import { backupListingSchema } from "../../core/bridge/backup-contract.ts";
import type { BackupListing } from "../../core/bridge/backup-contract.ts";
import { isBackupName } from "../../core/vault/backup/backup-file-name.ts";
import type { BackupKeeper } from "../backup/backup-keeper.ts";
import type { FolderReader } from "../backup/folder-reader.ts";
import type { PassphraseStore } from "../backup/passphrase-store.ts";
import type { Handlers } from "./door.ts";

type BackupHandlers = Pick<
  Handlers,
  "readBackupState" | "listBackups" | "backUpNow" | "chooseBackups" | "openBackup"
>;

export interface BackupHandlersParts {
  readonly keeper: BackupKeeper;
  readonly reader: FolderReader;
  readonly passphrases: PassphraseStore;
}

/** The channels of automatic backups. A backup is asked for by a name of its folder; no name leads out of it. */
export function createBackupHandlers({ keeper, reader, passphrases }: BackupHandlersParts): BackupHandlers {
  return {
    readBackupState: () => ok(keeper.state()),
    async listBackups() {
      const listed = await reader.list();
      if (listed.ok) return ok(listed.value.flatMap(fitRow));
      // The app's own folder is made with the first backup.
      const isNew = keeper.state().folder === null && listed.error === "gone";
      return isNew ? ok([]) : listed;
    },
    backUpNow: async () => ok(await keeper.backUpNow()),
    chooseBackups: async (choice) => ok(await keeper.choose(choice)),
    async openBackup({ name, passphrase }) {
      if (!isBackupName(name) || /[/\\:]/.test(name)) return fail("refused");
      return reader.open({
        folder: keeper.place().folder,
        name,
        passphrase: passphrase ?? passphrases.read(),
      });
    },
  };
}

/** Each row is looked at alone, so that one of a strange file hides no other. */
function fitRow(row: BackupListing): readonly BackupListing[] {
  const fit = backupListingSchema.safeParse(row);
  return fit.success ? [fit.data] : [];
}
