import { message } from "../../core/base/message.ts";
import type { JournalLine } from "../../core/vault/journal.ts";
import { workspaceFileSteps } from "../../core/vault/workspace-file.ts";
import type { WorkspaceStanding } from "../../core/vault/workspace-file.ts";
import type { Workspace } from "../../core/vault/workspace.ts";
import { APP_VERSION } from "./app-version.ts";
import { journalForCopy, newestJournalLines } from "./read-journal.ts";
import { isFrozen, saveStatus } from "./save-status.ts";
import { openSession } from "./session.ts";
import type { Session } from "./session.ts";
import { currentWorkspace } from "./workspace-store.ts";
import { inTurn } from "./write-queue.ts";
import type { Standing } from "./write-store.ts";

const SEGMENT_BYTES = 4 << 20;
const SEGMENT_ENTRIES = 2000;
const IDLE_MS = 3000;
const SLICE_MS = 8;

let timer: ReturnType<typeof setTimeout> | undefined;
let holds = 0;

/** Plans a new snapshot when the entries since the last have grown, for a moment in which nobody types. */
export function compactWhenIdle(): void {
  clearTimeout(timer);
  const session = openSession();
  if (holds > 0 || !session || (session.entryBytes < SEGMENT_BYTES && session.entryCount < SEGMENT_ENTRIES))
    return;
  // What cannot be read now is left for the next time.
  timer = setTimeout(() => void compactNow(session).catch(() => undefined), IDLE_MS);
}

/** Takes the plan back: the workspace closes. */
export function stopCompacting(): void {
  clearTimeout(timer);
}

/** Lets no snapshot be written before the answer is called: a long piece of work wants the thread. One that is on its way is
 * given up. */
export function holdCompacting(): () => void {
  holds += 1;
  clearTimeout(timer);
  let isHeld = true;
  return () => {
    if (isHeld) holds -= 1;
    isHeld = false;
    if (holds === 0) compactWhenIdle();
  };
}

/** Writes a snapshot of the open workspace. The state is written out page by page so that the screen stays alive; if a
 * commit came meanwhile, it is left for the next time. */
async function compactNow(session: Session): Promise<void> {
  const { generation, sequence, stamp } = session;
  const state = { workspace: currentWorkspace(), journal: await newestJournalLines(session) };
  const standing = { generation, sequence, stamp };
  const bytes = await encodeWhile(session, { ...state, standing }, () => holds === 0);
  if (!bytes) return;
  await inTurn(async () => {
    if (openSession() !== session || session.sequence !== sequence || isFrozen()) return compactWhenIdle();
    await appendSnapshot(session, bytes);
  });
}

/** Writes a snapshot at once, from within the queue: the database has failed, and this is the copy beside the ledger. */
export async function snapshotNow(session: Session): Promise<boolean> {
  const { generation, sequence, stamp } = session;
  const journal = await journalForCopy(session);
  const state = { workspace: currentWorkspace(), journal, standing: { generation, sequence, stamp } };
  return appendSnapshot(session, encodeState(session, state));
}

/** A state as snapshot or backup. */
export function encodeState(session: Session, state: StateToWrite): Uint8Array<ArrayBuffer> {
  const steps = stateSteps(session, state);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export interface StateToWrite {
  readonly workspace: Workspace;
  readonly journal: readonly JournalLine[];
  readonly standing: Standing & Pick<WorkspaceStanding, "share">;
  /** The schema that the records follow; this build's unless told. */
  readonly schema?: number;
}

/** The same, letting go of the thread every few milliseconds. */
export async function encodeSlowly(
  session: Pick<Session, "platform">,
  state: StateToWrite,
): Promise<Uint8Array<ArrayBuffer>> {
  return (await encodeWhile(session, state, () => true))!;
}

/** `null` once it is no longer wanted. */
async function encodeWhile(
  session: Pick<Session, "platform">,
  state: StateToWrite,
  isWanted: () => boolean,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const steps = stateSteps(session, state);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return null;
    since = performance.now();
  }
}

function stateSteps({ platform }: Pick<Session, "platform">, { standing, ...state }: StateToWrite) {
  const at = new Date(platform.nowMs()).toISOString();
  const { generation, sequence, stamp } = standing;
  return workspaceFileSteps({ ...state, generation, sequence, stamp, app: APP_VERSION, at });
}

async function appendSnapshot(session: Session, bytes: Uint8Array): Promise<boolean> {
  const written = await session.platform.ledger.compact(bytes, session.sequence);
  if (written.ok) {
    session.entryBytes = 0;
    session.entryCount = 0;
    session.ledgerIsOld = false;
  } else if (written.error === "unknown") {
    // Nothing that was acknowledged is in doubt; but the ledger takes no more before it is read anew.
    saveStatus.setState({ state: "unknown", message: message("vault.save.stopped") });
  }
  return written.ok;
}
