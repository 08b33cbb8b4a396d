import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok } from "../../core/base/result.ts";
import type { AnswerValue, Answer } from "../../core/bridge/contract.ts";
import { failureCode } from "../../core/bridge/failure.ts";
import type { FailureCode } from "../../core/bridge/failure.ts";
import { MAX_FILE_BYTES } from "../../core/bridge/limits.ts";
import { isBackupName } from "../../core/vault/backup/backup-file-name.ts";
import { decryptWithPassphrase } from "../../formats/age/decrypt-with-passphrase.ts";
import type { BackupKeeper } from "../backup/backup-keeper.ts";
import { listBackups } from "../backup/list-backups.ts";
import type { PassphraseStore } from "../backup/passphrase-store.ts";
import type { Handlers } from "./door.ts";

type BackupHandlers = Pick<
  Handlers,
  "readBackupState" | "listBackups" | "backUpNow" | "chooseBackups" | "openBackup"
>;

/** The channels of automatic backups. A backup is asked for by a name of its folder; no name leads out of it. */
export function createBackupHandlers(keeper: BackupKeeper, passphrases: PassphraseStore): BackupHandlers {
  return {
    readBackupState: () => ok(keeper.state()),
    async listBackups() {
      const { folder, made } = keeper.place();
      try {
        return ok([...(await listBackups(folder, made))]);
      } catch (error) {
        // The app's own folder is made with the first backup.
        const isNew = keeper.state().folder === null && codeOf(error) === "gone";
        return isNew ? ok([]) : fail(codeOf(error));
      }
    },
    backUpNow: async () => ok(await keeper.backUpNow()),
    chooseBackups: async (choice) => ok(await keeper.choose(choice)),
    async openBackup({ name, passphrase }) {
      if (!isBackupName(name) || /[/\\:]/.test(name)) return fail("refused");
      try {
        const path = join(keeper.place().folder, name);
        if ((await stat(path)).size > MAX_FILE_BYTES) return fail("too-large");
        const bytes = new Uint8Array(await readFile(path));
        if (!name.endsWith(".age")) return ok(bytes);
        return await decrypt(bytes, passphrase ?? passphrases.read());
      } catch (error) {
        return fail(codeOf(error));
      }
    },
  };
}

async function decrypt(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string | null,
): Promise<Answer<"openBackup">> {
  if (passphrase === null) return fail("no-passphrase");
  const opened = await decryptWithPassphrase(bytes, passphrase);
  if (opened.ok) return ok(opened.value as AnswerValue<"openBackup">);
  const isWrong = opened.error.some(({ message }) => message.key.endsWith("wrong-passphrase"));
  return fail(isWrong ? "wrong-passphrase" : "damaged");
}

function codeOf(error: unknown): FailureCode {
  return failureCode(error instanceof Error && "code" in error ? String(error.code) : "");
}
