import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { Settings } from "../../core/base/settings.ts";
import { laterStamp, nextStamp } from "../../core/base/stamp.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import { emptyWorkspace } from "../../core/vault/workspace.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import { keepPresent } from "./keep-present.ts";
import { newestJournalLines } from "./read-journal.ts";
import { isFrozen, saveStatus } from "./save-status.ts";
import { currentSession, noteWorkspace } from "./session.ts";
import type { Session } from "./session.ts";
import { forgetSteps } from "./undo-state.ts";
import { currentWorkspace, workspaceStore } from "./workspace-store.ts";
import { inTurn } from "./write-queue.ts";
import { rewriteStore } from "./write-store.ts";

/** What a state brings along from where it was read. */
export interface Origin {
  readonly journal?: readonly JournalLine[];
  /** The last stamp its clock gave. */
  readonly stamp?: Stamp | null;
}

/** Begins a new, empty workspace. */
export function createWorkspace(settings: Settings): Promise<Result<null>> {
  return replaceWorkspace(emptyWorkspace(settings), message("vault.journal.created"));
}

/** Puts a whole other state in the workspace's place: restore and first start. All or none; the present state is put aside
 * first and can be taken back from there. It cannot be undone by a step. */
export function replaceWorkspace(
  workspace: Workspace,
  label: Message,
  from: Origin = {},
): Promise<Result<null>> {
  return inTurn(async () => {
    const session = currentSession();
    const { state, message: said } = saveStatus.getState();
    if (state === "unknown" || state === "read-only") return refuse(said ?? message("vault.save.unknown"));
    if (!(await keepPresent(session))) return refuse(message("vault.save.not-kept"));
    return put(session, { workspace, label, ...from });
  });
}

/** What takes the workspace's place for good. */
export interface StateAlone extends Origin {
  readonly workspace: Workspace;
  readonly journal: readonly JournalLine[];
}

/** Puts a state that is made of the present one in its place so that nothing of before stays: no earlier snapshot, no state
 * put aside, no step of undo. */
export function replaceForGood(
  label: Message,
  make: (workspace: Workspace, journal: readonly JournalLine[], stamp: Stamp) => StateAlone,
): Promise<Result<null>> {
  return inTurn(async () => {
    const session = currentSession();
    if (isFrozen()) return refuse(saveStatus.getState().message ?? message("vault.save.not-saved"));
    const stamp = nextStamp(session.stamp, session.platform.nowMs(), session.device);
    const journal = await newestJournalLines(session).catch(() => null);
    if (!journal) return refuse(message("vault.save.not-kept"));
    const made = make(currentWorkspace(), journal, stamp);
    return put(session, { ...made, label, stamp, isAlone: true });
  });
}

interface NextState extends Origin {
  readonly workspace: Workspace;
  readonly label: Message;
  /** Nothing of what was before may stay. */
  readonly isAlone?: boolean;
}

async function put(session: Session, next: NextState): Promise<Result<null>> {
  const { platform } = session;
  const standing = {
    generation: platform.newId(),
    sequence: session.sequence + 1,
    stamp: nextStamp(laterStamp(session.stamp, next.stamp ?? null), platform.nowMs(), session.device),
  };
  const line: JournalLine = {
    sequence: standing.sequence,
    atMs: platform.nowMs(),
    kind: "restore",
    label: next.label,
    touched: {},
  };
  const journal = [...(next.journal ?? []).filter(({ sequence }) => sequence < standing.sequence), line];
  const bytes = await encodeSlowly(session, { workspace: next.workspace, journal, standing });
  const written = await platform.ledger.compact(bytes, standing.sequence, next.isAlone);
  if (!written.ok) {
    const what = message(written.error === "unknown" ? "vault.save.unknown" : "vault.save.not-saved");
    saveStatus.setState({ state: written.error, message: what });
    return refuse(what);
  }
  Object.assign(session, standing, { entryBytes: 0, entryCount: 0, ledgerIsOld: false });
  workspaceStore.setState({ workspace: next.workspace });
  noteWorkspace(platform);
  forgetSteps();
  await store(session, { workspace: next.workspace, standing, journal });
  return ok(null);
}

async function store(session: Session, state: Parameters<typeof rewriteStore>[1]): Promise<void> {
  try {
    session.order = await rewriteStore(session.database, state);
    session.unstored = null;
    saveStatus.setState({ state: "saved", savedAtMs: session.platform.nowMs(), message: null });
  } catch {
    session.unstored = { part: "whole", lines: state.journal };
    saveStatus.setState({ state: "behind", message: message("vault.save.behind") });
  }
}

function refuse(reason: Message): Result<null> {
  return fail([{ message: reason }]);
}
