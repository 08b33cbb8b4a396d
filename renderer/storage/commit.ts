import type { Change } from "../../core/base/change.ts";
import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { fail, ok } from "../../core/base/result.ts";
import type { Problem, Result } from "../../core/base/result.ts";
import { laterStamp, nextStamp } from "../../core/base/stamp.ts";
import type { Stamp } from "../../core/base/stamp.ts";
import { invertSteps } from "../../core/vault/apply-changes.ts";
import { CommitDraft, draftSteps } from "../../core/vault/commit-draft.ts";
import { countRecords, totalOf } from "../../core/vault/counts.ts";
import { journalLineOf } from "../../core/vault/journal.ts";
import { entrySteps } from "../../core/vault/ledger-entry.ts";
import type { EntryKind, LedgerEntry, RecordTexts } from "../../core/vault/ledger-entry.ts";
import { undoStop } from "../../core/vault/undo-stop.ts";
import { SCHEMA_VERSION } from "../../core/vault/upgrades/upgrade-data.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { compactWhenIdle, snapshotNow } from "./compact-ledger.ts";
import { inTime } from "./in-time.ts";
import { inTurns } from "./in-turns.ts";
import { isFrozen, saveStatus } from "./save-status.ts";
import { currentSession } from "./session.ts";
import type { Session } from "./session.ts";
import { lastRedoStep, lastUndoStep, noteDone, noteRedone, noteUndone } from "./undo-state.ts";
import type { UndoStep } from "./undo-state.ts";
import { currentWorkspace, workspaceStore } from "./workspace-store.ts";
import { inTurn } from "./write-queue.ts";
import { rewriteStore, writeCommit } from "./write-store.ts";
import { newestJournalLines } from "./read-journal.ts";

/** An entry above this asks first whether there is room. */
const BIG_ENTRY_BYTES = 1 << 20;
/** What does not answer for so long, as on a full disk, is not waited for. */
const TIME_OUT_MS = 2000;

/** About how far a long commit is after each of its parts. */
const SHARE_AFTER = { draft: 0.35, append: 0.6 };

/** The only writer. `label` names the change in the journal and on the undo button ("改名为 …"). `seen` is the workspace that the
 * changes were made of; every screen says it (`scripts/verify/seen-law.ts`). Where it has moved on since, in the turns before
 * this one or while a form was open, the changes are brought up to it first.
 * All or none; problems come back and nothing has changed. It is saved when the ledger has it on the disk; the database
 * follows, and where it cannot, everything is frozen until it has caught up. */
export function commit(
  label: Message,
  changes: readonly Change[],
  seen: Workspace = currentWorkspace(),
): Promise<Result<null>> {
  return inTurn(async () => {
    const fresh = await broughtUp(changes, seen);
    return fresh.ok ? write({ label, changes: fresh.value }, "do") : fresh;
  });
}

async function broughtUp(changes: readonly Change[], seen: Workspace): Promise<Result<readonly Change[]>> {
  const now = currentWorkspace();
  if (seen === now) return ok(changes);
  const { rebaseSteps } = await import("../../core/vault/rebase/rebase-changes.ts");
  return inTurns(rebaseSteps({ seen, now }, changes));
}

/** What is answered where an import was planned against a workspace that has moved on. */
export const MOVED_ON: Problem = { message: message("vault.rebase.moved") };

/** What an import brings to its commit. */
export interface ReadyImport {
  readonly changes: readonly Change[];
  /** The workspace that it was planned against; where that has moved on it is to be planned anew. */
  readonly seen: Workspace;
  /** The same changes, where they were drafted while they came. */
  readonly draft?: CommitDraft;
  /** The JSON of lists of records, where it was made before. */
  readonly texts: RecordTexts;
  /** Told the share of the commit that is done, 0–1. */
  onProgress?(share: number): void;
}

/** A draft for changes that are still in the making: it serves as long as nothing else is committed before them. */
export function draftNow(): CommitDraft {
  return new CommitDraft(currentWorkspace(), stampNow(currentSession()));
}

