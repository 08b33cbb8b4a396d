import { useEffect, useState } from "react";
import { currentPlatform } from "../../platform/current-platform.ts";
import { findRescue } from "../../storage/rescue.ts";
import type { RescueFound } from "../../storage/rescue.ts";

/** What can be had of this computer's data; `null` while it is looked for. `again` looks anew. */
export function useRescue(): { readonly found: RescueFound | null; again(): Promise<void> } {
  const [found, setFound] = useState<RescueFound | null>(null);
  const again = () => findRescue(currentPlatform()).then(setFound);
  useEffect(() => {
    void findRescue(currentPlatform()).then(setFound);
  }, []);
  return { found, again };
}
