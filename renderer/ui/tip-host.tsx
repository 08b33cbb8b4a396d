import { lazy, Suspense, useEffect, useState } from "react";
import { followTips } from "./follow-tips.ts";

/** Fetched when the first tip is asked for. */
const TipBubble = lazy(async () => ({ default: (await import("./tip-bubble.tsx")).TipBubble }));

/** The one tooltip of the page. A part that has something to add carries it as `data-tip`, and as `aria-description` where
 * its own words do not say it: a table of a thousand cells costs no more than a thousand attributes. */
export function TipHost() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => followTips(setAnchor), []);
  if (!anchor) return null;
  return (
    <Suspense>
      <TipBubble anchor={anchor} text={anchor.dataset["tip"] ?? ""} />
    </Suspense>
  );
}
