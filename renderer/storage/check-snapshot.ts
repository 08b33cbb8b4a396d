import { message } from "../../core/base/message.ts";
import type { Message } from "../../core/base/message.ts";
import { snapshotNow } from "./compact-ledger.ts";
import { isLedgerHurt } from "./open-store.ts";
import { isFrozen } from "./save-status.ts";
import { openSession } from "./session.ts";
import { inTurn } from "./write-queue.ts";

/** Reads the ledger's snapshot to its last byte, after a start that has read its beginning alone: one that was altered since it was
 * written is written anew from what is open, before anything has to be restored from it. Answers what is to be said; `null`: it is
 * whole, or the ledger cannot be asked now. */
export async function checkSnapshot(): Promise<Message | null> {
  const session = openSession();
  const damage = (await session?.platform.ledger.check?.().catch(() => [])) ?? [];
  if (!session || !isLedgerHurt(damage)) return null;
  return inTurn(async () => {
    if (openSession() !== session || isFrozen()) return null;
    const isMended = await snapshotNow(session);
    return message(isMended ? "vault.start.snapshot-mended" : "vault.start.snapshot-damaged");
  });
}
