import type { Letter } from "../letters.ts";

/** The Chinese words that a pasted matrix may have in place of the letters. */
export const LETTER_BY_WORD: Readonly<Record<string, Letter>> = {
  负责: "R",
  批准: "A",
  咨询: "C",
  知会: "I",
};
