import { failureMessage } from "../../core/bridge/failure.ts";
import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { fail } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import { openedCopy } from "../../core/vault/merge/opened-copy.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../../core/vault/workspace-file.ts";
import { settingsOf } from "../../core/vault/workspace.ts";
import type { PickedFile, Platform } from "../platform/platform.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import { noteLastBackup } from "./last-backup.ts";
import { journalForCopy } from "./read-journal.ts";
import { replaceWorkspace } from "./replace-workspace.ts";
import { currentSession } from "./session.ts";
import { currentWorkspace, workspaceStore } from "./workspace-store.ts";
import { allWritten } from "./write-queue.ts";

const EXTENSION = "jiugong";

/** The open workspace as a backup file, checked by reading it back before it is handed out. */
export async function createBackup(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeBackup();
  const read = readWorkspaceFile(bytes);
  if (!read.ok) throw new Error(`a backup does not read back: ${JSON.stringify(read.error)}`);
  return bytes;
}

/** The same without the check, for those who read it back from where they put it. */
export async function writeBackup(): Promise<Uint8Array<ArrayBuffer>> {
  await allWritten();
  const session = currentSession();
  const { generation, sequence, stamp } = session;
  const state = { workspace: currentWorkspace(), journal: await journalForCopy(session) };
  return encodeSlowly(session, { ...state, standing: { generation, sequence, stamp } });
}

/** Saves a backup where the person chooses. `null`: cancelled. `label` names the kind of file in the dialog. */
export async function saveBackup(
  label: string,
): Promise<Result<{ readonly name: string } | null, readonly { readonly message: Message }[]>> {
  const { platform, sequence } = currentSession();
  const bytes = await createBackup();
  const saved = await platform.saveFile(backupName(platform), bytes, { label, extensions: [EXTENSION] });
  if (!saved.ok) return fail([{ message: failureMessage(saved.error) }]);
  if (saved.value) {
    noteLastBackup(platform, { atMs: platform.nowMs(), sequence });
  }
  return saved;
}

/** Reads a backup whole or refuses it whole; changes nothing yet. */
export async function readBackup(file: PickedFile): Promise<Result<WorkspaceFile>> {
  return readWorkspaceFile(await file.bytes());
}

/** Puts a backup's state in the workspace's place. Who was erased here since it was made is erased in it first. */
export async function restoreBackup(file: WorkspaceFile): Promise<Result<null>> {
  const { withoutForgotten } = await import("../../core/vault/person/forgotten.ts");
  const present = workspaceStore.getState().workspace;
  const { workspace, journal } = withoutForgotten(present ? settingsOf(present) : {}, file);
  const label = message("vault.journal.restored", { at: file.head.at.slice(0, 10) });
  return replaceWorkspace(openedCopy({ ...file, workspace }, currentSession().device), label, {
    journal,
    stamp: file.head.stamp,
  });
}

/** A state that was put aside before a restore, read whole. */
export async function readKeptState(number: number): Promise<Result<WorkspaceFile>> {
  const bytes = await currentSession().platform.ledger.readKept?.(number);
  return bytes ? readWorkspaceFile(bytes) : fail([{ message: message("vault.kept.gone") }]);
}

/** Team and local time, so that the newest of several is found by name. */
function backupName(platform: Platform): string {
  const nowMs = platform.nowMs();
  const local = new Date(nowMs - new Date(nowMs).getTimezoneOffset() * 60_000).toISOString();
  const time = local.slice(11, 16).replace(":", "");
  return `${settingsOf(currentWorkspace()).name} ${local.slice(0, 10)} ${time}.${EXTENSION}`;
}
