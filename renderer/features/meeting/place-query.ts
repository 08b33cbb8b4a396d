import { useMemo, useSyncExternalStore } from "react";
import { goTo, placeHref } from "../../platform/place.ts";

type Query = Readonly<Record<string, string>>;

/** What the address says behind its question mark. */
export function usePlaceQuery(): Query {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => Object.fromEntries(new URLSearchParams(hash.split("?", 2)[1] ?? "")), [hash]);
}

/** Leaves what the address opened, unless the person has gone on meanwhile: what closes after its save must not take that back. */
export function closePlace(path: string, opened: Query): void {
  const shown = placeHref("meeting", path, opened);
  if (window.location.hash === shown) goTo(placeHref("meeting", path));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
