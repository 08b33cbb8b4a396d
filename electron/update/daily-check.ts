import type { Updates } from "./create-updates.ts";

/** The first look comes when the start is long over. */
const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 24 * 60 * 60_000;

/** Looks for updates a minute after the start and then once a day, where the person has chosen a place; else it does nothing.
 * It only looks: fetching and installing are the person's. Answers how to end it. */
export function checkDaily(updates: Pick<Updates, "state" | "check">): () => void {
  const look = () => {
    const { source, phase } = updates.state();
    if (source !== "off" && (phase === "idle" || phase === "current")) void updates.check();
  };
  const first = setTimeout(look, FIRST_AFTER_MS);
  const daily = setInterval(look, EVERY_MS);
  first.unref();
  daily.unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}
