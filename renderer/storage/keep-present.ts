import { workspaceStore } from "./workspace-store.ts";
import { encodeSlowly } from "./compact-ledger.ts";
import { inTime } from "./in-time.ts";
import { newestJournalLines } from "./read-journal.ts";
import { currentSession } from "./session.ts";
import type { Session } from "./session.ts";
import { inTurn } from "./write-queue.ts";

/** A ledger that says nothing for so long does not keep the state. */
const TIME_OUT_MS = 10_000;

/** Puts the present state aside, whole, beside the log: before a restore, an import, a merge, a step of the schema. To be called
 * in one's turn. `false`: it could not be kept, and what was to follow must not. */
export function keepPresent(session: Session): Promise<boolean> {
  return keepUnlessKept(session).catch(() => false);
}

async function keepUnlessKept(session: Session): Promise<boolean> {
  const { workspace } = workspaceStore.getState();
  const { keep, kept } = session.platform.ledger;
  if (!workspace || !keep) return true;
  const { generation, sequence, stamp } = session;
  // Several imports in a row after no other change would keep the same state again.
  const newest = kept && (await inTime(kept(), TIME_OUT_MS))[0];
  if (newest?.sequence === sequence && lastGeneration === generation) return true;
  const journal = await newestJournalLines(session);
  const standing = { generation, sequence, stamp };
  const bytes = await encodeSlowly(session, { workspace, journal, standing });
  const isKept = (await keep(bytes, sequence)).ok;
  if (isKept) lastGeneration = generation;
  return isKept;
}

/** The same in its turn, before something that no step takes back. Answers the change up to which it goes; `null`: it was not kept. */
export function keepPresentState(): Promise<number | null> {
  return inTurn(async () => {
    const session = currentSession();
    return (await keepPresent(session)) ? session.sequence : null;
  });
}

/** Of the state that was kept last since the start: a sequence alone does not name a state. */
let lastGeneration: string | null = null;
