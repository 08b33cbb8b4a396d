import type { Words } from "../../../core/words/words.ts";

/** Names, one after the other. */
export function listed(words: Words, names: readonly string[]): string {
  return names.join(words.text("review.list.comma"));
}
