import type { FileLedger } from "../vault/file-ledger.ts";

/** A ledger that tells of everything that was written to it, so that a backup follows. */
export function notedLedger(ledger: FileLedger, note: () => void): FileLedger {
  const noted = async (write: ReturnType<FileLedger["append"]>) => {
    const outcome = await write;
    if (outcome.ok) note();
    return outcome;
  };
  return {
    ...ledger,
    append: (entry) => noted(ledger.append(entry)),
    compact: (...state) => noted(ledger.compact(...state)),
  };
}
