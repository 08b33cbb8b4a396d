import type { Change } from "../core/base/change.ts";
import type { Message } from "../core/base/message.ts";
import type { Stamp } from "../core/base/stamp.ts";
import { countRecords, totalOf } from "../core/vault/counts.ts";
import { journalLineOf } from "../core/vault/journal.ts";
import type { EntryKind } from "../core/vault/ledger-entry.ts";
import { openedCopy } from "../core/vault/merge/opened-copy.ts";
import { deviceOf } from "../core/vault/merge/seen.ts";
import { writeWorkspaceFile } from "../core/vault/workspace-file.ts";
import type { WorkspaceFile } from "../core/vault/workspace-file.ts";
import type { Workspace } from "../core/vault/workspace.ts";

/** A commit on a workspace file. */
export interface FileCommit {
  readonly workspace: Workspace;
  readonly stamp: Stamp;
  readonly label: Message;
  readonly kind: EntryKind;
  readonly changes: readonly Change[];
  readonly nowMs: number;
}

/** The file after a commit, with a line in its journal; of a share it is the share still. */
export function writeChanged({ head, journal }: WorkspaceFile, commit: FileCommit): Uint8Array<ArrayBuffer> {
  const { stamp, label, kind, changes, nowMs } = commit;
  const workspace = openedCopy({ workspace: commit.workspace, head }, deviceOf(stamp));
  const sequence = head.sequence + 1;
  const { generation, app, share } = head;
  const total = totalOf(countRecords(workspace));
  const line = journalLineOf({ sequence, generation, stamp, kind, label, total, changes });
  const at = new Date(nowMs).toISOString();
  return writeWorkspaceFile({
    app,
    at,
    generation,
    sequence,
    stamp,
    share,
    workspace,
    journal: [...journal, line],
  });
}
