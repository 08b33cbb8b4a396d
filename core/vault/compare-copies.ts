/** Which state a copy holds. Sequences count on through restores, so they order all states there ever were. */
export interface CopyStanding {
  readonly generation: string;
  readonly sequence: number;
  /** Records in all tables. */
  readonly total: number;
}

/** What the store in IndexedDB was found to be. */
export type StoreCopy =
  | { readonly kind: "absent" }
  | { readonly kind: "newer" }
  | { readonly kind: "damaged"; readonly standing: CopyStanding | null }
  | { readonly kind: "whole"; readonly standing: CopyStanding };

/** What the ledger was found to be. `readable` reaches up to `standing`; `isBroken` when acknowledged entries after it
 * cannot be read. */
export type LedgerCopy =
  | { readonly kind: "absent" }
  | { readonly kind: "newer" }
  | { readonly kind: "unreadable" }
  | {
      readonly kind: "readable";
      readonly standing: CopyStanding;
      /** Where its snapshot stands: the store can be caught up from there on. */
      readonly snapshot: { readonly generation: string; readonly sequence: number };
      readonly isBroken: boolean;
    };

/** What the start does. `restore-store`: the store is written anew from the ledger; `catch-up`: it takes the entries it lacks;
 * `rewrite-ledger`: the ledger is written anew from the store; `salvage`: what is readable of a damaged store is all there is; `nothing-readable`: there was a workspace, and it is lost. */
export type StartPlan =
  | {
      readonly do:
        | "refuse-newer"
        | "first-start"
        | "open"
        | "restore-store"
        | "rewrite-ledger"
        | "salvage"
        | "nothing-readable";
    }
  | { readonly do: "catch-up"; readonly fromSequence: number };

/** Compares the two copies before anything may write. The ledger wins; the store fills in only where the ledger is gone,
 * damaged, or ends before it; a newer copy is never touched.
 * @example compareCopies({ kind: "absent" }, { kind: "absent" }) // => { do: "first-start" }
 * @example compareCopies({ kind: "absent" }, { kind: "newer" }) // => { do: "refuse-newer" }
 */
export function compareCopies(ledger: LedgerCopy, store: StoreCopy): StartPlan {
  if (ledger.kind === "newer" || store.kind === "newer") return { do: "refuse-newer" };
  if (ledger.kind !== "readable") {
    if (store.kind === "whole") return { do: "rewrite-ledger" };
    if (store.kind === "damaged") return { do: "salvage" };
    return { do: ledger.kind === "absent" ? "first-start" : "nothing-readable" };
  }
  if (store.kind !== "whole") return { do: "restore-store" };
  const { standing, snapshot } = ledger;
  if (store.standing.sequence > standing.sequence) return { do: "rewrite-ledger" };
  if (store.standing.generation !== standing.generation) return { do: "restore-store" };
  if (store.standing.sequence === standing.sequence) {
    if (store.standing.total !== standing.total) return { do: "restore-store" };
    return ledger.isBroken ? { do: "rewrite-ledger" } : { do: "open" };
  }
  const canCatchUp =
    store.standing.sequence >= snapshot.sequence && store.standing.generation === snapshot.generation;
  return canCatchUp ? { do: "catch-up", fromSequence: store.standing.sequence + 1 } : { do: "restore-store" };
}
