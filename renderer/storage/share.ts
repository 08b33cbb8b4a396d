import { settingsOf } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { selectShareSteps } from "../../core/vault/share/select-share.ts";
import type { ShareSelection } from "../../core/vault/share/select-share.ts";
import type { MaskWords } from "../../core/vault/share/name-mask.ts";
import type { ShareScope } from "../../core/vault/share/share-scope.ts";
import { readWorkspaceFile } from "../../core/vault/workspace-file.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import { inTurns } from "./in-turns.ts";
import { currentSession } from "./session.ts";
import { currentWorkspace } from "./workspace-store.ts";
import { allWritten } from "./write-queue.ts";

/** What a scope lets out of a workspace; the screen stays alive meanwhile. */
export function selectSlowly(
  workspace: Workspace,
  scope: ShareScope,
  words: MaskWords,
): Promise<ShareSelection> {
  return inTurns(selectShareSteps(workspace, scope, words));
}

/** The open workspace's share as a file, checked by reading it back before it is handed out. It has no journal: the journal
 * speaks of everything. */
export async function createShare(scope: ShareScope, words: MaskWords): Promise<Uint8Array<ArrayBuffer>> {
  await allWritten();
  const session = currentSession();
  const { generation, sequence, stamp } = session;
  const { workspace, scope: share } = await selectSlowly(currentWorkspace(), scope, words);
  const standing = { generation, sequence, stamp, share };
  const bytes = await encodeSlowly(session, { workspace, journal: [], standing });
  const read = readWorkspaceFile(bytes);
  if (!read.ok) throw new Error(`a share does not read back: ${JSON.stringify(read.error)}`);
  return bytes;
}

/** Team, day and what it is, so that nobody takes it for a backup; masked without the team. */
export function shareName(word: string, isMasked: boolean): string {
  const nowMs = currentSession().platform.nowMs();
  const local = new Date(nowMs - new Date(nowMs).getTimezoneOffset() * 60_000).toISOString();
  const said = `${word} ${local.slice(0, 10)}`;
  return isMasked ? said : `${settingsOf(currentWorkspace()).name} ${said}`;
}