/** The same for changes that were made ready elsewhere. The present state is put aside first. */
export function commitImport(label: Message, ready: ReadyImport): Promise<Result<null>> {
  return inTurn(async () => {
    if (isFrozen()) return refuseFrozen();
    if (ready.seen !== currentWorkspace()) return fail([MOVED_ON]);
    const { keepPresent } = await import("./keep-present.ts");
    if (!(await keepPresent(currentSession()))) return fail([{ message: message("vault.save.not-kept") }]);
    return write({ label, changes: ready.changes }, "import", ready);
  });
}

/** What a merge brings to its commit, and the last stamp of the clock that it comes from. */
export interface ReadyMerge {
  readonly changes: readonly Change[];
  readonly stamp: Stamp | null;
}

/** The same for a merge: in its turn it puts the present state aside, and finds whether it still fits what is there. The clock goes on
 * from the later of both once the merge is kept, so that what is written here next is later than all that came; a merge that was
 * refused leaves the clock as it was, for this device knows nothing of the file then. */
export function commitMerge(
  label: Message,
  make: (session: Session) => Promise<Result<ReadyMerge>>,
): Promise<Result<null>> {
  return inTurn(async () => {
    if (isFrozen()) return refuseFrozen();
    const made = await make(currentSession());
    if (!made.ok) return made;
    const { changes, stamp } = made.value;
    return write({ label, changes }, "merge", { goesOnFrom: stamp });
  });
}

/** Takes back the last commit, in whichever room it was, one that is still being written too; answers what it was called, or
 * `null` where there is none. Never crosses a lock: what was agreed, and what changed it since, is history. */
export function undo(): Promise<Result<Message | null>> {
  return inTurn(async () => {
    const step = lastUndoStep();
    const stop = step && undoStop(step.changes, step.kind);
    return stop ? fail([{ message: stop }]) : take(step, "undo");
  });
}

/** Does again what was undone last; answers what it was called, or `null`. */
export function redo(): Promise<Result<Message | null>> {
  return inTurn(() => take(lastRedoStep(), "redo"));
}

async function take(step: UndoStep | null, kind: "undo" | "redo"): Promise<Result<Message | null>> {
  if (!step) return ok(null);
  const written = await write(step, kind);
  return written.ok ? ok(step.label) : written;
}

/** After a write failed and the person has made room or wants to go on: writes the snapshot that the start could not write, tries to
 * bring the database up to the ledger and lets changes in again. Does nothing where only a restart helps. */
export function retrySaving(): Promise<Result<null>> {
  return inTurn(async () => {
    if (!isFrozen()) return ok(null);
    const { state } = saveStatus.getState();
    const session = currentSession();
    if (state !== "not-saved" && state !== "behind") return refuseFrozen();
    if (session.ledgerIsOld && !(await snapshotNow(session))) return refuseFrozen();
    if (state === "behind" || session.unstored) await catchUpAfresh(session);
    else saveStatus.setState({ state: "saved", message: null });
    return isFrozen() ? refuseFrozen() : ok(null);
  });
}

async function write(
  step: UndoStep,
  kind: EntryKind,
  ready?: Partial<Omit<ReadyImport, "changes" | "seen">> & { readonly goesOnFrom?: Stamp | null },
): Promise<Result<null>> {
  if (isFrozen()) return refuseFrozen();
  const session = currentSession();
  const before = currentWorkspace();
  const begun = ready?.draft;
  const isCurrent = begun?.before === before && (session.stamp === null || begun.stamp > session.stamp);
  const draft = isCurrent
    ? begun
    : await inTurns(draftSteps(before, step.changes, stampNow(session, ready?.goesOnFrom)));
  const drafted = draft.finish();
  if (!drafted.ok) return drafted;
  const { changes, after } = drafted.value;
  const entry: LedgerEntry = {
    sequence: session.sequence + 1,
    generation: session.generation,
    stamp: draft.stamp,
    kind,
    label: step.label,
    total: totalOf(countRecords(after)),
    changes,
  };
  const inverse = await inTurns(invertSteps(before, changes));
  ready?.onProgress?.(SHARE_AFTER.draft);
  const appended = await append(session, entry, ready?.texts);
  if (!appended.ok) return appended;
  ready?.onProgress?.(SHARE_AFTER.append);
  noteStep(kind, { label: step.label, changes: inverse, ...(kind === "merge" && { kind }) });
  workspaceStore.setState({ workspace: after });
  await store(session, { before, after, entry, texts: ready?.texts });
  return ok(null);
}

