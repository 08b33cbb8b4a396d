import { fail, ok } from "../../core/base/result.ts";
import type { Result } from "../../core/base/result.ts";
import type { AnswerValue } from "../../core/bridge/contract.ts";
import type { Handlers } from "./door.ts";

/** The ledger as the door sees it; `electron/vault` keeps it in a file. */
export interface LedgerFile {
  read(): Promise<LedgerFileContents>;
  append(entry: Uint8Array): Promise<Result<null, "not-saved" | "unknown">>;
  compact(snapshot: Uint8Array, sequence: number): Promise<Result<null, "not-saved" | "unknown">>;
}

interface LedgerFileContents {
  readonly snapshot: Uint8Array | null;
  readonly entries: readonly Uint8Array[];
  readonly damage: readonly string[];
}

/** The channels of the ledger. Calls are answered one after the other, in the order in which they came. */
export function createLedgerHandlers(
  ledger: LedgerFile,
): Pick<Handlers, "readLedger" | "appendLedger" | "compactLedger"> {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const turn = last.then(step, step);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    readLedger: () => inTurn(async () => ok((await ledger.read()) as AnswerValue<"readLedger">)),
    appendLedger: ({ entry }) => inTurn(() => answered(() => ledger.append(entry))),
    compactLedger: ({ snapshot, sequence }) =>
      inTurn(() => answered(() => ledger.compact(snapshot, sequence))),
  };
}

/** A ledger that throws has not said whether the entry is durable: it is `unknown`, which the next start settles. */
async function answered(
  step: () => Promise<Result<null, "not-saved" | "unknown">>,
): Promise<Result<null, "not-saved" | "unknown">> {
  try {
    return await step();
  } catch {
    return fail("unknown");
  }
}
