/** What the page asks of the ledger's worker. */
export type LedgerCall = { readonly id: number } & LedgerOperation;

export type LedgerOperation =
  | { readonly op: "read"; readonly part: "head" | "all" }
  | { readonly op: "append"; readonly bytes: Uint8Array }
  | {
      readonly op: "compact" | "compactAlone" | "keep";
      readonly bytes: Uint8Array;
      readonly sequence: number;
    }
  | { readonly op: "readKept"; readonly number: number }
  | { readonly op: "readAside"; readonly place: number }
  | { readonly op: "kept" | "size" | "check" | "place" | "setAside" };

export type LedgerAnswer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string };