function stampNow({ stamp, platform, device }: Session, goesOnFrom: Stamp | null = null): Stamp {
  return nextStamp(laterStamp(stamp, goesOnFrom), platform.nowMs(), device);
}

/** The commit point: when this answers ok, the change is kept, whatever happens after. */
async function append(
  session: Session,
  entry: LedgerEntry,
  texts: RecordTexts | undefined,
): Promise<Result<null>> {
  saveStatus.setState({ state: "saving" });
  const bytes = await inTurns(entrySteps(entry, SCHEMA_VERSION, texts));
  if (bytes.length > BIG_ENTRY_BYTES && !(await hasRoom(session, bytes.length))) {
    return freeze("not-saved", message("vault.save.no-room"));
  }
  const { length } = bytes;
  const appended = await session.platform.ledger.append(bytes);
  if (!appended.ok) {
    const key = appended.error === "unknown" ? "vault.save.unknown" : "vault.save.not-saved";
    return freeze(appended.error, message(key));
  }
  session.sequence = entry.sequence;
  session.stamp = entry.stamp;
  session.entryBytes += length;
  session.entryCount += 1;
  return ok(null);
}

async function store(
  session: Session,
  commitToStore: Omit<Parameters<typeof writeCommit>[1], "order">,
): Promise<void> {
  try {
    await writeCommit(session.database, { ...commitToStore, order: session.order });
    saveStatus.setState({ state: "saved", savedAtMs: session.platform.nowMs(), message: null });
    compactWhenIdle();
  } catch {
    freeze("behind", message("vault.save.behind"));
    session.unstored = { part: "end", lines: [journalLineOf(commitToStore.entry)] };
    await snapshotNow(session);
    await catchUp(session);
  }
}

async function catchUp(session: Session): Promise<void> {
  try {
    const { generation, sequence, stamp } = session;
    const journal = await newestJournalLines(session);
    session.order = await rewriteStore(session.database, {
      workspace: currentWorkspace(),
      standing: { generation, sequence, stamp },
      journal,
    });
    session.unstored = null;
    if (!isStopped())
      saveStatus.setState({ state: "saved", savedAtMs: session.platform.nowMs(), message: null });
  } catch {
    if (!isStopped()) freeze("behind", message("vault.save.behind"));
  }
}

/** A connection that a full disk broke stays broken, so the database is opened anew. The ledger has all, and nothing is lost by it. */
async function catchUpAfresh(session: Session): Promise<void> {
  await catchUp(session);
  if (!isFrozen()) return;
  session.database.close();
  await inTime(session.database.open(), TIME_OUT_MS).catch(() => undefined);
  await catchUp(session);
}

/** The ledger takes no more before the next start. */
function isStopped(): boolean {
  return saveStatus.getState().state === "unknown";
}

async function hasRoom(session: Session, bytes: number): Promise<boolean> {
  // What does not answer on a full disk is found out by writing.
  const asked = session.platform.storageRoom?.();
  const room = asked && (await inTime(asked, TIME_OUT_MS).catch(() => undefined));
  return room === undefined || room.freeBytes > 3 * bytes;
}

function noteStep(kind: EntryKind, inverse: UndoStep): void {
  if (kind === "undo") noteUndone(inverse);
  else if (kind === "redo") noteRedone(inverse);
  else noteDone(inverse);
}

function freeze(state: "not-saved" | "unknown" | "behind", what: Message): Result<null> {
  saveStatus.setState({ state, message: what });
  return fail([{ message: what }]);
}

function refuseFrozen(): Result<null> {
  return fail([{ message: saveStatus.getState().message ?? message("vault.save.not-saved") }]);
}
