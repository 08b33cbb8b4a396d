import type { Problem } from "../../core/base/result.ts";

/** What the worker of passphrases is asked: lock a file, or open one. */
export interface AgeAsk {
  readonly want: "lock" | "open";
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly passphrase: string;
}

export type AgeAnswer =
  | { readonly answer: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly answer: "refused"; readonly problems: readonly Problem[] };
