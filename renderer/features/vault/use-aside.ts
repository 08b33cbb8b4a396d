import { useEffect, useState } from "react";
import { currentPlatform } from "../../platform/current-platform.ts";
import { asideStates } from "../../storage/rescue.ts";
import type { RescueState } from "../../storage/rescue.ts";

/** The ledgers that were set aside; none before they are known. */
export function useAside(): readonly RescueState[] {
  const [aside, setAside] = useState<readonly RescueState[]>([]);
  useEffect(() => {
    let isHere = true;
    void asideStates(currentPlatform()).then((found) => isHere && setAside(found));
    return () => {
      isHere = false;
    };
  }, []);
  return aside;
}
