import type { MaskWords } from "../../core/vault/share/name-mask.ts";
import { SHARE_AREAS } from "../../core/vault/share/share-scope.ts";
import type { ShareScope } from "../../core/vault/share/share-scope.ts";

/** Everything, without pay and notes, as the screen offers it first. */
export function aShareScope(changed: Partial<ShareScope> = {}): ShareScope {
  return {
    id: "share-1",
    members: "all",
    groups: "all",
    areas: [...SHARE_AREAS],
    periods: "all",
    withPay: false,
    masked: false,
    withNotes: false,
    ...changed,
  };
}

export const MASK_WORDS: MaskWords = { name: (kind, number) => `${kind} ${number}`, hidden: "hidden" };
