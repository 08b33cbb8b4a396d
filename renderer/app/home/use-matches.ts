import { useEffect, useState } from "react";
import type { Workspace } from "../../../core/vault/workspace.ts";

/** Home is drawn and the rest of the book is read first. */
const AFTER_MS = 1500;

/** How many pairs of two systems may be the same; 0 until they are counted, which nobody waits for. */
export function useMatches(workspace: Workspace): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(async () => {
      const { countMatches } = await import("./count-matches.ts");
      countMatches(workspace, { onCount: setCount, isWanted: () => isWanted });
    }, AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [workspace]);
  return count;
}
