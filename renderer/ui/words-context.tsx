import { createContext, useContext } from "react";
import type { Words } from "../../core/words/words.ts";

export const WordsContext = createContext<Words | null>(null);

/** The words of the reader's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("WordsContext is missing");
  return words;
}
