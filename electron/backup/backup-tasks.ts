import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { BackupListing, BackupProblem } from "../../core/bridge/backup-contract.ts";
import type { Answer, AnswerValue } from "../../core/bridge/contract.ts";
import { failureCode } from "../../core/bridge/failure.ts";
import type { FailureCode } from "../../core/bridge/failure.ts";
import { MAX_FILE_BYTES } from "../../core/bridge/limits.ts";
import { decryptWithPassphrase } from "../../formats/age/decrypt-with-passphrase.ts";
import { runBackupJob } from "./backup-job.ts";
import type { BackupJob, BackupOutcome, MadeBackup } from "./backup-job.ts";
import { listBackups } from "./list-backups.ts";

/** The folder of backups, and what this installation has made in it. */
export interface BackupPlace {
  readonly folder: string;
  readonly made: readonly MadeBackup[];
}

/** One backup of the folder. `null`: there is no passphrase to open it with. */
export interface BackupToOpen {
  readonly folder: string;
  readonly name: string;
  readonly passphrase: string | null;
}

/** All that is ever done in the folder of backups: what is given, and what is answered. Both are plain data. */
interface Tasks {
  readonly make: readonly [BackupJob, BackupOutcome];
  readonly list: readonly [BackupPlace, Result<readonly BackupListing[], BackupProblem>];
  readonly open: readonly [BackupToOpen, Answer<"openBackup">];
}
type TaskName = keyof Tasks;
export type TaskAnswer<K extends TaskName> = Tasks[K][1];

/** A task as it is sent to the process that carries it out. */
export interface Task<K extends TaskName = TaskName> {
  readonly task: K;
  readonly given: Tasks[K][0];
}

/** Carries a task out here. A folder that does not answer holds whoever awaits it, and one of the few threads for files. */
export function carryOut<K extends TaskName>({ task, given }: Task<K>): Promise<TaskAnswer<K>> {
  return TASKS[task](given);
}

const TASKS: { readonly [K in TaskName]: (given: Tasks[K][0]) => Promise<TaskAnswer<K>> } = {
  make: (job) => runBackupJob(job),
  list: ({ folder, made }) => listBackups(folder, made).then(ok, (error: unknown) => fail(codeOf(error))),
  open: (given) => openBackup(given).catch((error: unknown) => fail(codeOf(error))),
};

/** What age itself takes, and a step above it; a file that asks for more was made to stop us. */
const HIGHEST_WORK_FACTOR = 19;

async function openBackup({ folder, name, passphrase }: BackupToOpen): Promise<Answer<"openBackup">> {
  const path = join(folder, name);
  const found = await stat(path);
  if (!found.isFile()) return fail("gone");
  if (found.size > MAX_FILE_BYTES) return fail("too-large");
  const bytes = new Uint8Array(await readFile(path));
  if (!name.endsWith(".age")) return ok(bytes);
  if (passphrase === null) return fail("no-passphrase");
  const opened = await decryptWithPassphrase(bytes, passphrase, HIGHEST_WORK_FACTOR);
  if (opened.ok) return ok(opened.value as AnswerValue<"openBackup">);
  const said = opened.error.map(({ message }) => message.key);
  return fail(ASKED.find((reason) => said.includes(`vault.age.${reason}`)) ?? "damaged");
}

const ASKED = ["wrong-passphrase", "too-much-work"] as const;

function codeOf(error: unknown): FailureCode {
  return failureCode(error instanceof Error && "code" in error ? String(error.code) : "");
}
