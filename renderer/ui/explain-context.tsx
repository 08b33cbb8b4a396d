import { createContext, useContext } from "react";
import type { Explanation } from "../../core/base/explain.ts";

/** Opens the panel that explains a figure; the shell provides it, for only the shell may look into every room. */
export const ExplainContext = createContext<(explain: () => Explanation) => void>(() => undefined);

export function useExplain(): (explain: () => Explanation) => void {
  return useContext(ExplainContext);
}
